import { Readable } from 'node:stream'
import { firmOfToken, hashToken, newFirmToken } from '@peyvand/identity/server'
import { addDays, localDate } from '@peyvand/persian'
import { type App, type Ctx, type FileAnswer, notFound, systemActor, withCtx } from '@peyvand/platform/server'
import type { CalendarFeed } from '../contract/index.ts'
import { calendarOf } from './calendar.ts'
import { writeEventFile } from './event-file.ts'
import { eventOfItem } from './events-of-items.ts'
import './tables.ts'

/** How far a feed tells, in days from today. */
const feedDays = { before: 30, after: 180 }

export async function calendarFeed(ctx: Ctx): Promise<CalendarFeed> {
  const row = await ctx.db
    .selectFrom('calendarFeeds')
    .select(['createdAt', 'lastReadAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .executeTakeFirst()
  return { active: row !== undefined, createdAt: row?.createdAt ?? null, lastReadAt: row?.lastReadAt ?? null }
}

/** The address is told this once; what is stored is a hash of its secret. */
export async function renewCalendarFeed(
  ctx: Ctx,
  publicUrl: string,
): Promise<CalendarFeed & { url: string }> {
  const token = newFirmToken(ctx.tenantId)
  const values = { tokenHash: hashToken(token), createdAt: ctx.now().toISOString(), lastReadAt: null }
  await ctx.db
    .insertInto('calendarFeeds')
    .values({ tenantId: ctx.tenantId, userId: ctx.actor.userId as string, ...values })
    .onConflict((oc) => oc.columns(['tenantId', 'userId']).doUpdateSet(values))
    .execute()
  ctx.audit({ action: 'create', record: 'calendarFeeds', label: ctx.actor.name })
  return { ...(await calendarFeed(ctx)), url: `${publicUrl}/api/v1/calendar/feeds/${token}.ics` }
}

export async function removeCalendarFeed(ctx: Ctx): Promise<CalendarFeed> {
  await ctx.db
    .deleteFrom('calendarFeeds')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .execute()
  ctx.audit({ action: 'delete', record: 'calendarFeeds', label: ctx.actor.name })
  return calendarFeed(ctx)
}

/**
 * The calendar of whose address it is, with that user's present rights.
 * @throws AppError calendar.noFeed (404), also when the user may no longer sign in
 */
export async function readCalendarFeed(app: App, given: string): Promise<FileAnswer> {
  const token = given.replace(/\.ics$/, '')
  const tenantId = firmOfToken(token)
  const firm = tenantId === null ? null : await app.directory.firmOf(app, tenantId)
  if (!firm) throw notFound('calendar.noFeed')
  const userId = await withCtx(app, { actor: systemActor(firm), run: (ctx) => markRead(ctx, token) })
  const actor = userId && (await app.directory.actorOf(app, firm.tenantId, userId))
  if (!actor) throw notFound('calendar.noFeed')
  const text = await withCtx(app, {
    actor,
    readOnly: true,
    run: (ctx) => feedText(ctx, app.publicUrl),
  })
  return icsAnswer(text, 'peyvand.ics')
}

export const icsAnswer = (text: string, name: string): FileAnswer => ({
  stream: Readable.from(Buffer.from(text)),
  name,
  type: 'text/calendar; charset=utf-8',
})

async function markRead(ctx: Ctx, token: string): Promise<string | null> {
  const row = await ctx.db
    .updateTable('calendarFeeds')
    .set({ lastReadAt: ctx.now().toISOString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('tokenHash', '=', hashToken(token))
    .returning('userId')
    .executeTakeFirst()
  return row?.userId ?? null
}

async function feedText(ctx: Ctx, publicUrl: string): Promise<string> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const { items } = await calendarOf(ctx, {
    from: addDays(today, -feedDays.before),
    to: addDays(today, feedDays.after),
    users: ['me'],
  })
  const text = (key: string, values: Record<string, unknown>) =>
    ctx.registry.translate(ctx.locale, key, values)
  const words = { publicUrl, nextContact: (name: string) => text('calendar.nextContactWith', { name }) }
  return writeEventFile({
    method: 'PUBLISH',
    name: text('calendar.feedName', { user: ctx.actor.name, firm: ctx.actor.firm.name }),
    events: items.flatMap((item) => eventOfItem(item, words) ?? []),
    now: ctx.now().toISOString(),
  })
}
