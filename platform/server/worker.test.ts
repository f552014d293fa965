import { type SqlBool, sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { defineEvent } from '../contract/index.ts'
import { loadedModules, loadModulesForTests, testApp } from '../testing/index.ts'
import { systemActor } from './actor.ts'
import type { Ctx } from './ctx.ts'
import { defineModule } from './define-module.ts'
import { on } from './events.ts'
import { type AskedFact, defineJob } from './jobs.ts'
import { finishOperation, loadOperation, reportProgress, startOperation } from './operations.ts'
import { startWorker, type Worker } from './worker.ts'

const happened = defineEvent('test.happened', z.object({ n: z.number() }))
const handled: number[] = []
let failures = 0
let stumbled = 0
let stumbles = 0

const asked = defineEvent('test.asked', z.object({ answer: z.string() }))
const heard: string[] = []

const countJob = defineJob({
  name: 'test.count',
  payload: z.object({ operationId: z.uuid(), to: z.number() }),
  run: async (job, { operationId, to }) => {
    const { checkpoint } = await job.inFirm((ctx) => loadOperation(ctx, operationId))
    for (let done = Number(checkpoint['done'] ?? 0) + 1; done <= to; done += 1) {
      if (done === 3 && failures-- > 0) throw new Error('the power went out')
      await job.inFirm((ctx) => reportProgress(ctx, operationId, { done, checkpoint: { done } }))
    }
    await job.inFirm((ctx) => finishOperation(ctx, operationId, { result: { counted: to } }))
  },
})

let slowRuns = 0
const slowJob = defineJob({
  name: 'test.slow',
  payload: z.object({}),
  run: async () => {
    slowRuns += 1
    await new Promise((resolve) => setTimeout(resolve, 1500))
  },
})

const { modules, directory } = loadedModules()
const actor = systemActor({ tenantId: 71, name: 'شرکت', timeZone: 'Asia/Tehran', moneyUnit: 'rial' })
loadModulesForTests({
  modules: [
    ...modules,
    defineModule({
      name: 'test',
      texts: { fa: {}, en: {} },
      events: [happened, asked],
      jobs: [countJob, slowJob],
      listeners: [
        on(happened, 'test.stumble', async () => {
          stumbled += 1
          if (stumbles-- > 0) throw new Error('the other side was away')
        }),
        on(happened, 'test.remember', async (_ctx, { n }) => void handled.push(n)),
        on(asked, 'test.always', async () => void heard.push('always')),
        ...['yes', 'no'].map((answer) => ({
          ...on(asked, `test.${answer}`, async () => void heard.push(answer)),
          wanted: (_ctx: Ctx, { name, payload }: AskedFact) =>
            sql<SqlBool>`${name} = ${asked.name} and ${payload} ->> 'answer' = ${answer}`,
        })),
      ],
    }),
  ],
  directory: { ...directory, firmOf: async () => actor.firm, firmIds: async () => [71] },
})
const tested = testApp()
let worker: Worker | undefined
afterEach(async () => {
  await worker?.stop()
  worker = undefined
})

test('a fact reaches its listener once, even when its job is done twice', async () => {
  await tested.committed(actor, async (ctx) => ctx.emit(happened, { n: 7 }))
  const { rows } = await tested.app.ownerPool.query(
    `select payload from graphile_worker._private_jobs where payload::text like '%test.remember%'`,
  )
  await tested.app.ownerPool.query(`select graphile_worker.add_job('event', $1)`, [rows[0].payload])
  await tested.runJobs()
  expect(handled).toEqual([7])
})

test('listeners of one transaction share a job; the one that fails is tried again by itself', async () => {
  handled.length = 0
  stumbled = 0
  stumbles = 2
  const jobs = `select payload -> 'payload' as woken from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = 'event'`
  await tested.committed(actor, async (ctx) => {
    ctx.emit(happened, { n: 8 })
    ctx.emit(happened, { n: 9 })
  })
  const woken = (await tested.app.ownerPool.query<{ woken: object[] }>(jobs)).rows
  expect(woken.map((row) => row.woken.length)).toEqual([4])
  await tested.runJobs()
  expect([handled, stumbled]).toEqual([[8, 9], 4])
  expect((await tested.app.ownerPool.query(jobs)).rows).toEqual([])
})

test('a listener that does not want a fact is not woken, and the others share their job', async () => {
  await tested.committed(actor, async (ctx) => ctx.emit(asked, { answer: 'yes' }))
  const { rows } = await tested.app.ownerPool.query<{ woken: object[] }>(
    `select payload -> 'payload' as woken from graphile_worker._private_jobs`,
  )
  expect(rows.map(({ woken }) => woken.length)).toEqual([2])
  await tested.runJobs()
  expect(heard).toEqual(['always', 'yes'])
})

test('of listeners that share a job only those are woken again that a crash left undone', async () => {
  handled.length = 0
  await tested.committed(actor, async (ctx) => {
    ctx.emit(happened, { n: 10 })
    ctx.emit(happened, { n: 11 })
  })
  // The worker was killed after the first fact was handled and before the second.
  await tested.app.ownerPool.query(
    `insert into handled_events (tenant_id, listener, event_id)
     select tenant_id, 'test.remember', id from outbox where payload = '{"n": 10}'`,
  )
  await tested.runJobs()
  expect(handled).toEqual([11])
})

test('a job that failed in the middle goes on where it was', async () => {
  failures = 1
  const operationId = await tested.committed(actor, (ctx) =>
    startOperation(ctx, { job: countJob, payload: (id) => ({ operationId: id, to: 5 }), total: 5 }),
  )
  await tested.runJobs()
  const halfway = await tested.committed(actor, (ctx) => loadOperation(ctx, operationId))
  expect(halfway).toMatchObject({ state: 'running', done: 2 })
  await tested.app.ownerPool.query('update graphile_worker._private_jobs set run_at = now()')
  await tested.runJobs()
  expect(await tested.committed(actor, (ctx) => loadOperation(ctx, operationId))).toMatchObject({
    state: 'done',
    done: 5,
    result: { counted: 5 },
  })
})

test('a job whose worker was killed is taken up by the next one', async () => {
  const operationId = await tested.committed(actor, (ctx) =>
    startOperation(ctx, { job: countJob, payload: (id) => ({ operationId: id, to: 2 }) }),
  )
  // What kill -9 leaves behind: a locked job of a worker whose heartbeat is old.
  await tested.app.ownerPool.query(
    `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - interval '2 minutes', attempts = 1`,
  )
  worker = await startWorker(tested.app)
  await vi.waitFor(
    async () => {
      const { state } = await tested.committed(actor, (ctx) => loadOperation(ctx, operationId))
      expect(state).toBe('done')
    },
    { timeout: 15_000, interval: 100 },
  )
})

test('a job at work for long is not taken up a second time', async () => {
  slowRuns = 0
  await tested.committed(actor, async (ctx) => ctx.enqueue(slowJob, {}))
  worker = await startWorker(tested.app)
  await vi.waitFor(() => expect(slowRuns).toBe(1), { timeout: 5000, interval: 20 })
  await tested.app.ownerPool.query(
    `update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes'`,
  )
  const second = await startWorker(tested.app)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await second.stop()
  expect(slowRuns).toBe(1)
})

test('a job cannot be started for another firm', async () => {
  const other = JSON.stringify({ tenantId: 72, userId: null, locale: 'fa', payload: {} })
  await expect(
    tested.committed(actor, (ctx) =>
      sql`select enqueue_job('test.count', ${other}::json, null, null)`.execute(ctx.db),
    ),
  ).rejects.toThrow(/firm of its transaction/)
})
