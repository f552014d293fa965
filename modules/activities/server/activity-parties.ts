import { partyRefs } from '@peyvand/parties/server'
import { badField, type Ctx, gatherRows } from '@peyvand/platform/server'
import type { CreateActivity } from '../contract/index.ts'
import './tables.ts'

type Parties = NonNullable<CreateActivity['parties']>

/** The parties an activity stands in the files of, in order. */
export async function partyIdsOf(ctx: Ctx, activityId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('activityTargets')
    .select('targetId')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('targetType', '=', 'party')
    .orderBy('position')
    .execute()
  return rows.map(({ targetId }) => targetId)
}

/**
 * Makes these the activity's parties. Who is added must be visible to the caller; who was there may stay.
 * Answers the ids of those taken off.
 * @throws AppError badInput (400) at `parties.<index>.partyId`
 */
export async function setParties(ctx: Ctx, activityId: string, parties: Parties): Promise<string[]> {
  const before = await partyIdsOf(ctx, activityId)
  for (const [index, { partyId }] of parties.entries()) {
    if (!before.includes(partyId)) await requireSeen(ctx, partyId, `parties.${index}.partyId`)
  }
  await ctx.db
    .deleteFrom('activityTargets')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('targetType', '=', 'party')
    .execute()
  await insertParties(ctx, activityId, parties)
  const after = new Set(parties.map(({ partyId }) => partyId))
  return before.filter((id) => !after.has(id))
}

/** Writes the parties without asking who sees them: for copies of what the caller sees already. */
export async function insertParties(ctx: Ctx, activityId: string, parties: Parties): Promise<void> {
  if (parties.length === 0) return
  const rows = parties.map(({ partyId, role }, position) => ({
    tenantId: ctx.tenantId,
    activityId,
    targetType: 'party',
    targetId: partyId,
    role,
    position,
  }))
  gatherRows(ctx, 'activityTargets', rows, 'stays')
}

/** @throws AppError badInput (400) at the path when the party is not visible to the caller */
export async function requireSeen(ctx: Ctx, partyId: string, path: string): Promise<void> {
  await requireAllSeen(ctx, [{ partyId, path }])
}

/** The same for several by one question. @throws AppError badInput (400) at the path of the first that is not visible */
export async function requireAllSeen(
  ctx: Ctx,
  parties: readonly { partyId: string; path: string }[],
): Promise<void> {
  const ids = parties.map(({ partyId }) => partyId)
  const seen = await partyRefs(ctx, ids)
  for (const { partyId, path } of parties) if (!seen.has(partyId)) throw badField(path, 'notFound')
}
