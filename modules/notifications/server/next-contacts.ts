import { visibleParties } from '@peyvand/parties/server'
import { addDays, localClock } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { NotificationKind } from '../contract/index.ts'
import { type Notice, notify } from './notify.ts'
import { preferencesOf } from './preferences.ts'
import { workWeekOf } from './work-week.ts'
import './tables.ts'

const overdueDays = 14
const mostListed = 200

/**
 * In the morning of each user: one notice of the parties to be contacted today, and on working days one of those whose
 * day passed within two weeks. One a day each, however many there are.
 */
export async function tellOfNextContacts(ctx: Ctx): Promise<number> {
  const { date: today, time } = localClock(ctx.now(), ctx.timeZone)
  const week = await workWeekOf(ctx)
  const found = [
    ...(await countedByOwner(ctx, 'nextContactToday', today, today)),
    ...(week.isDayOff(today)
      ? []
      : await countedByOwner(ctx, 'nextContactOverdue', addDays(today, -overdueDays), addDays(today, -1))),
  ]
  const told = await toldOn(ctx, today)
  const preferences = await preferencesOf(ctx, [...new Set(found.map(({ ownerId }) => ownerId))])
  const notices = found
    .filter(
      ({ ownerId, kind }) =>
        time >= (preferences.get(ownerId)?.morningAt ?? '') && !told.has(`${ownerId} ${kind}`),
    )
    .map(
      ({ ownerId, kind, count }): Notice => ({
        userId: ownerId,
        kind,
        subject: { type: 'day', id: ownerId },
        occurrence: today,
        facts: { when: today, count },
      }),
    )
  return notify(ctx, notices)
}

async function countedByOwner(ctx: Ctx, kind: NotificationKind, from: string, to: string) {
  const rows = await ctx.db
    .selectFrom('parties')
    .select(['ownerId', sql<number>`count(*)::int`.as('count')])
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .where('doNotContact', '=', false)
    .where('nextContactOn', '>=', from)
    .where('nextContactOn', '<=', to)
    .where('ownerId', 'is not', null)
    .groupBy('ownerId')
    .execute()
  return rows.map(({ ownerId, count }) => ({ ownerId: ownerId as string, kind, count }))
}

async function toldOn(ctx: Ctx, day: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('notifications')
    .select(['userId', 'kind'])
    .where('tenantId', '=', ctx.tenantId)
    .where('kind', 'in', ['nextContactToday', 'nextContactOverdue'])
    .where('occurrence', '=', day)
    .where('createdAt', '>', sql<string>`${day}::date - interval '2 days'`)
    .execute()
  return new Set(rows.map(({ userId, kind }) => `${userId} ${kind}`))
}

/** The parties that the caller owns whose next contact is today or passed within two weeks, the longest due first. */
export async function partiesToContact(ctx: Ctx): Promise<{ items: Ref[]; total: number }> {
  const today = localClock(ctx.now(), ctx.timeZone).date
  const items = await visibleParties(ctx)
    .select(['p.id', 'p.displayName as name'])
    .where('p.ownerId', '=', ctx.actor.userId)
    .where('p.doNotContact', '=', false)
    .where('p.nextContactOn', '>=', addDays(today, -overdueDays))
    .where('p.nextContactOn', '<=', today)
    .orderBy('p.nextContactOn')
    .orderBy('p.id')
    .limit(mostListed)
    .execute()
  return { items, total: items.length }
}
