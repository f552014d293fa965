import { activityRelation } from '@peyvand/activities/server'
import { teamName, userName } from '@peyvand/identity/server'
import { groupByKey, isFound, permittedFields } from '@peyvand/parties/server'
import { type Ctx, type ListSource, listColumns } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { ClockState, LeadOrigin, leadGroup } from '../contract/index.ts'
import { clockSql, lastContactAt, productGroupName, sourceOfLead } from './lead-rows.ts'

const { label, text, number, instant, user, team, word, listed } = listColumns('leads.field')

/** What the list says of the party as the party's own list does, by the same rules of roles. */
const ofParty = /^(phone|tags|province|city|custom\..+)$/

/**
 * Leads as lists and exports read them: columns over those of `leadParties`.
 * @throws AppError parties.groupNotFound (404) where leads are beyond the caller's groups
 */
export async function leadSource(ctx: Ctx): Promise<ListSource> {
  const { states } = await groupByKey(ctx, leadGroup)
  const parties = Object.entries((await permittedFields(ctx)).columns)
  return {
    id: sql`p.id`,
    defaultSort: '-arrivedAt',
    search: isFound,
    columns: {
      name: text('name', sql`p.display_name collate "fa-x-icu"`, { nullable: false }),
      number: text('number', sql`p.number`),
      state: {
        type: 'enum',
        label: label('state'),
        sql: sql`m.state`,
        nullable: true,
        options: Object.fromEntries(
          states.map(({ key, labelFa, labelEn }) => [key, ctx.locale === 'fa' ? labelFa : labelEn]),
        ),
      },
      clock: word('clock', clockSql(ctx.now()), 'leads.clock', ClockState.options),
      respondBy: instant('respondBy', sql`l.respond_by`, { nullable: true }),
      respondedAt: instant('respondedAt', sql`l.responded_at`, { nullable: true }),
      responseMinutes: number('responseMinutes', sql`l.response_minutes`),
      score: number('score', sql`l.score`),
      source: listed('source', sourceOfLead, 'sources'),
      owner: user('owner', sql`p.owner_id`),
      ownerName: text('owner', userName(sql`p.owner_id`)),
      team: team('team', sql`p.team_id`),
      teamName: text('team', teamName(sql`p.team_id`)),
      productGroup: text('productGroup', productGroupName),
      unfitReason: listed('unfitReason', sql`l.unfit_reason_id`, 'unfitReasons'),
      origin: word('origin', sql`l.origin`, 'leads.origin', LeadOrigin.options),
      arrivedAt: instant('arrivedAt', sql`l.arrived_at`),
      lastContactAt: instant('lastContactAt', lastContactAt, { nullable: true }),
      ...Object.fromEntries(parties.filter(([field]) => ofParty.test(field))),
    },
    relations: await activityRelation(ctx, 'party'),
  }
}
