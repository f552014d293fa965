import type { Product } from '@peyvand/catalog/contract'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Document,
  DocumentKind,
  type DocumentRow,
  type DocumentSettings,
  documentKinds,
  type SentDocument,
} from '../contract/index.ts'
import { byHand, type Fault, made, of, tradingFirm } from './testing/trading-firm.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
const { firm, act, issued, issue, convert, again } = tradingFirm(tested)

describe('what is made of a document', () => {
  test('quote, order, proforma, invoice and waybill keep prices and links both ways', async () => {
    const quote = await issued('quote', [of(firm.toner, '7'), byHand('نصب', '500000')], {
      charges: [{ label: 'حمل', amount: '100000' }],
    })
    const accepted = (await act(quote, 'accept', {}, firm.leader)).body
    expect(accepted).toMatchObject({ status: 'accepted', answer: { accepted: true } })
    const order = (await act((await convert(accepted, 'order')).body, 'issue', {}, firm.leader)).body
    const proforma = (await act((await convert(order, 'proforma')).body, 'issue', {}, firm.leader)).body
    const invoice = (await act((await convert(proforma, 'invoice')).body, 'issue', {}, firm.leader)).body
    for (const one of [order, proforma, invoice]) expect(one.totals.total).toBe(quote.totals.total)
    expect(invoice.sources).toMatchObject([{ id: proforma.id }])
    expect((await again(order)).followers).toMatchObject([{ id: proforma.id, kind: 'proforma' }])
    const cancelled = await act(await again(order), 'cancel', { reason: 'نشد' }, firm.leader)
    expect(cancelled.body.code).toBe('documents.hasFollowers')
    const waybill = (await convert(invoice, 'waybill')).body
    expect(waybill.lines.map(({ quantity }) => quantity)).toEqual(['7', '1'])
  })

  test('every kind becomes each of those that may follow it, with the same lines, and nothing else', async () => {
    const lines = [byHand('چاپگر', '1000000', '2.5')]
    for (const [name, { side, convertsTo }] of Object.entries(documentKinds)) {
      const one = await issued(name as DocumentKind, lines, {
        partyId: side === 'sales' ? firm.party.id : firm.supplier.id,
      })
      const answers = []
      for (const kind of DocumentKind.options) {
        const partyId = documentKinds[kind].side === side ? undefined : firm.supplier.id
        answers.push(await convert(one, kind, { partyId }))
      }
      const begun = answers.flatMap(({ status, body }) => (status === 201 ? body : []))
      const refused = answers.flatMap(({ status, body }) => (status === 201 ? [] : body.code))
      expect([name, begun.map(({ kind }) => kind).toSorted()]).toEqual([name, convertsTo.toSorted()])
      expect(begun.flatMap(({ lines: of }) => of)).toMatchObject(
        begun.map(() => ({ quantity: '2.5', from: { id: one.id } })),
      )
      expect(new Set(refused)).toEqual(new Set(['documents.notConvertible']))
    }
  })

  test('a copy has the price and the tax of today', async () => {
    const old = await issued('invoice', [of(firm.toner, '1')], { issuedOn: '2024-03-19' })
    const copy = await made<Document>(firm.leader, `/documents/${old.id}/copy`, {})
    expect(old.totals.vat).toBe('111111')
    expect(copy).toMatchObject({ issuedOn: '2026-11-22', totals: { vat: '123456' }, sources: [] })
  })

  test('a revision keeps the number, takes the place of the one before, and only one is written at a time', async () => {
    const quote = await issued('quote', [of(firm.toner, '2')])
    const revision = (await firm.leader.post<Document>(`/documents/${quote.id}/revise`, {})).body
    expect(revision).toMatchObject({ revision: 1, number: null, status: 'draft' })
    const twice = await firm.leader.post<Fault>(`/documents/${quote.id}/revise`, {})
    expect(twice.body.code).toBe('documents.revisionOpen')
    const now = (await act(revision, 'issue', {}, firm.leader)).body
    expect(now).toMatchObject({ number: quote.number, revision: 1, status: 'issued' })
    expect((await again(quote)).status).toBe('superseded')
    // A revision of what was carried on may have what the one before had, and keeps the ids of its lines.
    const order = (await act((await convert(now, 'order')).body, 'issue', {}, firm.leader)).body
    const next = (await firm.leader.post<Document>(`/documents/${order.id}/revise`, {})).body
    const saved = (lines: object[]) =>
      firm.leader.patch<Document & Fault>(`/documents/${next.id}`, { version: next.version, lines })
    const [line] = next.lines
    const carried = {
      id: line?.id,
      productId: firm.toner.id,
      priceBy: 'source',
      fromLineId: line?.fromLineId,
    }
    expect((await saved([{ ...carried, quantity: '3' }])).body.code).toBe('documents.overdrawn')
    const less = (await saved([{ ...carried, quantity: '1' }])).body
    expect(less.lines).toMatchObject([{ id: line?.id, quantity: '1' }])
    expect((await act(less, 'issue', {}, firm.leader)).body).toMatchObject({
      number: order.number,
      revision: 1,
    })
    expect(now.revisions.map(({ revision: of }) => of)).toEqual([0, 1])
  })

  test('conserves quantities and money, whatever the parts', async () => {
    const parts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 20 }), async (wanted, quantity) => {
        const cut = { manual: { kind: 'percent', percent: '7' } }
        const order = await issued('order', [of(firm.toner, String(quantity), cut)])
        const lineId = order.lines[0]?.id
        let left = quantity
        let net = 0n
        let discount = 0n
        for (const part of wanted) {
          const answer = await convert(order, 'invoice', { lines: [{ lineId, quantity: String(part) }] })
          expect(answer.status).toBe(part <= left ? 201 : 409)
          if (answer.status !== 201) continue
          left -= part
          net += BigInt(answer.body.totals.net)
          discount += BigInt(answer.body.totals.discount)
        }
        expect((await again(order)).convertsTo.includes('invoice')).toBe(left > 0)
        if (left > 0) {
          const { totals } = (await convert(order, 'invoice')).body
          net += BigInt(totals.net)
          discount += BigInt(totals.discount)
        }
        expect([net, discount].map(String)).toEqual([order.totals.net, order.totals.discount])
        expect((await convert(order, 'invoice')).body.code).toBe('documents.overdrawn')
      }),
      { numRuns: 6 },
    )
  })

  test('an order brings its proforma by itself where the firm wants it', async () => {
    const settings = (await firm.leader.get<DocumentSettings>('/documents/settings')).body
    const set = (billing: string, version: number) =>
      firm.leader.put<DocumentSettings>('/documents/settings', { ...settings, billing, version })
    const { version } = (await set('proforma', settings.version)).body
    const order = await issued('order', [of(firm.toner, '2')])
    await tested.runJobs()
    const [proforma] = (await again(order)).followers
    expect(proforma).toMatchObject({ kind: 'proforma', status: 'issued', total: order.totals.total })
    await set('byHand', version)
  })

  test('two who convert at the same time do not both get the last one', async () => {
    const order = await issued('order', [of(firm.toner, '1')])
    const answers = await Promise.all([convert(order, 'invoice'), convert(order, 'invoice')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  test('a deleted draft gives back what it had taken, and is restored only while that is left', async () => {
    const order = await issued('order', [of(firm.toner, '1')])
    const invoice = (await convert(order, 'invoice')).body
    expect((await firm.leader.delete(`/documents/${invoice.id}`)).status).toBe(204)
    const other = (await convert(order, 'invoice')).body
    const restored = await firm.leader.post<Fault>(`/documents/${invoice.id}/restore`, {})
    expect(restored.body.code).toBe('documents.overdrawn')
    await firm.leader.delete(`/documents/${other.id}`)
    expect((await firm.leader.post(`/documents/${invoice.id}/restore`, {})).status).toBe(200)
  })

  test('has the own values that the document before had, but for what is of one document alone', async () => {
    const field = (key: string, rest: object = {}) => {
      const input = { record: 'documents', key, type: 'text', labelFa: key, labelEn: key, ...rest }
      return made(firm.admin, '/custom-fields', input)
    }
    await field('site')
    await field('contract', { unique: true })
    await field('priority', { defaultValue: 'عادی' })
    const custom = { site: 'یزد', contract: '۱۲-۷', priority: 'فوری' }
    const quote = await issued('quote', [of(firm.toner, '1')], { custom })
    const begun = async (name: string, body: object) =>
      (await made<Document>(firm.leader, `/documents/${quote.id}/${name}`, body)).custom
    const carried = { site: 'یزد', priority: 'فوری' }
    expect(await begun('copy', {})).toEqual(carried)
    expect(await begun('revise', {})).toEqual(carried)
    const plain = await issued('quote', [of(firm.toner, '1')], { custom: {} })
    expect((await convert(plain, 'order')).body.custom).toEqual({ priority: 'عادی' })
  })
})

test('an order knows what was delivered and invoiced of it, with whatever stands between', async () => {
  const unitId = firm.toner.unit.id
  const service = await made<Product>(firm.leader, '/products', { kind: 'service', name: 'نصب', unitId })
  const order = await issued('order', [
    of(firm.toner, '10'),
    of(firm.printer, '2'),
    { ...of(service, '1'), priceBy: 'hand', unitPrice: '500000' },
  ])
  const next = async (from: Document, kind: DocumentKind, quantities?: string[]) => {
    const lines = quantities?.map((quantity, at) => ({ lineId: from.lines[at]?.id, quantity }))
    return issue((await convert(from, kind, lines && { lines })).body)
  }
  const now = async () => {
    const { delivery, invoicing, lines } = await again(order)
    return [delivery, invoicing, ...lines.map(({ progress }) => [progress?.delivered, progress?.invoiced])]
  }
  expect(await now()).toEqual(['none', 'none', ['0', '0'], ['0', '0'], [null, '0']])
  const first = await next(order, 'waybill', ['4'])
  // A draft counts for what is left, not for what went out.
  await convert(order, 'waybill', { lines: [{ lineId: order.lines[0]?.id, quantity: '1' }] })
  expect(await now()).toEqual(['partly', 'none', ['4', '0'], ['0', '0'], [null, '0']])
  const invoice = await next(await next(order, 'proforma'), 'invoice')
  const second = await next(invoice, 'waybill', ['6', '2'])
  await next(first, 'deliveryReceipt')
  const whole = ['fully', 'fully', ['10', '10'], ['2', '2'], [null, '1']]
  expect(await now()).toEqual(whole)
  await act(await again(second), 'cancel', { reason: 'برگشت' }, firm.leader)
  expect(await now()).toEqual(['partly', 'fully', ['4', '10'], ['0', '2'], [null, '1']])

  const filter = encodeURIComponent(JSON.stringify({ field: 'delivery', op: 'eq', value: 'partly' }))
  const list = await firm.leader.get<{ items: DocumentRow[] }>(`/documents?filter=${filter}`)
  expect(list.body.items.map(({ id }) => id)).toEqual([order.id])
  const sent = await made<SentDocument>(firm.leader, `/documents/${order.id}/send`, { channel: 'link' })
  const page = await tested.server.inject({ url: new URL(sent.address).pathname })
  expect(page.body).toContain('۰ از ۲ ردیف')
  expect(page.body).toContain('۴ تحویل‌شده')

  // Half by half, and never more than the order has.
  const other = await issued('order', [of(firm.toner, '2')])
  await Promise.all([next(other, 'waybill', ['1']), next(other, 'waybill', ['1'])])
  expect(await again(other)).toMatchObject({ delivery: 'fully', invoicing: 'none' })
  const cancelled = await act(
    await issued('order', [of(firm.toner, '1')]),
    'cancel',
    { reason: 'نشد' },
    firm.leader,
  )
  expect(cancelled.body).toMatchObject({ delivery: null, invoicing: null })
})
