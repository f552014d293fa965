import { addDays, jalaliPeriod, localDate } from '@peyvand/persian'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import {
  type Condition,
  type FieldType,
  type Filter,
  type FilterOp,
  Period,
  type RelationCondition,
} from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { anyOf } from '../sql.ts'
import type { AnyQuery } from './find-page.ts'
import type { ListColumn, ListSource } from './list-source.ts'
import { relatedToSql, relationOf } from './related-sql.ts'
import type { Wording } from './wording.ts'

type Bool = RawBuilder<SqlBool>

const maxDepth = 5

/**
 * The filter tree as SQL over a source's columns; every value travels as a parameter.
 * @throws AppError filter.unknownField, filter.badOp, filter.badValue (400), naming the field.
 */
export function filterToSql(ctx: Ctx, source: ListSource, filter: Filter, wording: Wording = {}): Bool {
  return treeToSql(ctx, source, filter, { ...wording, depth: 0 })
}

type Place = Wording & { depth: number }

function treeToSql(ctx: Ctx, source: ListSource, filter: Filter, place: Place): Bool {
  const { depth, each = false, askEach, holders } = place
  const inside = { ...place, depth: depth + 1 }
  if (depth > maxDepth) throw new AppError('filter.badValue', { status: 400, params: { field: 'and/or' } })
  if ('and' in filter)
    return joined(
      filter.and.map((part) => treeToSql(ctx, source, part, inside)),
      'and',
    )
  if ('or' in filter)
    return joined(
      filter.or.map((part) => treeToSql(ctx, source, part, inside)),
      'or',
    )
  if ('relation' in filter) {
    const { of } = relationOf(source, filter)
    const rows = relatedRows(ctx, source, filter, depth + 1)
    const asked = relatedToSql(filter, {
      id: source.id,
      rows,
      of,
      each,
      askEach: askEach?.has(filter) === true,
    })
    const among = holders?.get(filter)
    return among ? sql`(${anyOf(source.id, among)} and ${asked})` : asked
  }
  const column = source.columns[filter.field]
  if (!column || column.filterable === false) {
    throw new AppError('filter.unknownField', { status: 400, params: { field: filter.field } })
  }
  const there = conditionThere(ctx, column, filter)
  if (!there) return conditionToSql(ctx, column, filter)
  const among = holders?.get(filter)
  if (!each && !among && !askEach?.has(filter)) return there.among(there.condition)
  const condition = sql<SqlBool>`coalesce(${there.of(source.id, there.condition)}, false)`
  return among ? sql`(${anyOf(source.id, among)} and ${condition})` : condition
}

/** Conditions that ask for a text anywhere in a field's or at its beginning. */
export const isTextSearch = (condition: Condition): condition is Condition & { value: string } =>
  (condition.op === 'contains' || condition.op === 'startsWith') && typeof condition.value === 'string'

/** The related records that a condition asks for, whomever they belong to. */
export function relatedRows(
  ctx: Ctx,
  source: ListSource,
  condition: RelationCondition,
  depth = 1,
): AnyQuery<unknown> {
  const { rows, source: related } = relationOf(source, condition)
  return condition.where ? rows.where(treeToSql(ctx, related, condition.where, { depth })) : rows
}

/**
 * What a filter asks, apart from all else, of a field that has its values in another table: conditions on its row
 * there, so that an order by the field begins where they hold.
 */
export function conditionsThere(ctx: Ctx, source: ListSource, filter: Filter, field: string): Bool[] {
  if ('and' in filter) return filter.and.flatMap((part) => conditionsThere(ctx, source, part, field))
  const column = source.columns[field]
  const isOfField = 'field' in filter && filter.field === field
  const there = isOfField && column ? conditionThere(ctx, column, filter) : null
  return there ? [there.condition] : []
}

function conditionThere(ctx: Ctx, column: ListColumn, filter: Condition) {
  const { elsewhere } = column
  if (!elsewhere || (elsewhere.partial && !valueOps.includes(filter.op))) return null
  const { hasAny: _any, contains: _contains, ...plain } = withSqlOf(column, elsewhere)
  return { ...elsewhere, condition: conditionToSql(ctx, plain, filter) }
}

