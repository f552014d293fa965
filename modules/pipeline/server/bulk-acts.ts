import { partyRefs } from '@peyvand/parties/server'
import { type Ctx, type KeptRow, readCustomValues, type Verdict } from '@peyvand/platform/server'
import { z } from 'zod'
import type { BulkDealAction } from '../contract/index.ts'
import { reaches, type StoredDeal } from './deal-access.ts'
import { ownerFrom } from './deal-input.ts'
import { changeDeals, type DealChange, lossOf, placeDeals } from './place-deals.ts'
import { missingFor } from './stage-gate.ts'
import { requireStage, stagesInUse } from './stages.ts'

/** What a bulk change keeps of a deal: what such changes touch of it, as it was before. */
export const KeptDeal = z.object({
  before: z.object({
    ownerId: z.string().nullable(),
    teamId: z.string().nullable(),
    nextFollowUpAt: z.string().nullable(),
    stageId: z.string(),
    lostReasonId: z.string().nullable(),
    lostToId: z.string().nullable(),
  }),
})
export type KeptDeal = z.infer<typeof KeptDeal>
type Kept = KeptRow<StoredDeal, KeptDeal>

/** Does an action to those of the locked deals that the caller may change and that have what their stage asks for. */
export async function actOn(ctx: Ctx, action: BulkDealAction, rows: readonly StoredDeal[]) {
  const allowed = rows.filter((row) => reaches(ctx, 'update', row))
  const isDone = (row: StoredDeal) => isAsGiven(action, row)
  const already = allowed.filter(isDone)
  const rest = allowed.filter((row) => !isDone(row))
  const changed = action.type === 'move' ? await moveThose(ctx, action, rest) : rest
  if (action.type !== 'move') {
    const values: DealChange['values'] =
      action.type === 'reassign' ? await ownerFrom(ctx, action) : { nextFollowUpAt: action.at }
    await changeDeals(
      ctx,
      rest.map((before) => ({ before, values })),
    )
  }
  const kept = changed.map((row) => ({ id: row.id, ...KeptDeal.parse({ before: row }) }))
  return { done: already.length + changed.length, kept }
}

/** Answers those that the stage lets in. */
async function moveThose(
  ctx: Ctx,
  { stageId, lostReasonId }: Extract<BulkDealAction, { type: 'move' }>,
  rows: readonly StoredDeal[],
): Promise<StoredDeal[]> {
  const stage = await requireStage(ctx, stageId)
  const placements = rows
    .map((before) => ({
      before,
      stage,
      ...lossOf(stage, before, lostReasonId ? { lostReasonId } : {}),
    }))
    .filter(({ before, lostReasonId: reason }) => {
      const deal = { ...before, lostReasonId: reason, custom: readCustomValues(before.custom) }
      return missingFor(stage, deal).length === 0
    })
  await placeDeals(ctx, placements)
  return placements.map(({ before }) => before)
}

/** How deals that an action changed are judged when it is taken back. */
export async function judgeDeals(
  ctx: Ctx,
  action: BulkDealAction,
  rows: readonly Kept[],
): Promise<(one: Kept) => Verdict> {
  const stages = action.type === 'move' ? await stagesBack(ctx, rows) : null
  return ({ row, kept: { before } }) => {
    if (!reaches(ctx, 'update', row)) return 'forbidden'
    if (row.deletedAt !== null) return 'deleted'
    if (!isAsGiven(action, row)) return 'changed'
    return stages === null || stages.has(before.stageId) ? 'goesBack' : 'changed'
  }
}

/** Gives locked deals back what an action took. */
export async function putBack(ctx: Ctx, action: BulkDealAction, rows: readonly Kept[]): Promise<void> {
  if (action.type === 'move') return moveBack(ctx, rows)
  await changeDeals(
    ctx,
    rows.map(({ row, kept: { before } }) => {
      const { ownerId, teamId, nextFollowUpAt } = before
      return { before: row, values: action.type === 'reassign' ? { ownerId, teamId } : { nextFollowUpAt } }
    }),
  )
}

async function moveBack(ctx: Ctx, rows: readonly Kept[]): Promise<void> {
  const stages = await stagesBack(ctx, rows)
  const rivals = rows.flatMap(({ kept: { before } }) => before.lostToId ?? [])
  // Who got the deal and is gone since cannot come back.
  const known = await partyRefs(ctx, [...new Set(rivals)])
  await placeDeals(
    ctx,
    rows.flatMap(({ row, kept: { before } }) => {
      const stage = stages.get(before.stageId)
      const lostToId = before.lostToId && known.has(before.lostToId) ? before.lostToId : null
      if (!stage || stage.id === row.stageId) return []
      return [{ before: row, stage, lostReasonId: before.lostReasonId, lostToId }]
    }),
  )
}

/** The stages that deals were in before, where those are in use. */
async function stagesBack(ctx: Ctx, rows: readonly Kept[]) {
  const ids = new Set(rows.map(({ kept: { before } }) => before.stageId))
  return new Map((await stagesInUse(ctx, [...ids])).map((stage) => [stage.id, stage]))
}

/** Whether a deal is as the action makes it. */
function isAsGiven(action: BulkDealAction, row: StoredDeal): boolean {
  switch (action.type) {
    case 'reassign':
      return row.ownerId === action.ownerId
    case 'followUp':
      return sameMoment(row.nextFollowUpAt, action.at)
    case 'move':
      return row.stageId === action.stageId
  }
}

const sameMoment = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b))
