import type { ActivityRow } from '@peyvand/activities/contract'
import { type SmtpInbox, startSmsInbox, startSmtpInbox } from '@peyvand/channels/testing'
import { aFirm, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Document, DocumentKind, DocumentShare, SentDocument } from '../../contract/index.ts'

let now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let boss: Caller
let partyId: string
let inbox: SmtpInbox

beforeAll(async () => {
  admin = await aFirm(tested.app)
  boss = await callerOf(tested, admin)
  const party = { kind: 'organization', name: 'شرکت <b>آذر</b>', groups: ['customers'] }
  partyId = (await boss.post<{ id: string }>('/parties', party)).body.id
  inbox = await startSmtpInbox()
  const server = { host: '127.0.0.1', port: inbox.port, security: 'none', username: null }
  const from = { fromName: 'پیوند', fromAddress: 'crm@firm.example', version: 0 }
  const { status, body } = await boss.put('/channels/mail-server', { ...server, ...from })
  if (status !== 200) throw new Error(JSON.stringify(body))
})
afterAll(() => inbox.stop())

test('the customer sees an offer without an account, loads its PDF and accepts it once', async () => {
  const offer = await issued('quote')
  const { address } = await sent(offer, { channel: 'link' })
  const path = pathOf(address)
  const page = await visit(path)
  expect(page).toMatchObject({ status: 200, policy: expect.stringContaining("default-src 'none'") })
  expect(page.text).toContain('پیشنهاد قیمت')
  expect(page.text).toContain('&lt;b&gt;آذر')
  expect(page.text).not.toContain('برای خودمان')
  expect((await visit(`${path}/pdf`)).text.slice(0, 5)).toBe('%PDF-')

  const unsigned = await answer(path, { answer: 'accept', signer: ' ' })
  expect(unsigned).toMatchObject({ status: 400, text: expect.stringContaining('aria-invalid') })
  const accepted = await answer(path, { answer: 'accept', signer: 'سارا آذری', comment: 'عالی' })
  expect(accepted).toMatchObject({ status: 303, location: path })
  expect((await visit(path)).text).toContain('سارا آذری')
  expect((await visit(path)).text).not.toContain('<form')
  expect(await answer(path, { answer: 'reject', signer: 'دیگری' })).toMatchObject({ status: 400 })
  expect(await latest(offer)).toMatchObject({
    status: 'accepted',
    seenAt: now,
    answer: { accepted: true, signer: 'سارا آذری', comment: 'عالی' },
  })
  await tested.runJobs()
  const { body: told } = await boss.get<{ items: object[] }>('/notifications')
  expect(told.items).toMatchObject([
    { kind: 'documentAccepted', facts: { state: 'signer' }, subject: { type: 'documents', id: offer.id } },
  ])
  const { body } = await boss.get<{ items: { changes?: object }[] }>('/audit?sort=-at&limit=20')
  expect(JSON.stringify(body)).toContain('203.0.113.9')
})

test('units are named in the language of the page, whoever reads it', async () => {
  const { body } = await boss.get<{ items: { key: string; values: { id: string; labelEn: string }[] }[] }>(
    '/value-lists',
  )
  const unitId = body.items.find(({ key }) => key === 'units')?.values.find((u) => u.labelEn === 'Piece')?.id
  const offer = await issued('quote', {
    lines: [{ name: 'چاپگر', unitId, quantity: '2', priceBy: 'hand', unitPrice: '1000000' }],
  })
  const inLanguage = async (language: string) =>
    (await visit(pathOf((await sent(offer, { channel: 'link', language })).address))).text
  expect(await inLanguage('fa')).toContain('۲ عدد')
  expect(await inLanguage('en')).toContain('2 Piece')
})

test('an offer out of time, a closed address, an address whose days are over, and a made-up one take no answer', async () => {
  const yes = { answer: 'accept', signer: 'سارا' }
  const late = await issued('quote', { validUntil: '2026-11-23' })
  const path = pathOf((await sent(late, { channel: 'link', days: 10 })).address)
  const { share, address } = await sent(late, { channel: 'link' })
  now = '2026-11-25T09:00:00.000Z'
  expect((await visit(path)).text).toContain('مهلت پذیرش')
  expect(await answer(path, yes)).toMatchObject({ status: 400 })
  expect((await boss.delete(`/documents/${late.id}/shares/${share.id}`)).status).toBe(204)
  expect((await visit(pathOf(address))).status).toBe(410)
  expect((await visit(`${pathOf(address)}/pdf`)).status).toBe(404)
  now = '2026-12-10T09:00:00.000Z'
  expect((await visit(path)).status).toBe(410)
  expect(await answer(path, yes)).toMatchObject({ status: 410 })
  now = '2026-11-22T09:00:00.000Z'
  expect((await latest(late)).status).toBe('issued')

  // One of another firm's tokens, and one whose firm is not named.
  const stranger = await aFirm(tested.app)
  const swapped = path.replace(/\/d\/[^_]+_/, `/d/${stranger.firm.tenantId.toString(36)}_`)
  expect((await visit(swapped)).status).toBe(410)
  expect((await visit('/d/zz_nothing')).status).toBe(404)
  expect(await answer(swapped, yes)).toMatchObject({ status: 410 })
})

