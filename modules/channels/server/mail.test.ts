import { aFirm, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MailServer, OutgoingMessage, TestAnswer } from '../contract/index.ts'
import { type OutgoingMail, sendMail } from './send.ts'
import { sendMessageJob } from './send-job.ts'
import { type SmtpInbox, startSmtpInbox } from './testing.ts'

const tested = testApp()
let admin: Actor
let boss: Caller
let inbox: SmtpInbox | undefined

beforeEach(async () => {
  admin = await aFirm(tested.app)
  boss = await callerOf(tested, admin)
})
afterEach(async () => {
  await inbox?.stop()
  inbox = undefined
})

async function withServer(options: SMTPServerOptions = {}, more: object = {}): Promise<SmtpInbox> {
  inbox = await startSmtpInbox(options)
  const { status, body } = await boss.put('/channels/mail-server', {
    host: '127.0.0.1',
    port: inbox.port,
    security: 'none',
    username: null,
    fromName: 'پیوند',
    fromAddress: 'crm@firm.example',
    version: 0,
    ...more,
  })
  if (status !== 200) throw new Error(`not saved: ${JSON.stringify(body)}`)
  return inbox
}

const mail: OutgoingMail = {
  key: 'test:1',
  to: 'sara@firm.example',
  toName: 'سارا محمدی',
  subject: 'ارجاع تازه: پیش‌فاکتور ۱۴۰۵',
  text: 'متن پیام',
  html: '<p dir="rtl">متن پیام</p>',
}
const send = (more: Partial<OutgoingMail> = {}) =>
  tested.committed(admin, (ctx) => sendMail(ctx, { ...mail, ...more }))
const log = async () => (await boss.get<{ items: OutgoingMessage[] }>('/channels/messages')).body.items
const soon = () => tested.app.ownerPool.query('update graphile_worker._private_jobs set run_at = now()')

describe('an e-mail', () => {
  test('arrives as it was written, in both forms, and is sent once for its key', async () => {
    const { mails } = await withServer()
    expect(await send()).toBe(true)
    expect(await send()).toBe(false)
    await tested.runJobs()
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      subject: mail.subject,
      from: { value: [{ name: 'پیوند', address: 'crm@firm.example' }] },
      to: { value: [{ name: 'سارا محمدی', address: 'sara@firm.example' }] },
      html: mail.html,
    })
    expect(mails[0]?.text?.trim()).toBe(mail.text)
    expect(mails[0]?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(await log()).toMatchObject([{ state: 'sent', attempts: 1, to: mail.to, fault: null }])
  })

  test('does not exist when its transaction is rolled back', async () => {
    const { mails } = await withServer()
    await tested.rolledBack(admin, (ctx) => sendMail(ctx, mail))
    await tested.runJobs()
    expect([mails, await log()]).toEqual([[], []])
  })

  test('is not taken where the firm has no mail server', async () => {
    expect(await send()).toBe(false)
    expect(await log()).toEqual([])
  })

  test('that is refused for now is tried again and then sent', async () => {
    let refusals = 1
    const { mails } = await withServer({
      onRcptTo: (_address, _session, done) => {
        refusals -= 1
        done(refusals < 0 ? null : Object.assign(new Error('try later'), { responseCode: 451 }))
      },
    })
    await send()
    await tested.runJobs()
    expect(await log()).toMatchObject([
      { state: 'queued', attempts: 1, fault: expect.stringContaining('451') },
    ])
    await soon()
    await tested.runJobs()
    expect(await log()).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(mails).toHaveLength(1)
  })

  test('that is refused for good is not tried again', async () => {
    const { mails } = await withServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('no such user'), { responseCode: 550 })),
    })
    await send()
    await tested.runJobs()
    expect(await log()).toMatchObject([
      { state: 'failed', attempts: 1, fault: expect.stringContaining('550') },
    ])
    await soon()
    await tested.runJobs()
    expect(mails).toEqual([])
  })

  test('is given up after five attempts at a server that is not there', async () => {
    await withServer()
    await inbox?.stop()
    await send()
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await tested.runJobs()
      await soon()
    }
    expect(await log()).toMatchObject([{ state: 'failed', attempts: 5 }])
  })

  test('whose server vanishes while it takes it is uncertain, and never sent again', async () => {
    let taken = 0
    await withServer({
      onData: (stream) => {
        taken += 1
        stream.resume()
        // It had every byte, and nobody will know whether it kept them.
        stream.on('end', () => inbox?.cut())
      },
    })
    await send()
    await tested.runJobs()
    expect(await log()).toMatchObject([{ state: 'uncertain', attempts: 1 }])
    await soon()
    await tested.runJobs()
    expect(taken).toBe(1)
  })

  test('found half sent after the program died is uncertain, and never sent again', async () => {
    const { mails } = await withServer()
    await send()
    // What kill -9 leaves between the two commits of a run.
    await tested.app.ownerPool.query(`update outgoing_messages set state = 'sending', attempts = 1`)
    await tested.runJobs()
    expect(await log()).toMatchObject([{ state: 'uncertain', fault: 'channels.lost' }])
    const [message] = await log()
    await tested.committed(admin, async (ctx) =>
      ctx.enqueue(sendMessageJob, { messageId: message?.id as string }),
    )
    await tested.runJobs()
    expect(mails).toEqual([])
  })
})

