import { type Ctx, type ListRelation, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleActivities } from './activity-access.ts'
import { activityFieldSource } from './activity-source.ts'

/** What the list of a record type may ask of the activities about its records; nothing to who sees no activities. */
export async function activityRelation(ctx: Ctx, record: string): Promise<Record<string, ListRelation>> {
  if (!may(ctx.actor, 'activities.read')) return {}
  const rows = (await visibleActivities(ctx))
    .innerJoin('activityTargets as rt', (join) =>
      join.onRef('rt.tenantId', '=', 'a.tenantId').onRef('rt.activityId', '=', 'a.id'),
    )
    .where('rt.targetType', '=', record)
  const source = await activityFieldSource(ctx)
  return { activities: { label: 'activities.relation', source, rows, of: sql`rt.target_id` } }
}
