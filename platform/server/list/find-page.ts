import { type Expression, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { ListQuery } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { estimate } from './estimate.ts'
import { castOf, conditionsThere, withSqlOf } from './filter-sql.ts'
import { afterCursor, encodeCursor, orderBy, type SortKey, sortKeys } from './keyset.ts'
import type { ListSource, ValueElsewhere } from './list-source.ts'

// Works over the query of any record type.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyQuery<O> = SelectQueryBuilder<any, any, O>

export interface Total {
  value: number
  exact: boolean
}

interface FoundPage {
  ids: string[]
  nextCursor: string | null
  total: Total
}

interface FindPage {
  source: ListSource
  matching: AnyQuery<unknown>
  /** The same as the planner knows best how many there are. */
  counted: AnyQuery<unknown>
  /** The same as disjoint parts, each of which an index gives in order; asked only where very many match. */
  parts: readonly AnyQuery<unknown>[]
  query: ListQuery
  /** So many matches are read whole. */
  whole: number
  /** So many matches are expected, where it was asked already. */
  expected: number | undefined
  /** Whether they are read from the parts too: the index of a part gives the first without all the others. */
  inParts: boolean
}

interface Order {
  keys: readonly SortKey[]
  query: ListQuery
}

type Head = { id: string } & Record<`sort${number}`, string | null>

/** Which records stand on a page, and how many there are: exactly while they are few, by the planner's estimate beyond. */
export async function findPage(
  ctx: Ctx,
  { source, matching, counted, parts, query, whole, expected, inParts }: FindPage,
): Promise<FoundPage> {
  const order = { keys: sortKeys(source, query.sort), query }
  const few =
    query.count === 'none'
      ? null
      : await amongFew(ctx, source, { order, matching: inParts ? parts : [matching], whole })
  if (few) return { ...pageOf(order, few.heads), total: { value: few.total, exact: true } }
  const heads = await firstsOf(ctx, source, { order, parts })
  const page = pageOf(order, heads)
  const total =
    query.count === 'none'
      ? { value: page.ids.length, exact: false }
      : await countMany(ctx, { matching: counted, how: query.count, whole, expected })
  return { ...page, total }
}

/** Ids with the keys of an order, which stand in the tables that have them of every record. */
function keyed(source: ListSource, rows: AnyQuery<unknown>, keys: readonly SortKey[]): AnyQuery<unknown> {
  const placed = keys.map(({ column }) =>
    column.elsewhere && !column.elsewhere.partial ? column.elsewhere : null,
  )
  return placed
    .reduce((joined, elsewhere) => elsewhere?.join(joined) ?? joined, rows)
    .clearSelect()
    .select(idOf(source))
    .select(keys.map(({ column }, index) => (placed[index]?.sql ?? column.sql).as(`key${index}`)))
}

const idOf = ({ id }: ListSource) => sql<string>`${id}`.as('id')

interface Firsts {
  order: Order
  parts: readonly AnyQuery<unknown>[]
}

/** The page from the index of its order: of the records that have a first key, then of those that have none. */
async function firstsOf(ctx: Ctx, source: ListSource, { order, parts }: Firsts): Promise<Head[]> {
  const read = ({ keys, query }: Order, rows: readonly AnyQuery<unknown>[]) => {
    const firsts = rows.map((part) => inOrder(ctx, { keys, query }, keyed(source, part, keys)).selectAll())
    return headsOf(inOrder(ctx, { keys, query }, unionOf(firsts)), { keys, query }).execute()
  }
  const [first, ...others] = order.keys
  const { elsewhere, hasNone } = first?.column ?? {}
  if (!first || !elsewhere) return read(order, parts)
  // What the filter asks of the key itself is where the index begins.
  const { filter } = order.query
  const asked = filter ? conditionsThere(ctx, source, filter, first.field) : []
  const { partial, ...everywhere } = { ...elsewhere, join: joinedWhere(elsewhere, asked) }
  const withFirst = (column: SortKey['column']) => ({ ...order, keys: [{ ...first, column }, ...others] })
  if (!partial || !hasNone) return read(withFirst({ ...first.column, elsewhere: everywhere }), parts)
  // Joined, the key is never empty, and the whole of it is in the order of the index.
  const { nullable: _, ...column } = withSqlOf(first.column, elsewhere)
  const heads = await read(withFirst({ ...column, elsewhere: everywhere }), parts)
  const missing = order.query.limit + 1 - heads.length
  if (missing <= 0 || asked.length > 0) return heads
  const none = sql`null::${sql.raw(castOf[first.column.type])}`
  const { elsewhere: _elsewhere, ...plain } = first.column
  const empty = {
    keys: [{ ...first, column: { ...plain, sql: none } }, ...others],
    query: { ...order.query, limit: missing - 1 },
  }
  return [
    ...heads,
    ...(await read(
      empty,
      parts.map((part) => part.where(hasNone)),
    )),
  ]
}

const joinedWhere =
  ({ join }: ValueElsewhere, conditions: readonly RawBuilder<SqlBool>[]) =>
  <O>(rows: AnyQuery<O>): AnyQuery<O> =>
    conditions.reduce((joined, condition) => joined.where(condition), join(rows))

interface AmongFew {
  order: Order
  /** Disjoint. */
  matching: readonly AnyQuery<unknown>[]
  whole: number
}

/**
 * Page and number by one statement, or null where there are too many to read them whole. Keys that stand in other
 * tables are looked up only after the matches are counted and few.
 */
async function amongFew(
  ctx: Ctx,
  source: ListSource,
  { order, matching, whole }: AmongFew,
): Promise<{ heads: Head[]; total: number } | null> {
  const heads = matching.map((rows) =>
    rows
      .clearSelect()
      .select(idOf(source))
      .select(
        order.keys.flatMap(({ column }, index) => (column.elsewhere ? [] : [column.sql.as(`key${index}`)])),
      ),
  )
  const few = ctx.db
    .selectFrom(unionOf(heads).as('head'))
    .selectAll()
    .limit(whole + 1)
  const keys = order.keys.map(({ column: { elsewhere } }, index) => {
    const key = elsewhere ? elsewhere.of(sql`few.id`, elsewhere.sql) : sql.ref(`few.key${index}`)
    return sql`${key} as ${sql.id(`key${index}`)}`
  })
  const there = {
    ...order,
    keys: order.keys.map((key) => {
      const { elsewhere } = key.column
      return elsewhere ? { ...key, column: withSqlOf(key.column, elsewhere) } : key
    }),
  }
  const found = sql`(select few.id, ${sql.join(keys)} from few where counted.total <= ${whole})`
  const page = inOrder(ctx, there, found).selectAll()
  const counted = ctx.db
    .with(
      (cte) => cte('few').materialized(),
      () => few as AnyQuery<object>,
    )
    .selectFrom(sql<{ total: number }>`(select count(*)::int as total from few)`.as('counted'))
    .leftJoin(sql<{ id: string }>`lateral (${page})`.as('found'), (join) => join.onTrue())
  const rows = await headsOf(counted as AnyQuery<object>, there)
    .select(sql<number>`counted.total`.as('total'))
    .orderBy(orderBy(ofFound(there.keys), sql`found.id`) as never)
    .execute()
  const total = rows[0]?.total ?? 0
  return total > whole ? null : { heads: rows.filter(({ id }) => id !== null), total }
}

/** The rows of the page and one more, in order, of a query with the columns `id`, `key0`, `key1` … */
function inOrder(ctx: Ctx, { keys, query }: Order, found: Expression<unknown>): AnyQuery<object> {
  const here = ofFound(keys)
  return (ctx.db.selectFrom(sql<object>`${found}`.as('found')) as AnyQuery<object>)
    .$if(query.cursor !== undefined, (qb) =>
      qb.where(afterCursor(here, sql`found.id`, query.cursor as string)),
    )
    .orderBy(orderBy(here, sql`found.id`) as never)
    .limit(query.limit + 1)
}

/** The keys as the columns `key0`, `key1` … */
const ofFound = (keys: readonly SortKey[]): SortKey[] =>
  keys.map((key, index) => ({ ...key, column: { ...key.column, sql: sql.ref(`found.key${index}`) } }))

/** Ids, and the keys as texts that are exact to the microsecond. */
const headsOf = (rows: AnyQuery<object>, { keys }: Order): AnyQuery<Head> =>
  rows.select(sql<string>`found.id`.as('id')).select(
    keys.map(({ column: { unit } }, index) => {
      const key = sql.ref(`found.key${index}`)
      const value = unit ? sql`${key}::numeric / ${sql.raw(String(unit))}` : key
      return sql<string | null>`(${value})::text`.as(`sort${index}`)
    }),
  ) as AnyQuery<Head>

/** The parts under each other. */
const unionOf = (parts: readonly AnyQuery<unknown>[]): RawBuilder<object> =>
  sql<object>`(${sql.join(parts, sql` union all `)})`

function pageOf(
  { keys, query: { limit } }: Order,
  heads: readonly Head[],
): Pick<FoundPage, 'ids' | 'nextCursor'> {
  const shown = heads.slice(0, limit)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ id }) => id),
    nextCursor:
      last && heads.length > limit
        ? encodeCursor(
            keys,
            keys.map((_, index) => last[`sort${index}`] ?? null),
            last.id,
          )
        : null,
  }
}

interface CountMany extends Pick<FindPage, 'whole' | 'expected'> {
  matching: AnyQuery<unknown>
  how: ListQuery['count']
}

async function countMany(ctx: Ctx, { matching, how, whole, expected }: CountMany): Promise<Total> {
  const bare = matching.clearSelect().select(sql<number>`1`.as('one'))
  if (how !== 'exact') {
    const rows = expected ?? (await estimate(ctx, bare)).rows
    return { value: Math.max(whole, rows), exact: false }
  }
  const { count } = await ctx.db
    .selectFrom(bare.as('matching'))
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return { value: Number(count), exact: true }
}
