import type { HandedOver, HandOver, Work } from '@peyvand/identity/server'
import { type Ctx, systemActor } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { openStates } from '../contract/index.ts'
import { tellOfReferrals } from './tell-of-referral.ts'
import './tables.ts'

const kind = 'referrals'
const label = { fa: 'ارجاع‌های باز در کارتابل', en: 'Open referrals in the worklist' }

/** What was referred to a user and waits for them. */
export async function referralsOfUser(ctx: Ctx, userId: string): Promise<Work[]> {
  const { count } = await ctx.db
    .selectFrom('referrals')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .where('toUserId', '=', userId)
    .where('state', 'in', [...openStates])
    .executeTakeFirstOrThrow()
  return [{ kind, label, count }]
}

/**
 * Puts them into a colleague's worklist, as news there. Confidential ones move too, though whoever does this does
 * not see them: the work is told of in the program's own name.
 */
export async function handOverReferrals(
  ctx: Ctx,
  { kind: asked, userId, toId }: HandOver,
): Promise<HandedOver | null> {
  if (asked !== kind) return null
  const rows = await ctx.db
    .updateTable('referrals')
    .set({ toUserId: toId, receiverUnread: true })
    .where('tenantId', '=', ctx.tenantId)
    .where('toUserId', '=', userId)
    .where('state', 'in', [...openStates])
    .returningAll()
    .execute()
  for (const row of rows)
    ctx.audit({
      action: 'update',
      record: 'referrals',
      recordId: row.id,
      changes: { toUserId: { from: userId, to: toId } },
    })
  await tellOfReferrals({ ...ctx, actor: systemActor(ctx.actor.firm) }, rows)
  return { count: rows.length, operationId: null }
}
