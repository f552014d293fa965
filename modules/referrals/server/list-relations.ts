import { type Ctx, type ListColumn, type ListRelation, type ListSource, may } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { AskedAction, openStates, ReferralState, Urgency } from '../contract/index.ts'
import { deskOf, visibleReferrals } from './referral-access.ts'

/** What lists of activities and of parties may ask of the referrals in them. */
export async function referralRelations(
  ctx: Ctx,
  { record }: { record: string },
): Promise<Record<string, ListRelation>> {
  if ((record !== 'activities' && record !== 'parties') || !may(ctx.actor, 'referrals.read')) return {}
  const visible = (await visibleReferrals(ctx, await deskOf(ctx))).where('r.inBin', '=', false)
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

/** Referrals as filters know them, over `referrals as r`. */
function referralSource(ctx: Ctx): ListSource {
  const isOpen = sql<SqlBool>`r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
  const isOverdue = sql<SqlBool>`(${isOpen} and coalesce(r.deadline < ${ctx.now().toISOString()}::timestamptz, false))`
  return {
    id: sql`r.id`,
    defaultSort: '-createdAt',
    columns: {
      open: { type: 'boolean', label: 'referrals.filter.open', sql: isOpen },
      overdue: { type: 'boolean', label: 'referrals.filter.overdue', sql: isOverdue },
      state: oneOf('referrals.state', sql`r.state`, ReferralState.options),
      action: oneOf('referrals.asked', sql`r.action`, AskedAction.options),
      urgency: oneOf('referrals.urgency', sql`r.urgency`, Urgency.options),
      from: { type: 'user', label: 'referrals.from', sql: sql`r.from_user_id` },
      to: { type: 'user', label: 'referrals.to', sql: sql`r.to_user_id` },
      toTeam: { type: 'team', label: 'referrals.toTeam', sql: sql`r.to_team_id` },
      deadline: { type: 'instant', label: 'referrals.deadline', sql: sql`r.deadline`, nullable: true },
      createdAt: { type: 'instant', label: 'referrals.createdAt', sql: sql`r.created_at` },
    },
  }
}

const oneOf = (prefix: string, column: RawBuilder<unknown>, options: readonly string[]): ListColumn => ({
  type: 'enum',
  label: prefix,
  sql: column,
  options: Object.fromEntries(options.map((option) => [option, `${prefix}.${option}`])),
})
