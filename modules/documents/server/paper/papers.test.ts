import { aFirm, aKey, callerOf } from '@peyvand/identity/testing'
import { setDrawing } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { expect, test } from 'vitest'
import {
  DocumentKind,
  documentKinds,
  type PaperDesign,
  PaperDesignInput,
  type PartyBlock,
} from '../../contract/index.ts'
import { modernTemplate } from './modern-template.ts'
import { officialTemplate } from './official-template.ts'
import type { PaperDocument } from './paper-document.ts'
import { paperMoney } from './paper-money.ts'
import { readyDesign } from './ready-design.ts'
import { sampleDocument } from './sample-document.ts'
import { sheetOf } from './sheet-of.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
const firm: PartyBlock = {
  name: 'شرکت پیوند',
  kind: 'organization',
  nationalId: '10100947240',
  economicCode: '411111111111',
  registrationNumber: '45821',
  province: '23',
  county: 'شمیرانات',
  city: 'تهران',
  postalCode: '1619735744',
  address: 'خیابان ولیعصر',
  phone: '+982188776655',
  fax: null,
}
const sample = (kind: DocumentKind, given: Partial<PaperDocument> = {}): PaperDocument => ({
  ...sampleDocument(kind, { language: 'fa', firm, moneyUnit: 'toman' }),
  ...given,
})
const design = (given: object) => PaperDesignInput.parse({ name: 'طرح', ...given })

test('every kind is set in both languages, and what is wrong with a design is told', async () => {
  const { preview } = await designer()
  for (const kind of DocumentKind.options)
    for (const look of [readyDesign(kind, 'fa'), design({ language: 'en', paper: 'A5', columns: [] })]) {
      const answer = await preview(look, kind)
      expect([kind, answer.statusCode, answer.headers['content-type']]).toEqual([kind, 200, 'image/svg+xml'])
    }
  expect((await preview({ ...design({}), color: 'red' } as PaperDesignInput, 'quote')).statusCode).toBe(400)
}, 120_000)

test('the official form has the fields of the law, in Rial, and its sums are those of the document', () => {
  const invoice = sample('invoice')
  const totals = { ...invoice.totals, rounding: '-250', total: String(BigInt(invoice.totals.total) - 250n) }
  const sheet = sheetOf({ ...invoice, totals }, readyDesign('invoice', 'fa'))
  expect(sheet).toMatchObject({ layout: 'official', title: 'صورتحساب فروش کالا و خدمات' })
  expect(sheet.parties.map(({ facts }) => facts.map(({ label }) => label))).toEqual(
    Array.from({ length: 2 }, () => [
      'نام شخص حقیقی/حقوقی',
      'شماره اقتصادی',
      'شماره ثبت',
      'شماره ملی / شناسهٔ ملی',
      'استان',
      'شهرستان',
      'شهر',
      'کد پستی ۱۰ رقمی',
      'نشانی',
      'شماره تلفن / نمابر',
    ]),
  )
  expect(sheet.parties[0]?.facts.slice(4, 7).map(({ value }) => value)).toEqual([
    'تهران',
    'شمیرانات',
    'تهران',
  ])
  expect(sheet.columns.map(({ title }) => title.join(' '))).toEqual([
    'ردیف',
    'کد کالا',
    'شرح کالا یا خدمات',
    'تعداد / مقدار',
    'واحد اندازه‌گیری',
    'مبلغ واحد (ریال)',
    'مبلغ کل (ریال)',
    'مبلغ تخفیف (ریال)',
    'مبلغ کل پس از تخفیف (ریال)',
    'جمع مالیات و عوارض (ریال)',
    'جمع مبلغ کل به‌علاوهٔ جمع مالیات و عوارض (ریال)',
  ])
  // 3 × 360,000,000, 5 % off the first, 10 % tax, 12,500,000 freight and 250 rounded off.
  expect(sheet.totals.slice(6)).toEqual([
    '۱٬۰۹۲٬۴۹۹٬۷۵۰',
    '۱۸٬۰۰۰٬۰۰۰',
    '۱٬۰۷۴٬۴۹۹٬۷۵۰',
    '۱۰۶٬۲۰۰٬۰۰۰',
    '۱٬۱۸۰٬۶۹۹٬۷۵۰',
  ])
  expect(sheet.words?.value).toBe(
    'یک میلیارد و صد و هشتاد میلیون و ششصد و نود و نه هزار و هفتصد و پنجاه ریال',
  )
})

