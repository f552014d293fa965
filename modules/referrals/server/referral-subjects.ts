import type { ActivityKind } from '@peyvand/activities/contract'
import { visibleActivities } from '@peyvand/activities/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { openStates, type ReferralState, type WorklistName } from '../contract/index.ts'
import { deskOf, visibleReferrals } from './referral-access.ts'

/** What a referral is about, for a line that names it. */
export interface ReferralSubject {
  id: string
  activityId: string
  subject: string
  kind: ActivityKind
  /** The list in which the caller finds it. */
  worklist: WorklistName
}

/** The referrals among these that the caller may see, together with their activity, now; by id. */
export async function referralSubjects(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReferralSubject>> {
  if (ids.length === 0) return new Map()
  const desk = await deskOf(ctx)
  const rows = await (await visibleReferrals(ctx, desk))
    .select(['r.id', 'r.activityId', 'r.state', 'r.fromUserId'])
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
    rows.flatMap(({ id, activityId, state, fromUserId }) => {
      const activity = byId.get(activityId)
      if (!activity) return []
      const worklist = fromUserId === desk.me ? 'referred-by-me' : worklistOf(state)
      return [[id, { id, activityId, subject: activity.subject, kind: activity.kind, worklist }]]
    }),
  )
}

function worklistOf(state: ReferralState): WorklistName {
  if (state === 'inProgress') return 'in-progress'
  return openStates.includes(state) ? 'referred-to-me' : 'done'
}
