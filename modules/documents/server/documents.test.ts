import { aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { PartyFile } from '@peyvand/parties/contract'
import type { SearchHit } from '@peyvand/platform/contract'
import { testApp } from '@peyvand/platform/testing'
import { describe, expect, test } from 'vitest'
import type {
  Document,
  DocumentPreview,
  DocumentRow,
  DocumentSettings,
  PurchasedProduct,
} from '../contract/index.ts'
import { byHand, type Fault, made, of, tradingFirm } from './testing/trading-firm.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
const { firm, draft, act, issued, convert } = tradingFirm(tested)

describe('figures calculated by hand', () => {
  test('discount, half units, freight and rounding: 37,975,302 + 500,001 + 3,847,529, rounded to 42,323,000', async () => {
    const one = await draft(
      'quote',
      [
        of(firm.printer, '3', { manual: { kind: 'percent', percent: '5' } }),
        of(firm.toner, '7'),
        byHand('نصب و راه‌اندازی', '333333', '2.5'),
      ],
      {
        charges: [{ label: 'کرایهٔ حمل', amount: '500001', vatClassId: firm.printer.vatClass.id }],
        roundTo: 1000,
      },
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
      (await draft('invoice', [of(firm.toner, '1')], { issuedOn })).totals.vat
    expect(await vatOn('2024-03-19')).toBe('111111')
    expect(await vatOn('2024-03-20')).toBe('123456')
    // Numbers are those of the fiscal year of the day, too.
    const numberOn = async (issuedOn: string) =>
      (await issued('deliveryReceipt', [of(firm.toner, '1')], { issuedOn })).number
    expect(await numberOn('2024-03-19')).toBe('DLV-1402-00001')
    expect(await numberOn('2024-03-20')).toBe('DLV-1403-00001')
    expect(await numberOn('2024-03-18')).toBe('DLV-1402-00002')
  })

  test('what is taken back bears the price and the tax that it was sold with', async () => {
    const sold = await issued('invoice', [of(firm.toner, '10')], { issuedOn: '2024-03-19' })
    const back = await convert(sold, 'creditNote', { lines: [{ lineId: sold.lines[0]?.id, quantity: '4' }] })
    // 4 × 1,234,567 = 4,938,268, of which 9 % are 444,444.12
    expect(back.body.totals).toMatchObject({ net: '4938268', vat: '444444', total: '5382712' })
    expect((await act(back.body, 'issue', {}, firm.leader)).body.number).toBe('RET-1405-00001')
    const bought = await firm.leader.get<{ items: PurchasedProduct[] }>(`/parties/${firm.party.id}/purchases`)
    expect(bought.body.items).toMatchObject([
      { product: { id: firm.toner.id }, quantity: '6', netRial: '7407402', times: 1, lastOn: '2024-03-19' },
    ])
  })

  test('dollars: 3 × 19.99 with 10 % are 65.96, at 600,000 Rial 39,576,000; without the rate it is not issued', async () => {
    const one = await draft('invoice', [of(firm.toner, '3')], { currency: 'USD' })
    expect(one.totals).toMatchObject({ net: '5997', vat: '599', total: '6596', totalRial: null, words: null })
    expect((await act(one, 'issue')).body.code).toBe('documents.rateMissing')
    const rated = await firm.seller.patch<Document>(`/documents/${one.id}`, {
      version: one.version,
      exchangeRate: '600000',
    })
    expect(rated.body.totals.totalRial).toBe('39576000')
    expect((await act(rated.body, 'issue')).body).toMatchObject({ status: 'issued' })
  })

  test('the preview says the same and tells at the line what has no price', async () => {
    const { body } = await firm.seller.post<DocumentPreview>('/documents/preview', {
      kind: 'quote',
      partyId: firm.party.id,
      currency: 'USD',
      lines: [of(firm.toner, '3'), of(firm.printer, '1')],
    })
    expect(body.lines.map((line) => line?.total ?? null)).toEqual(['6596', null])
    expect(body.faults).toMatchObject([{ index: 1, code: 'catalog.noPrice' }])
    expect(body.totals.total).toBe('6596')
    const refused = await firm.seller.post<Fault>('/documents', {
      kind: 'quote',
      partyId: firm.party.id,
      currency: 'USD',
      lines: [of(firm.printer, '1')],
    })
    expect(refused.body.errors).toMatchObject([{ path: 'lines.0.unitPrice', code: 'catalog.noPrice' }])
  })
})

describe('a document', () => {
  test('is seen by its owner, who leads and nobody else, found by what is on it, and in the file once issued', async () => {
    const buyer = await made<{ id: string }>(firm.seller, '/parties', {
      kind: 'person',
      name: 'نرگس یزدی',
      groups: [],
    })
    const bought = { title: 'چاپگرهای شعبهٔ یزد', partyId: buyer.id }
    const one = await draft('quote', [of(firm.printer, '1')], bought)
    for (const other of [firm.colleague, firm.stranger]) {
      expect((await other.get(`/documents/${one.id}`)).status).toBe(404)
      expect((await act(one, 'issue', {}, other)).status).toBe(404)
      expect((await other.get<{ items: DocumentRow[] }>('/documents')).body.items).toEqual([])
    }
    const filter = encodeURIComponent(JSON.stringify({ field: 'title', op: 'contains', value: 'یزد' }))
    const mine = await firm.leader.get<{ items: DocumentRow[] }>(`/documents?filter=${filter}`)
    expect(mine.body.items).toMatchObject([{ id: one.id, party: { name: 'نرگس یزدی' } }])
    const sent = (await act(one, 'issue')).body
    const hits = await firm.seller.get<{ items: SearchHit[] }>(`/search?q=${sent.number}`)
    expect(hits.body.items).toMatchObject([{ type: 'documents', id: one.id }])
    const file = (await firm.seller.get<PartyFile>(`/parties/${buyer.id}/file`)).body
    expect(file.counts).toMatchObject({ documentIssued: 1 })
    expect(file.nextSteps).toMatchObject([{ subjectType: 'documents', subjectId: one.id }])
  })

  test('changes no more once issued but for what is not printed, and is cancelled with a reason', async () => {
    const one = await issued('invoice', [of(firm.toner, '1')])
    const change = (rest: object) =>
      firm.leader.patch<Document & Fault>(`/documents/${one.id}`, { version: one.version, ...rest })
    expect((await change({ note: 'دیگر' })).body.code).toBe('documents.issuedAlready')
    expect((await firm.leader.delete(`/documents/${one.id}`)).status).toBe(409)
    const noted = await change({ internalNote: 'با مشتری هماهنگ شد' })
    expect(noted.body.internalNote).toBe('با مشتری هماهنگ شد')
    const gone = await act(noted.body, 'cancel', { reason: 'اشتباه در مشتری' }, firm.leader)
    expect(gone.body).toMatchObject({ status: 'cancelled', number: one.number })
    expect((await act(gone.body, 'cancel', { reason: 'باز' }, firm.leader)).body.code).toBe(
      'documents.statusForbids',
    )
  })

  test('below the floor waits for somebody who may approve it; what is carried on is not asked for again', async () => {
    const low = [of(firm.printer, '2', { manual: { kind: 'percent', percent: '20' } })]
    const waiting = (await act(await draft('quote', low), 'issue')).body
    expect(waiting).toMatchObject({
      status: 'waiting',
      number: null,
      approval: { reasons: [{ because: 'floor', lines: [0] }] },
    })
    expect((await act(waiting, 'approve')).status).toBe(403)
    const back = (await act(waiting, 'decline', { note: 'بیش از اندازه' }, firm.leader)).body
    expect(back).toMatchObject({ status: 'draft', approval: { decision: 'declined', note: 'بیش از اندازه' } })
    const asked = (await act(back, 'issue')).body
    const approved = (await act(asked, 'approve', {}, firm.leader)).body
    expect(approved).toMatchObject({ status: 'issued', approval: { decision: 'approved' } })
    const order = (await convert(approved, 'order', {}, firm.seller)).body
    expect((await act(order, 'issue')).body).toMatchObject({ status: 'issued' })
  })

  test('that waits is told of to those whose right to approve reaches it', async () => {
    const holder = async (read: string, approve: string, teamIds: string[]) => {
      const name = `${read} ${approve} ${teamIds.length}`
      const grants = { 'documents.read': read, 'documents.approve': approve }
      const role = { nameFa: name, nameEn: name, grants, rights: [], fieldRules: {} }
      const { id } = await made<{ id: string }>(firm.admin, '/roles', role)
      return callerOf(tested, await aUser(tested.app, firm.founder.firm, { roleIds: [id], teamIds }))
    }
    const leads = await holder('team', 'team', [firm.team])
    const isAbove = await holder('all', 'subtree', [firm.branch])
    const others = [
      await holder('subtree', 'team', [firm.branch]),
      await holder('all', 'own', [firm.team]),
      await holder('own', 'all', [firm.team]),
      firm.colleague,
    ]
    const low = [of(firm.printer, '1', { manual: { kind: 'percent', percent: '20' } })]
    const waiting = (await act(await draft('quote', low), 'issue')).body
    await tested.runJobs()
    const timesTold = async (caller: Caller) => {
      const { body } = await caller.get<{ items: { subject: { id: string } | null }[] }>('/notifications')
      return body.items.filter(({ subject }) => subject?.id === waiting.id).length
    }
    const all = [firm.leader, leads, isAbove, ...others]
    expect(await Promise.all(all.map(timesTold))).toEqual([1, 1, 1, 0, 0, 0, 0])
    expect((await act(waiting, 'approve', {}, others[2])).status).toBe(404)
    expect((await act(waiting, 'approve', {}, leads)).body.status).toBe('issued')
  })

  test('asks for approval by discount, amount and credit as the firm has set it', async () => {
    const settings = (await firm.leader.get<DocumentSettings>('/documents/settings')).body
    const limits = { discountOver: '10', amountOver: '50000000', creditOver: '20000000', belowFloor: false }
    const rule = { kinds: ['proforma'], ...limits }
    const put = (rules: object[], version: number) =>
      firm.leader.put<DocumentSettings>('/documents/settings', { ...settings, rules, version })
    const changed = await put([rule, ...settings.rules], settings.version)
    const reasons = async (lines: object[], rest: object = {}) =>
      (await act(await draft('proforma', lines, rest), 'issue')).body.approval?.reasons.map(
        ({ because }) => because,
      ) ?? []
    expect(await reasons([of(firm.printer, '1')])).toEqual([])
    expect(await reasons([of(firm.toner, '1', { manual: { kind: 'percent', percent: '10.01' } })])).toEqual([
      'discount',
    ])
    expect(await reasons([of(firm.printer, '5')])).toEqual(['amount'])
    expect(await reasons([of(firm.printer, '2')], { settlement: 'credit' })).toEqual(['credit'])
    await put(settings.rules, changed.body.version)
  })

  test('of a purchase is for those with the right, at the price last paid', async () => {
    const refused = await firm.seller.post('/documents', {
      kind: 'purchaseOrder',
      partyId: firm.party.id,
      lines: [],
    })
    expect(refused.status).toBe(403)
    const bought = { partyId: firm.supplier.id }
    const first = [{ ...of(firm.toner, '10'), priceBy: 'hand', unitPrice: '800000' }]
    const order = await issued('purchaseOrder', first, bought)
    const cheap = [{ ...of(firm.printer, '1'), priceBy: 'hand', unitPrice: '5000000' }]
    expect((await issued('purchaseOrder', cheap, bought)).approval).toBeNull()
    const next = await draft('purchaseInvoice', [of(firm.toner, '1')], bought, firm.leader)
    expect(next.lines[0]).toMatchObject({ listPrice: '800000' })
    const receipt = (await convert(order, 'goodsReceipt')).body
    expect(receipt.lines).toMatchObject([{ quantity: '10', from: { number: order.number } }])
    expect((await firm.seller.get(`/documents/${order.id}`)).status).toBe(404)
  })
})

test('fifty who issue at the same time get numbers without a gap, whoever is refused meanwhile', async () => {
  const drafts = await Promise.all(
    Array.from({ length: 50 }, (_, index) => draft('priceInquiry', [of(firm.toner, String(index + 1))])),
  )
  const empty = await draft('priceInquiry', [])
  const answers = await Promise.all([...drafts, empty].map((one) => act(one, 'issue')))
  expect(answers.at(-1)?.body.code).toBe('documents.noLines')
  const numbers = answers.slice(0, -1).map(({ body }) => Number(/\d+$/.exec(body.number ?? '')?.[0]))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
})
