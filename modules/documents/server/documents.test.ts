import type { PriceList, Product } from '@peyvand/catalog/contract'
import { aFirm, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { PartyFile } from '@peyvand/parties/contract'
import type { SearchHit } from '@peyvand/platform/contract'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  Document,
  DocumentKind,
  DocumentPreview,
  DocumentRow,
  DocumentSettings,
  PurchasedProduct,
} from '../contract/index.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
let leader: Caller
let seller: Caller
let colleague: Caller
let stranger: Caller
let party: { id: string }
let supplier: { id: string }
let printer: Product
let toner: Product
let vatClass: string

type Fault = { code: string; errors?: { path: string; code: string }[] }
const made = async <T>(by: Caller, path: string, body: object): Promise<T> => {
  const answer = await by.post<T>(path, body)
  if (answer.status !== 201) throw new Error(`not made: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const draft = (kind: DocumentKind, lines: object[], rest: object = {}, by = seller) =>
  made<Document>(by, '/documents', { kind, partyId: party.id, lines, ...rest })
const act = (one: Document, name: string, rest: object = {}, by = seller) =>
  by.post<Document & Fault>(`/documents/${one.id}/${name}`, { version: one.version, ...rest })
const issued = async (kind: DocumentKind, lines: object[], rest: object = {}, by = leader) => {
  const answer = await act(await draft(kind, lines, rest, by), 'issue', {}, by)
  if (answer.status !== 200) throw new Error(`not issued: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const convert = (one: Document, kind: DocumentKind, rest: object = {}, by = leader) =>
  by.post<Document & Fault>(`/documents/${one.id}/convert`, { kind, ...rest })
const again = async (one: Document, by = leader) => (await by.get<Document>(`/documents/${one.id}`)).body
const of = (product: Product, quantity: string, rest: object = {}) => ({
  productId: product.id,
  quantity,
  ...rest,
})
const byHand = (name: string, unitPrice: string, quantity = '1') => ({
  name,
  quantity,
  priceBy: 'hand',
  unitPrice,
})

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  const team = await aTeam(tested.app, admin.firm)
  leader = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'manager' }))
  seller = await callerOf(tested, await aUser(tested.app, admin.firm, { teamIds: [team] }))
  colleague = await callerOf(tested, await aUser(tested.app, admin.firm, { teamIds: [team] }))
  stranger = await callerOf(tested, await aFirm(tested.app))
  party = await made(seller, '/parties', { kind: 'organization', name: 'شرکت آذر', groups: ['customers'] })
  supplier = await made(leader, '/parties', { kind: 'organization', name: 'بازرگانی سپهر', groups: [] })
  const lists = await leader.get<{ items: { key: string; values: { id: string; key: string }[] }[] }>(
    '/value-lists',
  )
  const unitId = lists.body.items
    .find(({ key }) => key === 'units')
    ?.values.find(({ key }) => key === 'piece')?.id
  printer = await made(leader, '/products', { name: 'چاپگر سپهر', unitId })
  toner = await made(leader, '/products', { name: 'تونر سپهر', unitId })
  vatClass = printer.vatClass.id
  const base = (await leader.get<{ items: PriceList[] }>('/price-lists')).body.items[0] as PriceList
  const dollars = await made<PriceList>(leader, '/price-lists', { name: 'صادراتی', currency: 'USD' })
  const set = (list: PriceList, prices: object[]) => leader.put(`/price-lists/${list.id}/prices`, { prices })
  await set(base, [
    { productId: printer.id, price: '10000000', floor: '9000000' },
    { productId: toner.id, price: '1234567' },
  ])
  await set(dollars, [{ productId: toner.id, price: '1999' }])
})

