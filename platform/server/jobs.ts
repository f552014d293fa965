import type { RawBuilder, SqlBool } from 'kysely'
import type { z } from 'zod'
import type { Ctx } from './ctx.ts'
import type { JobRun } from './worker.ts'

/** Slow or timed work. It runs at least once, so what it does must be safe to do again. */
export interface JobSpec<P extends z.ZodType = z.ZodType> {
  /** `imports.run`; unique over all modules. */
  name: string
  payload: P
  /** Runs in no transaction: open short ones with `run.inFirm`, call the outside between them. */
  run(job: JobRun, payload: z.output<P>): Promise<void>
  /** graphile-worker cron pattern in UTC (`0 1 * * *`); such a job runs once per firm with an empty payload. */
  cron?: string
  maxAttempts?: number
}

/** Declares a job; list it in the module's manifest. */
export function defineJob<P extends z.ZodType>(spec: JobSpec<P>): JobSpec<P> {
  return spec
}

// oxlint-disable-next-line typescript/no-explicit-any
export type AnyJob = JobSpec<any>

/** The `event` of a listener to every event that is published. */
export const everyPublishedEvent = '*'

/** A fact as the outbox holds it. */
export interface EventFact {
  id: string
  name: string
  at: string
  actorId: string | null
}

/** A fact as the database has it when it is asked whether a listener wants it. */
export interface AskedFact {
  name: RawBuilder<string>
  /** `jsonb`; null where the question is whether any fact of the event would be wanted. */
  payload: RawBuilder<unknown> | null
}

/** A reaction to a fact of another module; runs in its own transaction, once per event even if started again. */
export interface Listener {
  /** `<module>.<what it does>`; unique. */
  name: string
  event: string
  /** Asked by the database while the fact is written: where it says no, the listener is not woken at all. */
  wanted?: (ctx: Ctx, fact: AskedFact) => RawBuilder<SqlBool>
  /** Whether the fact itself says that there is something to do; without, every fact wakes the listener. */
  concerns?: (payload: unknown, actorId: string | null) => boolean
  run(ctx: Ctx, payload: unknown, event: EventFact): Promise<void>
}
