import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { NotificationKind } from '../contract/index.ts'
import './tables.ts'

interface Settled {
  subjectIds: readonly string[]
  kinds: readonly NotificationKind[]
  /** Only of this user; of everybody where it is left out. */
  userId?: string
}

/** Marks read what has been dealt with elsewhere: nobody needs to be told of it any more. */
export async function settleNotifications(ctx: Ctx, { subjectIds, kinds, userId }: Settled): Promise<void> {
  const rows = await ctx.db
    .updateTable('notifications')
    .set({ readAt: ctx.now().toISOString(), snoozedUntil: null })
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`subject_id`, subjectIds))
    .where('kind', 'in', [...kinds])
    .where('readAt', 'is', null)
    .$if(userId !== undefined, (qb) => qb.where('userId', '=', userId as string))
    .returning('userId')
    .execute()
  const userIds = [...new Set(rows.map((row) => row.userId))]
  if (userIds.length > 0) ctx.live({ topic: 'notifications', userIds })
}