describe('figures calculated by hand', () => {
  test('discount, half units, freight and rounding: 37,975,302 + 500,001 + 3,847,529, rounded to 42,323,000', async () => {
    const one = await draft(
      'quote',
      [
        of(printer, '3', { manual: { kind: 'percent', percent: '5' } }),
        of(toner, '7'),
        byHand('نصب و راه‌اندازی', '333333', '2.5'),
      ],
      { charges: [{ label: 'کرایهٔ حمل', amount: '500001', vatClassId: vatClass }], roundTo: 1000 },
    )
    expect(one.lines.map(({ net, vatAmount, total }) => [net, vatAmount, total])).toEqual([
      ['28500000', '2850000', '31350000'],
      ['8641969', '864196', '9506165'],
      ['833333', '83333', '916666'],
    ])
    expect(one.totals).toEqual({
      gross: '39475302',
      discount: '1500000',
      net: '37975302',
      charges: '500001',
      vat: '3847529',
      rounding: '168',
      total: '42323000',
      totalRial: '42323000',
      words: expect.stringMatching(/^چهل و دو میلیون|^چهار میلیون/),
    })
    expect(one).toMatchObject({ status: 'draft', number: null, validUntil: '2026-12-06' })
  })

  test('tax is that of the day: 9 % of 1,234,567 is 111,111 until the end of 1402, then 123,456', async () => {
    const vatOn = async (issuedOn: string) =>
      (await draft('invoice', [of(toner, '1')], { issuedOn })).totals.vat
    expect(await vatOn('2024-03-19')).toBe('111111')
    expect(await vatOn('2024-03-20')).toBe('123456')
  })

  test('what is taken back bears the price and the tax that it was sold with', async () => {
    const sold = await issued('invoice', [of(toner, '10')], { issuedOn: '2024-03-19' })
    const back = await convert(sold, 'creditNote', { lines: [{ lineId: sold.lines[0]?.id, quantity: '4' }] })
    // 4 × 1,234,567 = 4,938,268, of which 9 % are 444,444.12
    expect(back.body.totals).toMatchObject({ net: '4938268', vat: '444444', total: '5382712' })
    expect((await act(back.body, 'issue', {}, leader)).body.number).toBe('RET-1405-00001')
    const bought = await leader.get<{ items: PurchasedProduct[] }>(`/parties/${party.id}/purchases`)
    expect(bought.body.items).toMatchObject([
      { product: { id: toner.id }, quantity: '6', netRial: '7407402', times: 1, lastOn: '2024-03-19' },
    ])
  })

  test('dollars: 3 × 19.99 with 10 % are 65.96, at 600,000 Rial 39,576,000; without the rate it is not issued', async () => {
    const one = await draft('invoice', [of(toner, '3')], { currency: 'USD' })
    expect(one.totals).toMatchObject({ net: '5997', vat: '599', total: '6596', totalRial: null, words: null })
    expect((await act(one, 'issue')).body.code).toBe('documents.rateMissing')
    const rated = await seller.patch<Document>(`/documents/${one.id}`, {
      version: one.version,
      exchangeRate: '600000',
    })
    expect(rated.body.totals.totalRial).toBe('39576000')
    expect((await act(rated.body, 'issue')).body).toMatchObject({ status: 'issued' })
  })

  test('the preview says the same and tells at the line what has no price', async () => {
    const { body } = await seller.post<DocumentPreview>('/documents/preview', {
      kind: 'quote',
      partyId: party.id,
      currency: 'USD',
      lines: [of(toner, '3'), of(printer, '1')],
    })
    expect(body.lines.map((line) => line?.total ?? null)).toEqual(['6596', null])
    expect(body.faults).toMatchObject([{ index: 1, code: 'catalog.noPrice' }])
    expect(body.totals.total).toBe('6596')
    const refused = await seller.post<Fault>('/documents', {
      kind: 'quote',
      partyId: party.id,
      currency: 'USD',
      lines: [of(printer, '1')],
    })
    expect(refused.body.errors).toMatchObject([{ path: 'lines.0.unitPrice', code: 'catalog.noPrice' }])
  })
})

