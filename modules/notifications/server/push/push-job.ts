import { defineJob, withCtx } from '@peyvand/platform/server'
import { z } from 'zod'
import { composeNotice } from '../compose-notice.ts'
import { getNotification } from '../notification-queries.ts'
import { preferencesOf } from '../preferences.ts'
import { pushKeys } from './push-keys.ts'
import { liveSubscriptions } from './push-subscriptions.ts'
import { sendPush } from './send-push.ts'

/** After a day nobody needs to be disturbed: it stands in the notification centre. */
const freshMs = 24 * 3_600_000

/**
 * Sends one notification to one browser. It runs at least once; a repetition takes the place of the first, by its tag.
 * What is said is read at this moment, with the rights the user has now.
 */
export const pushJob = defineJob({
  name: 'notifications.push',
  payload: z.object({ notificationId: z.uuid(), subscriptionId: z.uuid(), userId: z.uuid() }),
  run: async ({ app, actor: { firm }, inFirm }, { notificationId, subscriptionId, userId }) => {
    const actor = await app.directory.actorOf(app, firm.tenantId, userId)
    if (!actor) return
    const ready = await withCtx(app, {
      actor,
      readOnly: true,
      run: async (ctx) => {
        const subscription = (await liveSubscriptions(ctx, userId)).find(({ id }) => id === subscriptionId)
        const keys = await pushKeys(ctx, app)
        if (!subscription || !keys) return null
        const notification = await getNotification(ctx, notificationId)
        const age = ctx.now().getTime() - Date.parse(notification.at)
        if (!notification.subject || notification.readAt !== null || age > freshMs) return null
        const hideText = (await preferencesOf(ctx, [userId])).get(userId)?.hideText ?? true
        const { push } = composeNotice(ctx, notification, { publicUrl: app.publicUrl, hideText })
        return { subscription, keys, push }
      },
    })
    if (!ready) return
    const { subscription, keys, push } = ready
    const outcome = await sendPush(app, keys, { subscription, message: push, subject: app.publicUrl })
    if (outcome === 'later') throw new Error('the push service is busy')
    await inFirm(async (ctx) => {
      const mine = { tenantId: ctx.tenantId, id: subscriptionId }
      if (outcome === 'gone')
        await ctx.db
          .deleteFrom('pushSubscriptions')
          .where('tenantId', '=', mine.tenantId)
          .where('id', '=', mine.id)
          .execute()
      else
        await ctx.db
          .updateTable('pushSubscriptions')
          .set({ sentAt: ctx.now().toISOString() })
          .where('tenantId', '=', mine.tenantId)
          .where('id', '=', mine.id)
          .execute()
    })
  },
})
