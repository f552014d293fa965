import { filesOf } from '@peyvand/files/server'
import { userName } from '@peyvand/identity/server'
import type { ListQuery, ListSummary, SummaryQuery } from '@peyvand/platform/contract'
import {
  type Ctx,
  describeList,
  requireVersion,
  runList,
  summarizeList,
  together,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { Deal, DealRow } from '../contract/index.ts'
import { dealAbilities, dealRows, openableDeal, type StoredDeal, visibleDeals } from './deal-access.ts'
import { competitorsOf } from './deal-competitors.ts'
import { linesOf } from './deal-lines.ts'
import { dealRow, ref, selectNamed } from './deal-rows.ts'
import { dealSource } from './deal-source.ts'
import { staysOf } from './deal-stays.ts'
import { stageRows } from './stages.ts'

/** One page of the deals that the caller sees, or of those in the bin. */
export async function listDeals(ctx: Ctx, { deleted = false, ...query }: ListQuery & { deleted?: boolean }) {
  const page = await runList(ctx, {
    source: await dealSource(ctx),
    rows: selectNamed(ctx, visibleDeals(ctx, { deleted })),
    query,
  })
  return { ...page, items: page.items.map((row) => dealRow(ctx, row)) }
}

/** The list's fields for the filter builder and the column chooser. */
export const dealFields = async (ctx: Ctx) => describeList(ctx, await dealSource(ctx))

/** Counts and values over everything that a filter of the list matches, whole and by group. */
export const summarizeDeals = async (ctx: Ctx, query: SummaryQuery): Promise<ListSummary> =>
  summarizeList(ctx, { source: await dealSource(ctx), rows: visibleDeals(ctx).select('d.id'), query })

/** One deal; for who may take it out of the bin also from there. @throws AppError pipeline.dealNotFound (404) */
export async function getDeal(ctx: Ctx, id: string): Promise<Deal> {
  await openableDeal(ctx, id)
  return dealView(ctx, id)
}

/** One deal as it is, also one that the caller has just given to somebody else; asks nobody's rights. */
export async function dealView(ctx: Ctx, id: string): Promise<Deal> {
  const row = await selectNamed(ctx, dealRows(ctx))
    .select([
      userName(sql`d.created_by`).as('createdByName'),
      userName(sql`d.updated_by`).as('updatedByName'),
    ])
    .where('d.id', '=', id)
    .executeTakeFirstOrThrow()
  const [files, stays, stages, competitors, lines] = await together([
    filesOf(ctx, 'deals', id),
    staysOf(ctx, id),
    stageRows(ctx, [row.pipelineId]),
    competitorsOf(ctx, id),
    linesOf(ctx, id),
  ])
  return {
    ...dealRow(ctx, row),
    description: row.description,
    checked: row.checked,
    checklist: stages.find((stage) => stage.id === row.stageId)?.checklist ?? [],
    stays,
    competitors,
    lines,
    amountOfLines: row.amountOfLines,
    files,
    createdBy: ref(row.createdBy, row.createdByName),
    updatedBy: ref(row.updatedBy, row.updatedByName),
    can: dealAbilities(ctx, row),
  }
}

/** @throws AppError versionConflict (409) with the deal as it is now, where it was changed since `given` */
export async function requireLatest(ctx: Ctx, row: StoredDeal, given: number): Promise<void> {
  if (row.version !== given) requireVersion(row, given, await getDeal(ctx, row.id))
}

const mostOfParty = 200

/** Deals of a party that the caller sees, running ones first, then the latest. */
export async function dealsOfParty(ctx: Ctx, partyId: string): Promise<{ items: DealRow[]; more: boolean }> {
  const rows = await selectNamed(ctx, visibleDeals(ctx))
    .where((eb) => eb.or([eb('d.partyId', '=', partyId), eb('d.contactId', '=', partyId)]))
    .orderBy('d.closedAt', (order) => order.desc().nullsFirst())
    .orderBy('d.createdAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(mostOfParty + 1)
    .execute()
  return {
    items: rows.slice(0, mostOfParty).map((row) => dealRow(ctx, row)),
    more: rows.length > mostOfParty,
  }
}
