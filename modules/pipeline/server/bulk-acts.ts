import { AppError, type Ctx } from '@peyvand/platform/server'
import { z } from 'zod'
import type { BulkDealAction } from '../contract/index.ts'
import type { StoredDeal } from './deal-access.ts'
import { noteChange } from './deal-events.ts'
import { ownerFrom } from './deal-input.ts'
import { moveTo } from './move-deal.ts'
import { requireStage } from './stages.ts'
import { type DealValues, writeDeal } from './write-deal.ts'

/** What bulk changes touch of a deal, as it was before. */
export const BeforeBulk = z.object({
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  nextFollowUpAt: z.string().nullable(),
  stageId: z.string(),
  lostReasonId: z.string().nullable(),
  lostToId: z.string().nullable(),
})
export type BeforeBulk = z.infer<typeof BeforeBulk>

export const beforeBulk = (deal: StoredDeal): BeforeBulk => BeforeBulk.parse(deal)

/** Does a bulk action to a locked deal that the caller may change; false where its stage asks for what it lacks. */
export async function actOn(ctx: Ctx, deal: StoredDeal, action: BulkDealAction): Promise<boolean> {
  switch (action.type) {
    case 'reassign':
      if (deal.ownerId !== action.ownerId) await change(ctx, deal, await ownerFrom(ctx, action))
      return true
    case 'followUp':
      await change(ctx, deal, { nextFollowUpAt: action.at })
      return true
    case 'move':
      return moveIfAllowed(ctx, deal, action)
  }
}

async function moveIfAllowed(
  ctx: Ctx,
  deal: StoredDeal,
  { stageId, lostReasonId }: Extract<BulkDealAction, { type: 'move' }>,
): Promise<boolean> {
  if (deal.stageId === stageId) return true
  const stage = await requireStage(ctx, stageId)
  try {
    await moveTo(ctx, { before: deal, stage, move: lostReasonId ? { lostReasonId } : {} })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'pipeline.stageAsks') return false
    throw error
  }
}

/** Gives a locked deal back what the action took. */
export async function putBack(
  ctx: Ctx,
  deal: StoredDeal,
  { action, before }: { action: BulkDealAction; before: BeforeBulk },
): Promise<void> {
  switch (action.type) {
    case 'reassign':
      return change(ctx, deal, { ownerId: before.ownerId, teamId: before.teamId })
    case 'followUp':
      return change(ctx, deal, { nextFollowUpAt: before.nextFollowUpAt })
    case 'move': {
      if (before.stageId === deal.stageId) return
      const { lostReasonId, lostToId } = before
      const stage = await requireStage(ctx, before.stageId)
      return moveTo(ctx, { before: deal, stage, move: { lostReasonId, lostToId }, isGated: false })
    }
  }
}

async function change(ctx: Ctx, deal: StoredDeal, values: DealValues): Promise<void> {
  noteChange(ctx, deal, await writeDeal(ctx, deal, values))
}
