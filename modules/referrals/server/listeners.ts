import { membersOfTeam } from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import { openStates } from '../contract/index.ts'
import { tellOfReferrals } from './tell-of-referral.ts'
import './tables.ts'

/** What stands in the recycle bin stands in no worklist. */
export async function hideOrShow(ctx: Ctx, activityId: string, inBin: boolean): Promise<void> {
  const rows = await ctx.db
    .updateTable('referrals')
    .set({ inBin })
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .returningAll()
    .execute()
  if (rows.length > 0 && !inBin) await tellOfReferrals(ctx, rows)
}

/** Referrals of what became confidential are so too: deputies and outsiders no longer see them. */
export async function keepConfidential(ctx: Ctx, { activityId }: { activityId: string }): Promise<void> {
  const rows = await ctx.db
    .updateTable('referrals as r')
    .from('activities as a')
    .set({ confidential: true })
    .whereRef('a.tenantId', '=', 'r.tenantId')
    .whereRef('a.id', '=', 'r.activityId')
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.activityId', '=', activityId)
    .where('r.confidential', '=', false)
    .where('a.confidentiality', '!=', 'normal')
    .returningAll('r')
    .execute()
  if (rows.length > 0) await tellOfReferrals(ctx, rows)
}

/**
 * What a team that is gone has not taken goes to the team above it; where there is none, or nobody in it, it goes
 * back to who referred it.
 */
export async function handOverTeam(
  ctx: Ctx,
  { teamId, parentId }: { teamId: string; parentId: string | null },
): Promise<void> {
  const heir = parentId && (await membersOfTeam(ctx, parentId)).length > 0 ? parentId : null
  const rows = await ctx.db
    .updateTable('referrals')
    .set(
      heir
        ? { toTeamId: heir }
        : { state: 'returned', returnedAt: ctx.now().toISOString(), senderUnread: true },
    )
    .where('tenantId', '=', ctx.tenantId)
    .where('toTeamId', '=', teamId)
    .where('toUserId', 'is', null)
    .where('state', 'in', [...openStates])
    .returningAll()
    .execute()
  if (rows.length > 0) await tellOfReferrals(ctx, rows)
}
