import { type Insertable, sql } from 'kysely'
import type { Ctx } from './ctx.ts'
import type { Tables } from './tables.ts'

type Plain<T> = { [K in keyof T]: unknown }

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Inserts many rows as one parameter: the statement stays the same however many they are, and neither its text nor
 * a list of tens of thousands of values is built. Every row names the columns of the first; `jsonb` columns are
 * given as plain values.
 */
export async function insertRows<T extends keyof Tables>(
  ctx: Ctx,
  table: T,
  rows: readonly Plain<Insertable<Tables[T]>>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(snake(name))))
  const name = sql.table(snake(table))
  const given = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value ?? null])),
  )
  await sql`
    insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(given)}::jsonb)`.execute(
    ctx.db,
  )
}