test('by e-mail the PDF goes along, and what was sent stands in the file without its address', async () => {
  const offer = await issued('proforma')
  const { share } = await sent(offer, { channel: 'email', to: 'sara@azar.example' })
  await tested.runJobs()
  const [mail] = inbox.mails
  expect(mail?.subject).toContain(offer.number ?? '?')
  expect(mail?.text).toContain(`/d/${admin.firm.tenantId.toString(36)}_`)
  expect(mail?.attachments[0]?.contentType).toBe('application/pdf')
  expect(mail?.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-')
  const filter = encodeURIComponent(JSON.stringify({ field: 'kind', op: 'in', value: ['email'] }))
  const { body } = await boss.get<{ items: ActivityRow[] }>(`/activities?filter=${filter}`)
  expect(body.items).toHaveLength(1)
  const kept = await boss.get<{ body: string; files: object[] }>(`/activities/${body.items[0]?.id}`)
  expect(kept.body).toMatchObject({ files: [{ type: 'application/pdf' }] })
  expect(kept.body.body).not.toMatch(/\/d\//)
  const { body: shares } = await boss.get<{ items: DocumentShare[] }>(`/documents/${offer.id}/shares`)
  expect(shares).toMatchObject({
    items: [{ id: share.id, recipient: 'sara@azar.example' }],
    ways: { sms: false },
  })
  const bySms = await boss.post(`/documents/${offer.id}/send`, { channel: 'sms', to: '09123456789' })
  expect(bySms).toMatchObject({ status: 409, body: { code: 'channels.noSmsGateway' } })
})

test('by SMS the address goes to a number however it is written, and stands in the file without it', async () => {
  const gateway = await startSmsInbox()
  onTestFinished(() => gateway.stop())
  const generic = {
    url: gateway.url,
    format: 'json',
    toField: 'to',
    textField: 'message',
    fromField: 'from',
    keyHeader: 'X-Key',
  }
  const set = {
    provider: 'generic',
    lineNumber: '30001234',
    username: null,
    generic,
    secret: 'x',
    version: 0,
  }
  expect((await boss.put('/channels/sms-gateway', set)).status).toBe(200)
  const offer = await issued('quote')
  const { share, address } = await sent(offer, { channel: 'sms', to: '۰۹۱۲ ۳۴۵ ۶۷۸۹' })
  expect(share.recipient).toBe('+989123456789')
  await tested.runJobs()
  const [asked] = gateway.asked.map(({ body }) => JSON.parse(body))
  expect(asked).toMatchObject({ to: '+989123456789', from: '30001234' })
  expect(asked.message).toContain(offer.number)
  expect(asked.message.split('\n').at(-1)).toBe(address)
  expect((await visit(pathOf(address))).text).toContain('پیشنهاد قیمت')
  const filter = encodeURIComponent(JSON.stringify({ field: 'kind', op: 'in', value: ['sms'] }))
  const { body } = await boss.get<{ items: ActivityRow[] }>(`/activities?filter=${filter}`)
  const kept = await boss.get<{ body: string }>(`/activities/${body.items[0]?.id}`)
  expect(kept.body.body).toContain(offer.number)
  expect(kept.body.body).not.toMatch(/\/d\//)
  expect(await boss.post(`/documents/${offer.id}/send`, { channel: 'sms', to: '12345' })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'to', code: 'documents.badMobile' }] },
  })
})

test('a draft is not sent, an invoice asks for no answer, a cancelled one says so', async () => {
  const draft = await begun('quote')
  expect(await boss.post(`/documents/${draft.id}/send`, { channel: 'link' })).toMatchObject({
    status: 409,
    body: { code: 'documents.notSendable' },
  })
  const invoice = await issued('invoice')
  const path = pathOf((await sent(invoice, { channel: 'link' })).address)
  expect((await visit(path)).text).not.toContain('<form')
  const { version } = await latest(invoice)
  await boss.post(`/documents/${invoice.id}/cancel`, { version, reason: 'اشتباه' })
  expect((await visit(path)).text).toContain('باطل شده')
})

async function begun(kind: DocumentKind, given: object = {}): Promise<Document> {
  const lines = [{ name: 'چاپگر', quantity: '2', priceBy: 'hand', unitPrice: '1000000' }]
  const input = { kind, partyId, lines, internalNote: 'برای خودمان', ...given }
  const { status, body } = await boss.post<Document>('/documents', input)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

async function issued(kind: DocumentKind, given: object = {}): Promise<Document> {
  const { id, version } = await begun(kind, given)
  const { status, body } = await boss.post<Document>(`/documents/${id}/issue`, { version })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

async function sent({ id }: Document, input: object): Promise<SentDocument> {
  const { status, body } = await boss.post<SentDocument>(`/documents/${id}/send`, input)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

const latest = async ({ id }: Document) => (await boss.get<Document>(`/documents/${id}`)).body
const pathOf = (address: string) => new URL(address).pathname

async function visit(url: string) {
  const { statusCode: status, body: text, headers } = await tested.server.inject({ url })
  return { status, text, policy: headers['content-security-policy'] }
}

async function answer(url: string, values: Record<string, string>) {
  const { statusCode, body, headers } = await tested.server.inject({
    method: 'POST',
    url,
    remoteAddress: '203.0.113.9',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(values).toString(),
  })
  return { status: statusCode, text: body, location: headers.location }
}
