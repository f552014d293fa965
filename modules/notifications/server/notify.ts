import { activeContacts } from '@peyvand/identity/server'
import { type Ctx, json, newId, together } from '@peyvand/platform/server'
import type {
  NotificationChannel,
  NotificationFacts,
  NotificationKind,
  SubjectType,
} from '../contract/index.ts'
import { deliverJob } from './deliver.ts'
import { preferencesOf } from './preferences.ts'
import { usersWithPush } from './push/push-subscriptions.ts'
import './tables.ts'

export interface Notice {
  userId: string
  kind: NotificationKind
  subject: { type: SubjectType; id: string }
  /**
   * Which time of this kind and subject: a deadline, a day, an event's id; empty where there can be one only.
   * A second notice of the same user, kind, subject and occurrence is dropped.
   */
  occurrence: string
  actorId?: string | null
  onBehalfOf?: string | null
  facts?: NotificationFacts
}

const rowsAtOnce = 500

/**
 * Tells users of something: in the notification centre, and by a job in the ways they chose. Those who are not active
 * or do not want the kind are left out, and nobody is told of what they did themselves. Safe to be called again: each
 * notice comes once. Answers how many were new.
 */
export async function notify(ctx: Ctx, notices: readonly Notice[]): Promise<number> {
  let told = 0
  for (let from = 0; from < notices.length; from += rowsAtOnce)
    told += await notifySome(ctx, notices.slice(from, from + rowsAtOnce))
  return told
}

async function notifySome(ctx: Ctx, notices: readonly Notice[]): Promise<number> {
  const others = notices.filter(({ userId, actorId }) => userId !== actorId)
  const userIds = [...new Set(others.map(({ userId }) => userId))]
  const [active, preferences, pushed] = await together([
    activeContacts(ctx, userIds),
    preferencesOf(ctx, userIds),
    usersWithPush(ctx, userIds),
  ])
  const wanted = others.flatMap((notice) => {
    const channels =
      (active.has(notice.userId) && preferences.get(notice.userId)?.channels[notice.kind]) || []
    return channels.length > 0 ? [{ notice, channels }] : []
  })
  if (wanted.length === 0) return 0
  const now = ctx.now().toISOString()
  const rows = await ctx.db
    .insertInto('notifications')
    .values(
      wanted.map(({ notice, channels }) => ({
        tenantId: ctx.tenantId,
        id: newId(),
        userId: notice.userId,
        kind: notice.kind,
        subjectType: notice.subject.type,
        subjectId: notice.subject.id,
        occurrence: notice.occurrence,
        actorId: notice.actorId ?? null,
        onBehalfOf: notice.onBehalfOf ?? null,
        facts: json(notice.facts ?? {}),
        inApp: channels.includes('app'),
        at: now,
        createdAt: now,
        readAt: null,
        snoozedUntil: null,
      })),
    )
    .onConflict((oc) => oc.constraint('notifications_once').doNothing())
    .returning(['id', 'userId', 'kind', 'inApp'])
    .execute()
  const chose = ({ userId, kind }: (typeof rows)[number], channel: NotificationChannel) =>
    preferences.get(userId)?.channels[kind].includes(channel) ?? false
  for (const row of rows) {
    const { id, userId, inApp } = row
    if (inApp) ctx.live({ topic: 'notifications', id, userIds: [userId] })
    if (chose(row, 'email') || chose(row, 'sms') || (chose(row, 'push') && pushed.has(userId)))
      ctx.enqueue(deliverJob, { notificationId: id }, { key: `notifications.deliver:${id}:0` })
  }
  return rows.length
}
