import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { recorded } from '@peyvand/activities/testing'
import { type SmtpInbox, startSmtpInbox, wholeMail } from '@peyvand/channels/testing'
import { aFirm } from '@peyvand/identity/testing'
import { callerOf } from '@peyvand/parties/testing'
import { testApp } from '@peyvand/platform/testing'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

const tested = testApp()
const tasks = 80
const kills = 6
const concurrency = 4
let inbox: SmtpInbox
let dataDir: string
let worker: ChildProcess | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'peyvand-kills-'))
  inbox = await startSmtpInbox({
    // Takes its time, so that the program dies while mails are under way.
    onData: (stream, _session, done) => void takeSlowly(stream, done),
  })
})
afterEach(() => void worker?.kill('SIGKILL'))
afterAll(async () => {
  await inbox.stop()
  await rm(dataDir, { recursive: true })
})

async function takeSlowly(stream: Readable, done: (error?: Error) => void): Promise<void> {
  const mail = await wholeMail(stream)
  await pause(Math.random() * 60)
  if (mail) inbox.mails.push(mail)
  await pause(Math.random() * 60)
  done()
}

const query = async <T>(sql: string): Promise<T[]> => (await tested.app.ownerPool.query(sql)).rows as T[]
const count = async (sql: string): Promise<number> => {
  const [row] = await query<{ count: number }>(`select count(*)::int as count from ${sql}`)
  return row?.count ?? 0
}

async function startWorking(): Promise<void> {
  const config = (pool: typeof tested.app.pool) => {
    const { host, port, user, password, database } = pool.options
    return { host, port, user, password, database }
  }
  const { pool, ownerPool } = tested.app
  const working = config(pool)
  const given = JSON.stringify({
    roles: { owner: config(ownerPool), app: working, direct: working },
    dataDir,
  })
  worker = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'worker-program.ts'), given],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await once(worker.stdout as NodeJS.ReadableStream, 'data')
}

/** kill -9, and the minute after which a worker that is silent counts as dead, without waiting for it. */
async function killWorker(): Promise<void> {
  const gone = once(worker as ChildProcess, 'exit')
  worker?.kill('SIGKILL')
  await gone
  await query(`delete from job_workers`)
  await query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '5 minutes' where locked_at is not null`,
  )
}

async function until(isTrue: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(20)) if (await isTrue()) return
  throw new Error('it took too long')
}

test('over kill -9 in the middle of the work every notice comes once and no mail twice', async () => {
  const admin = await aFirm(tested.app)
  const boss = await callerOf(tested, admin)
  await boss.put('/channels/mail-server', {
    host: '127.0.0.1',
    port: inbox.port,
    security: 'none',
    username: null,
    fromName: null,
    fromAddress: 'crm@firm.example',
    version: 0,
  })
  await boss.patch('/notification-preferences', {
    version: 0,
    channels: { activityOverdue: ['app', 'email'] },
  })
  for (let n = 0; n < tasks; n += 1)
    await recorded(boss, {
      kind: 'task',
      subject: `کار ${n}`,
      dueAt: new Date(Date.now() - 3_600_000).toISOString(),
    })
  await query(`update activities set created_at = now() - interval '2 days'`)

  for (let kill = 0; kill < kills; kill += 1) {
    await query(`select graphile_worker.add_job('cron:notifications.remind')`)
    await startWorking()
    // Now while notices are made, now while mails are sent.
    const before = inbox.mails.length
    if (kill > 0) await until(async () => inbox.mails.length > before || inbox.mails.length >= tasks / 2, 20)
    await pause(Math.random() * 150)
    await killWorker()
  }
  await query(`select graphile_worker.add_job('cron:notifications.remind')`)
  await startWorking()
  await until(
    async () =>
      (await count(`notifications`)) === tasks &&
      (await count(`outgoing_messages where state in ('queued', 'sending')`)) === 0 &&
      (await count(`outgoing_messages`)) === tasks,
    60,
  )
  await killWorker()

  expect(
    await count(
      `(select 1 from notifications group by user_id, kind, subject_id having count(*) > 1) as twice`,
    ),
  ).toBe(0)
  const ids = inbox.mails.map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(ids.length)
  const sent = await query<{ provider_id: string }>(
    `select provider_id from outgoing_messages where state = 'sent'`,
  )
  expect(sent.filter(({ provider_id: id }) => !ids.includes(id))).toEqual([])
  const uncertain = await count(`outgoing_messages where state = 'uncertain'`)
  expect(sent.length + uncertain).toBe(tasks)
  expect(uncertain).toBeLessThanOrEqual(kills * concurrency)
}, 180_000)
