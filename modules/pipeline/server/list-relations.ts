import { type Ctx, type ListRelation, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleDeals } from './deal-access.ts'
import { dealFieldSource } from './deal-source.ts'

/** What lists of activities may ask of the deals that they are about, and those of parties of their deals. */
export async function relationsToDeals(
  ctx: Ctx,
  { record }: { record: string },
): Promise<Record<string, ListRelation>> {
  if ((record !== 'activities' && record !== 'parties') || !may(ctx.actor, 'deals.read')) return {}
  const source = await dealFieldSource(ctx)
  const relation =
    record === 'parties'
      ? { rows: visibleDeals(ctx), of: sql`d.party_id` }
      : {
          rows: visibleDeals(ctx)
            .innerJoin('activityTargets as dt', (join) =>
              join.onRef('dt.tenantId', '=', 'd.tenantId').onRef('dt.targetId', '=', 'd.id'),
            )
            .where('dt.targetType', '=', 'deals'),
          of: sql`dt.activity_id`,
        }
  return { deals: { label: 'pipeline.relation', source, ...relation } }
}
