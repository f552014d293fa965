import { aFirm, type Caller, callerOf, testPassword } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type SmtpInbox, startSmtpInbox } from './testing.ts'

const tested = testApp()
let inbox: SmtpInbox
let admin: Actor
let boss: Caller
let email: string
let count = 0

beforeEach(async () => {
  inbox = await startSmtpInbox()
  email = `forgetful${++count}@firm.example`
  admin = await aFirm(tested.app, { email })
  boss = await callerOf(tested, admin)
})
afterEach(() => inbox.stop())

const setUpMail = () =>
  boss.put('/channels/mail-server', {
    host: '127.0.0.1',
    port: inbox.port,
    security: 'none',
    username: null,
    fromName: null,
    fromAddress: 'crm@firm.example',
    version: 0,
  })
const post = (path: string, payload: object) =>
  tested.server.inject({ method: 'POST', url: `/api/v1${path}`, payload, remoteAddress: `10.9.${count}.1` })
const queued = async () => {
  const { rows } = await tested.app.ownerPool.query<{ count: number }>(
    'select count(*)::int as count from outgoing_messages where recipient = $1',
    [email],
  )
  return rows[0]?.count
}

test('who forgot the password gets a link by mail, once in ten minutes, and it works', async () => {
  await setUpMail()
  expect((await post('/password-resets', { email })).statusCode).toBe(204)
  await vi.waitFor(async () => expect(await queued()).toBe(1))
  await post('/password-resets', { email })
  await tested.runJobs()
  expect(inbox.mails.map(({ subject }) => subject)).toEqual(['پیوند تعیین رمز عبور تازه'])
  const token = /reset-password#(\S+)/.exec(inbox.mails[0]?.text ?? '')?.[1]
  const password = `${testPassword} 2`
  expect((await post('/password-resets/use', { token, password })).statusCode).toBeLessThan(300)
  expect((await post('/session', { email, password })).statusCode).toBe(200)
  const { rows } = await tested.app.ownerPool.query('select body_text from outgoing_messages')
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('who works in another firm too gets none: its administrator owns the mail server', async () => {
  await setUpMail()
  await aFirm(tested.app, { name: 'شرکت دوم', email })
  expect((await post('/password-resets', { email })).statusCode).toBe(204)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await queued()).toBe(0)
})
