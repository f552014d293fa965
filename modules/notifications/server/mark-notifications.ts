import { anyOf, badField, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { kindsOfGroup, type MarkNotifications, type SnoozeNotifications } from '../contract/index.ts'
import { ownId } from './own-id.ts'
import './tables.ts'

const longestSnoozeMs = 366 * 86_400_000

/** Marks my notifications; answers how many changed. */
export async function markNotifications(ctx: Ctx, input: MarkNotifications): Promise<{ changed: number }> {
  const kinds = 'all' in input && input.group ? kindsOfGroup[input.group] : null
  const { numUpdatedRows } = await mine(ctx)
    .set({ readAt: input.read ? ctx.now().toISOString() : null })
    .where('readAt', input.read ? 'is' : 'is not', null)
    .$if('all' in input, (qb) => qb.where('inApp', '=', true).where('snoozedUntil', 'is', null))
    .$if(kinds !== null, (qb) => qb.where('kind', 'in', [...(kinds ?? [])]))
    .$if('ids' in input, (qb) => qb.where(anyOf(sql`id`, 'ids' in input ? input.ids : [])))
    .executeTakeFirstOrThrow()
  return changed(ctx, numUpdatedRows)
}

/** Puts my notifications off. @throws AppError badInput (400) at `until` */
export async function snoozeNotifications(
  ctx: Ctx,
  { ids, until }: SnoozeNotifications,
): Promise<{ changed: number }> {
  if (until !== null) {
    const ahead = Date.parse(until) - ctx.now().getTime()
    if (ahead <= 0) throw badField('until', 'notifications.snoozePast')
    if (ahead > longestSnoozeMs) throw badField('until', 'notifications.snoozeTooLong')
  }
  const { numUpdatedRows } = await mine(ctx)
    .set({ snoozedUntil: until, readAt: null })
    .where(anyOf(sql`id`, ids))
    .executeTakeFirstOrThrow()
  return changed(ctx, numUpdatedRows)
}

function mine(ctx: Ctx) {
  return ctx.db
    .updateTable('notifications')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ownId(ctx))
}

/** The user's other screens fetch again. */
function changed(ctx: Ctx, rows: bigint): { changed: number } {
  if (rows > 0n) ctx.live({ topic: 'notifications', userIds: [ownId(ctx)] })
  return { changed: Number(rows) }
}
