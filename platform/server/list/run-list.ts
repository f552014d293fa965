import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Filter, ListQuery, Selection } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { planByValues } from '../plan-by-values.ts'
import { anyOf } from '../sql.ts'
import { filterToSql } from './filter-sql.ts'
import { type AnyQuery, findPage, type Total } from './find-page.ts'
import type { ListSource } from './list-source.ts'
import { weighFilter } from './weigh-filter.ts'
import type { Wording } from './wording.ts'

export interface ListPage<T> {
  items: T[]
  nextCursor: string | null
  total: Total
}

interface RunList<O> {
  source: ListSource
  /** Visible rows with their joins and selected columns, without order; it must select the record's `id`. */
  rows: AnyQuery<O>
  /** The same rows as disjoint parts, where an index gives each in the orders of the list (`scopeParts`). */
  parts?: readonly AnyQuery<unknown>[]
  query: ListQuery
}

/**
 * One page of a list: filter, search, order and cursor over the visible rows. First which records stand on it, then
 * their columns, so that the search for few among many carries ids alone.
 * The total is exact while it is small and estimated by the planner beyond, unless asked exactly.
 */
export async function runList<O extends { id: string }>(
  ctx: Ctx,
  { source, rows, parts = [rows], query }: RunList<O>,
): Promise<ListPage<O>> {
  const { ids, ...page } = await planByValues(ctx, async () => {
    const { whole, inParts, expected, ...wording } = await weighFilter(ctx, {
      source,
      rows,
      filter: query.filter,
      searched: Boolean(query.q),
    })
    const inOrder = { ...query, ...wording, each: query.count !== 'none' }
    return findPage(ctx, {
      source,
      matching: matchingRows(ctx, source, rows, { ...query, ...wording }),
      counted: matchingRows(ctx, source, rows, query),
      parts: parts.map((part) => matchingRows(ctx, source, part, inOrder)),
      query,
      whole,
      expected,
      inParts: inParts && !query.q,
    })
  })
  return { ...page, items: await inOrderOf(ids, rows.where(anyOf(source.id, ids))) }
}

async function inOrderOf<O extends { id: string }>(ids: readonly string[], rows: AnyQuery<O>): Promise<O[]> {
  if (ids.length === 0) return []
  const byId = new Map((await rows.execute()).map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The visible rows that a filter and a search leave; also what a bulk action on "all matching" works on. */
export function matchingRows<O>(
  ctx: Ctx,
  source: ListSource,
  rows: AnyQuery<O>,
  { filter, q, ...wording }: { filter?: Filter | undefined; q?: string | undefined } & Wording,
): AnyQuery<O> {
  const text = q?.trim()
  return rows
    .$if(filter !== undefined, (qb) => qb.where(filterToSql(ctx, source, filter as Filter, wording)))
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
  if ('ids' in selection) return rows.where(anyOf(source.id, selection.ids))
  const matching = matchingRows(ctx, source, rows, selection)
  const { except = [] } = selection
  return except.length === 0
    ? matching
    : matching.where(sql<SqlBool>`${source.id} <> all(${sql.val(except)}::uuid[])`)
}
