import type { CompiledQuery, RawBuilder, Transaction } from 'kysely'
import type { z } from 'zod'
import type { EventSpec, Locale } from '../contract/index.ts'
import type { Actor } from './actor.ts'
import type { AuditEntry } from './audit.ts'
import type { JobSpec } from './jobs.ts'
import type { Registry } from './registry.ts'
import type { Tables } from './tables.ts'

export interface EnqueueOptions {
  /** A second job of the same key replaces the first while it waits. */
  key?: string
  runAt?: Date
}

/** Ids only: who looks fetches the rest through the ordinary, checked routes. */
export interface LiveMessage {
  /** What changed: `worklist`, `parties`, `operations`, … */
  topic: string
  id?: string
  /** Deliver to these users only; without it, to those who watch the record and may see it. */
  userIds?: readonly string[]
}

/** A query of Kysely's builder or a text of `sql`. */
export interface Statement {
  compile(db: Transaction<Tables>): CompiledQuery
}

/** First argument of every use case: the transaction, who acts, and the ways to have effects. */
export interface Ctx {
  readonly db: Transaction<Tables>
  readonly actor: Actor
  readonly tenantId: number
  readonly locale: Locale
  readonly timeZone: string
  readonly registry: Registry
  readonly requestId: string | null
  readonly ip: string | null
  now(): Date
  /** Records a fact in the outbox and wakes its listeners, if the transaction commits. */
  emit<P extends z.ZodType>(event: EventSpec<P>, payload: z.input<P>): void
  /** Starts a job if the transaction commits. */
  enqueue<P extends z.ZodType>(
    job: Pick<JobSpec<P>, 'name' | 'payload'>,
    payload: z.input<P>,
    options?: EnqueueOptions,
  ): void
  /** Writes to the audit log with the transaction. */
  audit(entry: AuditEntry): void
  /** Tells open screens, after the commit. */
  live(message: LiveMessage): void
  /** Sends a write whose answer nobody needs; whatever is asked later sees it, and where it fails the transaction does. */
  write(statement: Statement): void
  /**
   * The same for a write that reads and changes this table only: those of different tables that come one after another go
   * as one statement, before whatever else is asked.
   */
  gather(table: keyof Tables, statement: RawBuilder<unknown>): void
}
