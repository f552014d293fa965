import { type RawBuilder, sql } from 'kysely'
import type { AuditEntry } from './audit.ts'
import { writeAudit } from './audit.ts'
import type { Ctx, EnqueueOptions, LiveMessage } from './ctx.ts'
import { newId } from './ids.ts'
import { insertRows } from './insert-rows.ts'

export const liveChannel = 'peyvand_live'

/** Effects of a use case that are written together just before the commit. */
export interface Pending {
  events: { name: string; payload: Record<string, unknown> }[]
  jobs: { name: string; payload: unknown; options: EnqueueOptions }[]
  audit: AuditEntry[]
  live: LiveMessage[]
}

export const newPending = (): Pending => ({ events: [], jobs: [], audit: [], live: [] })

/** Writes what has gathered, each kind by one statement. */
export async function flushPending(ctx: Ctx, pending: Pending): Promise<void> {
  const { events, jobs, audit, live } = pending
  if (audit.length > 0) await writeAudit(ctx, audit)

  const rows = events.map((event) => ({ ...event, id: newId() }))
  if (rows.length > 0) {
    await insertRows(
      ctx,
      'outbox',
      rows.map(({ id, name, payload }) => ({
        tenantId: ctx.tenantId,
        id,
        name,
        payload,
        actorId: ctx.actor.userId,
      })),
    )
  }

  const calls: RawBuilder<unknown>[] = []
  for (const { id, name } of rows) {
    for (const listener of ctx.registry.listenersOf(name)) {
      calls.push(
        enqueueCall(
          ctx,
          'event',
          { listener: listener.name, eventId: id },
          { key: `${listener.name}:${id}` },
        ),
      )
    }
  }
  for (const { name, payload, options } of jobs) calls.push(enqueueCall(ctx, name, payload, options))
  for (const message of live) {
    const text = JSON.stringify({ tenantId: ctx.tenantId, ...message })
    calls.push(sql`pg_notify(${liveChannel}, ${text})`)
  }
  if (calls.length > 0) await sql`select ${sql.join(calls)}`.execute(ctx.db)
}

/** A job carries who it acts for; its handler runs in a transaction of that firm. */
function enqueueCall(
  ctx: Ctx,
  name: string,
  payload: unknown,
  { key, runAt }: EnqueueOptions,
): RawBuilder<unknown> {
  const envelope = { tenantId: ctx.tenantId, userId: ctx.actor.userId, locale: ctx.locale, payload }
  const jobKey = key ? `${ctx.tenantId}:${key}` : null
  return sql`enqueue_job(${name}, ${JSON.stringify(envelope)}::json, ${jobKey}::text, ${runAt?.toISOString() ?? null}::timestamptz)`
}
