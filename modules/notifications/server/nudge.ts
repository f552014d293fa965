import { usersByIds } from '@peyvand/identity/server'
import type { Ref } from '@peyvand/platform/contract'
import { AppError, type Ctx, notFound } from '@peyvand/platform/server'
import { openStates } from '@peyvand/referrals/contract'
import { referralSubjects } from '@peyvand/referrals/server'
import { notify } from './notify.ts'
import { ownId } from './own-id.ts'
import { peopleInHand } from './referral-notices.ts'
import './tables.ts'

/**
 * Asks whoever has my open referral in hand how far it is; answers whom.
 * @throws AppError referrals.notFound (404), notifications.notNudgeable (409), notifications.nudgedAlready (409)
 */
export async function nudgeReferral(ctx: Ctx, id: string): Promise<Ref[]> {
  if (!(await referralSubjects(ctx, [id])).has(id)) throw notFound('referrals.notFound')
  const row = await ctx.db
    .selectFrom('referrals')
    .select(['id', 'fromUserId', 'toUserId', 'toTeamId', 'confidential', 'state'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.fromUserId !== ownId(ctx) || !openStates.includes(row.state))
    throw new AppError('notifications.notNudgeable')
  const people = (await peopleInHand(ctx, [row])).get(id) ?? []
  const hour = ctx.now().toISOString().slice(0, 13)
  const told = await notify(
    ctx,
    people.map(({ userId, onBehalfOf }) => ({
      userId,
      onBehalfOf,
      actorId: row.fromUserId,
      kind: 'referralNudged',
      subject: { type: 'referrals', id },
      occurrence: hour,
    })),
  )
  if (told === 0) throw new AppError('notifications.nudgedAlready')
  ctx.audit({ action: 'nudge', record: 'referrals', recordId: id })
  const names = await usersByIds(
    ctx,
    people.map(({ userId }) => userId),
  )
  return [...names.values()]
}
