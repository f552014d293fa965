import type { ListQuery, ListSummary, SummaryQuery } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  describeList,
  type ListPage,
  runList,
  summarizeList,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { LeadRow } from '../contract/index.ts'
import { leadRow, openLeads, selectNamed } from './lead-rows.ts'
import { leadSource } from './lead-source.ts'

/**
 * One page of the leads that the caller sees; of those among `ids` only where they are given.
 * @throws AppError parties.groupNotFound (404) beyond the caller's groups
 */
export async function listLeads(
  ctx: Ctx,
  query: ListQuery,
  ids?: readonly string[],
): Promise<ListPage<LeadRow>> {
  const rows = await openLeads(ctx)
  const page = await runList(ctx, {
    source: await leadSource(ctx),
    rows: selectNamed(ctx, ids ? rows.where(anyOf(sql`p.id`, ids)) : rows),
    query,
  })
  return { ...page, items: page.items.map((row) => leadRow(ctx, row)) }
}

/** The list's fields for the filter builder and the column chooser. */
export const leadFields = async (ctx: Ctx) => describeList(ctx, await leadSource(ctx))

/** Counts over everything that a filter matches, whole and by group. */
export const summarizeLeads = async (ctx: Ctx, query: SummaryQuery): Promise<ListSummary> =>
  summarizeList(ctx, { source: await leadSource(ctx), rows: (await openLeads(ctx)).select('p.id'), query })
