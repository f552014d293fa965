import { defineRoute, Id, IdParams, IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'
import {
  MarkNotifications,
  Notification,
  NotificationQuery,
  SnoozeNotifications,
  SnoozePreset,
} from './notifications.ts'
import { NotificationPreferences, UpdatePreferences } from './preferences.ts'
import { CreateReminder, Reminder, ReminderSubject } from './reminders.ts'

/** Up to 1,000 are counted. */
const Counts = z.object({ unread: z.number().int(), snoozed: z.number().int() })
const Changed = z.object({ changed: z.number().int() })

export const listNotificationsRoute = defineRoute({
  method: 'GET',
  path: '/notifications',
  summary: 'My notifications, newest first; those put off only with `show=snoozed`',
  permission: 'signedIn',
  query: NotificationQuery,
  answer: z.object({ items: z.array(Notification), nextCursor: z.string().nullable() }),
})

export const countNotificationsRoute = defineRoute({
  method: 'GET',
  path: '/notifications/counts',
  summary: 'How many of my notifications are unread or put off',
  permission: 'signedIn',
  answer: Counts,
})

export const getNotificationRoute = defineRoute({
  method: 'GET',
  path: '/notifications/:id',
  summary: 'One of my notifications',
  permission: 'signedIn',
  params: IdParams,
  answer: Notification,
})

export const markNotificationsRoute = defineRoute({
  method: 'POST',
  path: '/notifications/read',
  summary: 'Mark some or all of my notifications read or unread',
  permission: 'signedIn',
  body: MarkNotifications,
  answer: Changed,
})

export const snoozeNotificationsRoute = defineRoute({
  method: 'POST',
  path: '/notifications/snooze',
  summary: 'Put notifications off; they come again, unread, at the time given',
  permission: 'signedIn',
  body: SnoozeNotifications,
  answer: Changed,
})

export const snoozePresetsRoute = defineRoute({
  method: 'GET',
  path: '/snooze-presets',
  summary: 'Times to put something off to, by the working week; `nextContactOn` adds the morning of that day',
  permission: 'signedIn',
  query: z.object({ nextContactOn: IsoDate.optional() }),
  answer: z.object({ items: z.array(SnoozePreset) }),
})

export const getPreferencesRoute = defineRoute({
  method: 'GET',
  path: '/notification-preferences',
  summary: 'What I am told of, how, and when',
  permission: 'signedIn',
  answer: NotificationPreferences,
})

export const updatePreferencesRoute = defineRoute({
  method: 'PATCH',
  path: '/notification-preferences',
  summary: 'Change what I am told of, how, and when; kinds left out stay as they are',
  permission: 'signedIn',
  body: UpdatePreferences,
  answer: NotificationPreferences,
})

export const createReminderRoute = defineRoute({
  method: 'POST',
  path: '/reminders',
  summary: 'Remind me of a record at a time',
  permission: 'signedIn',
  body: CreateReminder,
  answer: Reminder,
  status: 201,
  errors: ['notifications.reminderPast', 'notifications.tooManyReminders'],
})

export const listRemindersRoute = defineRoute({
  method: 'GET',
  path: '/reminders',
  summary: 'My reminders of a record that have not come yet',
  permission: 'signedIn',
  query: z.object({ type: ReminderSubject.shape.type, id: Id }),
  answer: z.object({ items: z.array(Reminder) }),
})

export const deleteReminderRoute = defineRoute({
  method: 'DELETE',
  path: '/reminders/:id',
  summary: 'Take back one of my reminders',
  permission: 'signedIn',
  params: IdParams,
  answer: 'none',
})

export const nudgeReferralRoute = defineRoute({
  method: 'POST',
  path: '/referrals/:id/nudge',
  summary: 'Ask the receiver of my referral how far it is; once an hour',
  permission: 'referrals.read',
  params: IdParams,
  answer: z.object({ nudged: z.array(z.object({ id: Id, name: z.string() })) }),
  errors: ['referrals.notFound', 'notifications.notNudgeable', 'notifications.nudgedAlready'],
})
