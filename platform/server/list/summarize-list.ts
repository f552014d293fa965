import { addDays, jalaliUnit } from '@peyvand/persian'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  type Aggregate,
  Aggregate as AggregateSchema,
  type Filter,
  type ListGroup,
  type ListSummary,
  type SummaryQuery,
  TimeUnit,
} from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { planByValues } from '../plan-by-values.ts'
import type { AnyQuery } from './find-page.ts'
import { aggregatesOf, isGroupable, type ListColumn, type ListSource } from './list-source.ts'
import { matchingRows } from './run-list.ts'

const mostGroups = 200

interface Asked {
  /** `cost.sum` */
  name: string
  how: Aggregate
  column: ListColumn
}

interface Grouping {
  field: string
  column: ListColumn
  /** Of times. */
  unit: TimeUnit | null
}

type Row = { count: string } & Record<`value${number}`, string | null>

/**
 * Counts, sums and the like over everything that a filter matches, and over each group of it; `rows` as for `runList`.
 * Exact, so it reads every match: lists ask for it beside the page, never before it.
 * @throws AppError group.unknownField, aggregate.unknown (400), naming the field
 */
export async function summarizeList(
  ctx: Ctx,
  { source, rows, query }: { source: ListSource; rows: AnyQuery<unknown>; query: SummaryQuery },
): Promise<ListSummary> {
  const asked = askedOf(source, query.aggregates)
  const grouping = query.by === undefined ? null : groupingOf(source, query.by)
  const matching = matchingRows(ctx, source, rows, query)
  return planByValues(ctx, async () => {
    const whole = (await inputs(ctx, matching, asked)
      .select(valuesOf(asked))
      .executeTakeFirstOrThrow()) as Row
    const groups = grouping ? await groupsOf(ctx, { matching, asked, grouping }) : []
    return {
      count: Number(whole.count),
      values: named(asked, whole),
      groups: groups.slice(0, mostGroups),
      hasMoreGroups: groups.length > mostGroups,
    }
  })
}

function askedOf(source: ListSource, text: string | undefined): Asked[] {
  return (text?.split(',') ?? []).map((name) => {
    const at = name.lastIndexOf('.')
    const column = source.columns[name.slice(0, at)]
    const how = AggregateSchema.safeParse(name.slice(at + 1))
    if (!column || !how.success || !aggregatesOf(column).includes(how.data))
      throw new AppError('aggregate.unknown', { status: 400, params: { field: name } })
    return { name, how: how.data, column }
  })
}

function groupingOf(source: ListSource, by: string): Grouping {
  const at = by.lastIndexOf('.')
  const unit = TimeUnit.safeParse(by.slice(at + 1))
  const field = source.columns[by] || !unit.success ? by : by.slice(0, at)
  const column = source.columns[field]
  if (!column || !isGroupable(column))
    throw new AppError('group.unknownField', { status: 400, params: { field } })
  const isTime = column.type === 'date' || column.type === 'instant'
  return { field, column, unit: isTime ? (field === by || !unit.success ? 'month' : unit.data) : null }
}

/** The matches as a table of what the aggregates read: `input0`, `input1` …, and what is grouped by. */
function inputs(ctx: Ctx, matching: AnyQuery<unknown>, asked: readonly Asked[], key?: RawBuilder<unknown>) {
  const given = asked.map(({ column, how }, index) => inputOf(column, how).as(`input${index}`))
  const table = matching.clearSelect().select([sql`1`.as('one'), ...(key ? [key.as('key')] : []), ...given])
  return ctx.db.selectFrom(table.as('m')) as unknown as AnyQuery<object>
}

function inputOf({ sql: value, hasNone }: ListColumn, how: Aggregate): RawBuilder<unknown> {
  if (how !== 'filled' && how !== 'empty') return value as RawBuilder<unknown>
  return hasNone ?? sql`(${value} is null or ${value}::text = '')`
}

