import { z } from 'zod'

/** What users are told of. `…Due` comes before a time (lead time of the user), `…Overdue` once it has passed. */
export const NotificationKind = z.enum([
  'referralReceived',
  'referralAnswered',
  'referralReturned',
  'referralRecalled',
  'referralNudged',
  'referralDue',
  'referralOverdue',
  'activityAssigned',
  'activityDue',
  'activityOverdue',
  'meetingInvited',
  'meetingChanged',
  'meetingCancelled',
  'meetingAnswered',
  'documentWaiting',
  'documentDeclined',
  'documentAccepted',
  'documentRejected',
  'partyShared',
  'leadAssigned',
  'leadLate',
  'nextContactToday',
  'nextContactOverdue',
  'operationFinished',
  'webhookStopped',
  'reminder',
])
export type NotificationKind = z.infer<typeof NotificationKind>

/** Ways by which users are told; `app` is the notification centre and live arrival on open screens. */
export const NotificationChannel = z.enum(['app', 'push', 'email', 'sms'])
export type NotificationChannel = z.infer<typeof NotificationChannel>

export const NotificationGroup = z.enum([
  'referrals',
  'activities',
  'meetings',
  'contacts',
  'documents',
  'operations',
  'administration',
  'reminders',
])
export type NotificationGroup = z.infer<typeof NotificationGroup>

/** Kinds by the headings of the filter and the preferences. */
export const kindsOfGroup: Record<NotificationGroup, readonly NotificationKind[]> = {
  referrals: [
    'referralReceived',
    'referralAnswered',
    'referralReturned',
    'referralRecalled',
    'referralNudged',
    'referralDue',
    'referralOverdue',
  ],
  activities: ['activityAssigned', 'activityDue', 'activityOverdue'],
  meetings: ['meetingInvited', 'meetingChanged', 'meetingCancelled', 'meetingAnswered'],
  contacts: ['partyShared', 'leadAssigned', 'leadLate', 'nextContactToday', 'nextContactOverdue'],
  documents: ['documentWaiting', 'documentDeclined', 'documentAccepted', 'documentRejected'],
  operations: ['operationFinished'],
  administration: ['webhookStopped'],
  reminders: ['reminder'],
}

/** Groups whose kinds reach only those who have the right. */
export const rightOfGroup: Partial<Record<NotificationGroup, string>> = {
  documents: 'documents.read',
  administration: 'webhooks.manage',
}

const appAndPush: readonly NotificationChannel[] = ['app', 'push']
const appOnly: readonly NotificationChannel[] = ['app']
const appPushMail: readonly NotificationChannel[] = ['app', 'push', 'email']

/** Where each kind arrives until the user chooses otherwise. */
export const defaultChannels: Record<NotificationKind, readonly NotificationChannel[]> = {
  referralReceived: appAndPush,
  referralAnswered: appAndPush,
  referralReturned: appAndPush,
  referralRecalled: appOnly,
  referralNudged: appAndPush,
  referralDue: appAndPush,
  referralOverdue: appOnly,
  activityAssigned: appAndPush,
  activityDue: appAndPush,
  activityOverdue: appOnly,
  meetingInvited: appPushMail,
  meetingChanged: appPushMail,
  meetingCancelled: appPushMail,
  meetingAnswered: appOnly,
  documentWaiting: appAndPush,
  documentDeclined: appAndPush,
  documentAccepted: appAndPush,
  documentRejected: appAndPush,
  partyShared: appAndPush,
  leadAssigned: appAndPush,
  leadLate: appAndPush,
  nextContactToday: appOnly,
  nextContactOverdue: appOnly,
  operationFinished: appOnly,
  webhookStopped: appPushMail,
  reminder: appAndPush,
}