describe('a document', () => {
  test('is seen by its owner, who leads and nobody else, found by what is on it, and in the file once issued', async () => {
    const buyer = await made<{ id: string }>(seller, '/parties', {
      kind: 'person',
      name: 'نرگس یزدی',
      groups: [],
    })
    const bought = { title: 'چاپگرهای شعبهٔ یزد', partyId: buyer.id }
    const one = await draft('quote', [of(printer, '1')], bought)
    for (const other of [colleague, stranger]) {
      expect((await other.get(`/documents/${one.id}`)).status).toBe(404)
      expect((await act(one, 'issue', {}, other)).status).toBe(404)
      expect((await other.get<{ items: DocumentRow[] }>('/documents')).body.items).toEqual([])
    }
    const filter = encodeURIComponent(JSON.stringify({ field: 'title', op: 'contains', value: 'یزد' }))
    const mine = await leader.get<{ items: DocumentRow[] }>(`/documents?filter=${filter}`)
    expect(mine.body.items).toMatchObject([{ id: one.id, party: { name: 'نرگس یزدی' } }])
    const sent = (await act(one, 'issue')).body
    const hits = await seller.get<{ items: SearchHit[] }>(`/search?q=${sent.number}`)
    expect(hits.body.items).toMatchObject([{ type: 'documents', id: one.id }])
    const file = (await seller.get<PartyFile>(`/parties/${buyer.id}/file`)).body
    expect(file.counts).toMatchObject({ documentIssued: 1 })
    expect(file.nextSteps).toMatchObject([{ subjectType: 'documents', subjectId: one.id }])
  })

  test('changes no more once issued but for what is not printed, and is cancelled with a reason', async () => {
    const one = await issued('invoice', [of(toner, '1')])
    const change = (rest: object) =>
      leader.patch<Document & Fault>(`/documents/${one.id}`, { version: one.version, ...rest })
    expect((await change({ note: 'دیگر' })).body.code).toBe('documents.issuedAlready')
    expect((await leader.delete(`/documents/${one.id}`)).status).toBe(409)
    const noted = await change({ internalNote: 'با مشتری هماهنگ شد' })
    expect(noted.body.internalNote).toBe('با مشتری هماهنگ شد')
    const gone = await act(noted.body, 'cancel', { reason: 'اشتباه در مشتری' }, leader)
    expect(gone.body).toMatchObject({ status: 'cancelled', number: one.number })
    expect((await act(gone.body, 'cancel', { reason: 'باز' }, leader)).body.code).toBe(
      'documents.statusForbids',
    )
  })

  test('below the floor waits for somebody who may approve it; what is carried on is not asked for again', async () => {
    const low = [of(printer, '2', { manual: { kind: 'percent', percent: '20' } })]
    const waiting = (await act(await draft('quote', low), 'issue')).body
    expect(waiting).toMatchObject({
      status: 'waiting',
      number: null,
      approval: { reasons: [{ because: 'floor', lines: [0] }] },
    })
    expect((await act(waiting, 'approve')).status).toBe(403)
    const back = (await act(waiting, 'decline', { note: 'بیش از اندازه' }, leader)).body
    expect(back).toMatchObject({ status: 'draft', approval: { decision: 'declined', note: 'بیش از اندازه' } })
    const asked = (await act(back, 'issue')).body
    const approved = (await act(asked, 'approve', {}, leader)).body
    expect(approved).toMatchObject({ status: 'issued', approval: { decision: 'approved' } })
    const order = (await convert(approved, 'order', {}, seller)).body
    expect((await act(order, 'issue')).body).toMatchObject({ status: 'issued' })
  })

  test('asks for approval by discount, amount and credit as the firm has set it', async () => {
    const settings = (await leader.get<DocumentSettings>('/documents/settings')).body
    const limits = { discountOver: '10', amountOver: '50000000', creditOver: '20000000', belowFloor: false }
    const rule = { kinds: ['proforma'], ...limits }
    const put = (rules: object[], version: number) =>
      leader.put<DocumentSettings>('/documents/settings', { ...settings, rules, version })
    const changed = await put([rule, ...settings.rules], settings.version)
    const reasons = async (lines: object[], rest: object = {}) =>
      (await act(await draft('proforma', lines, rest), 'issue')).body.approval?.reasons.map(
        ({ because }) => because,
      ) ?? []
    expect(await reasons([of(printer, '1')])).toEqual([])
    expect(await reasons([of(toner, '1', { manual: { kind: 'percent', percent: '10.01' } })])).toEqual([
      'discount',
    ])
    expect(await reasons([of(printer, '5')])).toEqual(['amount'])
    expect(await reasons([of(printer, '2')], { settlement: 'credit' })).toEqual(['credit'])
    await put(settings.rules, changed.body.version)
  })

  test('of a purchase is for those with the right, at the price last paid', async () => {
    const refused = await seller.post('/documents', { kind: 'purchaseOrder', partyId: party.id, lines: [] })
    expect(refused.status).toBe(403)
    const bought = { partyId: supplier.id }
    const first = [{ ...of(toner, '10'), priceBy: 'hand', unitPrice: '800000' }]
    const order = await issued('purchaseOrder', first, bought)
    const cheap = [{ ...of(printer, '1'), priceBy: 'hand', unitPrice: '5000000' }]
    expect((await issued('purchaseOrder', cheap, bought)).approval).toBeNull()
    const next = await draft('purchaseInvoice', [of(toner, '1')], bought, leader)
    expect(next.lines[0]).toMatchObject({ listPrice: '800000' })
    const receipt = (await convert(order, 'goodsReceipt')).body
    expect(receipt.lines).toMatchObject([{ quantity: '10', from: { number: order.number } }])
    expect((await seller.get(`/documents/${order.id}`)).status).toBe(404)
  })
})

