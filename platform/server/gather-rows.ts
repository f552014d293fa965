import { type Insertable, sql } from 'kysely'
import type { Ctx } from './ctx.ts'
import { gather } from './gathered-writes.ts'
import { columnsOf, filledRow, insertion, type Plain, snake } from './insert-rows.ts'
import type { Tables } from './tables.ts'

/** What becomes of a row whose key is there: it stays, or takes the new values of the columns to `set`. */
type OnConflict<K> = 'stays' | { key: readonly K[]; set: readonly K[] }

/**
 * Inserts rows as `insertRows` does, without waiting and in one statement with other writes; see `ctx.gather`. Later
 * rows of the same columns go along.
 */
export function gatherRows<T extends keyof Tables>(
  ctx: Ctx,
  table: T,
  rows: readonly Plain<Insertable<Tables[T]>>[],
  onConflict?: OnConflict<keyof Insertable<Tables[T]> & string>,
): void {
  if (rows.length === 0) return
  const columns = columnsOf(table, Object.keys(rows[0] ?? {}))
  const end = onConflict ? endOf(onConflict) : ''
  const texts = rows.map((row) => JSON.stringify(filledRow(columns, row)))
  const key = typeof onConflict === 'object' ? onConflict.key : null
  gather(ctx.db, {
    table,
    statement: () => insertion(columns, `[${texts.join()}]`, sql.raw(end)),
    rows: { kind: columns.shape + end, texts, keys: key ? rows.map((row) => keyOf(row, key)) : [] },
  })
}

const keyOf = (row: object, key: readonly string[]): string =>
  key.map((column) => String((row as Record<string, unknown>)[column])).join(' ')

function endOf(onConflict: OnConflict<string>): string {
  if (onConflict === 'stays') return 'on conflict do nothing'
  const key = onConflict.key.map((column) => `"${snake(column)}"`).join(', ')
  const changes = onConflict.set.map((column) => `"${snake(column)}" = excluded."${snake(column)}"`)
  return `on conflict (${key}) do update set ${changes.join(', ')}`
}
