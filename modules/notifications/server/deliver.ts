import { sendMail, sendSms } from '@peyvand/channels/server'
import { activeContacts } from '@peyvand/identity/server'
import { type Ctx, defineJob, withCtx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { composeNotice } from './compose-notice.ts'
import { getNotification } from './notification-queries.ts'
import { preferencesOf } from './preferences.ts'
import { pushJob } from './push/push-job.ts'
import { liveSubscriptions } from './push/push-subscriptions.ts'
import { quietUntil } from './quiet-hours.ts'
import './tables.ts'
import { workWeekOf } from './work-week.ts'

/**
 * Takes one notification to the channels outside the program. It acts as its user, so that what is said is what the
 * user may see at this moment; the messages are queued in one transaction under the notification's own keys.
 */
export const deliverJob = defineJob({
  name: 'notifications.deliver',
  payload: z.object({ notificationId: z.uuid() }),
  run: async ({ app, actor: system, inFirm }, { notificationId }) => {
    const row = await inFirm((ctx) => rowOf(ctx, notificationId), { readOnly: true })
    const actor = row && (await app.directory.actorOf(app, system.firm.tenantId, row.userId))
    if (actor) await withCtx(app, { actor, run: (ctx) => deliver(ctx, notificationId, app.publicUrl) })
  },
})

async function deliver(ctx: Ctx, id: string, publicUrl: string): Promise<void> {
  const row = await rowOf(ctx, id)
  // Read or put off in the meantime: it need not disturb any more.
  if (!row || row.readAt !== null || row.snoozedUntil !== null) return
  const me = ctx.actor.userId as string
  const preferences = (await preferencesOf(ctx, [me])).get(me)
  const contact = (await activeContacts(ctx, [me])).get(me)
  if (!preferences || !contact) return
  const quiet = quietUntil(preferences, {
    now: ctx.now(),
    timeZone: ctx.timeZone,
    week: await workWeekOf(ctx),
  })
  if (quiet) {
    const runAt = await laterThanNow(ctx, quiet)
    ctx.enqueue(
      deliverJob,
      { notificationId: id },
      { key: `notifications.deliver:${id}:${row.round}`, runAt },
    )
    return
  }
  const notification = await getNotification(ctx, id)
  if (!notification.subject) return
  const channels = preferences.channels[row.kind]
  const { hideText } = preferences
  const key = `notification:${id}:${row.round}`
  const words = composeNotice(ctx, notification, { publicUrl, hideText })
  if (channels.includes('email'))
    await sendMail(ctx, { key, to: contact.email, toName: contact.name, ...words.mail })
  if (channels.includes('sms') && contact.mobile)
    await sendSms(ctx, { key, to: contact.mobile, text: words.sms })
  if (channels.includes('push'))
    for (const { id: subscriptionId } of await liveSubscriptions(ctx, me))
      ctx.enqueue(
        pushJob,
        { notificationId: id, subscriptionId, userId: me },
        { key: `notifications.push:${id}:${row.round}:${subscriptionId}` },
      )
}

/** By the queue's clock at least a minute on: where it is ahead of ours, the job would come back at once, again and again. */
async function laterThanNow(ctx: Ctx, wanted: Date): Promise<Date> {
  const { rows } = await sql<{ at: string }>`
    select greatest(${wanted.toISOString()}::timestamptz, now() + interval '1 minute') as at`.execute(ctx.db)
  return new Date(rows[0]?.at ?? wanted)
}

function rowOf(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('notifications')
    .select(['userId', 'kind', 'readAt', 'snoozedUntil', 'round'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}
