import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type AuditEntry, auditRows } from './audit.ts'
import type { Ctx, EnqueueOptions, LiveMessage } from './ctx.ts'
import { newId } from './ids.ts'
import { gatherRows } from './insert-rows.ts'
import type { Listener } from './jobs.ts'
import type { Woken } from './wake-listeners.ts'

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
  const started = [
    ...wakeJobs(
      ctx,
      woken.filter(({ listener }) => !listener.wanted),
    ),
    ...jobs.map((job) => jobRow(ctx, job)),
  ]
  const asking = new Set(woken.map(({ listener }) => listener).filter(({ wanted }) => wanted))
  const messages = live.map((message) => JSON.stringify({ tenantId: ctx.tenantId, ...message }))

  gatherRows(ctx, 'auditLog', auditRows(ctx, audit))
  gatherRows(ctx, 'outbox', facts)
  const calls = [
    ...(started.length > 0 ? [enqueueCalls(started)] : []),
    ...[...asking].map((asked) =>
      enqueueCalls(
        woken
          .filter(({ listener }) => listener === asked)
          .flatMap((one) =>
            wakeJobs(ctx, [one]).map((job) => ({ ...job, event: one.event, payload: one.payload })),
          ),
        asked.wanted?.(ctx, { name: sql`job.event`, payload: sql`job.payload` }),
      ),
    ),
    ...(messages.length > 0 ? [notifyCalls(messages)] : []),
  ]
  if (calls.length > 0) ctx.write(sql.join(calls, sql` union all `))
}

/** A job carries who it acts for; its handler runs in a transaction of that firm. */
function jobRow(ctx: Ctx, { name, payload, options: { key, runAt } }: Pending['jobs'][number]) {
  return {
    name,
    envelope: { tenantId: ctx.tenantId, userId: ctx.actor.userId, locale: ctx.locale, payload },
    key: key ? `${ctx.tenantId}:${key}` : null,
    run_at: runAt?.toISOString() ?? null,
  }
}

/** Listeners are woken together: a job that is put in the queue and taken from it costs more than most of them do. */
function wakeJobs(ctx: Ctx, woken: readonly { listener: Listener; eventId: string }[]) {
  const names = woken.map(({ listener, eventId }): Woken => ({ listener: listener.name, eventId }))
  const lots = Array.from({ length: Math.ceil(names.length / wokenAtOnce) }, (_, n) =>
    names.slice(n * wokenAtOnce, (n + 1) * wokenAtOnce),
  )
  return lots.map((payload) => jobRow(ctx, { name: 'event', payload, options: {} }))
}

const enqueueCalls = (rows: readonly object[], condition?: RawBuilder<SqlBool>): RawBuilder<unknown> =>
  sql`select enqueue_job(job.name, job.envelope, job.key, job.run_at)::text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as job (event text, payload jsonb, name text, envelope json, key text, run_at timestamptz)
    ${condition ? sql`where ${condition}` : sql``}`

const notifyCalls = (messages: readonly string[]): RawBuilder<unknown> =>
  sql`select pg_notify(${liveChannel}, message)::text from unnest(${sql.val(messages)}::text[]) as message`
