import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { NotificationKind } from '../contract/index.ts'
import { leadReached } from './due-times.ts'
import { type Notice, notify } from './notify.ts'
import { type Preferences, preferencesOf } from './preferences.ts'
import './tables.ts'

/** Something with a deadline, for one user. */
export interface DueItem {
  userId: string
  onBehalfOf?: string | null
  subject: Notice['subject']
  deadline: { at: string; allDay: boolean }
  /** What was made after a reminder's time is not reminded of by it. */
  since: string
  /** Kinds before and after the deadline; null tells nothing then. */
  due: NotificationKind | null
  overdue: NotificationKind | null
}

/**
 * Tells of deadlines whose reminder has come, each once: what was told before is known by its deadline and lead, so a
 * moved deadline is told of anew, and a clock that was set back tells nothing twice.
 */
export async function tellOfDue(ctx: Ctx, items: readonly DueItem[]): Promise<number> {
  const preferences = await preferencesOf(ctx, [...new Set(items.map(({ userId }) => userId))])
  const notices = items.flatMap((item) => noticeOf(ctx, item, preferences.get(item.userId)) ?? [])
  const known = await knownAmong(ctx, notices)
  return notify(
    ctx,
    notices.filter((notice) => !known.has(keyOf(notice))),
  )
}

function noticeOf(ctx: Ctx, item: DueItem, preferences: Preferences | undefined): Notice | null {
  const { userId, onBehalfOf = null, subject, deadline, since, due, overdue } = item
  if (!preferences) return null
  const facts = { when: deadline.at }
  const now = ctx.now()
  if (deadline.at <= now.toISOString()) {
    if (!overdue || deadline.at < since) return null
    return { userId, onBehalfOf, subject, kind: overdue, occurrence: deadline.at, facts }
  }
  const lead = leadReached(deadline, { now, since, timeZone: ctx.timeZone, ...preferences })
  if (!due || lead === null) return null
  return { userId, onBehalfOf, subject, kind: due, occurrence: `${deadline.at} ${lead}`, facts }
}

const keyOf = ({ userId, kind, subject, occurrence }: Notice): string =>
  `${userId} ${kind} ${subject.id} ${occurrence}`

/** Most of what is found each minute was told before; asking first is cheaper than inserting in vain. */
async function knownAmong(ctx: Ctx, notices: readonly Notice[]): Promise<ReadonlySet<string>> {
  if (notices.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('notifications')
    .select(['userId', 'kind', 'subjectId', 'occurrence'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`subject_id`, [...new Set(notices.map(({ subject }) => subject.id))]))
    .execute()
  return new Set(
    rows.map(({ userId, kind, subjectId, occurrence }) => `${userId} ${kind} ${subjectId} ${occurrence}`),
  )
}
