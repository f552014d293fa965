import { type Insertable, type RawBuilder, sql } from 'kysely'
import type { Ctx } from './ctx.ts'
import type { Tables } from './tables.ts'

type Plain<T> = { [K in keyof T]: unknown }

interface Columns {
  /** Key of a row → name of its column. */
  names: readonly (readonly [key: string, column: string])[]
  columns: RawBuilder<unknown>
  name: RawBuilder<unknown>
}

// Tables have few ways to be filled: their column lists are put together once.
const known = new Map<string, Columns>()

function columnsOf(table: string, keys: readonly string[]): Columns {
  const shape = `${table} ${keys.join(' ')}`
  const made = known.get(shape) ?? {
    names: keys.map((key) => [key, snake(key)] as const),
    columns: sql.raw(keys.map((key) => `"${snake(key)}"`).join(', ')),
    name: sql.raw(`"${snake(table)}"`),
  }
  known.set(shape, made)
  return made
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

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
  if (rows.length > 0) await insertOf(table, rows, onConflict).execute(ctx.db)
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
  if (rows.length > 0) await insertion(columnsOf(table, columns), rows, sql``).execute(ctx.db)
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
  const { names, name } = columnsOf(table, [...columns, 'id'])
  const changes = columns.map((key) => sql`${sql.ref(key)} = r.${sql.ref(key)}`)
  await sql`update ${name} t set ${sql.join(changes)}
    from jsonb_populate_recordset(null::${name}, ${JSON.stringify(filledRows(names, rows))}::jsonb) r
    where t.tenant_id = ${ctx.tenantId} and t.id = r.id`.execute(ctx.db)
}

/** The same without waiting, in one statement with other writes; see `ctx.gather`. */
export function gatherRows<T extends keyof Tables>(
  ctx: Ctx,
  table: T,
  rows: readonly Plain<Insertable<Tables[T]>>[],
  onConflict?: RawBuilder<unknown>,
): void {
  if (rows.length > 0) ctx.gather(table, insertOf(table, rows, onConflict))
}

const insertOf = <T extends keyof Tables>(
  table: T,
  rows: readonly Plain<Insertable<Tables[T]>>[],
  onConflict: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> => insertion(columnsOf(table, Object.keys(rows[0] ?? {})), rows, onConflict)

function insertion(
  { names, columns, name }: Columns,
  rows: readonly object[],
  onConflict: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(filledRows(names, rows))}::jsonb)
    ${onConflict}`
}

/** What is missing is null to the database: most columns of most rows need not be sent. */
const filledRows = (names: Columns['names'], rows: readonly object[]): object[] =>
  rows.map((row) => {
    const filled: Record<string, unknown> = {}
    for (const [key, column] of names) {
      const value = (row as Record<string, unknown>)[key]
      if (value !== null && value !== undefined) filled[column] = value
    }
    return filled
  })
