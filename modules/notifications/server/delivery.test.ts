import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { recorded } from '@peyvand/activities/testing'
import { type SmtpInbox, startSmtpInbox } from '@peyvand/channels/testing'
import { actorOf, aFirm, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import { type Actor, newId } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { passMinute } from './testing/reading.ts'

// Sunday, half past twelve in Tehran; ahead of the database's clock, so that what waits does wait.
const noon = '2031-11-23T09:00:00.000Z'
let clock = new Date(noon)
const tested = testApp({ now: () => clock })
let admin: Actor
let sara: Actor
let boss: Caller
let saraApi: Caller
let inbox: SmtpInbox

beforeEach(async () => {
  clock = new Date(noon)
  inbox = await startSmtpInbox()
  admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  boss = await callerOf(tested, admin)
  saraApi = await callerOf(tested, sara)
  await boss.put('/channels/mail-server', {
    host: '127.0.0.1',
    port: inbox.port,
    security: 'none',
    username: null,
    fromName: 'پیوند',
    fromAddress: 'crm@firm.example',
    version: 0,
  })
})
afterEach(() => inbox.stop())

async function prefer(caller: Caller, choices: object): Promise<void> {
  const { body } = await caller.get<{ version: number }>('/notification-preferences')
  const { status } = await caller.patch('/notification-preferences', { version: body.version, ...choices })
  if (status !== 200) throw new Error('refused')
}
const aTaskFor = (actor: Actor, subject = 'تهیهٔ گزارش <فروش>') =>
  recorded(boss, { kind: 'task', subject, ownerId: actor.userId as string })
const byMail = { channels: { activityAssigned: ['app', 'email'] } }

describe('by e-mail', () => {
  test('a notice comes in the reader’s language, with a link and as HTML from right to left', async () => {
    await prefer(saraApi, byMail)
    const { id } = await aTaskFor(sara)
    await tested.runJobs()
    const [mail] = inbox.mails
    expect(inbox.mails).toHaveLength(1)
    expect(mail?.subject).toBe('سپردن کار به شما: تهیهٔ گزارش <فروش>')
    expect(mail?.text).toContain(`http://localhost/activities/${id}`)
    expect(mail?.html).toContain('<html lang="fa" dir="rtl">')
    expect(mail?.html).toContain('&lt;فروش&gt;')
    expect(mail?.html).not.toContain('<فروش>')
    await tested.runJobs()
    expect(inbox.mails).toHaveLength(1)
  })

  test('it waits for the end of the quiet hours', async () => {
    await prefer(saraApi, { ...byMail, quietFrom: '12:00', quietUntil: '14:00' })
    await aTaskFor(sara)
    await tested.runJobs()
    expect(inbox.mails).toEqual([])
    const { rows } = await tested.app.ownerPool.query<{ run_at: string }>(
      `select run_at from graphile_worker.jobs where task_identifier = 'notifications.deliver' and run_at > now()`,
    )
    expect(rows.map(({ run_at }) => run_at)).toEqual(['2031-11-23T10:30:00.000Z'])
    clock = new Date('2031-11-23T10:30:00.000Z')
    await tested.app.ownerPool.query('update graphile_worker._private_jobs set run_at = now()')
    await tested.runJobs()
    expect(inbox.mails).toHaveLength(1)
  })

  test('what was read or lost in the meantime is not sent', async () => {
    await prefer(saraApi, { ...byMail, quietFrom: '12:00', quietUntil: '14:00' })
    await aTaskFor(sara, 'خوانده شد')
    const { id } = await aTaskFor(sara, 'پنهان شد')
    await tested.runJobs()
    const { items } = (
      await saraApi.get<{ items: { id: string; subject: { title: string } }[] }>('/notifications')
    ).body
    const read = items.find(({ subject }) => subject.title === 'خوانده شد')
    await saraApi.post('/notifications/read', { ids: [read?.id], read: true })
    await tested.committed(admin, (ctx) =>
      ctx.db
        .updateTable('activities')
        .set({ ownerId: admin.userId as string })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', id)
        .execute(),
    )
    clock = new Date('2031-11-23T11:00:00.000Z')
    await tested.app.ownerPool.query('update graphile_worker._private_jobs set run_at = now()')
    await tested.runJobs()
    expect(inbox.mails).toEqual([])
  })

  test('what was put off comes again', async () => {
    await prefer(saraApi, byMail)
    await aTaskFor(sara)
    await tested.runJobs()
    const { items } = (await saraApi.get<{ items: { id: string }[] }>('/notifications')).body
    await saraApi.post('/notifications/snooze', { ids: [items[0]?.id], until: '2031-11-24T04:30:00.000Z' })
    clock = new Date('2031-11-24T04:30:00.000Z')
    await passMinute(tested)
    await passMinute(tested)
    expect(inbox.mails).toHaveLength(2)
  })
})

describe('the morning’s digest', () => {
  const at = async (time: string) => {
    clock = new Date(time)
    await passMinute(tested)
  }
  const aDayOfWork = async () => {
    await recorded(saraApi, { kind: 'task', subject: 'گزارش ماهانه', dueAt: '2031-11-24' })
    await recorded(saraApi, { kind: 'call', subject: 'پیگیری چک', plannedAt: '2031-11-23T10:00:00.000Z' })
    await made(saraApi, {
      kind: 'organization',
      name: 'شرکت سپهر',
      groups: ['leads'],
      nextContactOn: '2031-11-24',
    })
    const { id: activityId } = await recorded(boss, {
      kind: 'letter',
      direction: 'incoming',
      subject: 'نامه',
    })
    await boss.post('/referrals', { activityId, to: [{ userId: sara.userId }] })
    await tested.runJobs()
  }

  test('comes once at its time with the day’s work, whichever way the clock goes', async () => {
    await aDayOfWork()
    await prefer(saraApi, { digestAt: '07:30' })
    await at('2031-11-24T03:59:00.000Z')
    expect(inbox.mails).toEqual([])
    for (const time of ['04:00', '04:01', '03:30', '04:05']) await at(`2031-11-24T${time}:00.000Z`)
    expect(inbox.mails).toHaveLength(1)
    const [mail] = inbox.mails
    expect(mail?.subject).toBe('کارهای دوشنبه ۳ آذر ۱۴۱۰')
    for (const part of ['گزارش ماهانه', 'پیگیری چک', 'شرکت سپهر', '۱ ارجاع در انتظار'])
      expect(mail?.text).toContain(part)
    expect(mail?.html).toContain('dir="rtl"')
    await at('2031-11-25T04:00:00.000Z')
    expect(inbox.mails).toHaveLength(2)
  })

  test('does not come late in the day, on a day off, or with nothing to say', async () => {
    await prefer(saraApi, { digestAt: '07:30' })
    await at('2031-11-24T04:00:00.000Z')
    await aDayOfWork()
    await at('2031-11-25T09:00:00.000Z')
    await at('2031-11-28T04:00:00.000Z')
    expect(inbox.mails).toEqual([])
    await prefer(saraApi, { digestOnDaysOff: true })
    await at('2031-11-28T04:01:00.000Z')
    expect(inbox.mails).toHaveLength(1)
  })

  test('speaks English to who reads English', async () => {
    await aDayOfWork()
    await tested.committed(admin, (ctx) =>
      ctx.db
        .updateTable('users')
        .set({ locale: 'en' })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', sara.userId as string)
        .execute(),
    )
    await prefer(saraApi, { digestAt: '07:30' })
    clock = new Date('2031-11-24T04:00:00.000Z')
    await actorOf(tested.app, sara.firm.tenantId, sara.userId as string)
    await passMinute(tested)
    expect(inbox.mails[0]?.subject).toBe('Your work on Monday 24 November 2031')
    expect(inbox.mails[0]?.html).toContain('<html lang="en" dir="ltr">')
  })
})

describe('by browser push', () => {
  let server: Server
  const posts: { headers: Record<string, unknown>; body: Buffer }[] = []
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  const auth = Buffer.alloc(16, 9)
  let status = 201

  afterEach(() => {
    server.closeAllConnections()
    server.close()
    posts.length = 0
    status = 201
  })

  /** A push service over a real socket, and a browser signed in that subscribed at it. */
  async function subscribed(): Promise<void> {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        posts.push({ headers: request.headers, body: Buffer.concat(chunks) })
        response.writeHead(status).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await saraApi.get('/push')
    const sessionId = newId()
    await tested.app.ownerPool.query(
      `insert into auth.sessions (id, token_hash, identity_id, tenant_id, remember, created_at, last_seen_at, expires_at)
       select $1, $2, i.id, $3, true, now(), now(), $4::timestamptz + interval '1 day' from auth.identities i limit 1`,
      [sessionId, sessionId, sara.firm.tenantId, clock],
    )
    await tested.committed(admin, (ctx) =>
      ctx.db
        .insertInto('pushSubscriptions')
        .values({
          tenantId: ctx.tenantId,
          id: newId(),
          userId: sara.userId as string,
          sessionId,
          endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send/abc`,
          p256dh: browser.getPublicKey('base64url'),
          auth: auth.toString('base64url'),
          userAgent: null,
          createdAt: noon,
          sentAt: null,
        })
        .execute(),
    )
  }

  function opened(body: Buffer): Record<string, string> {
    const [salt, sender] = [body.subarray(0, 16), body.subarray(21, 86)]
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender])
    const material = Buffer.from(hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32))
    const derive = (label: string, length: number) =>
      Buffer.from(hkdfSync('sha256', material, salt, Buffer.from(`Content-Encoding: ${label}\0`), length))
    const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    decipher.setAuthTag(body.subarray(-16))
    const plain = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()])
    return JSON.parse(plain.subarray(0, -1).toString('utf8')) as Record<string, string>
  }

  test('a notice reaches the browser alone, signed by the firm', async () => {
    await subscribed()
    const { id } = await aTaskFor(sara, 'گزارش فروش')
    await tested.runJobs()
    expect(posts).toHaveLength(1)
    expect(posts[0]?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' })
    expect(posts[0]?.body.toString('utf8')).not.toContain('گزارش')
    expect(opened(posts[0]?.body as Buffer)).toMatchObject({
      title: 'سپردن کار به شما',
      path: `/activities/${id}`,
      lang: 'fa',
      body: expect.stringContaining('گزارش فروش'),
    })
    const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(String(posts[0]?.headers['authorization'])) ?? []
    const [head, claims, signature] = (token ?? '').split('.')
    const point = Buffer.from(key ?? '', 'base64url')
    const publicKey = createPublicKey({
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
      format: 'jwk',
    })
    const signed = Buffer.from(`${head}.${claims}`)
    const bytes = Buffer.from(signature ?? '', 'base64url')
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true)
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toMatchObject({
      aud: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    })
  })

  test('without its content where the user chose so', async () => {
    await subscribed()
    await prefer(saraApi, { hideText: true })
    await aTaskFor(sara, 'موضوع خصوصی')
    await tested.runJobs()
    expect(opened(posts[0]?.body as Buffer)).toMatchObject({
      title: 'سپردن کار به شما',
      body: '',
      path: '/notifications',
    })
  })

  test('a browser that is gone is forgotten', async () => {
    await subscribed()
    status = 410
    await aTaskFor(sara)
    await tested.runJobs()
    await aTaskFor(sara)
    await tested.runJobs()
    expect(posts).toHaveLength(1)
  })

  test('nothing is sent to a browser whose session has ended', async () => {
    await subscribed()
    await tested.app.ownerPool.query('delete from auth.sessions where tenant_id = $1', [sara.firm.tenantId])
    await aTaskFor(sara)
    await tested.runJobs()
    expect(posts).toEqual([])
  })

  test('a program with a key has no browser', async () => {
    await subscribed()
    const { status: refused, body } = await saraApi.post<{ code: string }>('/push/subscriptions', {
      endpoint: 'https://push.example/abc',
      keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') },
    })
    expect([refused, body.code]).toEqual([403, 'session.needed'])
  })
})
