import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { deliverJob } from './deliver.ts'
import './tables.ts'

/** Brings back, unread, what was put off until now. The row itself is what makes each come back once. */
export async function wakeSnoozed(ctx: Ctx): Promise<number> {
  const now = ctx.now().toISOString()
  const rows = await ctx.db
    .updateTable('notifications')
    .set({ snoozedUntil: null, readAt: null, at: now, round: sql`round + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where('snoozedUntil', '<=', now)
    .returning(['id', 'userId', 'inApp', 'round'])
    .execute()
  for (const { id, userId, inApp, round } of rows) {
    if (inApp) ctx.live({ topic: 'notifications', id, userIds: [userId] })
    ctx.enqueue(deliverJob, { notificationId: id }, { key: `notifications.deliver:${id}:${round}` })
  }
  return rows.length
}
