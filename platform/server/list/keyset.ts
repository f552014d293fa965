import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { castOf, storedAs } from './filter-sql.ts'
import type { ListColumn, ListSource } from './list-source.ts'

export interface SortKey {
  field: string
  column: ListColumn & { sql: RawBuilder<unknown> }
  descending: boolean
}

/** @throws AppError sort.unknownField (400) */
export function sortKeys(source: ListSource, sort: string | undefined): SortKey[] {
  return (sort ?? source.defaultSort).split(',').map((part) => {
    const descending = part.startsWith('-')
    const field = descending ? part.slice(1) : part
    const given = source.columns[field]
    const column = given?.order ? { ...given, ...given.order, type: 'text' as const } : given
    if (!column?.sortable || !column.sql)
      throw new AppError('sort.unknownField', { status: 400, params: { field } })
    return { field, column: { ...column, sql: column.sql }, descending }
  })
}

/** Persian alphabetical order for texts; the same collation as the indexes on names. */
const ordering = ({ column }: SortKey): RawBuilder<unknown> =>
  column.type === 'text' ? sql`${column.sql} collate "fa-x-icu"` : column.sql

/** `order by` with the record's id last, so that no two rows are equal. */
export function orderBy(keys: readonly SortKey[], id: RawBuilder<unknown>): RawBuilder<unknown> {
  const parts = keys.map(
    (key) =>
      sql`${ordering(key)} ${sql.raw(key.descending ? 'desc' : 'asc')}${sql.raw(key.column.nullable ? ' nulls last' : '')}`,
  )
  return sql.join([...parts, sql`${id} ${sql.raw(idDescending(keys) ? 'desc' : 'asc')}`])
}

/** The id follows the first key's direction, so that one index serves both. */
const idDescending = (keys: readonly SortKey[]) => keys[0]?.descending ?? false

const Cursor = z.object({ s: z.string(), v: z.array(z.string().nullable()).max(4), id: z.uuid() })

/** Marks the last row of a page; `values` are the sort columns as text, exact to the microsecond. */
export function encodeCursor(keys: readonly SortKey[], values: (string | null)[], id: string): string {
  return Buffer.from(JSON.stringify({ s: sortText(keys), v: values, id })).toString('base64url')
}

const sortText = (keys: readonly SortKey[]) => keys.map((k) => (k.descending ? '-' : '') + k.field).join(',')

/**
 * The rows after the cursor's. One key that is never null compares as a row with the id, which an index on
 * both serves directly; otherwise key by key, empty values last.
 * @throws AppError cursor.invalid (400), also for a cursor of another order.
 */
export function afterCursor(
  keys: readonly SortKey[],
  id: RawBuilder<unknown>,
  text: string,
): RawBuilder<SqlBool> {
  const cursor = decodeCursor(text)
  if (cursor.s !== sortText(keys) || cursor.v.length !== keys.length) throw invalid()
  const [only] = keys
  if (only && keys.length === 1 && !only.column.nullable) {
    const sign = sql.raw(only.descending ? '<' : '>')
    return sql`(${ordering(only)}, ${id}) ${sign} (${valueOf(only, cursor.v[0] ?? null)}, ${cursor.id}::uuid)`
  }
  const idAfter = sql<SqlBool>`${id} ${sql.raw(idDescending(keys) ? '<' : '>')} ${cursor.id}::uuid`
  return keys.reduceRight<RawBuilder<SqlBool>>((rest, key, index) => {
    const value = cursor.v[index] ?? null
    if (value === null) return sql`(${key.column.sql} is null and ${rest})`
    const given = valueOf(key, value)
    const after = sql`${ordering(key)} ${sql.raw(key.descending ? '<' : '>')} ${given}`
    const orNull = key.column.nullable ? sql` or ${key.column.sql} is null` : sql``
    return sql`(${after}${orNull} or (${ordering(key)} = ${given} and ${rest}))`
  }, idAfter)
}

function decodeCursor(text: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw invalid()
  }
}

const invalid = () => new AppError('cursor.invalid', { status: 400 })

const valueOf = ({ column }: SortKey, value: string | null): RawBuilder<unknown> =>
  column.type === 'text'
    ? sql`${value}::text collate "fa-x-icu"`
    : value === null
      ? sql`null::${sql.raw(castOf[column.type])}`
      : storedAs(column, value)