/** The column as it stands in the other table. */
export const withSqlOf = (
  column: ListColumn,
  { sql: value, unit }: NonNullable<ListColumn['elsewhere']>,
) => ({
  ...column,
  sql: value,
  ...(unit === undefined ? {} : { unit }),
})

/** A record without a value does not meet these. */
const valueOps: readonly FilterOp[] = [
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'inPeriod',
  'inLast',
  'inNext',
  'contains',
  'startsWith',
  'eq',
  'in',
]

/** A value to compare with a column, as it is stored there. */
export const storedAs = (
  { type, unit }: Pick<ListColumn, 'type' | 'unit'>,
  value: string,
): RawBuilder<unknown> =>
  unit === undefined
    ? sql`${value}::${sql.raw(castOf[type])}`
    : sql`round(${value}::numeric * ${sql.raw(String(unit))})::bigint`

function joined(parts: Bool[], word: 'and' | 'or'): Bool {
  if (parts.length === 0) return sql`true`
  return sql`(${sql.join(parts, word === 'and' ? sql` and ` : sql` or `)})`
}

/** PostgreSQL type that a field's values are compared as. */
export const castOf: Record<FieldType, string> = {
  text: 'text',
  number: 'numeric',
  money: 'bigint',
  date: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  enum: 'text',
  user: 'uuid',
  team: 'uuid',
  party: 'uuid',
  tags: 'uuid',
  phone: 'text',
  file: 'text',
}

const values: Record<FieldType, z.ZodType<string>> = {
  text: z.string().max(500),
  number: z.coerce.number().transform(String),
  money: z.coerce.string().regex(/^-?\d{1,18}$/),
  date: z.iso.date(),
  instant: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
  boolean: z.union([z.boolean(), z.enum(['true', 'false'])]).transform(String),
  enum: z.string().max(100),
  user: z.union([z.uuid(), z.literal('me')]),
  team: z.uuid(),
  party: z.uuid(),
  tags: z.uuid(),
  phone: z.string().max(40),
  file: z.string().max(500),
}

const comparisons: Partial<Record<FilterOp, string>> = {
  eq: '=',
  ne: 'is distinct from',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
}
const ordered: readonly FieldType[] = ['number', 'money', 'date', 'instant']

function conditionToSql(ctx: Ctx, column: ListColumn, { field, op, value }: Condition): Bool {
  const bad = (code: 'filter.badOp' | 'filter.badValue') =>
    new AppError(code, { status: 400, params: { field } })
  const parse = (raw: unknown): string => {
    const parsed = values[column.type].safeParse(raw)
    if (!parsed.success) throw bad('filter.badValue')
    return parsed.data === 'me' ? (ctx.actor.userId ?? '00000000-0000-0000-0000-000000000000') : parsed.data
  }
  const parseMany = (raw: unknown): string[] => {
    const list = Array.isArray(raw) ? raw : [raw]
    if (list.length === 0 || list.length > 500) throw bad('filter.badValue')
    return list.map(parse)
  }

  if (op === 'empty' || op === 'notEmpty') {
    const none = column.hasNone ?? (column.sql && isEmpty(column))
    if (!none) throw bad('filter.badOp')
    return op === 'empty' ? none : sql`not ${none}`
  }
  if (op === 'contains' || op === 'startsWith') {
    const text = z.string().trim().min(1).max(200).safeParse(value)
    if (!text.success) throw bad('filter.badValue')
    if (op === 'contains' && column.contains) return column.contains(text.data)
    if (!column.sql || !['text', 'phone', 'file'].includes(column.type)) throw bad('filter.badOp')
    const pattern = `${op === 'contains' ? '%' : ''}${escapeLike(text.data.toLowerCase())}%`
    return sql`lower(${column.sql}) like ${pattern}`
  }
  if (column.hasAny && ['in', 'notIn', 'eq', 'ne'].includes(op)) {
    const any = column.hasAny(parseMany(value))
    return op === 'in' || op === 'eq' ? any : sql`not ${any}`
  }
  if (!column.sql) throw bad('filter.badOp')
  const type = sql.raw(castOf[column.type])
  if (op === 'in' || op === 'notIn') {
    const any = sql<SqlBool>`${column.sql} = any(${sql.val(parseMany(value))}::${type}[])`
    return op === 'in' ? any : sql`(${column.sql} is null or not ${any})`
  }
  if (op === 'inPeriod') {
    const period = Period.safeParse(value)
    if (!period.success || !isTime(column)) throw bad('filter.badValue')
    return inPeriod(ctx, column, period.data)
  }
  if (op === 'inLast' || op === 'notInLast' || op === 'inNext') {
    const days = z.coerce.number().int().min(1).max(3650).safeParse(value)
    if (!days.success || !isTime(column)) throw bad('filter.badValue')
    return withinDays(ctx, column, op, days.data)
  }
  if (op === 'between') {
    const pair = z.tuple([z.unknown(), z.unknown()]).safeParse(value)
    if (!pair.success || !ordered.includes(column.type)) throw bad('filter.badValue')
    const [from, to] = [parse(pair.data[0]), parse(pair.data[1])]
    if (isDayOf(column, from) && isDayOf(column, to))
      return sql`(${fromDay(ctx, column, from)} and ${beforeDayAfter(ctx, column, to)})`
    return sql`${column.sql} between ${storedAs(column, from)} and ${storedAs(column, to)}`
  }
  const comparison = comparisons[op]
  const isOrder = op !== 'eq' && op !== 'ne'
  if (!comparison || (isOrder && !ordered.includes(column.type))) throw bad('filter.badOp')
  const parsed = parse(value)
  if (isDayOf(column, parsed)) return compareWithDay(ctx, column, op, parsed)
  return sql`${column.sql} ${sql.raw(comparison)} ${storedAs(column, parsed)}`
}

