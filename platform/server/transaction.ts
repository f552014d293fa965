import type { Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import type { Ctx } from './ctx.ts'
import { inTransaction } from './database.ts'
import { gather } from './gathered-writes.ts'
import { flushPending, newPending, type Pending } from './pending.ts'
import type { Registry } from './registry.ts'
import type { Tables } from './tables.ts'

/** What lives as long as the process and every transaction needs. */
export interface Runtime {
  db: Kysely<Tables>
  registry: Registry
  now(): Date
}

interface WithCtx<T> {
  actor: Actor
  readOnly?: boolean
  requestId?: string
  ip?: string
  run(ctx: Ctx): Promise<T>
}

/**
 * Runs a use case as one transaction of the actor's firm. Events, jobs, audit entries and live messages
 * gathered on the way are written just before the commit, so they happen exactly when the change does.
 */
export function withCtx<T>(
  runtime: Runtime,
  { actor, readOnly = false, requestId, ip, run }: WithCtx<T>,
): Promise<T> {
  return inTransaction(runtime.db, {
    tenantId: actor.firm.tenantId,
    readOnly,
    run: async (db) => {
      const pending = newPending()
      const ctx = createCtx(runtime, { db, actor, requestId: requestId ?? null, ip: ip ?? null, pending })
      const answer = await run(ctx)
      flushPending(ctx, pending)
      return answer
    },
  })
}

/** Makes a ctx over an open transaction; for tests, which look into `pending` and roll back. */
export function createCtx(
  runtime: Runtime,
  given: Pick<Ctx, 'db' | 'actor' | 'requestId' | 'ip'> & { pending: Pending },
): Ctx {
  const { pending, ...facts } = given
  return {
    ...facts,
    tenantId: given.actor.firm.tenantId,
    locale: given.actor.locale,
    timeZone: given.actor.firm.timeZone,
    registry: runtime.registry,
    now: runtime.now,
    emit: (event, payload) => {
      pending.events.push({
        name: event.name,
        payload: event.payload.parse(payload) as Record<string, unknown>,
      })
    },
    enqueue: (job, payload, options = {}) => {
      pending.jobs.push({ name: job.name, payload: job.payload.parse(payload), options })
    },
    audit: (entry) => void pending.audit.push(entry),
    live: (message) => void pending.live.push(message),
    // Whoever opened the transaction learns of its failure, at the commit at the latest.
    write: (statement) => void given.db.executeQuery(statement.compile(given.db)).catch(() => undefined),
    gather: (table, statement) => gather(given.db, { table, statement: () => statement }),
  }
}
