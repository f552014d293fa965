import type { ListQuery } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  type ListColumn,
  type ListPage,
  type ListSource,
  listFields,
  runList,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PartyRow } from '../contract/index.ts'
import { listGroups } from './groups.ts'
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
export async function listBin(ctx: Ctx, query: ListQuery): Promise<ListPage<PartyRow>> {
  const page = await runList(ctx, {
    source: await permittedBinSource(ctx),
    rows: listSelection(ctx, binnedParties(ctx)),
    query,
  })
  return { ...page, items: listRows(ctx, page.items) }
}

/**
 * The list's source without the fields that the caller's role may not see, and without filters on those that it sees
 * masked: a filter would tell what they hold.
 */
export const permittedSource = async (ctx: Ctx): Promise<ListSource> =>
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
  const text = (key: string) => ctx.registry.translate(ctx.locale, key)
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
  const fields = Object.entries(listFields(source)).map(([key, field]) => {
    const known = options[key] ?? field.options
    return [
      key,
      {
        ...field,
        sortable: field.sortable ?? false,
        filterable: field.filterable ?? true,
        label: text(field.label),
        ...(known
          ? {
              options: Object.fromEntries(
                Object.entries(known).map(([value, label]) => [value, text(label)]),
              ),
            }
          : {}),
      },
    ] as const
  })
  return { fields: Object.fromEntries(fields), defaultSort: source.defaultSort, defaultColumns }
}
