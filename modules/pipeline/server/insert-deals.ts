import { manyInSeries } from '@peyvand/customization/server'
import { type Ctx, changesBetween, insertCustomSides, insertRows, newId } from '@peyvand/platform/server'
import { type CreateDeal, type DealOrigin, dealCreated } from '../contract/index.ts'
import type { StoredDeal } from './deal-access.ts'
import { audited, auditOf, tellOfDeal } from './deal-events.ts'
import { bodyOf, dealSearch, lineOf } from './deal-input.ts'
import { beginStays } from './deal-stays.ts'
import { namesOfParties } from './deal-texts.ts'
import { publishDeal } from './deal-timeline.ts'
import type { StageRow } from './stages.ts'

/** The series that numbers are drawn from. */
export const dealSeries = 'deals'

/** A deal with everything checked. */
export type NewDeal = Omit<
  CreateDeal,
  | 'pipelineId'
  | 'stageId'
  | 'fileIds'
  | 'ownerId'
  | 'teamId'
  | 'custom'
  | 'competitors'
  | 'lines'
  | 'amountOfLines'
> & {
  id?: string
  stage: Pick<StageRow, 'id' | 'pipelineId' | 'outcome'>
  ownerId: string | null
  teamId: string | null
  custom: StoredDeal['custom']
  lostReasonId?: string | null
  /** Whether the amount is the sum of lines that the caller writes. */
  amountOfLines?: boolean
  /** Of deals that another program knew before. */
  createdAt?: string
}

/** Writes deals in order and tells of them; asks nobody's rights. Answers them as they are stored. */
export async function insertDeals(
  ctx: Ctx,
  given: readonly NewDeal[],
  { origin, originId }: { origin: DealOrigin; originId?: string },
): Promise<StoredDeal[]> {
  if (given.length === 0) return []
  const numbers = await manyInSeries(ctx, dealSeries, given.length)
  const names = await namesOfParties(
    ctx,
    given.map(({ partyId }) => partyId),
  )
  const now = ctx.now().toISOString()
  const deals = given.map(
    (
      { id = newId(), stage, createdAt = now, lostReasonId = null, amountOfLines = false, ...deal },
      index,
    ) => {
      const number = numbers[index] as string
      const title = lineOf(deal.title)
      const closes = stage.outcome === 'won' || stage.outcome === 'lost'
      return {
        ...deal,
        tenantId: ctx.tenantId,
        id,
        number,
        title,
        description: bodyOf(deal.description),
        pipelineId: stage.pipelineId,
        stageId: stage.id,
        outcome: stage.outcome,
        stageSince: createdAt,
        lostReasonId,
        lostToId: null,
        amountOfLines,
        checked: [],
        search: dealSearch({ number, title, party: names.get(deal.partyId) ?? '' }),
        origin,
        originId: originId ?? null,
        closedAt: closes ? createdAt : null,
        createdAt,
        createdBy: ctx.actor.userId,
        updatedAt: now,
        updatedBy: ctx.actor.userId,
        deletedAt: null,
        deletedBy: null,
        version: 1,
      }
    },
  )
  await insertRows(ctx, 'deals', deals)
  await beginStays(ctx, deals)
  await insertCustomSides(ctx, 'deals', deals)
  for (const deal of deals) {
    ctx.audit({
      action: 'create',
      ...auditOf(deal),
      changes: changesBetween<Record<string, unknown>>({}, audited(deal)),
    })
    tellOfDeal(ctx, dealCreated, deal)
    await publishDeal(ctx, deal)
  }
  return deals
}
