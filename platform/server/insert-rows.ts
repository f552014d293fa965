import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Ctx } from './ctx.ts'
import type { Tables } from './tables.ts'

export type Plain<T> = { [K in keyof T]: unknown }

/** The columns by which rows come into a table. */
export interface Columns {
  /** Table and keys in one text. */
  shape: string
  /** Key of a row → name of its column. */
  names: readonly (readonly [key: string, column: string])[]
  /** The table's name. */
  name: RawBuilder<unknown>
  /** An insert's text before its rows. */
  head: RawBuilder<unknown>
}

// Tables have few ways to be filled: their column lists are put together once.
const known = new Map<string, Columns>()

/** The same object for the same keys. */
export function columnsOf(table: string, keys: readonly string[]): Columns {
  const shape = `${table} ${keys.join(' ')}`
  const made = known.get(shape) ?? { shape, ...newColumns(`"${snake(table)}"`, keys) }
  known.set(shape, made)
  return made
}

function newColumns(name: string, keys: readonly string[]): Omit<Columns, 'shape'> {
  const columns = keys.map((key) => `"${snake(key)}"`).join(', ')
  return {
    names: keys.map((key) => [key, snake(key)] as const),
    name: sql.raw(name),
    head: sql.raw(`insert into ${name} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${name}, `),
  }
}

/** A key's column as the database names it. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Inserts many rows as one parameter: the statement stays the same however many they are, and neither its text nor
 * a list of tens of thousands of values is built. Every row names the columns of the first; `jsonb` columns are
 * given as plain values. `onConflict` is the statement's end: `on conflict (…) do nothing`.
 */
export async function insertRows<T extends keyof Tables>(
  ctx: Ctx,
  table: T,
  rows: readonly Plain<Insertable<Tables[T]>>[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(table, Object.keys(rows[0] ?? {}))
  await insertion(columns, rowsText(columns, rows), onConflict).execute(ctx.db)
}

interface SparseRows<T extends keyof Tables> {
  /** Every column that any row may name; those that a row leaves out are null. */
  columns: readonly (keyof Insertable<Tables[T]> & string)[]
  rows: readonly Partial<Plain<Insertable<Tables[T]>>>[]
}

/** The same for rows of a wide table that name only what they fill. */
export async function insertSparseRows<T extends keyof Tables>(
  ctx: Ctx,
  table: T,
  { columns, rows }: SparseRows<T>,
): Promise<void> {
  if (rows.length === 0) return
  const named = columnsOf(table, columns)
  await insertion(named, rowsText(named, rows)).execute(ctx.db)
}

interface ChangedRows<T extends keyof Tables> {
  columns: readonly (keyof Insertable<Tables[T]> & string)[]
  /** Each with its id and all of the columns. */
  rows: readonly ({ id: string } & Partial<Plain<Insertable<Tables[T]>>>)[]
}

/** Gives many rows of a table other values, each its own, as one parameter. */
export async function updateRows<T extends keyof Tables>(
  ctx: Ctx,
  table: T,
  { columns, rows }: ChangedRows<T>,
): Promise<void> {
  if (rows.length === 0) return
  const named = columnsOf(table, [...columns, 'id'])
  const changes = columns.map((key) => sql`${sql.ref(key)} = r.${sql.ref(key)}`)
  await sql`update ${named.name} t set ${sql.join(changes)}
    from jsonb_populate_recordset(null::${named.name}, ${rowsText(named, rows)}::jsonb) r
    where t.tenant_id = ${ctx.tenantId} and t.id = r.id`.execute(ctx.db)
}

/** The insert of rows that are given as JSON. */
export const insertion = (
  { head }: Columns,
  rows: string,
  onConflict: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> => sql`${head}${rows}::jsonb) ${onConflict}`

const rowsText = (columns: Columns, rows: readonly object[]): string =>
  JSON.stringify(rows.map((row) => filledRow(columns, row)))

/** What is missing is null to the database: most columns of most rows need not be sent. */
export function filledRow({ names }: Columns, row: object): object {
  const filled: Record<string, unknown> = {}
  for (const [key, column] of names) {
    const value = (row as Record<string, unknown>)[key]
    if (value !== null && value !== undefined) filled[column] = value
  }
  return filled
}