const isTime = ({ type }: ListColumn) => type === 'date' || type === 'instant'

/** A moment compared with a whole day of the firm's calendar. */
const isDayOf = ({ type }: ListColumn, value: string) => type === 'instant' && value.length === 10

function compareWithDay(ctx: Ctx, column: ListColumn, op: FilterOp, day: string): Bool {
  const [since, until] = [fromDay(ctx, column, day), beforeDayAfter(ctx, column, day)]
  switch (op) {
    case 'gte':
      return since
    case 'lt':
      return sql`not ${since}`
    case 'lte':
      return until
    case 'gt':
      return sql`not ${until}`
    case 'ne':
      return sql`(${since} and ${until}) is not true`
    default:
      return sql`(${since} and ${until})`
  }
}

/** Half-open range of the period's days; Jalali weeks, months, seasons and years of the firm's time zone. */
function inPeriod(ctx: Ctx, column: ListColumn, period: Period): Bool {
  const today = localDate(ctx.now(), ctx.timeZone)
  if (period === 'past') return sql`not ${fromDay(ctx, column, today)}`
  if (period === 'future') return sql`not ${beforeDayAfter(ctx, column, today)}`
  const { from, to } = jalaliPeriod(period, today, ctx.actor.firm)
  return sql`(${fromDay(ctx, column, from)} and not ${fromDay(ctx, column, to)})`
}

/** So many days that end or begin with today; what is not in the last ones was earlier, or never. */
function withinDays(ctx: Ctx, column: ListColumn, op: 'inLast' | 'notInLast' | 'inNext', days: number): Bool {
  const today = localDate(ctx.now(), ctx.timeZone)
  const since = fromDay(ctx, column, op === 'inNext' ? today : addDays(today, 1 - days))
  if (op === 'notInLast') return sql`(${column.sql} is null or not ${since})`
  return sql`(${since} and ${beforeDayAfter(ctx, column, op === 'inNext' ? addDays(today, days - 1) : today)})`
}

function fromDay(ctx: Ctx, { type, sql: column }: ListColumn, day: string): Bool {
  if (type === 'date') return sql`${column} >= ${day}::date`
  return sql`${column} >= (${day}::date)::timestamp at time zone ${ctx.timeZone}`
}

function beforeDayAfter(ctx: Ctx, { type, sql: column }: ListColumn, day: string): Bool {
  if (type === 'date') return sql`${column} < ${day}::date + 1`
  return sql`${column} < (${day}::date + 1)::timestamp at time zone ${ctx.timeZone}`
}

const isEmpty = ({ type, sql: column }: ListColumn): Bool =>
  type === 'text' || type === 'phone' || type === 'enum'
    ? sql`coalesce(${column}, '') = ''`
    : sql`${column} is null`

/** Makes a user's text literal inside a `like` pattern. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
