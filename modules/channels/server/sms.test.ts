import type { ServerResponse } from 'node:http'
import { aFirm, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OutgoingMessage, SmsGateway, TestAnswer } from '../contract/index.ts'
import { sendSms } from './send.ts'
import { exchange } from './send-by-sms-gateway.ts'
import type { SmsGatewayRow } from './sms-gateway.ts'
import { smsRequest } from './sms-request.ts'
import { type SmsInbox, startSmsInbox } from './testing.ts'

const tested = testApp()
let server: SmsInbox | undefined
let admin: Actor
let boss: Caller

beforeEach(async () => {
  admin = await aFirm(tested.app)
  boss = await callerOf(tested, admin)
})
afterEach(() => {
  server?.stop()
  server = undefined
})

async function gateway(answer: (response: ServerResponse) => void): Promise<SmsInbox> {
  server = await startSmsInbox(answer)
  return server
}

const json = (status: number, body: object) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const row = (provider: SmsGatewayRow['provider'], more: Partial<SmsGatewayRow> = {}): SmsGatewayRow => ({
  tenantId: 1,
  provider,
  lineNumber: '30001234',
  username: 'panel',
  secret: 'the key',
  generic: null,
  version: 1,
  ...more,
})
const sms = { id: '01936d5c-0000-7000-8000-0123456789ab', to: '+989121234567', text: 'ارجاع تازه' }

describe('each gateway is spoken to as its maker documents it', () => {
  test('Kavenegar: key in the path, form body, national number, an id against repetitions', async () => {
    const request = smsRequest(row('kavenegar'), sms)
    expect(request.url).toBe('https://api.kavenegar.com/v1/the%20key/sms/send.json')
    const { url, asked } = await gateway(
      json(200, { return: { status: 200, message: 'تایید شد' }, entries: [{ messageid: 8792343 }] }),
    )
    expect(await exchange(tested.app, { ...request, url })).toEqual({ type: 'sent', providerId: '8792343' })
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      receptor: '09121234567',
      message: 'ارجاع تازه',
      sender: '30001234',
      localid: String(BigInt('0x0000123456789ab')),
    })
  })

  test('sms.ir: key in a header, JSON body, numbers as numbers', async () => {
    const request = smsRequest(row('smsIr'), sms)
    expect(request.url).toBe('https://api.sms.ir/v1/send/bulk')
    const { url, asked } = await gateway(
      json(200, { status: 1, message: 'موفق', data: { packId: 'a', messageIds: [76], cost: 1 } }),
    )
    expect(await exchange(tested.app, { ...request, url })).toEqual({ type: 'sent', providerId: '76' })
    expect(asked[0]?.headers['x-api-key']).toBe('the key')
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      lineNumber: 30_001_234,
      messageText: 'ارجاع تازه',
      mobiles: ['09121234567'],
    })
  })

  test('Melipayamak: user and password in the form', async () => {
    const request = smsRequest(row('melipayamak'), { ...sms, to: '+4915112345678' })
    const { url, asked } = await gateway(json(200, { Value: '451987123', RetStatus: 1, StrRetStatus: 'Ok' }))
    expect(await exchange(tested.app, { ...request, url })).toEqual({ type: 'sent', providerId: '451987123' })
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toMatchObject({
      username: 'panel',
      password: 'the key',
      to: '004915112345678',
      from: '30001234',
    })
  })
})

describe('what a gateway says decides', () => {
  test.each([
    [
      'kavenegar',
      200,
      { return: { status: 418, message: 'اعتبار کافی نیست' } },
      'refused',
      'اعتبار کافی نیست (418)',
    ],
    ['kavenegar', 200, { return: { status: 409, message: 'busy' } }, 'later', 'busy (409)'],
    ['kavenegar', 403, { return: { status: 403, message: 'کلید نامعتبر' } }, 'refused', 'کلید نامعتبر (403)'],
    [
      'smsIr',
      401,
      { status: 10, message: 'کلید وب‌سرویس نامعتبر است' },
      'refused',
      'کلید وب‌سرویس نامعتبر است (10)',
    ],
    ['smsIr', 429, { status: 20, message: 'too many' }, 'later', 'too many (20)'],
    [
      'melipayamak',
      200,
      { Value: '0', RetStatus: 35, StrRetStatus: 'InvalidData' },
      'refused',
      'InvalidData (35)',
    ],
    ['kavenegar', 502, {}, 'uncertain', 'HTTP 502'],
  ] as const)('%s, HTTP %i %j: %s', async (provider, status, body, type, fault) => {
    const { url } = await gateway(json(status, body))
    expect(await exchange(tested.app, { ...smsRequest(row(provider), sms), url })).toEqual({ type, fault })
  })

  test('an answer that is no JSON is a refusal, a connection cut before the answer is uncertain', async () => {
    const { url } = await gateway((response) => void response.writeHead(200).end('<html>'))
    const request = { ...smsRequest(row('smsIr'), sms), url }
    expect(await exchange(tested.app, request)).toMatchObject({ type: 'refused' })
    server?.stop()
    const cut = await gateway((response) => response.destroy())
    expect(await exchange(tested.app, { ...request, url: cut.url })).toMatchObject({ type: 'uncertain' })
  })
})

describe('a gateway of another maker', () => {
  const save = (url: string, more: object = {}) =>
    boss.put<SmsGateway>('/channels/sms-gateway', {
      provider: 'generic',
      lineNumber: '30001234',
      username: null,
      generic: {
        url,
        format: 'json',
        toField: 'to',
        textField: 'message',
        fromField: 'from',
        keyHeader: 'X-Key',
      },
      secret: 'the key',
      version: 0,
      ...more,
    })
  const log = async () => (await boss.get<{ items: OutgoingMessage[] }>('/channels/messages')).body.items

  test('carries an SMS once for its key, and its answer stands in the log', async () => {
    const { url, asked } = await gateway(json(200, {}))
    expect((await save(url)).body).toMatchObject({ hasSecret: true, version: 1 })
    const send = () =>
      tested.committed(admin, (ctx) => sendSms(ctx, { key: 'k', to: sms.to, text: sms.text }))
    expect([await send(), await send()]).toEqual([true, false])
    await tested.runJobs()
    expect(asked.map(({ headers, body }) => [headers['x-key'], JSON.parse(body)])).toEqual([
      ['the key', { to: '+989121234567', message: 'ارجاع تازه', from: '30001234' }],
    ])
    expect(await log()).toMatchObject([{ channel: 'sms', state: 'sent', to: sms.to }])
  })

  test('can be tried, with a number as people write it', async () => {
    const { url, asked } = await gateway(json(202, {}))
    await save(url)
    const { body } = await boss.post<TestAnswer>('/channels/sms-gateway/test', { to: '۰۹۱۲ ۱۲۳ ۴۵۶۷' })
    expect(body.ok).toBe(true)
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ to: '+989121234567' })
    expect((await boss.post('/channels/sms-gateway/test', { to: 'abc' })).status).toBe(400)
  })

  test('needs its address, the panels need a line', async () => {
    const missing = await boss.put<{ errors: { path: string; code: string }[] }>('/channels/sms-gateway', {
      provider: 'generic',
      lineNumber: null,
      username: null,
      generic: null,
      version: 0,
    })
    expect(missing.body.errors).toMatchObject([{ path: 'generic.url', code: 'channels.genericNeeded' }])
    expect((await save('http://127.0.0.1', { provider: 'smsIr', lineNumber: null })).status).toBe(400)
  })
})
