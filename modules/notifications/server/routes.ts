import { type Actor, handle, handlePrepared, type RouteHandler } from '@peyvand/platform/server'
import {
  countNotificationsRoute,
  createReminderRoute,
  deleteReminderRoute,
  getNotificationRoute,
  getPreferencesRoute,
  getPushRoute,
  listNotificationsRoute,
  listRemindersRoute,
  markNotificationsRoute,
  nudgeReferralRoute,
  snoozeNotificationsRoute,
  snoozePresetsRoute,
  subscribePushRoute,
  testPushRoute,
  unsubscribePushRoute,
  updatePreferencesRoute,
} from '../contract/index.ts'
import { markNotifications, snoozeNotifications } from './mark-notifications.ts'
import { countNotifications, getNotification, listNotifications } from './notification-queries.ts'
import { nudgeReferral } from './nudge.ts'
import { ownId } from './own-id.ts'
import { getPreferences, updatePreferences } from './preferences.ts'
import { ensurePushKeys } from './push/push-keys.ts'
import { liveSubscriptions, subscribePush, unsubscribePush } from './push/push-subscriptions.ts'
import { testPush } from './push/test-push.ts'
import { createReminder, deleteReminder, listReminders } from './reminders.ts'
import { snoozePresets } from './snooze-presets.ts'
import { workWeekOf } from './work-week.ts'

export const notificationRoutes: readonly RouteHandler[] = [
  handle(listNotificationsRoute, (ctx, { query }) => listNotifications(ctx, query)),
  handle(countNotificationsRoute, countNotifications),
  handle(getNotificationRoute, (ctx, { params }) => getNotification(ctx, params.id)),
  handle(markNotificationsRoute, (ctx, { body }) => markNotifications(ctx, body)),
  handle(snoozeNotificationsRoute, (ctx, { body }) => snoozeNotifications(ctx, body)),
  handle(snoozePresetsRoute, async (ctx, { query }) => ({
    items: snoozePresets({
      now: ctx.now(),
      timeZone: ctx.timeZone,
      week: await workWeekOf(ctx),
      nextContactOn: query.nextContactOn ?? null,
    }),
  })),
  handle(getPreferencesRoute, getPreferences),
  handle(updatePreferencesRoute, (ctx, { body }) => updatePreferences(ctx, body)),
  handlePrepared(
    getPushRoute,
    async (app) => app,
    async (ctx, _input, app) => ({
      publicKey: (await ensurePushKeys(ctx, app)).publicKey,
      browsers: (await liveSubscriptions(ctx, ownId(ctx))).length,
    }),
  ),
  handlePrepared(
    subscribePushRoute,
    async (_app, _actor, { request }) => request.headers['user-agent'] ?? null,
    (ctx, { body }, userAgent) => subscribePush(ctx, body, userAgent),
  ),
  handle(unsubscribePushRoute, (ctx, { body }) => unsubscribePush(ctx, body.endpoint)),
  // Push services are spoken to before the transaction opens.
  handlePrepared(
    testPushRoute,
    (app, actor: Actor) => testPush(app, actor),
    async (_ctx, _input, answer) => answer,
  ),
  handle(createReminderRoute, (ctx, { body }) => createReminder(ctx, body)),
  handle(listRemindersRoute, async (ctx, { query }) => ({ items: await listReminders(ctx, query) })),
  handle(deleteReminderRoute, (ctx, { params }) => deleteReminder(ctx, params.id)),
  handle(nudgeReferralRoute, async (ctx, { params }) => ({ nudged: await nudgeReferral(ctx, params.id) })),
]
