import {
  AppError,
  type Ctx,
  checkCustomValues,
  mergeCustomValues,
  readCustomValues,
} from '@peyvand/platform/server'
import {
  type Deal,
  dealLost,
  dealMoved,
  dealReopened,
  dealWon,
  isRunning,
  type MoveDeal,
} from '../contract/index.ts'
import { lockDeal, type StoredDeal } from './deal-access.ts'
import { addCompetitor } from './deal-competitors.ts'
import { aboutDeal, noteChange } from './deal-events.ts'
import { requireReferences } from './deal-input.ts'
import { getDeal, requireLatest } from './deal-queries.ts'
import { continueStay } from './deal-stays.ts'
import { republishDeal } from './deal-timeline.ts'
import { type Gated, missingFor } from './stage-gate.ts'
import { requireStage, type StageRow } from './stages.ts'
import { writeDeal } from './write-deal.ts'

/**
 * Moves a deal to a stage with what the stage asks for, all at once: forward, back, won, lost or open again.
 * @throws AppError pipeline.dealNotFound, pipeline.stageNotFound (404), forbidden (403), versionConflict (409),
 * pipeline.stageAsks (409) naming what is missing at its fields; badInput (400) at the field
 */
export async function moveDeal(ctx: Ctx, id: string, move: MoveDeal): Promise<Deal> {
  const before = await lockDeal(ctx, id, 'update')
  await requireLatest(ctx, before, move.version)
  const stage = await requireStage(ctx, move.stageId)
  if (stage.id !== before.stageId) await moveTo(ctx, { before, stage, move })
  return getDeal(ctx, id)
}

interface MoveTo {
  /** Locked. */
  before: StoredDeal
  stage: StageRow
  move: Omit<MoveDeal, 'version' | 'stageId'>
  /** False where a deal goes back to where it stood before. */
  isGated?: boolean
}

/** The move itself; nothing is written where it throws. @throws AppError pipeline.stageAsks (409), badInput (400) */
export async function moveTo(ctx: Ctx, { before, stage, move, isGated = true }: MoveTo): Promise<void> {
  const { custom: given = {}, checked = [], lostReasonId, lostToId, ...facts } = move
  const values = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  const loss = lossOf(stage, before, { lostReasonId, lostToId })
  await requireReferences(ctx, { ...values, ...loss }, before)
  const stored = readCustomValues(before.custom)
  const custom = await checkCustomValues(ctx, { record: 'deals', values: given, stored })
  const next = { ...before, ...values, ...loss, checked: union(before.checked, checked) }
  if (isGated) requireGate(stage, { ...next, custom: mergeCustomValues(stored, custom) })
  const at = latest(ctx.now().toISOString(), before.stageSince)
  const after = await writeDeal(ctx, before, {
    ...values,
    ...loss,
    amountOfLines: before.amountOfLines && next.amount === before.amount,
    custom,
    checked: next.checked,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    outcome: stage.outcome,
    stageSince: at,
    closedAt: isRunning(stage.outcome) ? null : at,
  })
  if (loss.lostToId) await addCompetitor(ctx, before.id, loss.lostToId)
  await continueStay(ctx, { dealId: before.id, stageId: stage.id, at })
  noteChange(ctx, before, after)
  tellOfMove(ctx, before, after)
  if (before.outcome !== after.outcome) await republishDeal(ctx, after)
}

/** Why a deal is lost and to whom; one that is lost no more was not lost to anybody. */
const lossOf = (
  { outcome }: StageRow,
  before: StoredDeal,
  { lostReasonId, lostToId }: Pick<MoveDeal, 'lostReasonId' | 'lostToId'>,
) =>
  outcome === 'lost'
    ? {
        lostReasonId: lostReasonId ?? before.lostReasonId,
        lostToId: lostToId === undefined ? before.lostToId : lostToId,
      }
    : { lostReasonId: null, lostToId: null }

/** @throws AppError pipeline.stageAsks (409) with a fault at each field and item that is missing */
export function requireGate(stage: StageRow, deal: Gated): void {
  const fields = missingFor(stage, deal)
  if (fields.length > 0)
    throw new AppError('pipeline.stageAsks', { status: 409, params: { name: stage.name }, fields })
}

function tellOfMove(ctx: Ctx, before: StoredDeal, after: StoredDeal): void {
  const about = aboutDeal(after)
  ctx.emit(dealMoved, { ...about, fromStageId: before.stageId })
  if (after.outcome === before.outcome) return
  if (after.outcome === 'won') ctx.emit(dealWon, about)
  else if (after.outcome === 'lost') ctx.emit(dealLost, { ...about, lostReasonId: after.lostReasonId })
  else if (!isRunning(before.outcome)) ctx.emit(dealReopened, about)
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]

/** Clocks of two processes may differ; a stay does not end before it began. */
const latest = (a: string, b: string): string => (Date.parse(a) >= Date.parse(b) ? a : b)
