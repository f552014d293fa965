import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** A write that reads and changes one table only. */
export interface GatheredWrite {
  table: keyof Tables
  /** Asked for when it is sent. */
  statement(): RawBuilder<unknown>
  /** The rows of a plain insert, which takes those of later ones of its kind along. */
  rows?: GatheredRows
}

export interface GatheredRows {
  /** The same for inserts that differ in their rows only. */
  kind: string
  /** Each row as JSON. */
  texts: string[]
  /** The keys by which they replace earlier rows: one statement replaces a row once at most. */
  keys: string[]
}

const mostRows = 1000

const gatheredOf = new WeakMap<Transaction<Tables>, (write: GatheredWrite) => void>()

/** Keeps a write until the transaction next sends something, to go with others as one statement. */
export const gather = (db: Transaction<Tables>, write: GatheredWrite): void => gatheredOf.get(db)?.(write)

/**
 * Lets writes of a transaction be gathered; what is returned sends those that wait. The parts of a statement do not see
 * each other, so a second write of a table begins the next one, unless both only insert.
 */
export function gatherWrites(
  db: Transaction<Tables>,
  send: (statement: RawBuilder<unknown>) => void,
): () => void {
  let waiting: GatheredWrite[] = []
  const sendWaiting = () => {
    const writes = waiting
    waiting = []
    if (writes.length > 0) send(asOne(writes.map((write) => write.statement())))
  }
  gatheredOf.set(db, (write) => {
    const before = waiting.find(({ table }) => table === write.table)
    if (before && takesAlong(before.rows, write.rows)) return
    if (before) sendWaiting()
    waiting.push(write)
  })
  return sendWaiting
}

function takesAlong(before: GatheredRows | undefined, later: GatheredRows | undefined): boolean {
  if (!before || before.kind !== later?.kind || before.texts.length + later.texts.length > mostRows)
    return false
  if (later.keys.some((key) => before.keys.includes(key))) return false
  before.texts.push(...later.texts)
  before.keys.push(...later.keys)
  return true
}

function asOne(statements: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const last = statements.at(-1) as RawBuilder<unknown>
  if (statements.length === 1) return last
  const before = statements.slice(0, -1).map((statement, n) => sql`${sql.raw(`w${n}`)} as (${statement})`)
  return sql`with ${sql.join(before)} ${last}`
}
