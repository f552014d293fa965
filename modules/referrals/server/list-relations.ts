import { type Ctx, type ListRelation, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { deskOf, referralsWithin } from './referral-access.ts'
import { referralSource } from './referral-source.ts'

/** What lists of activities and of parties may ask of the referrals in them. */
export async function referralRelations(
  ctx: Ctx,
  { record }: { record: string },
): Promise<Record<string, ListRelation>> {
  if ((record !== 'activities' && record !== 'parties') || !may(ctx.actor, 'referrals.read')) return {}
  const within = record === 'parties' ? 'files' : record
  const visible = referralsWithin(ctx, await deskOf(ctx), within).where('r.inBin', '=', false)
  const placed =
    record === 'activities'
      ? { rows: visible, of: sql`r.activity_id` }
      : {
          rows: visible
            .innerJoin('activityTargets as rt', (join) =>
              join.onRef('rt.tenantId', '=', 'r.tenantId').onRef('rt.activityId', '=', 'r.activityId'),
            )
            .where('rt.targetType', '=', 'party'),
          of: sql`rt.target_id`,
        }
  return { referrals: { label: 'referrals.relation', source: referralSource(ctx), ...placed } }
}
