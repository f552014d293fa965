import { setFiles } from '@peyvand/files/server'
import { type Ctx, checkCustomValues, readCustomValues } from '@peyvand/platform/server'
import type { Deal, DealChange } from '../contract/index.ts'
import { amountFrom } from './amount-from.ts'
import { lockDeal, type StoredDeal } from './deal-access.ts'
import { competitorsOf, writeCompetitors } from './deal-competitors.ts'
import { type DealParts, noteChange } from './deal-events.ts'
import { ownerFrom, requireCompetitors, requireReferences } from './deal-input.ts'
import { linesOf, lineViews, loggedLines, writeLines } from './deal-lines.ts'
import { dealView, requireLatest } from './deal-queries.ts'
import { republishDeals } from './deal-timeline.ts'
import { type PricedLine, priceLines } from './price-lines.ts'
import { writeDeal } from './write-deal.ts'

const inFile = new Set(['title', 'partyId'])

/**
 * Changes what is named; files, ticked items, competitors and lines are sent whole.
 * @throws AppError pipeline.dealNotFound (404), forbidden (403), versionConflict, catalog.noVatRate (409);
 * badInput (400) at the field
 */
export async function updateDeal(ctx: Ctx, id: string, change: DealChange): Promise<Deal> {
  const before = await lockDeal(ctx, id, 'update')
  await requireLatest(ctx, before, change.version)
  await requireReferences(ctx, withoutUndefined(change), before)
  const { version: _, fileIds, custom: given = {}, ownerId: _owner, teamId: _team, ...rest } = change
  const { competitors, lines: wanted, amount: _amount, amountOfLines: _follows, ...values } = rest
  const custom = await checkCustomValues(ctx, {
    record: 'deals',
    values: given,
    stored: readCustomValues(before.custom),
  })
  const owner = await ownerChange(ctx, before, change)
  const lines =
    wanted && (await priceLines(ctx, { partyId: change.partyId ?? before.partyId, lines: wanted }))
  const amount = amountFrom(before, { ...change, lines: lines ?? (await linesOf(ctx, id)) })
  const parts = await changeParts(ctx, id, { competitors, lines })
  const after = await writeDeal(ctx, before, {
    ...values,
    ...owner,
    ...amount,
    custom,
    lostToId: stillThere(before.lostToId, competitors),
  })
  if (fileIds) await setFiles(ctx, 'deals', id, fileIds)
  const fields = noteChange(ctx, before, after, parts)
  if (fields.some((field) => inFile.has(field))) await republishDeals(ctx, [after])
  // Ticks are no news for anybody else, but open screens show them.
  ctx.live({ topic: 'deals', id })
  return dealView(ctx, id)
}

interface Parts {
  competitors: DealChange['competitors']
  lines: readonly PricedLine[] | undefined
}

/** Writes competitors and lines where they are given; answers what the log says of them before and after. */
async function changeParts(
  ctx: Ctx,
  id: string,
  { competitors, lines }: Parts,
): Promise<{ from: DealParts; to: DealParts }> {
  const from: DealParts = {}
  const to: DealParts = {}
  if (competitors) {
    const stored = await competitorsOf(ctx, id)
    await requireCompetitors(ctx, competitors, stored)
    await writeCompetitors(ctx, id, competitors)
    from.competitors = stored.map((one) => one.id)
    to.competitors = competitors.map(({ partyId }) => partyId)
  }
  if (lines) {
    from.lines = loggedLines(await linesOf(ctx, id))
    await writeLines(ctx, id, lines)
    to.lines = loggedLines(await lineViews(ctx, lines))
  }
  return { from, to }
}

/** Who is no competitor any more did not get the deal. */
const stillThere = (lostToId: string | null, competitors: DealChange['competitors']): string | null =>
  competitors && !competitors.some(({ partyId }) => partyId === lostToId) ? null : lostToId

async function ownerChange(ctx: Ctx, before: StoredDeal, { ownerId, teamId }: DealChange) {
  if (ownerId !== undefined && ownerId !== before.ownerId) return ownerFrom(ctx, { ownerId, teamId })
  return teamId === undefined ? {} : { teamId }
}

const withoutUndefined = ({ partyId, contactId, sourceId }: DealChange) => ({
  ...(partyId === undefined ? {} : { partyId }),
  ...(contactId === undefined ? {} : { contactId }),
  ...(sourceId === undefined ? {} : { sourceId }),
})
