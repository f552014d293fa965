import { aFirm, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { EventSpec } from '@peyvand/platform/contract'
import { type Actor, isHeard } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Delivery, DeliveryDetail, PublishedEvent, Webhook } from '../contract/index.ts'
import { type Received, type Receiver, says, startReceiver } from './testing.ts'

const { isFromPeyvand } = (await import(
  new URL('../../../docs/how-to/webhook-receiver.mjs', import.meta.url).href
)) as {
  isFromPeyvand(message: Received & { secret: string; now: number }): boolean
}

let now = new Date('2031-11-22T08:00:00Z')
const tested = testApp({ now: () => now })
const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

let receiver: Receiver
let received: Received[]
let admin: Actor
let boss: Caller
let url: string
let made = 0

beforeAll(async () => {
  receiver = await startReceiver()
  received = receiver.received
  admin = await aFirm(tested.app, { name: 'شرکت سپهر' })
  boss = await callerOf(tested, admin)
})
afterAll(() => receiver.stop())
beforeEach(async () => {
  for (const { id } of (await boss.get<{ items: Webhook[] }>('/webhooks')).body.items)
    await boss.delete(`/webhooks/${id}`)
  await tested.runJobs()
  received.length = 0
  receiver.answer(says(204))
  url = `${receiver.url}/${++made}`
})

const make = async (more: object = {}) =>
  (
    await boss.post<{ webhook: Webhook; secret: string }>('/webhooks', {
      name: 'حسابداری',
      url,
      events: ['parties.party.created'],
      ...more,
    })
  ).body
const makeParty = async (by = boss) =>
  (await by.post<{ id: string }>('/parties', { kind: 'organization', name: `فولاد ${++made}` })).body.id
const webhookOf = async (id: string) => (await boss.get<Webhook>(`/webhooks/${id}`)).body
const log = async (query = '') =>
  (await boss.get<{ items: Delivery[] }>(`/webhook-deliveries${query}`)).body.items
/** What bulk work asks before it tells of each record. */
const isHeardOf = (event: string) =>
  tested.rolledBack(admin, (ctx) =>
    isHeard(ctx, ctx.registry.publishedEvents.find(({ name }) => name === event) as EventSpec),
  )
const dueNow = () => tested.app.ownerPool.query('update graphile_worker._private_jobs set run_at = now()')
/** The jobs that wait are done at the time the program had given them, or `minutes` from now. */
const runAfter = async (minutes: number) => {
  pass(minutes)
  await dueNow()
  await tested.runJobs()
}

/** As the receiver of the documentation checks it. */
const isSigned = ({ headers, body }: Received, secret: string, at = now) =>
  isFromPeyvand({ headers, body, secret, now: at.getTime() })

