import { type Ctx, type ListRelation, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleActivities } from './activity-access.ts'
import { activityFieldSource } from './activity-source.ts'

/** What the list of parties may ask of the activities in a party's file. */
export async function activitiesOfParty(
  ctx: Ctx,
  { record }: { record: string },
): Promise<Record<string, ListRelation>> {
  if (record !== 'parties' || !may(ctx.actor, 'activities.read')) return {}
  // A join, so that the planner may begin at the parties as well as at the activities.
  const rows = (await visibleActivities(ctx))
    .innerJoin('activityTargets as pt', (join) =>
      join.onRef('pt.tenantId', '=', 'a.tenantId').onRef('pt.activityId', '=', 'a.id'),
    )
    .where('pt.targetType', '=', 'party')
  const source = await activityFieldSource(ctx)
  return { activities: { label: 'activities.relation', source, rows, of: sql`pt.target_id` } }
}
