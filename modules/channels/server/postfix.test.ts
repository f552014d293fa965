import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aFirm, callerOf } from '@peyvand/identity/testing'
import { testApp } from '@peyvand/platform/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OutgoingMessage } from '../contract/index.ts'
import { sendMail } from './send.ts'
import { type SmtpInbox, startSmtpInbox } from './testing.ts'

const isHere = existsSync('/usr/sbin/postfix') && process.getuid?.() === 0
if (!isHere && process.env['PEYVAND_REQUIRE_SERVERS'] === '1')
  throw new Error('PEYVAND_REQUIRE_SERVERS=1, but there is no Postfix, or it may not be started')

const tested = testApp()
let folder: string
let port: number
let mailboxes: SmtpInbox

/** A Postfix of its own that takes mail for one domain and hands it to the mailboxes; nothing leaves the machine. */
beforeAll(async () => {
  if (!isHere) return
  mailboxes = await startSmtpInbox({ lmtp: true })
  port = await freePort()
  folder = await mkdtemp(join(tmpdir(), 'peyvand-postfix-'))
  for (const name of ['config', 'queue', 'data']) await mkdir(join(folder, name))
  execFileSync('chmod', ['755', folder])
  execFileSync('chown', ['postfix', join(folder, 'data')])
  await writeFile(
    join(folder, 'config/main.cf'),
    `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
myhostname = mx.firm.example
mydestination =
virtual_mailbox_domains = firm.example
virtual_mailbox_maps = static:all
virtual_transport = lmtp:inet:127.0.0.1:${mailboxes.port}
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = reject_unauth_destination
default_transport = error:5.1.2 no route
maillog_file = ${folder}/log
maillog_file_prefixes = /tmp
alias_maps =
alias_database =
local_recipient_maps =
smtp_host_lookup = native
`,
  )
  await writeFile(join(folder, 'config/master.cf'), masterConfig(port))
  execFileSync('postfix', ['-c', join(folder, 'config'), 'start'], { stdio: 'ignore' })
})
afterAll(async () => {
  if (!isHere) return
  execFileSync('postfix', ['-c', join(folder, 'config'), 'stop'], { stdio: 'ignore' })
  await mailboxes.stop()
  await rm(folder, { recursive: true, force: true })
})

test.skipIf(!isHere)('Postfix takes a Persian mail and delivers it as it was written', async () => {
  const admin = await aFirm(tested.app)
  const boss = await callerOf(tested, admin)
  await boss.put('/channels/mail-server', {
    host: '127.0.0.1',
    port,
    security: 'none',
    username: null,
    fromName: 'پیوند — شرکت سپهر',
    fromAddress: 'crm@firm.example',
    version: 0,
  })
  const html = '<html dir="rtl"><body><p dir="rtl">سررسیدِ پیش‌فاکتور ۱۴۰۵/۰۹/۰۱</p></body></html>'
  const mail = {
    subject: 'یادآوری: پیش‌فاکتور ۱۴۰۵/۰۹/۰۱ برای «فولاد سپیدرود»',
    text: 'سررسیدِ پیش‌فاکتور ۱۴۰۵/۰۹/۰۱',
    html,
  }
  await tested.committed(admin, async (ctx) => {
    await sendMail(ctx, { key: 'in', to: 'sara@firm.example', toName: 'سارا محمدی', ...mail })
    await sendMail(ctx, { key: 'out', to: 'somebody@elsewhere.example', ...mail })
  })
  await tested.runJobs()
  const { items } = (await boss.get<{ items: OutgoingMessage[] }>('/channels/messages')).body
  expect(Object.fromEntries(items.map(({ to, state }) => [to, state]))).toEqual({
    'sara@firm.example': 'sent',
    'somebody@elsewhere.example': 'failed',
  })
  await vi.waitFor(() => expect(mailboxes.mails).toHaveLength(1), { timeout: 10_000 })
  expect(mailboxes.mails[0]).toMatchObject({
    subject: mail.subject,
    from: { value: [{ name: 'پیوند — شرکت سپهر', address: 'crm@firm.example' }] },
    to: { value: [{ name: 'سارا محمدی', address: 'sara@firm.example' }] },
    html,
  })
  expect(mailboxes.mails[0]?.text?.trim()).toBe(mail.text)
})

async function freePort(): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

function masterConfig(smtpPort: number): string {
  const inner = ['bounce', 'rewrite', 'defer', 'trace', 'error', 'retry', 'lmtp', 'proxymap']
  const commands: Record<string, string> = {
    rewrite: 'trivial-rewrite',
    defer: 'bounce',
    trace: 'bounce',
    retry: 'error',
  }
  return [
    `127.0.0.1:${smtpPort} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    ...inner.map((name) => `${name} unix - - n - - ${commands[name] ?? name}`),
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'scache unix - - n - 1 scache',
    'anvil unix - - n - 1 anvil',
    'pickup unix n - n 60 1 pickup',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n')
}
