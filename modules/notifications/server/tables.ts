import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type {
  NotificationChannel,
  NotificationFacts,
  NotificationKind,
  ReminderSubject,
  SubjectType,
} from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    notifications: NotificationsTable
    notificationPreferences: NotificationPreferencesTable
    notificationChoices: OfUser & { kind: NotificationKind; channel: NotificationChannel; isOn: boolean }
    notificationDigests: OfUser & { day: string }
    reminders: RemindersTable
    dueMarks: { tenantId: number; toldUntil: string }
    /** `privateKey` is encrypted. */
    pushKeys: { tenantId: number; publicKey: string; privateKey: string }
    pushSubscriptions: PushSubscriptionsTable
  }
}

interface OfUser {
  tenantId: number
  userId: string
}

interface NotificationsTable extends OfUser {
  id: string
  kind: NotificationKind
  subjectType: SubjectType
  subjectId: string
  /** Which time of the kind and subject: the deadline, the day, the event. Part of the unique key. */
  occurrence: string
  actorId: string | null
  onBehalfOf: string | null
  facts: Json<NotificationFacts>
  /** False where the user wants the kind by other channels only. */
  inApp: boolean
  /** When it came, or came again after a snooze. */
  at: string
  createdAt: string
  readAt: string | null
  snoozedUntil: string | null
  /** How often it came again. */
  round: Generated<number>
}

interface NotificationPreferencesTable extends OfUser {
  leadMinutes: number[]
  morningAt: string
  quietFrom: string | null
  quietUntil: string | null
  quietOnDaysOff: boolean
  digestAt: string | null
  digestOnDaysOff: boolean
  hideText: boolean
  version: Generated<number>
}

interface PushSubscriptionsTable extends OfUser {
  id: string
  /** The sign-in at that browser; when it ends, so does this. */
  sessionId: string
  endpoint: string
  p256dh: string
  auth: string
  userAgent: string | null
  createdAt: string
  sentAt: string | null
}

interface RemindersTable extends OfUser {
  id: string
  subjectType: ReminderSubject['type']
  subjectId: string
  at: string
  note: string | null
  createdAt: string
  firedAt: string | null
}