describe('the settings', () => {
  test('never tell the password, and sign in with it', async () => {
    const users: unknown[] = []
    await withServer(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: ({ username, password }, _session, done) => {
          users.push([username, password])
          done(null, { user: username })
        },
      },
      { username: 'crm', secret: 'رمز-پنهان' },
    )
    const { body } = await boss.get('/channels/mail-server')
    expect(body).toMatchObject({ mailServer: { hasSecret: true, username: 'crm' } })
    expect(JSON.stringify(body)).not.toContain('رمز-پنهان')
    const { rows } = await tested.app.ownerPool.query('select * from mail_servers')
    expect(JSON.stringify(rows)).not.toContain('رمز-پنهان')
    const { rows: audit } = await tested.app.ownerPool.query('select changes from audit_log')
    expect(JSON.stringify(audit)).not.toContain('رمز-پنهان')
    const answer = await boss.post<TestAnswer>('/channels/mail-server/test', { to: 'me@firm.example' })
    expect(answer.body.ok).toBe(true)
    expect(users).toEqual([['crm', 'رمز-پنهان']])
  })

  test('keep the password over other changes, but not for another host', async () => {
    await withServer({}, { username: 'crm', secret: 'x' })
    const change = async (more: object) => {
      const kept = (await boss.get<{ mailServer: MailServer }>('/channels/mail-server')).body.mailServer
      const { hasSecret: _h, ...values } = kept
      return (await boss.put<MailServer>('/channels/mail-server', { ...values, ...more })).body
    }
    expect(await change({ fromName: 'فروش' })).toMatchObject({ hasSecret: true, version: 2 })
    expect(await change({ host: 'mail.elsewhere.example' })).toMatchObject({ hasSecret: false })
  })

  test('of a wrong password say what the server said', async () => {
    await withServer(
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => done(new Error('bad credentials')),
      },
      { username: 'crm', secret: 'x' },
    )
    const { body } = await boss.post<TestAnswer>('/channels/mail-server/test', { to: 'me@firm.example' })
    expect(body).toMatchObject({ ok: false, detail: expect.stringContaining('535') })
  })

  test('do not reach inside the network', async () => {
    await withServer({}, { host: '169.254.169.254' })
    const { body } = await boss.post<TestAnswer>('/channels/mail-server/test', { to: 'me@firm.example' })
    expect(body).toMatchObject({ ok: false, detail: expect.stringContaining('PEYVAND_INSIDE_HOSTS') })
  })

  test('demand STARTTLS where it was chosen', async () => {
    const { mails } = await withServer({}, { security: 'startTls' })
    const { body } = await boss.post<TestAnswer>('/channels/mail-server/test', { to: 'me@firm.example' })
    expect([body.ok, mails]).toEqual([false, []])
  })

  test('are the administrator’s alone', async () => {
    const sara = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'manager' }))
    expect((await sara.get('/channels/mail-server')).status).toBe(403)
    expect((await sara.get('/channels/messages')).status).toBe(403)
  })
})
