import { expect, test } from 'vitest'
import { readPastedPrices } from './read-pasted-prices.ts'

const toman = { currency: 'IRR', moneyUnit: 'toman' } as const

test('lines of a spreadsheet are prices in the unit that is shown, with floors and quantities where they are there', () => {
  const text = 'کد\tقیمت\nK-00001\t۱٬۲۰۰٬۰۰۰\nK-00002\t950000\t900000\t۱۰\r\n\n6260001234561\t2000000 ریال'
  expect(readPastedPrices(text, toman)).toEqual({
    prices: [
      { code: 'K-00001', price: '12000000', floor: null, minQuantity: '0' },
      { code: 'K-00002', price: '9500000', floor: '9000000', minQuantity: '10' },
      { code: '6260001234561', price: '2000000', floor: null, minQuantity: '0' },
    ],
    faulty: [],
  })
})

test('lines that are no prices are told by their number; cents are kept in dollars', () => {
  expect(readPastedPrices('A\t1\nB\tرایگان\n\t5\nC\t2\tx', toman).faulty).toEqual([2, 3, 4])
  const dollars = readPastedPrices('A\t19.99\nB\t1.999', { currency: 'USD', moneyUnit: 'toman' })
  expect(dollars).toMatchObject({ prices: [{ code: 'A', price: '1999' }], faulty: [2] })
})
