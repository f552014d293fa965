import { type Ctx, updateRows } from '@peyvand/platform/server'
import {
  dealLost,
  dealMoved,
  dealReopened,
  dealWon,
  isRunning,
  type MoveDeal,
  type Outcome,
} from '../contract/index.ts'
import type { StoredDeal } from './deal-access.ts'
import { addCompetitors } from './deal-competitors.ts'
import { aboutDeal, noteChange } from './deal-events.ts'
import { continueStays } from './deal-stays.ts'
import { republishDeals } from './deal-timeline.ts'
import type { StageRow } from './stages.ts'

const columns = [
  'ownerId',
  'teamId',
  'nextFollowUpAt',
  'pipelineId',
  'stageId',
  'outcome',
  'stageSince',
  'closedAt',
  'lostReasonId',
  'lostToId',
  'updatedAt',
  'updatedBy',
  'version',
] as const

export interface DealChange {
  /** Locked. */
  before: StoredDeal
  values: Partial<Pick<StoredDeal, Exclude<(typeof columns)[number], 'version' | `updated${string}`>>>
}

/** Gives deals other values, each its own, by one statement; tells of it and answers the deals as they are then. */
export async function changeDeals(
  ctx: Ctx,
  changes: readonly DealChange[],
): Promise<{ before: StoredDeal; after: StoredDeal }[]> {
  const changed = changes.map(({ before, values }) => {
    const edited = { updatedAt: ctx.now().toISOString(), updatedBy: ctx.actor.userId }
    return { before, after: { ...before, ...values, ...edited, version: before.version + 1 } }
  })
  await updateRows(ctx, 'deals', { columns, rows: changed.map(({ after }) => after) })
  for (const { before, after } of changed) noteChange(ctx, before, after)
  return changed
}

type Loss = Pick<StoredDeal, 'lostReasonId' | 'lostToId'>

export interface Placement extends Loss {
  /** Locked. */
  before: StoredDeal
  stage: StageRow
}

/** Brings deals to stages by the same few statements however many they are; whether they may come there is not asked. */
export async function placeDeals(ctx: Ctx, placements: readonly Placement[]): Promise<void> {
  const changes = placements.map(({ before, stage, lostReasonId, lostToId }) => ({
    before,
    values: { ...standingIn(ctx, stage, before), lostReasonId, lostToId },
  }))
  await followMoves(ctx, await changeDeals(ctx, changes))
}

/** The columns that say where a deal stands after a move. */
export function standingIn(ctx: Ctx, { id, pipelineId, outcome }: StageRow, { stageSince }: StoredDeal) {
  const at = latest(ctx.now().toISOString(), stageSince)
  return { pipelineId, stageId: id, outcome, stageSince: at, closedAt: isRunning(outcome) ? null : at }
}

/** What comes of moves that were written: competitors, stays, events, the parties' files. */
export async function followMoves(
  ctx: Ctx,
  moved: readonly { before: StoredDeal; after: StoredDeal }[],
): Promise<void> {
  if (moved.length === 0) return
  const deals = moved.map(({ after }) => after)
  await addCompetitors(
    ctx,
    deals.flatMap(({ id, lostToId }) => (lostToId ? [{ dealId: id, partyId: lostToId }] : [])),
  )
  await continueStays(ctx, deals)
  for (const { before, after } of moved) tellOfMove(ctx, before, after)
  await republishDeals(
    ctx,
    moved.flatMap(({ before, after }) => (before.outcome === after.outcome ? [] : [after])),
  )
}

/** Why a deal is lost and to whom; one that is lost no more was not lost to anybody. */
export const lossOf = (
  { outcome }: { outcome: Outcome },
  before: Loss,
  { lostReasonId, lostToId }: Pick<MoveDeal, 'lostReasonId' | 'lostToId'>,
): Loss =>
  outcome === 'lost'
    ? {
        lostReasonId: lostReasonId ?? before.lostReasonId,
        lostToId: lostToId === undefined ? before.lostToId : lostToId,
      }
    : { lostReasonId: null, lostToId: null }

function tellOfMove(ctx: Ctx, before: StoredDeal, after: StoredDeal): void {
  const about = aboutDeal(after)
  ctx.emit(dealMoved, { ...about, fromStageId: before.stageId })
  if (after.outcome === before.outcome) return
  if (after.outcome === 'won') ctx.emit(dealWon, about)
  else if (after.outcome === 'lost') ctx.emit(dealLost, { ...about, lostReasonId: after.lostReasonId })
  else if (!isRunning(before.outcome)) ctx.emit(dealReopened, about)
}

/** Clocks of two processes may differ; a stay does not end before it began. */
const latest = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b)
