import { expect, test } from 'vitest'
import type { Reading } from './read-cell.ts'
import { readPastedLines } from './read-pasted-lines.ts'

const piece = { id: '018f0000-0000-7000-8000-000000000001', name: 'عدد' }
const carton = { id: '018f0000-0000-7000-8000-000000000002', name: 'کارتن' }
const reading: Reading = { currency: 'IRR', moneyUnit: 'rial', units: [piece, carton] }

const read = (text: string, by = reading) =>
  readPastedLines(
    text.split('\n').map((line) => line.split('\t')),
    by,
  )

const percent = (text: string) => ({ kind: 'percent', percent: text })

test.each([
  ['code, quantity', 'K-1\t۲\nK-2\t۳', { wanted: 'K-1', quantity: '2', unitPrice: null }],
  [
    'code, quantity, price, discount',
    'K-1\t۲\t۱٬۲۰۰٬۰۰۰\t۵\nK-2\t12\t950,000\t0',
    { wanted: 'K-1', quantity: '2', unitPrice: '1200000', discount: percent('5') },
  ],
  [
    'price before quantity',
    'K-1\t1200000\t2\nK-2\t950000\t1',
    { wanted: 'K-1', quantity: '2', unitPrice: '1200000' },
  ],
  [
    'row number, code of digits, name, quantity, unit, price, total',
    '1\t۱۰۰۲۳\tپیچ خودکار\t۱۰\tکارتن\t2000\t20000\n2\t10024\tمهره\t5\tعدد\t3000\t15000',
    {
      wanted: '10023',
      name: 'پیچ خودکار',
      quantity: '10',
      unit: carton,
      unitPrice: '2000',
      discount: null,
    },
  ],
  [
    'headings in any order',
    'تخفیف\tقیمت واحد\tتعداد\tکد کالا\tمبلغ کل\n۱۰٪\t۵۰۰۰\t۷٫۵\tA 7\t۳۳۷۵۰',
    { wanted: 'A 7', quantity: '7.5', unitPrice: '5000', discount: percent('10') },
  ],
  ['names alone', 'چاپگر لیزری\t۱\nکاغذ A4\t۲۰', { wanted: 'چاپگر لیزری', quantity: '1' }],
  ['one column', '6260001234561\n6260001234578', { wanted: '6260001234561', quantity: '1' }],
  [
    'an amount off each unit',
    'K-1\t2\t1200000\t50000\nK-2\t1\t950000\t',
    { discount: { kind: 'amount', amount: '50000' } },
  ],
])('a block of %s is read', (_, text, first) => {
  expect(read(text)[0]).toMatchObject(first)
})

test('what cannot be read stays in its cell', () => {
  const [, second] = read(
    'K-1\t2\t1000\nK-2\tچند\tتوافقی\nK-3\t1\t5000\nK-4\t1\t5000\nK-5\t1\t5000\nK-6\t1\t5000',
  )
  expect(second).toMatchObject({
    wanted: 'K-2',
    quantity: '1',
    unread: { quantity: 'چند', unitPrice: 'توافقی' },
  })
})

test('amounts are in the unit that is shown, foreign ones in cents', () => {
  expect(read('K\t1\t1,500\nL\t1\t2000', { ...reading, moneyUnit: 'toman' })[0]).toMatchObject({
    unitPrice: '15000',
  })
  expect(read('K\t1\t19.99\nL\t1\t5', { ...reading, currency: 'USD' })[0]).toMatchObject({
    unitPrice: '1999',
  })
})
