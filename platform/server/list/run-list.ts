import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Filter, ListQuery, Selection } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { planByValues } from '../plan-by-values.ts'
import { filterToSql } from './filter-sql.ts'
import { afterCursor, encodeCursor, orderBy, sortKeys } from './keyset.ts'
import type { ListSource } from './list-source.ts'

// Works over the query of any record type.
// oxlint-disable-next-line typescript/no-explicit-any
type AnyQuery<O> = SelectQueryBuilder<any, any, O>

export interface ListPage<T> {
  items: T[]
  nextCursor: string | null
  total: { value: number; exact: boolean }
}

interface RunList<O> {
  source: ListSource
  /** Visible rows with their joins and selected columns, without order; it must select the record's `id`. */
  rows: AnyQuery<O>
  query: ListQuery
}

/**
 * One page of a list: filter, search, order and cursor over the visible rows.
 * The total is counted up to 10,000 and estimated by the planner beyond, unless asked exactly.
 */
export async function runList<O extends { id: string }>(
  ctx: Ctx,
  { source, rows, query }: RunList<O>,
): Promise<ListPage<O>> {
  await planByValues(ctx)
  const keys = sortKeys(source, query.sort)
  const matching = matchingRows(ctx, source, rows, query)
  const page = matching
    .$if(query.cursor !== undefined, (qb) => qb.where(afterCursor(keys, source.id, query.cursor as string)))
    .select(keys.map((key, index) => sql<string | null>`(${key.column.sql})::text`.as(`sort${index}`)))
    .orderBy(orderBy(keys, source.id) as never)
    .limit(query.limit + 1)
  const found = (await page.execute()) as (O & Record<string, string | null>)[]
  const items = found.slice(0, query.limit)
  const last = items.at(-1)
  const hasMore = found.length > query.limit
  return {
    items,
    nextCursor:
      hasMore && last
        ? encodeCursor(
            keys,
            keys.map((_, index) => last[`sort${index}`] ?? null),
            last.id,
          )
        : null,
    total: await countRows(ctx, matching, {
      hasMore,
      seen: query.cursor ? null : items.length,
      how: query.count,
    }),
  }
}

/** The visible rows that a filter and a search leave; also what a bulk action on "all matching" works on. */
export function matchingRows<O>(
  ctx: Ctx,
  source: ListSource,
  rows: AnyQuery<O>,
  { filter, q }: { filter?: Filter | undefined; q?: string | undefined },
): AnyQuery<O> {
  const text = q?.trim()
  return rows
    .$if(filter !== undefined, (qb) => qb.where(filterToSql(ctx, source, filter as Filter)))
    .$if(Boolean(text) && source.search !== undefined, (qb) =>
      qb.where(
        (source.search as NonNullable<ListSource['search']>)(ctx, text as string) as RawBuilder<SqlBool>,
      ),
    ) as AnyQuery<O>
}

/** The rows of a selection: those named, or everything a filter matches but some. */
export function selectedRows<O>(
  ctx: Ctx,
  source: ListSource,
  rows: AnyQuery<O>,
  selection: Selection,
): AnyQuery<O> {
  if ('ids' in selection)
    return rows.where(sql<SqlBool>`${source.id} = any(${sql.val(selection.ids)}::uuid[])`)
  const matching = matchingRows(ctx, source, rows, selection)
  const { except = [] } = selection
  return except.length === 0
    ? matching
    : matching.where(sql<SqlBool>`${source.id} <> all(${sql.val(except)}::uuid[])`)
}

const countUpTo = 10_000

async function countRows<O>(
  ctx: Ctx,
  matching: AnyQuery<O>,
  { hasMore, seen, how }: { hasMore: boolean; seen: number | null; how: ListQuery['count'] },
): Promise<ListPage<O>['total']> {
  if (how === 'none') return { value: seen ?? 0, exact: false }
  if (!hasMore && seen !== null) return { value: seen, exact: true }
  const bare = matching.clearSelect().select(sql<number>`1`.as('one'))
  const limited = how === 'exact' ? bare : bare.limit(countUpTo + 1)
  const { count } = await ctx.db
    .selectFrom(limited.as('matching'))
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const counted = Number(count)
  if (how === 'exact' || counted <= countUpTo) return { value: counted, exact: true }
  return { value: Math.max(countUpTo, await estimateRows(ctx, bare)), exact: false }
}

/** The planner's own estimate: instant however many rows there are. */
async function estimateRows(ctx: Ctx, query: AnyQuery<{ one: number }>): Promise<number> {
  const compiled = query.compile()
  const { rows } = await ctx.db.executeQuery<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>({
    ...compiled,
    sql: `explain (format json) ${compiled.sql}`,
  })
  return rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}
