import { searchTerms } from '@peyvand/persian'
import { type Ctx, escapeLike, type ListColumn, type ListSource } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { AskedAction, openStates, ReferralState, Urgency } from '../contract/index.ts'

/** Referrals as lists and filters know them, over `referrals as r`. */
export function referralSource(ctx: Ctx): ListSource {
  const isOpen = sql<SqlBool>`r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
  const isOverdue = sql<SqlBool>`(${isOpen} and coalesce(r.deadline < ${ctx.now().toISOString()}::timestamptz, false))`
  return {
    id: sql`r.id`,
    defaultSort: '-createdAt',
    search: (_, text) => subjectContains(text),
    columns: {
      open: { type: 'boolean', label: 'referrals.filter.open', sql: isOpen },
      overdue: { type: 'boolean', label: 'referrals.filter.overdue', sql: isOverdue },
      state: oneOf('referrals.state', sql`r.state`, ReferralState.options),
      action: oneOf('referrals.asked', sql`r.action`, AskedAction.options),
      urgency: oneOf('referrals.urgency', sql`r.urgency`, Urgency.options),
      from: { type: 'user', label: 'referrals.from', sql: sql`r.from_user_id` },
      to: { type: 'user', label: 'referrals.to', sql: sql`r.to_user_id` },
      toTeam: { type: 'team', label: 'referrals.toTeam', sql: sql`r.to_team_id` },
      deadline: {
        type: 'instant',
        label: 'referrals.deadline',
        sql: sql`r.deadline`,
        sortable: true,
        nullable: true,
      },
      createdAt: { type: 'instant', label: 'referrals.createdAt', sql: sql`r.created_at`, sortable: true },
    },
  }
}

const oneOf = (prefix: string, column: RawBuilder<unknown>, options: readonly string[]): ListColumn => ({
  type: 'enum',
  label: prefix,
  sql: column,
  options: Object.fromEntries(options.map((option) => [option, `${prefix}.${option}`])),
})

/** Looked up row by row: a list is short, whereas a join would begin at all activities of the firm. */
export function subjectContains(text: string): RawBuilder<SqlBool> {
  const parts = searchTerms(text).map(
    (term) => sql`(select a.search from activities a where a.tenant_id = r.tenant_id and a.id = r.activity_id)
      like ${`%${escapeLike(term)}%`}`,
  )
  return sql`(${sql.join([sql`true`, ...parts], sql` and `)})`
}
