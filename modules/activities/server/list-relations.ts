import { type Ctx, type ListRelation, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleInFiles } from './activity-access.ts'
import { activityFieldSource } from './activity-source.ts'

/** What the list of parties may ask of the activities in a party's file. */
export async function activitiesOfParty(
  ctx: Ctx,
  { record }: { record: string },
): Promise<Record<string, ListRelation>> {
  if (record !== 'parties' || !may(ctx.actor, 'activities.read')) return {}
  // A join, so that the planner may begin at the parties as well as at the activities.
  const rows = visibleInFiles(ctx)
    .innerJoin('activityTargets as pt', (join) =>
      join.onRef('pt.tenantId', '=', 'a.tenantId').onRef('pt.activityId', '=', 'a.id'),
    )
    .where('pt.targetType', '=', 'party')
  const source = await activityFieldSource(ctx)
  const all = ctx.db
    .selectFrom('activityTargets as t')
    .where('t.tenantId', '=', ctx.tenantId)
    .where('t.targetType', '=', 'party')
  return {
    activities: {
      label: 'activities.relation',
      source,
      rows,
      of: sql`pt.target_id`,
      all: { rows: all, of: sql`t.target_id` },
    },
  }
}
