import { homeOf } from '@peyvand/activities/server'
import { hasMailServer, sendMail } from '@peyvand/channels/server'
import { activeContacts } from '@peyvand/identity/server'
import { localClock } from '@peyvand/persian'
import { type Ctx, defineJob, may, withCtx } from '@peyvand/platform/server'
import { worklistCounts } from '@peyvand/referrals/server'
import { z } from 'zod'
import { composeDigest, type DayOfWork } from './compose-digest.ts'
import { partiesToContact } from './next-contacts.ts'
import { countNotifications } from './notification-queries.ts'
import './tables.ts'
import { workWeekOf } from './work-week.ts'

/** A program that was off in the morning sends no digest in the evening. */
const latestHours = 4

/** Each minute: the morning's e-mail to everybody whose time for it has come. */
export const digestJob = defineJob({
  name: 'notifications.digests',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (job) => {
    for (const userId of await job.inFirm(usersDue, { readOnly: true }))
      await job.inFirm(async (ctx) =>
        ctx.enqueue(digestOfUserJob, { userId }, { key: `notifications.digest:${userId}` }),
      )
  },
})

/** One user's digest, with their own rights. The row of the day lets it be sent once. */
export const digestOfUserJob = defineJob({
  name: 'notifications.digest',
  payload: z.object({ userId: z.uuid() }),
  run: async ({ app, actor: { firm } }, { userId }) => {
    const actor = await app.directory.actorOf(app, firm.tenantId, userId)
    if (actor) await withCtx(app, { actor, run: (ctx) => sendDigest(ctx, userId, app.publicUrl) })
  },
})

async function usersDue(ctx: Ctx): Promise<string[]> {
  if (!(await hasMailServer(ctx))) return []
  const { date: today, time } = localClock(ctx.now(), ctx.timeZone)
  const isDayOff = (await workWeekOf(ctx)).isDayOff(today)
  const rows = await ctx.db
    .selectFrom('notificationPreferences as p')
    .select('p.userId')
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.digestAt', '<=', time)
    .where('p.digestAt', '>', hoursBefore(time, latestHours))
    .$if(isDayOff, (qb) => qb.where('p.digestOnDaysOff', '=', true))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notificationDigests as d')
            .select('d.day')
            .whereRef('d.tenantId', '=', 'p.tenantId')
            .whereRef('d.userId', '=', 'p.userId')
            .where('d.day', '=', today),
        ),
      ),
    )
    .execute()
  return rows.map(({ userId }) => userId)
}

/** A clock time so many hours before, of the same day. */
function hoursBefore(time: string, hours: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour < hours ? '' : `${String(hour - hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

async function sendDigest(ctx: Ctx, userId: string, publicUrl: string): Promise<void> {
  const today = localClock(ctx.now(), ctx.timeZone).date
  const first = await ctx.db
    .insertInto('notificationDigests')
    .values({ tenantId: ctx.tenantId, userId, day: today })
    .onConflict((oc) => oc.doNothing())
    .returning('day')
    .executeTakeFirst()
  const contact = (await activeContacts(ctx, [userId])).get(userId)
  if (!first || !contact) return
  const day = await dayOfWork(ctx)
  if (isEmpty(day)) return
  const mail = composeDigest(ctx, day, { publicUrl, name: contact.name })
  await sendMail(ctx, { key: `digest:${userId}:${today}`, to: contact.email, toName: contact.name, ...mail })
}

/** What awaits the user today, by the same readings as the screens. */
async function dayOfWork(ctx: Ctx): Promise<DayOfWork> {
  const { dueToday, overdue } = may(ctx.actor, 'activities.read')
    ? await homeOf(ctx)
    : { dueToday: { items: [], total: 0 }, overdue: { items: [], total: 0 } }
  const counts = may(ctx.actor, 'referrals.read') ? await worklistCounts(ctx) : null
  return {
    dueToday,
    overdue,
    contacts: await partiesToContact(ctx),
    referrals: counts?.['referred-to-me'] ?? { total: 0, overdue: 0 },
    unread: (await countNotifications(ctx)).unread,
  }
}

const isEmpty = ({ dueToday, overdue, contacts, referrals, unread }: DayOfWork): boolean =>
  dueToday.total + overdue.total + contacts.total + referrals.total + unread === 0
