import type { ListQuery, ListSummary, SummaryQuery } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  describeList,
  type ListColumn,
  type ListPage,
  type ListSource,
  listRelations,
  runList,
  summarizeList,
  together,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { BinRow, PartyRow } from '../contract/index.ts'
import { listGroups } from './groups.ts'
import { mergedAway } from './merged-records.ts'
import { binnedParties, visibleParties, visiblePartyParts } from './party-access.ts'
import { fieldRuleOf, partyFieldRules } from './party-field-rules.ts'
import { listRows, listSelection } from './party-queries.ts'
import { isAmongFirstFound, listLimit } from './party-search.ts'
import { binSource, defaultColumns, partySource } from './party-source.ts'

/** A page of the parties the caller may see; of those among `ids` only where they are given. */
export async function listParties(
  ctx: Ctx,
  query: ListQuery,
  ids?: readonly string[],
): Promise<ListPage<PartyRow>> {
  const rows = listSelection(ctx, visibleParties(ctx))
  const { items, nextCursor, total } = await runList(ctx, {
    source: { ...(await permittedSource(ctx)), search: isAmongFirstFound },
    ...(ids ? { rows: rows.where(anyOf(sql`p.id`, ids)) } : { rows, parts: visiblePartyParts(ctx) }),
    query,
  })
  const isCut = Boolean(query.q) && total.value >= listLimit
  return { items: listRows(ctx, items), nextCursor, total: isCut ? { ...total, exact: false } : total }
}

/** A page of the recycle bin. */
export async function listBin(ctx: Ctx, query: ListQuery): Promise<ListPage<BinRow>> {
  const page = await runList(ctx, {
    source: await permittedBinSource(ctx),
    rows: listSelection(ctx, binnedParties(ctx)),
    query,
  })
  const merged = await mergedAway(
    ctx,
    page.items.map(({ id }) => id),
  )
  const items = listRows(ctx, page.items).map((row) => {
    const isMerged = merged.has(row.id)
    return { ...row, isMerged, can: { ...row.can, restore: row.can.restore && !isMerged } }
  })
  return { ...page, items }
}

/**
 * The list's source without the fields that the caller's role may not see, and without filters on those that it sees
 * masked: a filter would tell what they hold.
 */
export async function permittedSource(ctx: Ctx): Promise<ListSource> {
  const [fields, relations] = await together([permittedFields(ctx), listRelations(ctx, 'parties')])
  return { ...fields, relations }
}

/** The same without what filters may ask of other records, for lists that themselves ask for parties. */
export const permittedFields = async (ctx: Ctx): Promise<ListSource> =>
  withoutWithheld(ctx, await partySource(ctx))

/** The same for the recycle bin. */
export const permittedBinSource = async (ctx: Ctx): Promise<ListSource> =>
  withoutWithheld(ctx, await binSource(ctx))

function withoutWithheld(ctx: Ctx, source: ListSource): ListSource {
  const rules = partyFieldRules(ctx)
  const columns = Object.entries(source.columns).flatMap(([field, column]): [string, ListColumn][] => {
    const rule = fieldRuleOf(rules, field)
    if (rule === 'hidden') return []
    const isMasked = rule === 'masked' && column.type !== 'enum'
    return [[field, isMasked ? { ...column, filterable: false, sortable: false } : column]]
  })
  return { ...source, columns: Object.fromEntries(columns) }
}

/** Fields of the list with their labels in the caller's language, for filters and columns. */
export async function describeFields(ctx: Ctx) {
  const source = await permittedSource(ctx)
  const groups = (await listGroups(ctx)).filter((group) => group.archivedAt === null)
  const isFa = ctx.locale === 'fa'
  const options: Record<string, Record<string, string>> = {
    groups: Object.fromEntries(groups.map((group) => [group.key, isFa ? group.nameFa : group.nameEn])),
    state: Object.fromEntries(
      groups.flatMap((group) =>
        group.states.map((state) => [
          `${group.key}.${state.key}`,
          isFa ? `${group.nameFa}: ${state.labelFa}` : `${group.nameEn}: ${state.labelEn}`,
        ]),
      ),
    ),
  }
  return { ...describeList(ctx, source, options), defaultSort: source.defaultSort, defaultColumns }
}

/** Counts and values over everything that a filter of the list matches, whole and by group. */
export async function summarizeParties(ctx: Ctx, query: SummaryQuery): Promise<ListSummary> {
  const source = { ...(await permittedSource(ctx)), search: isAmongFirstFound }
  return summarizeList(ctx, { source, rows: visibleParties(ctx).select('p.id'), query })
}