test('a proforma is called so, in the firm’s unit; papers of goods say no prices unless wanted', () => {
  const proforma = sheetOf(sample('proforma'), readyDesign('proforma', 'fa'))
  expect(proforma.title).toBe('پیش‌فاکتور')
  expect(proforma.facts[0]?.label).toBe('شماره')
  expect(proforma.sums.at(-1)?.value).toMatch(/تومان$/)
  const waybill = sample('waybill')
  const silent = sheetOf(waybill, readyDesign('waybill', 'fa'))
  expect([silent.sums, silent.words, silent.running]).toEqual([[], null, null])
  expect(JSON.stringify(silent)).not.toContain('تومان')
  expect(sheetOf(waybill, design({ showsPrices: true })).sums).not.toEqual([])
  expect(sheetOf(sample('priceInquiry'), design({ showsPrices: true })).sums).toEqual([])
})

test('amounts of other currencies have their places and words', () => {
  const dollars = { currency: 'USD', moneyUnit: 'toman' } as const
  expect(paperMoney('en', dollars).amount('1200550')).toBe('12,005.50 USD')
  expect(paperMoney('en', dollars).words('1200550')).toBe('twelve thousand five US dollars and fifty cents')
  expect(paperMoney('fa', dollars).words('1200500')).toBe('دوازده هزار و پنج دلار آمریکا')
  expect(paperMoney('fa', dollars).figure('-1205')).toBe('\u200e−۱۲٫۰۵')
  expect(paperMoney('en', { currency: 'IRR', moneyUnit: 'toman' }).words('1234')).toBe(
    'one hundred and twenty-three Toman and four Rial',
  )
})

test('sixty lines go over pages with their head and the sum so far', async () => {
  const lines = Array.from({ length: 60 }, (_, n) => {
    const [line] = sample('quote').lines
    if (!line) throw new Error('no line')
    return n % 7 === 0 ? { ...line, name: 'لپ‌تاپ ThinkPad X1 Carbon با نمایشگر ۱۴ اینچ '.repeat(4) } : line
  })
  for (const [layout, height] of [
    ['modern', 842],
    ['official', 595],
  ] as const) {
    const sheet = sheetOf(sample('invoice', { lines }), design({ layout }))
    const svg = await setDrawing(
      tested.app,
      {
        template: layout === 'official' ? officialTemplate : modernTemplate,
        data: sheet,
        pictures: {},
        name: 'x',
        madeAt: '2026-11-22T09:00:00.000Z',
      },
      { format: 'svg', fault: 'documents.notDrawn' },
    )
    const [, whole] = /viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg.toString()) ?? []
    expect(Math.round(Number(whole) / height)).toBe(3)
    expect(sheet.running?.sums).toHaveLength(layout === 'official' ? 61 : 60)
  }
}, 60_000)

test('one design is the usual one of a kind; the firm’s block is checked', async () => {
  const { caller } = await designer()
  const make = async (given: object) =>
    (await caller.post<PaperDesign>('/documents/designs', design(given))).body
  const first = await make({ name: 'یک', kinds: ['quote', 'order'] })
  await make({ name: 'دو', kinds: ['quote'] })
  const english = await make({ name: 'Three', language: 'en', kinds: ['quote'] })
  const { body } = await caller.get<{ items: PaperDesign[] }>('/documents/designs')
  expect(body.items.map(({ kinds }) => kinds)).toEqual([['order'], ['quote'], ['quote']])
  const late = await caller.put(`/documents/designs/${first.id}`, { ...design({}), version: first.version })
  expect(late.status).toBe(409)
  const { id, version } = english
  const archived = await caller.put(`/documents/designs/${id}`, { ...design({}), version, archived: true })
  expect(archived).toMatchObject({ status: 200, body: { archived: true } })

  const block = { ...firm, version: 0, phone: '۰۲۱-۸۸۷۷۶۶۵۵', nationalId: '10100947241' }
  expect(await caller.put('/documents/firm', block)).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'nationalId', code: 'parties.legalNationalId' }] },
  })
  expect(await caller.put('/documents/firm', { ...block, nationalId: '۱۰۱۰۰۹۴۷۲۴۰' })).toMatchObject({
    status: 200,
    body: { nationalId: '10100947240', version: 1 },
  })
})

test('every kind has a title in both languages, and sides sign as the kind asks', () => {
  for (const kind of DocumentKind.options)
    for (const language of ['fa', 'en'] as const) {
      const { signatures, title } = sheetOf(sample(kind), readyDesign(kind, language))
      expect(title).not.toBe('')
      expect(signatures.filter(({ ours }) => ours)).toHaveLength(1)
      expect(signatures.length > 1).toBe(
        documentKinds[kind].prices === 'hidden' || documentKinds[kind].sign !== 0,
      )
    }
})

async function designer() {
  const actor = await aFirm(tested.app)
  const headers = await aKey(tested.app, actor)
  return {
    caller: await callerOf(tested, actor),
    preview: (payload: PaperDesignInput, kind: DocumentKind) =>
      tested.server.inject({
        method: 'POST',
        url: `/api/v1/documents/designs/preview?kind=${kind}`,
        headers,
        payload,
      }),
  }
}
