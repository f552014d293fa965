import { handle, type RouteHandler } from '@peyvand/platform/server'
import {
  countNotificationsRoute,
  createReminderRoute,
  deleteReminderRoute,
  getNotificationRoute,
  getPreferencesRoute,
  listNotificationsRoute,
  listRemindersRoute,
  markNotificationsRoute,
  nudgeReferralRoute,
  snoozeNotificationsRoute,
  snoozePresetsRoute,
  updatePreferencesRoute,
} from '../contract/index.ts'
import { markNotifications, snoozeNotifications } from './mark-notifications.ts'
import { countNotifications, getNotification, listNotifications } from './notification-queries.ts'
import { nudgeReferral } from './nudge.ts'
import { getPreferences, updatePreferences } from './preferences.ts'
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
  handle(createReminderRoute, (ctx, { body }) => createReminder(ctx, body)),
  handle(listRemindersRoute, async (ctx, { query }) => ({ items: await listReminders(ctx, query) })),
  handle(deleteReminderRoute, (ctx, { params }) => deleteReminder(ctx, params.id)),
  handle(nudgeReferralRoute, async (ctx, { params }) => ({ nudged: await nudgeReferral(ctx, params.id) })),
]
