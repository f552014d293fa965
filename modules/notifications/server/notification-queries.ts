import { userName } from '@peyvand/identity/server'
import { addDays, startOfDay } from '@peyvand/persian'
import { AppError, type Ctx, notFound, type Tables } from '@peyvand/platform/server'
import { type Selectable, type SqlBool, sql } from 'kysely'
import { kindsOfGroup, type Notification, type NotificationQuery } from '../contract/index.ts'
import { ownId } from './own-id.ts'
import { visibleSubjects } from './subjects.ts'
import './tables.ts'

const countedUpTo = 1000

/** One page of my notifications, newest first. @throws AppError cursor.invalid (400) */
export async function listNotifications(
  ctx: Ctx,
  { show, group, from, to, limit, cursor }: NotificationQuery,
): Promise<{ items: Notification[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : parseCursor(cursor)
  const rows = await named(ctx)
    .where('n.inApp', '=', true)
    .where('n.snoozedUntil', show === 'snoozed' ? 'is not' : 'is', null)
    .$if(show === 'unread', (qb) => qb.where('n.readAt', 'is', null))
    .$if(group !== undefined, (qb) => qb.where('n.kind', 'in', [...kindsOfGroup[group ?? 'reminders']]))
    .$if(from !== undefined, (qb) => qb.where('n.at', '>=', startOfDay(from as string, ctx.timeZone)))
    .$if(to !== undefined, (qb) => qb.where('n.at', '<', startOfDay(addDays(to as string, 1), ctx.timeZone)))
    .$if(after !== null, (qb) =>
      qb.where(sql<SqlBool>`(n.at, n.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await notificationViews(ctx, shown),
    nextCursor: rows.length > limit && last ? `${last.at}_${last.id}` : null,
  }
}

/** @throws AppError notFound (404) */
export async function getNotification(ctx: Ctx, id: string): Promise<Notification> {
  const row = await named(ctx).where('n.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const [view] = await notificationViews(ctx, [row])
  return view as Notification
}

export async function countNotifications(ctx: Ctx): Promise<{ unread: number; snoozed: number }> {
  const mine = ctx.db
    .selectFrom('notifications as n')
    .select(sql`1`.as('one'))
    .where('n.tenantId', '=', ctx.tenantId)
    .where('n.userId', '=', ownId(ctx))
    .where('n.inApp', '=', true)
    .limit(countedUpTo)
  const count = async (rows: typeof mine) => {
    const { value } = await ctx.db
      .selectFrom(rows.as('counted'))
      .select(sql<number>`count(*)::int`.as('value'))
      .executeTakeFirstOrThrow()
    return value
  }
  return {
    unread: await count(mine.where('n.readAt', 'is', null).where('n.snoozedUntil', 'is', null)),
    snoozed: await count(mine.where('n.snoozedUntil', 'is not', null)),
  }
}

type NamedRow = Selectable<Tables['notifications']> & {
  actorName: string | null
  onBehalfOfName: string | null
}

/** Rows as their reader sees them, subjects by the reader's present rights: one query per type of subject. */
export async function notificationViews(ctx: Ctx, rows: readonly NamedRow[]): Promise<Notification[]> {
  const subjects = await visibleSubjects(ctx, rows)
  return rows.map(({ id, kind, at, readAt, snoozedUntil, facts, ...row }) => {
    const subject = subjects.get(row.subjectId) ?? null
    return {
      id,
      kind,
      at,
      readAt,
      snoozedUntil,
      subject,
      actor:
        subject && row.actorId && row.actorName !== null ? { id: row.actorId, name: row.actorName } : null,
      onBehalfOf:
        row.onBehalfOf && row.onBehalfOfName !== null
          ? { id: row.onBehalfOf, name: row.onBehalfOfName }
          : null,
      facts: subject ? facts : {},
    }
  })
}

/** My notifications with the names in them. */
function named(ctx: Ctx) {
  return ctx.db
    .selectFrom('notifications as n')
    .selectAll('n')
    .select([userName(sql`n.actor_id`).as('actorName'), userName(sql`n.on_behalf_of`).as('onBehalfOfName')])
    .where('n.tenantId', '=', ctx.tenantId)
    .where('n.userId', '=', ownId(ctx))
}

function parseCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = cursor.split('_')
  if (Number.isNaN(Date.parse(at)) || !/^[\da-f-]{36}$/.test(id))
    throw new AppError('cursor.invalid', { status: 400 })
  return { at, id }
}
