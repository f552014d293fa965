import { type SelectQueryBuilder, sql } from 'kysely'
import type { ListQuery } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { afterCursor, encodeCursor, orderBy, type SortKey, sortKeys } from './keyset.ts'
import type { ListSource } from './list-source.ts'

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
  query: ListQuery
}

type Head = { id: string } & Record<`sort${number}`, string | null>

/**
 * As many matches as this are read whole, which counts them exactly and sorts them in whatever order is wanted. Of
 * more than these the first of an order stand so close together in its index that they are found there.
 */
const readWhole = 5000

/** Which records stand on a page, and how many there are: exactly while they are few, by the planner's estimate beyond. */
export async function findPage(ctx: Ctx, { source, matching, query }: FindPage): Promise<FoundPage> {
  const keys = sortKeys(source, query.sort)
  const keyed = matching
    .clearSelect()
    .select(sql<string>`${source.id}`.as('id'))
    .select(keys.map(({ column }, index) => column.sql.as(`key${index}`)))
  if (query.count === 'none') {
    const heads = await inOrder(ctx, { keys, query, found: keyed }).execute()
    return {
      ...pageOf(keys, query, heads),
      total: { value: Math.min(heads.length, query.limit), exact: false },
    }
  }
  const few = await amongFew(ctx, { keys, query, keyed })
  if (few) return { ...pageOf(keys, query, few.heads), total: { value: few.total, exact: true } }
  const heads = await inOrder(ctx, { keys, query, found: keyed }).execute()
  return { ...pageOf(keys, query, heads), total: await countMany(ctx, keyed, query.count) }
}

/** Page and number by one statement, or null where there are too many to read them whole. */
async function amongFew(
  ctx: Ctx,
  { keys, query, keyed }: { keys: readonly SortKey[]; query: ListQuery; keyed: AnyQuery<unknown> },
): Promise<{ heads: Head[]; total: number } | null> {
  const found = ctx.db
    .selectFrom(keyed.limit(readWhole + 1).as('few'))
    .selectAll()
    .select(sql<number>`(count(*) over ())::int`.as('total'))
  const heads = await inOrder(ctx, { keys, query, found })
    .select(sql<number>`found.total`.as('total'))
    .execute()
  // The rows after a cursor may have gone meanwhile; then nothing tells how many there are.
  const total = heads[0]?.total ?? (query.cursor === undefined ? 0 : readWhole + 1)
  return total > readWhole ? null : { heads, total }
}

/** The page's rows and one more, of `found` with the columns `id`, `key0`, `key1` … */
function inOrder(
  ctx: Ctx,
  { keys, query, found }: { keys: readonly SortKey[]; query: ListQuery; found: AnyQuery<unknown> },
): AnyQuery<Head> {
  const id = sql`found.id`
  const here = keys.map((key, index) => ({
    ...key,
    column: { ...key.column, sql: sql.ref(`found.key${index}`) },
  }))
  return (ctx.db.selectFrom(found.as('found')) as AnyQuery<object>)
    .select(sql<string>`${id}`.as('id'))
    .select(here.map(({ column }, index) => sql<string | null>`${column.sql}::text`.as(`sort${index}`)))
    .$if(query.cursor !== undefined, (qb) => qb.where(afterCursor(here, id, query.cursor as string)))
    .orderBy(orderBy(here, id) as never)
    .limit(query.limit + 1) as AnyQuery<Head>
}

function pageOf(
  keys: readonly SortKey[],
  { limit }: ListQuery,
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

async function countMany(ctx: Ctx, keyed: AnyQuery<unknown>, how: ListQuery['count']): Promise<Total> {
  const bare = keyed.clearSelect().select(sql<number>`1`.as('one'))
  if (how !== 'exact') return { value: Math.max(readWhole, await estimateRows(ctx, bare)), exact: false }
  const { count } = await ctx.db
    .selectFrom(bare.as('matching'))
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return { value: Number(count), exact: true }
}

/** The planner's own estimate: instant however many rows there are. */
async function estimateRows(ctx: Ctx, query: AnyQuery<unknown>): Promise<number> {
  const compiled = query.compile()
  const { rows } = await ctx.db.executeQuery<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>({
    ...compiled,
    sql: `explain (format json) ${compiled.sql}`,
  })
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}
