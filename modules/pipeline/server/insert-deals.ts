import { freeInSeries } from '@peyvand/customization/server'
import {
  anyOf,
  type Ctx,
  changesBetween,
  insertCustomSides,
  insertRows,
  newId,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type CreateDeal, type DealOrigin, dealCreated } from '../contract/index.ts'
import type { StoredDeal } from './deal-access.ts'
import { audited, auditOf, tellOfDeal } from './deal-events.ts'
import { bodyOf, dealSearch, lineOf } from './deal-input.ts'
import { beginStays } from './deal-stays.ts'
import { namesOfParties } from './deal-texts.ts'
import { publishDeals } from './deal-timeline.ts'
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
  /** The next of the series where it is left out; of deals that another program knew before. */
  number?: string | undefined
  stage: Pick<StageRow, 'id' | 'pipelineId' | 'outcome'>
  ownerId: string | null
  teamId: string | null
  custom: StoredDeal['custom']
  lostReasonId?: string | null
  /** Whether the amount is the sum of lines that the caller writes. */
  amountOfLines?: boolean
  /** Of deals that another program knew before. */
  createdAt?: string
  /** When a deal in a closed stage was won or lost. */
  closedAt?: string
}

/** Writes deals in order and tells of them; asks nobody's rights. Answers them as they are stored. */
export async function insertDeals(
  ctx: Ctx,
  given: readonly NewDeal[],
  { origin, originId }: { origin: DealOrigin; originId?: string },
): Promise<StoredDeal[]> {
  if (given.length === 0) return []
  const numbers = await freeInSeries(ctx, dealSeries, {
    count: given.filter(({ number }) => number === undefined).length,
    taken: (drawn) => takenNumbers(ctx, drawn),
  })
  const names = await namesOfParties(
    ctx,
    given.map(({ partyId }) => partyId),
  )
  const now = ctx.now().toISOString()
  const deals = given.map(
    ({
      id = newId(),
      number = numbers.shift() as string,
      stage,
      createdAt = now,
      closedAt = createdAt,
      lostReasonId = null,
      amountOfLines = false,
      ...deal
    }) => {
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
        stageSince: closes ? closedAt : createdAt,
        lostReasonId,
        lostToId: null,
        amountOfLines,
        checked: [],
        search: dealSearch({ number, title, party: names.get(deal.partyId) ?? '' }),
        origin,
        originId: originId ?? null,
        closedAt: closes ? closedAt : null,
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
  }
  await publishDeals(ctx, deals)
  return deals
}

/** Of the numbers, those that deals have, also in the bin. */
export async function takenNumbers(ctx: Ctx, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const rows = await ctx.db
    .selectFrom('deals')
    .select('number')
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`number`, numbers, 'text'))
    .execute()
  return rows.map(({ number }) => number)
}