describe('a delivery', () => {
  test('tells of an event by ids and a link, signed and of now; the log shows both sides', async () => {
    receiver.answer(says(200, 'خوب', { 'set-cookie': 'sid=secret', 'x-request': 'r1' }))
    const { webhook, secret } = await make()
    const partyId = await makeParty()
    await tested.runJobs()
    expect(received).toHaveLength(1)
    const [got] = received as [Received]
    expect(isSigned(got, secret)).toBe(true)
    expect(isSigned({ ...got, body: `${got.body} ` }, secret)).toBe(false)
    expect(isSigned(got, secret, new Date(now.getTime() + 301_000))).toBe(false)
    expect(Number(got.headers['webhook-timestamp'])).toBe(now.getTime() / 1000)
    expect(JSON.parse(got.body)).toEqual({
      id: got.headers['webhook-id'],
      event: 'parties.party.created',
      at: expect.any(String),
      firm: { id: admin.firm.tenantId, name: 'شرکت سپهر' },
      actor: { id: admin.userId },
      data: { partyId },
      link: `http://localhost/api/v1/parties/${partyId}`,
    })
    const [delivery] = await log(
      `?filter=${encodeURIComponent(JSON.stringify({ field: 'webhook', op: 'eq', value: webhook.id }))}`,
    )
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, status: 200, fault: null })
    expect(await log(`?q=${partyId}`)).toEqual([delivery])
    expect(await log('?q=nobody')).toEqual([])
    const { body: detail } = await boss.get<DeliveryDetail>(`/webhook-deliveries/${delivery?.id}`)
    expect(detail).toMatchObject({ body: got.body, url, can: { replay: true } })
    expect(detail.log).toMatchObject([
      { status: 200, responseText: 'خوب', responseHeaders: { 'x-request': 'r1' }, fault: null },
    ])
    expect(detail.log[0]?.responseHeaders).not.toHaveProperty('set-cookie')
    expect(JSON.stringify([detail, await webhookOf(webhook.id)])).not.toContain(secret)
    expect(await webhookOf(webhook.id)).toMatchObject({ state: 'on', delivered: 1, failed: 0 })
    const { rows } = await tested.app.ownerPool.query('select secret from webhooks')
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6, 30))
  })

  test('goes to the webhooks that want the event, not to others, nor of what the ignored user did', async () => {
    const clerk = await aUser(tested.app, admin.firm, { role: 'manager' })
    await make({ ignoredUserId: clerk.userId })
    expect(await isHeardOf('parties.party.created')).toBe(true)
    expect(await isHeardOf('parties.party.deleted')).toBe(false)
    await make({ name: 'انبار', events: ['parties.party.deleted'], url: `${receiver.url}/other` })
    const off = await make({ name: 'خاموش' })
    await boss.patch(`/webhooks/${off.webhook.id}`, { version: 1, isOn: false })
    await makeParty(await callerOf(tested, clerk))
    await tested.runJobs()
    expect(received).toEqual([])
    const id = await makeParty()
    await boss.delete(`/parties/${id}`)
    await tested.runJobs()
    expect(received.map(({ body }) => (JSON.parse(body) as { event: string }).event).toSorted()).toEqual([
      'parties.party.created',
      'parties.party.deleted',
    ])
  })

  test('that fails is tried again under the same id with a new time, for a day, and can be replayed', async () => {
    receiver.answer(says(500, 'broken'))
    const { webhook, secret } = await make()
    await makeParty()
    await tested.runJobs()
    expect(await log()).toMatchObject([
      { state: 'waiting', attempts: 1, status: 500, fault: 'webhooks.refused', nextAttemptAt: pause(1) },
    ])
    expect(await webhookOf(webhook.id)).toMatchObject({ state: 'failing', failures: 1 })
    await runAfter(1)
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(2)
    expect(isSigned(received[1] as Received, secret)).toBe(true)

    for (const minutes of [5, 30, 60, 120, 240, 480, 480]) await runAfter(minutes)
    expect(await log()).toMatchObject([{ state: 'failed', attempts: 9, nextAttemptAt: null }])
    await runAfter(600)
    expect(received).toHaveLength(9)

    receiver.answer(says(204))
    const [failed] = await log()
    const replay = await boss.post<Delivery>(`/webhook-deliveries/${failed?.id}/replay`)
    expect(replay).toMatchObject({ status: 201, body: { isReplay: true, eventId: failed?.eventId } })
    await tested.runJobs()
    expect(received.at(-1)?.headers['webhook-id']).toBe(failed?.eventId)
    expect(await webhookOf(webhook.id)).toMatchObject({ state: 'on', failures: 0 })
    // What was replayed is not replayed again with the rest.
    const rest = await boss.post(`/webhooks/${webhook.id}/replay-failed`)
    expect(rest.body).toEqual({ count: 0 })
  })

  test('waits while its receiver is left alone after five failures in a row', async () => {
    receiver.answer(says(503))
    await make()
    for (let count = 0; count < 5; count++) await makeParty()
    await tested.runJobs()
    expect(received).toHaveLength(5)
    await makeParty()
    await tested.runJobs()
    expect(received).toHaveLength(5)
    receiver.answer(says(204))
    await runAfter(2)
    expect(await log('?count=none')).toMatchObject(Array.from({ length: 6 }, () => ({ state: 'delivered' })))
  })

  test('goes alone: a webhook is sent one thing at a time, and what a dead run left is taken up', async () => {
    let [open, most] = [0, 0]
    receiver.answer((response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        response.writeHead(204).end()
      }, 30)
    })
    await make()
    for (let count = 0; count < 4; count++) await makeParty()
    await Promise.all([tested.runJobs(), tested.runJobs()])
    await runAfter(0)
    expect([received.length, most]).toEqual([4, 1])

    const until = new Date(now.getTime() + 60_000)
    await tested.app.ownerPool.query('update webhooks set run_id = gen_random_uuid(), run_until = $1', [
      until,
    ])
    await makeParty()
    await tested.runJobs()
    expect(received).toHaveLength(4)
    await runAfter(2)
    expect(received).toHaveLength(5)
  })

  const pause = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()
})