describe('what is made of a document', () => {
  test('quote, order, proforma, invoice and waybill keep prices and links both ways', async () => {
    const quote = await issued('quote', [of(toner, '7'), byHand('نصب', '500000')], {
      charges: [{ label: 'حمل', amount: '100000' }],
    })
    const accepted = (await act(quote, 'accept', {}, leader)).body
    expect(accepted).toMatchObject({ status: 'accepted', answer: { accepted: true } })
    const order = (await act((await convert(accepted, 'order')).body, 'issue', {}, leader)).body
    const proforma = (await act((await convert(order, 'proforma')).body, 'issue', {}, leader)).body
    const invoice = (await act((await convert(proforma, 'invoice')).body, 'issue', {}, leader)).body
    for (const one of [order, proforma, invoice]) expect(one.totals.total).toBe(quote.totals.total)
    expect(invoice.sources).toMatchObject([{ id: proforma.id }])
    expect((await again(order)).followers).toMatchObject([{ id: proforma.id, kind: 'proforma' }])
    const cancelled = await act(await again(order), 'cancel', { reason: 'نشد' }, leader)
    expect(cancelled.body.code).toBe('documents.hasFollowers')
    const waybill = (await convert(invoice, 'waybill')).body
    expect(waybill.lines.map(({ quantity }) => quantity)).toEqual(['7', '1'])
  })

  test('a revision keeps the number, takes the place of the one before, and only one is written at a time', async () => {
    const quote = await issued('quote', [of(toner, '2')])
    const revision = (await leader.post<Document>(`/documents/${quote.id}/revise`, {})).body
    expect(revision).toMatchObject({ revision: 1, number: null, status: 'draft' })
    const twice = await leader.post<Fault>(`/documents/${quote.id}/revise`, {})
    expect(twice.body.code).toBe('documents.revisionOpen')
    const now = (await act(revision, 'issue', {}, leader)).body
    expect(now).toMatchObject({ number: quote.number, revision: 1, status: 'issued' })
    expect((await again(quote)).status).toBe('superseded')
    // A revision of what was carried on may have what the one before had, and keeps the ids of its lines.
    const order = (await act((await convert(now, 'order')).body, 'issue', {}, leader)).body
    const next = (await leader.post<Document>(`/documents/${order.id}/revise`, {})).body
    const saved = (lines: object[]) =>
      leader.patch<Document & Fault>(`/documents/${next.id}`, { version: next.version, lines })
    const [line] = next.lines
    const carried = { id: line?.id, productId: toner.id, priceBy: 'source', fromLineId: line?.fromLineId }
    expect((await saved([{ ...carried, quantity: '3' }])).body.code).toBe('documents.overdrawn')
    const less = (await saved([{ ...carried, quantity: '1' }])).body
    expect(less.lines).toMatchObject([{ id: line?.id, quantity: '1' }])
    expect((await act(less, 'issue', {}, leader)).body).toMatchObject({ number: order.number, revision: 1 })
    expect(now.revisions.map(({ revision: of }) => of)).toEqual([0, 1])
  })

  test('conserves quantities and money, whatever the parts', async () => {
    const parts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 20 }), async (wanted, quantity) => {
        const order = await issued('order', [of(toner, String(quantity))])
        const lineId = order.lines[0]?.id
        let left = quantity
        let net = 0n
        for (const part of wanted) {
          const answer = await convert(order, 'invoice', { lines: [{ lineId, quantity: String(part) }] })
          expect(answer.status).toBe(part <= left ? 201 : 409)
          if (answer.status !== 201) continue
          left -= part
          net += BigInt(answer.body.totals.net)
        }
        expect((await again(order)).convertsTo.includes('invoice')).toBe(left > 0)
        if (left > 0) net += BigInt((await convert(order, 'invoice')).body.totals.net)
        expect(String(net)).toBe(order.totals.net)
        expect((await convert(order, 'invoice')).body.code).toBe('documents.overdrawn')
      }),
      { numRuns: 6 },
    )
  })

  test('an order brings its proforma by itself where the firm wants it', async () => {
    const settings = (await leader.get<DocumentSettings>('/documents/settings')).body
    const set = (billing: string, version: number) =>
      leader.put<DocumentSettings>('/documents/settings', { ...settings, billing, version })
    const { version } = (await set('proforma', settings.version)).body
    const order = await issued('order', [of(toner, '2')])
    await tested.runJobs()
    const [proforma] = (await again(order)).followers
    expect(proforma).toMatchObject({ kind: 'proforma', status: 'issued', total: order.totals.total })
    await set('byHand', version)
  })

  test('two who convert at the same time do not both get the last one', async () => {
    const order = await issued('order', [of(toner, '1')])
    const answers = await Promise.all([convert(order, 'invoice'), convert(order, 'invoice')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  test('a deleted draft gives back what it had taken, and is restored only while that is left', async () => {
    const order = await issued('order', [of(toner, '1')])
    const invoice = (await convert(order, 'invoice')).body
    expect((await leader.delete(`/documents/${invoice.id}`)).status).toBe(204)
    const other = (await convert(order, 'invoice')).body
    const restored = await leader.post<Fault>(`/documents/${invoice.id}/restore`, {})
    expect(restored.body.code).toBe('documents.overdrawn')
    await leader.delete(`/documents/${other.id}`)
    expect((await leader.post(`/documents/${invoice.id}/restore`, {})).status).toBe(200)
  })
})

test('fifty who issue at the same time get numbers without a gap, whoever is refused meanwhile', async () => {
  const drafts = await Promise.all(
    Array.from({ length: 50 }, (_, index) => draft('priceInquiry', [of(toner, String(index + 1))])),
  )
  const empty = await draft('priceInquiry', [])
  const answers = await Promise.all([...drafts, empty].map((one) => act(one, 'issue')))
  expect(answers.at(-1)?.body.code).toBe('documents.noLines')
  const numbers = answers.slice(0, -1).map(({ body }) => Number(/\d+$/.exec(body.number ?? '')?.[0]))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
})
