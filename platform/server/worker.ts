import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { z } from 'zod'
import type { Locale } from '../contract/index.ts'
import { type Actor, systemActor } from './actor.ts'
import type { App } from './app.ts'
import type { Ctx } from './ctx.ts'
import type { AnyJob } from './jobs.ts'
import { operationRequest } from './operations.ts'
import { withCtx } from './transaction.ts'
import { eventJob, wakeListeners } from './wake-listeners.ts'

/** What a job's handler gets. */
export interface JobRun {
  app: App
  /** Who started the job, with present rights; the system for timed jobs or when that user is gone. */
  actor: Actor
  /** One short transaction as that actor. */
  inFirm<T>(run: (ctx: Ctx) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
}

const Envelope = z.object({
  tenantId: z.number().int(),
  userId: z.string().nullable(),
  locale: z.enum(['fa', 'en']),
  payload: z.unknown(),
})

const heartbeatMs = 10_000
const deadAfterSeconds = 60
const drainMs = 25_000
const batchDelayMs = 50
const batchWaitMs = 2000

export interface Worker {
  /** Seconds that the oldest due job has waited: the sign of a worker that lives but does not work. */
  oldestWait(): Promise<number>
  stop(): Promise<void>
}

/** Starts the workers of this process; jobs of workers that died are taken up again. */
export async function startWorker(app: App, { concurrency = 4 } = {}): Promise<Worker> {
  const poolIds = new Set<string>()
  await unlockDead(app)
  const runner = await startRunner(app, concurrency, poolIds)
  const heartbeat = setInterval(() => {
    beat(app, poolIds)
      .then(() => unlockDead(app))
      .catch((error: unknown) => app.log.warn({ err: error }, 'worker heartbeat failed'))
  }, heartbeatMs)
  await beat(app, poolIds)

  return {
    oldestWait: () => oldestWait(app),
    stop: async () => {
      clearInterval(heartbeat)
      await Promise.race([runner.stop(), new Promise((resolve) => setTimeout(resolve, drainMs).unref())])
      await app.ownerPool
        .query('delete from job_workers where worker_id = any($1)', [[...poolIds]])
        .catch(() => undefined)
    },
  }
}

/** The handlers of all jobs by name, as graphile-worker calls them. */
export function taskList(app: App): TaskList {
  const tasks: TaskList = {
    [eventJob.name]: async (input) => {
      const { payload, ...envelope } = Envelope.parse(input)
      const actor = await actorFor(app, { ...envelope, userId: null })
      if (actor) await wakeListeners(app, actor, eventJob.payload.parse(payload))
    },
  }
  for (const job of app.registry.jobs.values()) {
    tasks[job.name] = async (input) => {
      const { payload, ...envelope } = Envelope.parse(input)
      await runJob(app, job, envelope, payload)
    }
    if (job.cron) tasks[cronTask(job)] = () => runInEveryFirm(app, job)
  }
  return tasks
}

const cronTask = (job: AnyJob) => `cron:${job.name}`

async function startRunner(app: App, concurrency: number, poolIds: Set<string>): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter()
  // Jobs are locked in the name of the pool that its workers share.
  events.on('pool:create', ({ workerPool }) => void poolIds.add(workerPool.id))
  const timed = [...app.registry.jobs.values()].flatMap((job) =>
    job.cron ? [{ task: cronTask(job), match: job.cron, identifier: job.name }] : [],
  )
  return run({
    pgPool: app.ownerPool,
    concurrency,
    preset: { worker: inBatches(concurrency) },
    events,
    noHandleSignals: true,
    taskList: taskList(app),
    parsedCronItems: parseCronItems(timed),
    logger: jobLogger(app),
  })
}

/**
 * A job that comes alone is taken up at once. Where they come one after another, as those of writes do, they are fetched
 * and ended by the batch: both cost more than most jobs do. What waits behind long work goes back for other processes.
 */
const inBatches = (concurrency: number) => ({
  localQueue: {
    size: 2 * concurrency,
    ttl: batchWaitMs,
    refetchDelay: { durationMs: batchDelayMs, threshold: 2 * concurrency - 1 },
  },
  completeJobBatchDelay: batchDelayMs,
  failJobBatchDelay: batchDelayMs,
})

async function runJob(
  app: App,
  job: AnyJob,
  envelope: Omit<z.output<typeof Envelope>, 'payload'>,
  payload: unknown,
): Promise<void> {
  const actor = await actorFor(app, envelope)
  if (!actor) return
  const input: unknown = job.payload.parse(payload)
  const operation = Operated.safeParse(input)
  // The audit log names the work that a change came by.
  const request = operation.success ? { requestId: operationRequest(operation.data.operationId) } : {}
  await job.run(
    {
      app,
      actor,
      inFirm: (run, { readOnly = false } = {}) => withCtx(app, { actor, readOnly, ...request, run }),
    },
    input,
  )
}

const Operated = z.object({ operationId: z.uuid() })

/** Null when the firm is gone: its jobs have nothing left to do. */
async function actorFor(
  app: App,
  { tenantId, userId, locale }: { tenantId: number; userId: string | null; locale: Locale },
): Promise<Actor | null> {
  const actor = userId ? await app.directory.actorOf(app, tenantId, userId) : null
  if (actor) return actor
  const firm = await app.directory.firmOf(app, tenantId)
  return firm ? systemActor(firm, locale) : null
}

async function runInEveryFirm(app: App, job: AnyJob): Promise<void> {
  for (const tenantId of await app.directory.firmIds(app)) {
    await runJob(app, job, { tenantId, userId: null, locale: app.defaultLocale }, {}).catch(
      (error: unknown) => {
        app.log.error({ err: error, job: job.name, tenantId }, 'timed job failed')
      },
    )
  }
}

async function beat(app: App, poolIds: ReadonlySet<string>): Promise<void> {
  await app.ownerPool.query(
    `insert into job_workers (worker_id, at) select unnest($1::text[]), now()
     on conflict (worker_id) do update set at = excluded.at`,
    [[...poolIds]],
  )
}

/** A worker killed in the middle leaves its jobs locked for hours; they are freed once its heartbeat is old. */
async function unlockDead(app: App): Promise<void> {
  await app.ownerPool.query(
    `with dead as (
       select distinct locked_by as worker_id from graphile_worker._private_jobs
       where locked_by is not null and locked_at < now() - make_interval(secs => $1)
         and not exists (select from job_workers w where w.worker_id = locked_by and w.at > now() - make_interval(secs => $1))
     )
     select graphile_worker.force_unlock_workers(array_agg(worker_id)) from dead having count(*) > 0`,
    [deadAfterSeconds],
  )
  await app.ownerPool.query('delete from job_workers where at < now() - make_interval(secs => $1)', [
    deadAfterSeconds * 10,
  ])
}

async function oldestWait(app: App): Promise<number> {
  const { rows } = await app.ownerPool.query<{ seconds: number }>(
    `select coalesce(extract(epoch from now() - min(run_at)), 0)::float8 as seconds from graphile_worker._private_jobs
     where run_at < now() and locked_at is null and attempts < max_attempts`,
  )
  return rows[0]?.seconds ?? 0
}

/** The job queue's own messages in the program's log: its routine ones are traces. */
export function jobLogger(app: Pick<App, 'log'>): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') app.log.error(message)
    else if (level === 'warning') app.log.warn(message)
    else app.log.trace(message)
  })
}
