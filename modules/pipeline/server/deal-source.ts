import { Priority } from '@peyvand/activities/contract'
import { activityRelation } from '@peyvand/activities/server'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { searchTerms } from '@peyvand/persian'
import { Id } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  customColumns,
  escapeLike,
  type ListSource,
  listColumns,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { DealOrigin, Outcome } from '../contract/index.ts'
import { listPipelines } from './pipelines.ts'

/** Deals as lists, the board and exports read them: columns over `deals as d`. */
export const dealSource = async (ctx: Ctx): Promise<ListSource> => ({
  ...(await dealFieldSource(ctx)),
  relations: await activityRelation(ctx, 'deals'),
})

/** The same without what filters may ask of other records, for lists that themselves ask for deals. */
export async function dealFieldSource(ctx: Ctx): Promise<ListSource> {
  const pipelines = await listPipelines(ctx)
  const stages = pipelines.flatMap(({ name, stages: of }) =>
    of.map((stage) => [stage.id, pipelines.length > 1 ? `${name} › ${stage.name}` : stage.name] as const),
  )
  return {
    id: sql`d.id`,
    defaultSort: 'nextFollowUpAt',
    search: (_, text) => foundByText(text),
    columns: {
      title: text('title', sql`d.title collate "fa-x-icu"`, { nullable: false }),
      number: text('number', sql`d.number`, { nullable: false }),
      pipeline: {
        type: 'enum',
        label: label('pipeline'),
        sql: sql`d.pipeline_id::text`,
        hasAny: (ids) => byIndex(sql`d.pipeline_id`, ids),
        options: Object.fromEntries(pipelines.map(({ id, name }) => [id, name])),
      },
      stage: {
        type: 'enum',
        label: label('stage'),
        sql: sql`d.stage_id::text`,
        hasAny: (ids) => byIndex(sql`d.stage_id`, ids),
        options: Object.fromEntries(stages),
      },
      outcome: word('outcome', sql`d.outcome`, 'pipeline.outcome', Outcome.options),
      party: party('party', sql`d.party_id`),
      partyName: text('party', partyName(sql`d.party_id`)),
      contact: party('contact', sql`d.contact_id`),
      amount: money('amount', sql`d.amount`),
      owner: user('owner', sql`d.owner_id`),
      ownerName: text('owner', userName(sql`d.owner_id`)),
      team: team('team', sql`d.team_id`),
      teamName: text('team', teamName(sql`d.team_id`)),
      expectedCloseOn: day('expectedCloseOn', sql`d.expected_close_on`),
      nextFollowUpAt: instant('nextFollowUpAt', sql`d.next_follow_up_at`, { nullable: true }),
      priority: {
        ...word('priority', sql`d.priority`, 'activities.priority', Priority.options),
        sortable: true,
        order: {
          sql: sql`array_position(array['urgent', 'high', 'normal', 'low'], d.priority)`,
        },
      },
      source: listed('source', sql`d.source_id`, 'sources'),
      lostReason: listed('lostReason', sql`d.lost_reason_id`, 'lostReasons'),
      competitor: {
        type: 'party',
        label: label('competitor'),
        hasAny: (ids) => sql<SqlBool>`exists (select from deal_competitors dc
          where dc.tenant_id = d.tenant_id and dc.deal_id = d.id and ${anyOf(sql`dc.party_id`, ids)})`,
        hasNone: sql<SqlBool>`not exists (select from deal_competitors dc
          where dc.tenant_id = d.tenant_id and dc.deal_id = d.id)`,
      },
      competitorName: text('competitor', competitorNames, { sortable: false }),
      lostTo: party('lostTo', sql`d.lost_to_id`),
      lostToName: text('lostTo', partyName(sql`d.lost_to_id`)),
      productName: text('product', productNames, { sortable: false }),
      ...(await customColumns(ctx, 'deals', sql`d.id`)),
      stageSince: instant('stageSince', sql`d.stage_since`),
      closedAt: instant('closedAt', sql`d.closed_at`, { nullable: true }),
      origin: word('origin', sql`d.origin`, 'pipeline.origin', DealOrigin.options),
      createdBy: user('createdBy', sql`d.created_by`),
      createdAt: instant('createdAt', sql`d.created_at`),
      updatedAt: instant('updatedAt', sql`d.updated_at`),
    },
  }
}

/** As ids, so that the board's indexes give a column in its order; what is none fits nothing. */
const byIndex = (column: RawBuilder<unknown>, given: readonly string[]): RawBuilder<SqlBool> => {
  const ids = given.filter((id) => Id.safeParse(id).success)
  return ids.length > 0 ? anyOf(column, ids) : sql`false`
}

/** Deals whose text contains every word, by the trigram index; the caller's rights stand beside it. */
export function foundByText(words: string): RawBuilder<SqlBool> {
  const patterns = searchTerms(words).map((term) => `%${escapeLike(term)}%`)
  if (patterns.length === 0) return sql`true`
  return sql`d.id in (select search_deals(${sql.val(patterns)}::text[]))`
}

const { label, text, money, day, instant, user, team, word, listed, party } = listColumns('pipeline.field')

const competitorNames = sql`(select string_agg(${partyName(sql`dc.party_id`)}, '، ' order by dc.position)
  from deal_competitors dc where dc.tenant_id = d.tenant_id and dc.deal_id = d.id)`

const productNames = sql`(select string_agg(dp.name, '، ' order by dl.position)
  from deal_lines dl join products dp on dp.tenant_id = dl.tenant_id and dp.id = dl.product_id
  where dl.tenant_id = d.tenant_id and dl.deal_id = d.id)`
