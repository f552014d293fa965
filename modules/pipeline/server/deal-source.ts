import { Priority } from '@peyvand/activities/contract'
import { activityFieldSource, visibleActivities } from '@peyvand/activities/server'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { searchTerms } from '@peyvand/persian'
import {
  anyOf,
  type Ctx,
  customColumns,
  escapeLike,
  type ListColumn,
  type ListRelation,
  type ListSource,
  may,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { DealOrigin, Outcome } from '../contract/index.ts'
import { listPipelines } from './pipelines.ts'

/** Deals as lists, the board and exports read them: columns over `deals as d`. */
export const dealSource = async (ctx: Ctx): Promise<ListSource> => ({
  ...(await dealFieldSource(ctx)),
  relations: await activityRelation(ctx),
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
      title: { ...text('title', sql`d.title collate "fa-x-icu"`), nullable: false },
      number: { ...text('number', sql`d.number`), nullable: false },
      pipeline: {
        type: 'enum',
        label: label('pipeline'),
        sql: sql`d.pipeline_id::text`,
        options: Object.fromEntries(pipelines.map(({ id, name }) => [id, name])),
      },
      stage: {
        type: 'enum',
        label: label('stage'),
        sql: sql`d.stage_id::text`,
        options: Object.fromEntries(stages),
      },
      outcome: options('outcome', sql`d.outcome`, Outcome.options, 'pipeline.outcome'),
      party: partyColumn('party', sql`d.party_id`),
      partyName: text('party', partyName(sql`d.party_id`)),
      contact: partyColumn('contact', sql`d.contact_id`),
      amount: {
        type: 'money',
        label: label('amount'),
        sql: sql`d.amount`,
        sortable: true,
        nullable: true,
      },
      owner: { type: 'user', label: label('owner'), sql: sql`d.owner_id`, nullable: true },
      ownerName: text('owner', userName(sql`d.owner_id`)),
      team: { type: 'team', label: label('team'), sql: sql`d.team_id`, nullable: true },
      teamName: text('team', teamName(sql`d.team_id`)),
      expectedCloseOn: {
        type: 'date',
        label: label('expectedCloseOn'),
        sql: sql`d.expected_close_on`,
        sortable: true,
        nullable: true,
      },
      nextFollowUpAt: { ...instant('nextFollowUpAt', sql`d.next_follow_up_at`), nullable: true },
      priority: {
        ...options('priority', sql`d.priority`, Priority.options, 'activities.priority'),
        sortable: true,
        order: {
          sql: sql`array_position(array['urgent', 'high', 'normal', 'low'], d.priority)`,
        },
      },
      source: valueColumn('source', sql`d.source_id::text`, 'sources'),
      lostReason: valueColumn('lostReason', sql`d.lost_reason_id::text`, 'lostReasons'),
      competitor: {
        type: 'party',
        label: label('competitor'),
        hasAny: (ids) => sql<SqlBool>`exists (select from deal_competitors dc
          where dc.tenant_id = d.tenant_id and dc.deal_id = d.id and ${anyOf(sql`dc.party_id`, ids)})`,
        hasNone: sql<SqlBool>`not exists (select from deal_competitors dc
          where dc.tenant_id = d.tenant_id and dc.deal_id = d.id)`,
      },
      competitorName: { ...text('competitor', competitorNames), sortable: false },
      lostTo: partyColumn('lostTo', sql`d.lost_to_id`),
      lostToName: text('lostTo', partyName(sql`d.lost_to_id`)),
      productName: { ...text('product', productNames), sortable: false },
      ...(await customColumns(ctx, 'deals', sql`d.id`)),
      stageSince: instant('stageSince', sql`d.stage_since`),
      closedAt: { ...instant('closedAt', sql`d.closed_at`), nullable: true },
      origin: options('origin', sql`d.origin`, DealOrigin.options, 'pipeline.origin'),
      createdBy: { type: 'user', label: label('createdBy'), sql: sql`d.created_by`, nullable: true },
      createdAt: instant('createdAt', sql`d.created_at`),
      updatedAt: instant('updatedAt', sql`d.updated_at`),
    },
  }
}

/** Deals whose text contains every word, by the trigram index; the caller's rights stand beside it. */
export function foundByText(words: string): RawBuilder<SqlBool> {
  const patterns = searchTerms(words).map((term) => `%${escapeLike(term)}%`)
  if (patterns.length === 0) return sql`true`
  return sql`d.id in (select search_deals(${sql.val(patterns)}::text[]))`
}

/** What the list of deals may ask of the activities about them. */
async function activityRelation(ctx: Ctx): Promise<Record<string, ListRelation>> {
  if (!may(ctx.actor, 'activities.read')) return {}
  const rows = (await visibleActivities(ctx))
    .innerJoin('activityTargets as rt', (join) =>
      join.onRef('rt.tenantId', '=', 'a.tenantId').onRef('rt.activityId', '=', 'a.id'),
    )
    .where('rt.targetType', '=', 'deals')
  const source = await activityFieldSource(ctx)
  return { activities: { label: 'activities.relation', source, rows, of: sql`rt.target_id` } }
}

const competitorNames = sql`(select string_agg(${partyName(sql`dc.party_id`)}, '، ' order by dc.position)
  from deal_competitors dc where dc.tenant_id = d.tenant_id and dc.deal_id = d.id)`

const productNames = sql`(select string_agg(dp.name, '، ' order by dl.position)
  from deal_lines dl join products dp on dp.tenant_id = dl.tenant_id and dp.id = dl.product_id
  where dl.tenant_id = d.tenant_id and dl.deal_id = d.id)`

const label = (field: string) => `pipeline.field.${field}`

const text = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  type: 'text',
  label: label(field),
  sql: value,
  sortable: true,
  nullable: true,
})

const instant = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  type: 'instant',
  label: label(field),
  sql: value,
  sortable: true,
})

const options = (
  field: string,
  value: RawBuilder<unknown>,
  of: readonly string[],
  prefix: string,
): ListColumn => ({
  type: 'enum',
  label: label(field),
  sql: value,
  options: Object.fromEntries(of.map((option) => [option, `${prefix}.${option}`])),
})

const valueColumn = (field: string, value: RawBuilder<unknown>, valueList: string): ListColumn => ({
  type: 'enum',
  label: label(field),
  valueList,
  sql: value,
  nullable: true,
})

const partyColumn = (field: string, column: RawBuilder<unknown>): ListColumn => ({
  type: 'party',
  label: label(field),
  hasAny: (ids) => sql<SqlBool>`${anyOf(column, ids)}`,
  hasNone: sql<SqlBool>`${column} is null`,
})