const valuesOf = (asked: readonly Asked[]) => [
  sql<string>`count(*)`.as('count'),
  ...asked.map(({ how }, index) => aggregateOf(how, sql.ref(`m.input${index}`)).as(`value${index}` as const)),
]

function aggregateOf(how: Aggregate, input: RawBuilder<unknown>): RawBuilder<string | null> {
  switch (how) {
    case 'filled':
      return sql`(count(*) filter (where not ${input}))::text`
    case 'empty':
      return sql`(count(*) filter (where ${input}))::text`
    case 'unique':
      return sql`count(distinct ${input})::text`
    case 'avg':
      return sql`round(avg(${input}), 2)::text`
    default:
      // As JSON a moment is written in the one form of ISO 8601, whatever the session's style of dates.
      return sql`to_jsonb(${sql.raw(how)}(${input})) #>> '{}'`
  }
}

const named = (asked: readonly Asked[], row: Row): Record<string, string | null> =>
  Object.fromEntries(asked.map(({ name }, index) => [name, row[`value${index}`] ?? null]))

interface GroupsOf {
  matching: AnyQuery<unknown>
  asked: readonly Asked[]
  grouping: Grouping
}

/** One more than are shown, if there are. */
async function groupsOf(ctx: Ctx, { matching, asked, grouping }: GroupsOf): Promise<ListGroup[]> {
  const { column, unit } = grouping
  const grouped = unit
    ? byTime(ctx, { matching, asked, column, unit })
    : byValue(ctx, { matching, asked, column })
  const rows = (await grouped
    .select(valuesOf(asked))
    .limit(mostGroups + 1)
    .execute()) as (Row & {
    key: string | null
  })[]
  return rows.map((row) => ({
    ...placeOf(grouping, row.key),
    count: Number(row.count),
    values: named(asked, row),
  }))
}

type By = Pick<GroupsOf, 'matching' | 'asked'> & { column: ListColumn }

/**
 * A record with several values of the field stands in the group of each. Joined to the records themselves, so that the
 * planner may read the values at one go.
 */
function byValue(ctx: Ctx, { matching, asked, column: { keys, sql: value } }: By): AnyQuery<object> {
  const rows = keys
    ? matching.leftJoin(sql<{ key: string }>`lateral (${keys})`.as<'k'>(sql`k(key)`), (join) => join.onTrue())
    : matching
  const key = sql<string>`m.key::text`
  return inputs(ctx, rows, asked, keys ? sql`k.key` : (value as RawBuilder<unknown>))
    .select(key.as('key'))
    .groupBy(key as never)
    .orderBy(sql`(${key}) is null` as never)
    .orderBy(sql`count(*) desc` as never)
    .orderBy(key as never)
}

const unitColumns: Record<TimeUnit, string> = {
  day: 'd.day',
  week: 'd.week_start',
  month: 'd.jy, d.jm',
  season: 'd.jy, d.season',
  year: 'd.jy',
}

/** The days of the firm's time zone find their unit in the table of days; any day of a unit names it. */
function byTime(ctx: Ctx, { matching, asked, column, unit }: By & { unit: TimeUnit }): AnyQuery<object> {
  const day = column.type === 'date' ? column.sql : sql`(${column.sql} at time zone ${ctx.timeZone})::date`
  return inputs(ctx, matching, asked, day)
    .leftJoin(sql<{ day: string }>`calendar_days`.as('d'), (join) => join.on(sql<SqlBool>`d.day = m.key`))
    .select(sql<string | null>`min(d.day)::text`.as('key'))
    .groupBy(sql.raw(unitColumns[unit]) as never)
    .orderBy(sql`min(d.day) desc nulls last` as never)
}

/** What a group is called by, and the condition that gives its rows. */
function placeOf({ field, unit }: Grouping, key: string | null): { key: string | null; filter: Filter } {
  if (key === null) return { key, filter: { field, op: 'empty' } }
  if (!unit) return { key, filter: { field, op: 'in', value: [key] } }
  const { from, to } = jalaliUnit(unit, key)
  return { key: from, filter: { field, op: 'between', value: [from, addDays(to, -1)] } }
}
