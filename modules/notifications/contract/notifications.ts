import { ActivityKind, ParticipantResponse } from '@peyvand/activities/contract'
import { Id, Instant, IsoDate, Ref } from '@peyvand/platform/contract'
import { WorklistName } from '@peyvand/referrals/contract'
import { z } from 'zod'
import { NotificationGroup, NotificationKind } from './kinds.ts'

/** `day` is a day's work of the user as a whole: several next contacts told of at once. */
export const SubjectType = z.enum([
  'referrals',
  'activities',
  'parties',
  'documents',
  'operations',
  'webhooks',
  'day',
])
export type SubjectType = z.infer<typeof SubjectType>

/** Facts of the moment that the subject does not tell; never names or texts of records. */
export const NotificationFacts = z.object({
  /** The deadline, start or day that the notification is about. */
  when: z.union([Instant, IsoDate]).optional(),
  count: z.number().int().optional(),
  response: ParticipantResponse.optional(),
  /** How an operation ended, and its name as a text key. */
  state: z.string().optional(),
  operation: z.string().optional(),
  /** The user's own words of a reminder. */
  note: z.string().optional(),
  /** Hash of a meeting's time and place as they were told. */
  told: z.string().optional(),
})
export type NotificationFacts = z.infer<typeof NotificationFacts>

/** What it is about, as the user may see it now. */
export const NotificationSubject = z.object({
  type: SubjectType,
  id: Id,
  title: z.string(),
  activityKind: ActivityKind.optional(),
  /** Of a referral: the worklist in which the user finds it. */
  worklist: WorklistName.optional(),
  /** The next contact date of the party concerned: a choice for snoozing. */
  nextContactOn: IsoDate.nullable(),
})
export type NotificationSubject = z.infer<typeof NotificationSubject>

export const Notification = z.object({
  id: Id,
  kind: NotificationKind,
  at: z.string(),
  readAt: z.string().nullable(),
  snoozedUntil: z.string().nullable(),
  /** Who did it; null where nobody did, or when the user may no longer see the subject. */
  actor: Ref.nullable(),
  /** The absent colleague in whose place the user is told. */
  onBehalfOf: Ref.nullable(),
  facts: NotificationFacts.omit({ told: true }),
  /** Null when it is gone or the user may no longer see it: nothing of its content is told then. */
  subject: NotificationSubject.nullable(),
})
export type Notification = z.infer<typeof Notification>

export const NotificationQuery = z.object({
  show: z.enum(['all', 'unread', 'snoozed']).default('all'),
  group: NotificationGroup.optional(),
  /** Days in the firm's time zone, both included. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(200).optional(),
})
export type NotificationQuery = z.output<typeof NotificationQuery>

/** Some by id, read or unread; or everything of mine that is shown now, read. */
export const MarkNotifications = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(500), read: z.boolean() }),
  z.strictObject({ all: z.literal(true), group: NotificationGroup.optional(), read: z.literal(true) }),
])
export type MarkNotifications = z.output<typeof MarkNotifications>

export const SnoozeNotifications = z.object({
  ids: z.array(Id).min(1).max(500),
  /** Null ends the snooze: it is back at once. */
  until: Instant.nullable(),
})
export type SnoozeNotifications = z.output<typeof SnoozeNotifications>

/** A time to put something off to, by the firm's working week. */
export const SnoozePreset = z.object({
  id: z.enum([
    'laterToday',
    'tomorrowMorning',
    'nextWorkingDay',
    'inThreeWorkingDays',
    'nextWeek',
    'nextContact',
  ]),
  until: Instant,
})
export type SnoozePreset = z.infer<typeof SnoozePreset>
