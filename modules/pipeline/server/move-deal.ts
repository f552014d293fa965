import {
  AppError,
  type Ctx,
  checkCustomValues,
  mergeCustomValues,
  readCustomValues,
} from '@peyvand/platform/server'
import type { Deal, MoveDeal } from '../contract/index.ts'
import { lockDeal, type StoredDeal } from './deal-access.ts'
import { noteChange } from './deal-events.ts'
import { requireReferences } from './deal-input.ts'
import { dealView, requireLatest } from './deal-queries.ts'
import { followMoves, lossOf, standingIn } from './place-deals.ts'
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
  return dealView(ctx, id)
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
  const after = await writeDeal(ctx, before, {
    ...values,
    ...loss,
    amountOfLines: before.amountOfLines && next.amount === before.amount,
    custom,
    checked: next.checked,
    ...standingIn(ctx, stage, before),
  })
  noteChange(ctx, before, after)
  await followMoves(ctx, [{ before, after }])
}

/** @throws AppError pipeline.stageAsks (409) with a fault at each field and item that is missing */
export function requireGate(stage: StageRow, deal: Gated): void {
  const fields = missingFor(stage, deal)
  if (fields.length > 0)
    throw new AppError('pipeline.stageAsks', { status: 409, params: { name: stage.name }, fields })
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]
