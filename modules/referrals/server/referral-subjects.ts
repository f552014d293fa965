import type { ActivityKind } from '@peyvand/activities/contract'
import { visibleActivities } from '@peyvand/activities/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { ReferralState } from '../contract/index.ts'
import { deskOf, visibleReferrals } from './referral-access.ts'

/** What a referral is about, for a line that names it. */
export interface ReferralSubject {
  id: string
  activityId: string
  subject: string
  kind: ActivityKind
  state: ReferralState
}

/** The referrals among these that the caller may see, together with their activity, now; by id. */
export async function referralSubjects(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReferralSubject>> {
  if (ids.length === 0) return new Map()
  const rows = await (await visibleReferrals(ctx, await deskOf(ctx)))
    .select(['r.id', 'r.activityId', 'r.state'])
    .where(anyOf(sql`r.id`, ids))
    .where('r.inBin', '=', false)
    .execute()
  const activities = await (await visibleActivities(ctx))
    .select(['a.id', 'a.subject', 'a.kind'])
    .where(
      anyOf(
        sql`a.id`,
        rows.map(({ activityId }) => activityId),
      ),
    )
    .execute()
  const byId = new Map(activities.map((activity) => [activity.id, activity]))
  return new Map(
    rows.flatMap((row) => {
      const activity = byId.get(row.activityId)
      return activity ? [[row.id, { ...row, subject: activity.subject, kind: activity.kind }]] : []
    }),
  )
}