describe('a webhook', () => {
  test('that only failed for three days switches itself off; on again, it begins anew', async () => {
    receiver.answer(says(500))
    const { webhook } = await make()
    for (let day = 0; day < 2; day++) {
      await makeParty()
      await tested.runJobs()
      for (const minutes of [60, 60, 480, 840]) await runAfter(minutes)
    }
    expect((await webhookOf(webhook.id)).state).toBe('failing')
    await makeParty()
    await tested.runJobs()
    await runAfter(24 * 60 + 1)
    const stopped = await webhookOf(webhook.id)
    expect(stopped).toMatchObject({ state: 'stopped', stopReason: 'failures' })
    const { body: told } = await boss.get<{ items: object[] }>('/notifications')
    expect(told.items).toMatchObject([
      { kind: 'webhookStopped', facts: { state: 'failures' }, subject: { title: 'حسابداری' } },
    ])
    const [failed] = await log()
    expect((await boss.post(`/webhook-deliveries/${failed?.id}/replay`)).status).toBe(409)
    receiver.answer(says(204))
    const again = await boss.patch<Webhook>(`/webhooks/${webhook.id}`, {
      version: stopped.version,
      isOn: true,
    })
    expect(again.body).toMatchObject({ state: 'on', failures: 0, stopReason: null })
    const { body } = await boss.post<{ count: number }>(`/webhooks/${webhook.id}/replay-failed`)
    expect(body.count).toBeGreaterThan(0)
    await tested.runJobs()
    expect(received.length).toBeGreaterThan(body.count)
  })

  test('whose receiver is gone is switched off at once', async () => {
    receiver.answer(says(410))
    const { webhook } = await make()
    await makeParty()
    await tested.runJobs()
    expect(await webhookOf(webhook.id)).toMatchObject({ state: 'stopped', stopReason: 'gone' })
    expect(await log()).toMatchObject([{ state: 'failed', attempts: 1 }])
  })

  test('is tried at once, also while off, and what comes of it is told', async () => {
    const { webhook, secret } = await make()
    await boss.patch(`/webhooks/${webhook.id}`, { version: 1, isOn: false })
    const good = await boss.post<DeliveryDetail>(`/webhooks/${webhook.id}/test`)
    expect(good.body).toMatchObject({ event: 'webhooks.test', state: 'delivered', can: { replay: false } })
    expect(isSigned(received[0] as Received, secret)).toBe(true)
    receiver.answer((response) => void response.destroy())
    const bad = await boss.post<DeliveryDetail>(`/webhooks/${webhook.id}/test`)
    expect(bad.body).toMatchObject({ state: 'failed', status: null, fault: expect.stringMatching(/hang up/) })
    receiver.answer(says(302, '', { location: `${receiver.url}/elsewhere` }))
    const moved = await boss.post<DeliveryDetail>(`/webhooks/${webhook.id}/test`)
    expect(moved.body).toMatchObject({ state: 'failed', status: 302 })
    expect(received).toHaveLength(3)
  })

  test('with a new secret signs by the old one as well for a day', async () => {
    const { webhook, secret } = await make()
    const { body } = await boss.post<{ secret: string }>(`/webhooks/${webhook.id}/secret`)
    expect(body.secret).not.toBe(secret)
    const signedBy = async () => {
      await boss.post(`/webhooks/${webhook.id}/test`)
      return [secret, body.secret].map((one) => isSigned(received.at(-1) as Received, one))
    }
    expect(await signedBy()).toEqual([true, true])
    pass(25 * 60)
    expect(await signedBy()).toEqual([false, true])
  })

  test.each([
    [{ url: 'http://example.com/hook' }, 'url', 'webhooks.notSecure'],
    [{ url: 'https://169.254.169.254/latest' }, 'url', 'outgoing.insideHost'],
    [{ url: 'https://[::1]/' }, 'url', 'outgoing.insideHost'],
    [{ url: 'https://user:word@example.com/' }, 'url', 'webhooks.passwordInAddress'],
    [{ url: 'ftp://example.com/' }, 'url', 'url'],
    [{ events: ['parties.party.eaten'] }, 'events', 'webhooks.unknownEvent'],
    [{ events: [] }, 'events', 'tooFewItems'],
    [{ ignoredUserId: '00000000-0000-7000-8000-000000000000' }, 'ignoredUserId', 'option'],
  ])('%j is refused where it is wrong', async (wrong, path, code) => {
    const refused = await boss.post<{ errors: object[] }>('/webhooks', {
      name: 'حسابداری',
      url,
      events: ['parties.party.created'],
      ...wrong,
    })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path, code }] } })
  })

  test('of an address that turned inside is not called, and the log says why', async () => {
    const { webhook } = await make()
    await tested.app.ownerPool.query('update webhooks set url = $1', ['https://10.0.0.7/hook'])
    const { body } = await boss.post<DeliveryDetail>(`/webhooks/${webhook.id}/test`)
    expect(body).toMatchObject({ state: 'failed', fault: 'outgoing.insideHost', status: null })
  })

  test('is nobody else’s: another firm neither sees it nor is told of by it', async () => {
    const { webhook } = await make()
    await makeParty()
    await tested.runJobs()
    const [delivery] = await log()
    const strangers = await callerOf(tested, await aFirm(tested.app))
    await strangers.post('/parties', { kind: 'organization', name: 'بیگانه' })
    await tested.runJobs()
    expect(received).toHaveLength(1)
    expect((await strangers.get<{ items: [] }>('/webhooks')).body.items).toEqual([])
    expect((await strangers.get<{ items: [] }>('/webhook-deliveries')).body.items).toEqual([])
    for (const path of [`/webhooks/${webhook.id}`, `/webhook-deliveries/${delivery?.id}`])
      expect((await strangers.get(path)).status).toBe(404)
    for (const path of [`/webhooks/${webhook.id}/test`, `/webhook-deliveries/${delivery?.id}/replay`])
      expect((await strangers.post(path)).status).toBe(404)
    const seller = await callerOf(tested, await aUser(tested.app, admin.firm))
    expect((await seller.get('/webhooks')).status).toBe(403)
  })
})

test('every event on offer has its fields, and a link that leads to a route of the program', async () => {
  const { items } = (await boss.get<{ items: PublishedEvent[] }>('/webhooks/events')).body
  expect(items.length).toBeGreaterThan(15)
  expect(items.filter(({ fields }) => fields.length === 0)).toEqual([])
  const routes = new Set(
    tested.app.registry.modules.flatMap(({ routes: handlers = [] }) =>
      handlers.map(({ route }) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`),
    ),
  )
  for (const { name, published } of tested.app.registry.publishedEvents) {
    if (!published?.record) continue
    expect(routes, name).toContain(`GET ${published.record.replace(/:\w+/g, ':')}`)
    const named = [...published.record.matchAll(/:(\w+)/g)].map(([, field]) => field)
    expect(items.find((item) => item.name === name)?.fields, name).toEqual(expect.arrayContaining(named))
  }
})
