import { valueLabel } from '@peyvand/customization/server'
import { byIds, type HistorySource, restoredInput, valueBefore } from '@peyvand/history/server'
import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { anyOf, type Ctx, customFieldRule } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Deal, DealChange } from '../contract/index.ts'
import { openableDeal, reaches } from './deal-access.ts'
import { competitorsOf } from './deal-competitors.ts'
import { audited } from './deal-events.ts'
import { linesOf, loggedLines } from './deal-lines.ts'
import { updateDeal } from './update-deal.ts'

/** A stage changes by a move alone, and how it was lost with it; lines and competitors are told without their prices. */
const byOtherMeans = new Set(['stageId', 'lostReasonId', 'lostToId', 'competitors', 'lines'])

/** What the history of deals is read from. */
export const dealHistory: HistorySource = {
  record: 'deals',
  names: {
    stageId: byIds(stageNames),
    partyId: byIds(partyRefs),
    contactId: byIds(partyRefs),
    lostToId: byIds(partyRefs),
    competitors: byIds(partyRefs),
    ownerId: byIds(usersByIds),
    teamId: byIds(teamsByIds),
    sourceId: byIds(valueNames),
    lostReasonId: byIds(valueNames),
  },
  partyNames: byIds(partyRefs),
  require: async (ctx, id) => {
    const row = await openableDeal(ctx, id)
    return { mayChange: row.deletedAt === null && reaches(ctx, 'update', row) }
  },
  present: async (ctx, id) => {
    const row = await openableDeal(ctx, id)
    const competitors = (await competitorsOf(ctx, id)).map((one) => one.id)
    const parts = { competitors, lines: loggedLines(await linesOf(ctx, id)) }
    return { fields: { ...audited(row), ...parts }, deleted: row.deletedAt !== null }
  },
  isWithheld: () => false,
  isRestorable: (ctx, field) =>
    field.startsWith('custom.')
      ? customFieldRule(ctx, { record: 'deals', key: field.slice('custom.'.length) }) === null
      : !byOtherMeans.has(field),
}

/**
 * Gives one field the value back that it had before a change, by the ordinary save.
 * @throws AppError history.noSuchChange (404), history.notRestorable, history.valueGone (409); as updateDeal
 */
export async function restoreDealField(
  ctx: Ctx,
  { id, changeId, field, version }: { id: string; changeId: string; field: string; version: number },
): Promise<Deal> {
  const value = await valueBefore(ctx, dealHistory, { id, changeId, field })
  const own = /^custom\.(.+)$/.exec(field)?.[1]
  const input = own ? { custom: { [own]: value } } : { [field]: value }
  return updateDeal(ctx, id, restoredInput(DealChange, { version, ...input }))
}

async function stageNames(ctx: Ctx, ids: string[]): Promise<ReadonlyMap<string, { name: string }>> {
  const rows = await ctx.db
    .selectFrom('pipelineStages')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function valueNames(ctx: Ctx, ids: string[]): Promise<ReadonlyMap<string, { name: string }>> {
  const rows = await ctx.db
    .selectFrom('listValues as n')
    .select(['n.id', valueLabel(ctx, sql`n.id`).as('name')])
    .where('n.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`n.id`, ids))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, { name: name ?? '' }]))
}
