import type { Ctx } from '@peyvand/platform/server'
import { openStates } from '@peyvand/referrals/contract'
import { peopleInHand } from './referral-notices.ts'
import { type DueItem, tellOfDue } from './tell-of-due.ts'
import './tables.ts'

/** Tells whoever has a referral in hand of its deadline, and the referrer too once it has passed. */
export async function tellOfDueReferrals(ctx: Ctx, { from, to }: { from: Date; to: Date }): Promise<number> {
  const rows = await ctx.db
    .selectFrom('referrals')
    .select(['id', 'fromUserId', 'toUserId', 'toTeamId', 'confidential', 'deadline', 'createdAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('state', 'in', [...openStates])
    .where('inBin', '=', false)
    .where('deadline', '>', from.toISOString())
    .where('deadline', '<=', to.toISOString())
    .execute()
  const people = await peopleInHand(ctx, rows)
  const items: DueItem[] = []
  for (const row of rows) {
    const common = {
      subject: { type: 'referrals' as const, id: row.id },
      deadline: { at: row.deadline as string, allDay: false },
      since: row.createdAt,
      overdue: 'referralOverdue' as const,
    }
    for (const { userId, onBehalfOf } of people.get(row.id) ?? [])
      items.push({ ...common, userId, onBehalfOf, due: 'referralDue' })
    items.push({ ...common, userId: row.fromUserId, due: null })
  }
  return tellOfDue(ctx, items)
}
