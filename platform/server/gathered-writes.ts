import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A write that reads and changes one table only. */
interface GatheredWrite {
  table: keyof Tables
  statement: RawBuilder<unknown>
}

const gatheredOf = new WeakMap<Transaction<Tables>, (write: GatheredWrite) => void>()

/** Keeps a write until the transaction next sends something, to go with others as one statement. */
export const gather = (db: Transaction<Tables>, write: GatheredWrite): void => gatheredOf.get(db)?.(write)

/**
 * Lets writes of a transaction be gathered; what is returned sends those that wait. The parts of a statement do not see
 * each other, so a second write of a table begins the next one.
 */
export function gatherWrites(
  db: Transaction<Tables>,
  send: (statement: RawBuilder<unknown>) => void,
): () => void {
  let waiting: GatheredWrite[] = []
  const sendWaiting = () => {
    const writes = waiting
    waiting = []
    if (writes.length > 0) send(asOne(writes.map(({ statement }) => statement)))
  }
  gatheredOf.set(db, (write) => {
    if (waiting.some(({ table }) => table === write.table)) sendWaiting()
    waiting.push(write)
  })
  return sendWaiting
}

function asOne(statements: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const last = statements.at(-1) as RawBuilder<unknown>
  if (statements.length === 1) return last
  const before = statements.slice(0, -1).map((statement, n) => sql`${sql.raw(`w${n}`)} as (${statement})`)
  return sql`with ${sql.join(before)} ${last}`
}
