import { activityFieldSource, visibleActivities } from '@peyvand/activities/server'
import { type Ctx, type ListRelation, may } from '@peyvand/platform/server'
import { sql } from 'kysely'

/** What the list of records may ask of the activities about them. */
export async function activityRelation(ctx: Ctx): Promise<Record<string, ListRelation>> {
  if (!may(ctx.actor, 'activities.read')) return {}
  const rows = (await visibleActivities(ctx))
    .innerJoin('activityTargets as rt', (join) =>
      join.onRef('rt.tenantId', '=', 'a.tenantId').onRef('rt.activityId', '=', 'a.id'),
    )
    .where('rt.targetType', '=', 'records')
  const source = await activityFieldSource(ctx)
  return { activities: { label: 'activities.relation', source, rows, of: sql`rt.target_id` } }
}
