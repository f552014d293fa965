import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { expectedAt } from './meeting-notices.ts'
import { type DueItem, tellOfDue } from './tell-of-due.ts'

interface DueActivity {
  id: string
  ownerId: string
  isMeeting: boolean
  at: string
  allDay: boolean
  createdAt: string
}

/**
 * Tells owners, and of meetings those expected too, of what is due or has become overdue. Asked by owner, as the
 * index of open activities is; how far back and ahead, says the caller.
 */
export async function tellOfDueActivities(ctx: Ctx, { from, to }: { from: Date; to: Date }): Promise<number> {
  const { rows } = await sql<DueActivity>`
    select a.id, a.owner_id, a.kind = 'meeting' as is_meeting, a.deadline_at as at,
      a.due_at is not null and a.due_all_day as all_day, a.created_at
    from users u cross join lateral (
      select * from activities a
      where a.tenant_id = ${ctx.tenantId} and a.owner_id = u.id
        and a.status in ('planned', 'inProgress') and a.deleted_at is null
        and a.deadline_at > ${from.toISOString()}::timestamptz and a.deadline_at <= ${to.toISOString()}::timestamptz
    ) a
    where u.tenant_id = ${ctx.tenantId}`.execute(ctx.db)
  const expected = await expectedAt(
    ctx,
    rows.filter(({ isMeeting }) => isMeeting),
  )
  const items: DueItem[] = []
  for (const { id, ownerId, at, allDay, createdAt } of rows) {
    const common = {
      subject: { type: 'activities' as const, id },
      deadline: { at, allDay },
      since: createdAt,
      due: 'activityDue' as const,
    }
    items.push({ ...common, userId: ownerId, overdue: 'activityOverdue' })
    // That a meeting was not marked as held concerns its owner alone.
    for (const userId of expected.get(id) ?? []) items.push({ ...common, userId, overdue: null })
  }
  return tellOfDue(ctx, items)
}
