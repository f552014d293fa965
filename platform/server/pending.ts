import { type RawBuilder, sql } from 'kysely'
import { type AuditEntry, auditRows } from './audit.ts'
import type { Ctx, EnqueueOptions, LiveMessage } from './ctx.ts'
import { gatherRows } from './gather-rows.ts'
import { newId } from './ids.ts'
import type { Listener } from './jobs.ts'

export const liveChannel = 'peyvand_live'
/** Of many facts, as bulk work tells them, several workers take their share. */
const wokenAtOnce = 20

/** Effects of a use case that are written together just before the commit. */
export interface Pending {
  events: { name: string; payload: Record<string, unknown> }[]
  jobs: { name: string; payload: unknown; options: EnqueueOptions }[]
  audit: AuditEntry[]
  live: LiveMessage[]
}

export const newPending = (): Pending => ({ events: [], jobs: [], audit: [], live: [] })

/** Writes what has gathered, the rows by one statement with the last of the use case's own. */
export function flushPending(ctx: Ctx, { events, jobs, audit, live }: Pending): void {
  const facts = events.map((event) => ({
    tenantId: ctx.tenantId,
    id: newId(),
    ...event,
    actorId: ctx.actor.userId,
  }))
  const woken = facts.flatMap(({ id, name, payload, actorId }) =>
    ctx.registry
      .listenersOf(name)
      .filter(({ concerns }) => concerns?.(payload, actorId) ?? true)
      .map((listener) => ({ listener, eventId: id, event: name, payload })),
  )
  const messages = live.map((message) => JSON.stringify({ tenantId: ctx.tenantId, ...message }))

  gatherRows(ctx, 'auditLog', auditRows(ctx, audit))
  gatherRows(ctx, 'outbox', facts)
  const calls = [
    ...(woken.length > 0 ? [wakeCalls(ctx, woken)] : []),
    ...(jobs.length > 0 ? [enqueueCalls(jobs.map((job) => jobRow(ctx, job)))] : []),
    ...(messages.length > 0 ? [notifyCalls(messages)] : []),
  ]
  if (calls.length > 0) ctx.write(sql.join(calls, sql` union all `))
}

interface Woken {
  listener: Listener
  eventId: string
  event: string
  payload: unknown
}

/**
 * Listeners are woken together: a job that is put in the queue and taken from it costs more than most of them do. Those
 * that want some facts only are asked in the same statement.
 */
function wakeCalls(ctx: Ctx, woken: readonly Woken[]): RawBuilder<unknown> {
  const fact = { name: sql<string>`woken.event`, payload: sql`woken.payload` }
  const asked = [...new Set(woken.map(({ listener }) => listener))].flatMap(({ name, wanted }) =>
    wanted ? [sql`when ${name} then ${wanted(ctx, fact)}`] : [],
  )
  const rows = woken.map(({ listener: { name, wanted }, eventId, event, payload }, n) => ({
    lot: Math.floor(n / wokenAtOnce),
    entry: { listener: name, eventId },
    ...(wanted ? { listener: name, event, payload } : {}),
  }))
  return sql`select enqueue_job('event', jsonb_set(${JSON.stringify(envelopeOf(ctx, []))}::jsonb, '{payload}', jsonb_agg(woken.entry))::json, null, null)::text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as woken (lot int, entry jsonb, listener text, event text, payload jsonb)
    ${asked.length > 0 ? sql`where case woken.listener ${sql.join(asked, sql` `)} else true end` : sql``}
    group by woken.lot`
}

const envelopeOf = (ctx: Ctx, payload: unknown) => ({
  tenantId: ctx.tenantId,
  userId: ctx.actor.userId,
  locale: ctx.locale,
  payload,
})

/** A job carries who it acts for; its handler runs in a transaction of that firm. */
function jobRow(ctx: Ctx, { name, payload, options: { key, runAt } }: Pending['jobs'][number]) {
  return {
    name,
    envelope: envelopeOf(ctx, payload),
    key: key ? `${ctx.tenantId}:${key}` : null,
    run_at: runAt?.toISOString() ?? null,
  }
}

const enqueueCalls = (rows: readonly object[]): RawBuilder<unknown> =>
  sql`select enqueue_job(job.name, job.envelope, job.key, job.run_at)::text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as job (name text, envelope json, key text, run_at timestamptz)`

const notifyCalls = (messages: readonly string[]): RawBuilder<unknown> =>
  sql`select pg_notify(${liveChannel}, message)::text from unnest(${sql.val(messages)}::text[]) as message`
