import { searchTerms } from '@peyvand/persian'
import { type Ctx, escapeLike, type ListSource, listColumns } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { AskedAction, openStates, ReferralState, Urgency } from '../contract/index.ts'

const { flag, word, user, team, instant } = listColumns('referrals')

/** Referrals as lists and filters know them, over `referrals as r`. */
export function referralSource(ctx: Ctx): ListSource {
  const isOpen = sql<SqlBool>`r.state in (${sql.join(openStates.map((state) => sql.lit(state)))})`
  const isOverdue = sql<SqlBool>`(${isOpen} and coalesce(r.deadline < ${ctx.now().toISOString()}::timestamptz, false))`
  return {
    id: sql`r.id`,
    defaultSort: '-createdAt',
    search: (_, text) => subjectContains(text),
    columns: {
      open: flag('filter.open', isOpen),
      overdue: flag('filter.overdue', isOverdue),
      state: word('state', sql`r.state`, 'referrals.state', ReferralState.options),
      action: word('asked', sql`r.action`, 'referrals.asked', AskedAction.options),
      urgency: word('urgency', sql`r.urgency`, 'referrals.urgency', Urgency.options),
      from: user('from', sql`r.from_user_id`, { nullable: false }),
      to: user('to', sql`r.to_user_id`),
      toTeam: team('toTeam', sql`r.to_team_id`),
      deadline: instant('deadline', sql`r.deadline`, { nullable: true }),
      createdAt: instant('createdAt', sql`r.created_at`),
    },
  }
}

/** Looked up row by row: a list is short, whereas a join would begin at all activities of the firm. */
export function subjectContains(text: string): RawBuilder<SqlBool> {
  const parts = searchTerms(text).map(
    (term) => sql`(select a.search from activities a where a.tenant_id = r.tenant_id and a.id = r.activity_id)
      like ${`%${escapeLike(term)}%`}`,
  )
  return sql`(${sql.join([sql`true`, ...parts], sql` and `)})`
}
