import { tagsColumn, valueLabel } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { permittedFields, visibleParties } from '@peyvand/parties/server'
import { searchTerms } from '@peyvand/persian'
import {
  anyOf,
  type Ctx,
  customColumns,
  escapeLike,
  hiddenCustomFields,
  type ListColumn,
  type ListRelation,
  type ListSource,
  listRelations,
  may,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  ActivityKind,
  ActivitySource,
  ActivityStatus,
  Confidentiality,
  Direction,
  openStatuses,
  Priority,
} from '../contract/index.ts'
import { notByNumber, withholdsNumbers } from './withheld-numbers.ts'

/** Activities as lists, bulk work and exports read them: columns over `activities as a`. */
export const activitySource = async (ctx: Ctx): Promise<ListSource> => ({
  ...(await activityFieldSource(ctx)),
  relations: { ...(await partiesOfActivity(ctx)), ...(await listRelations(ctx, 'activities')) },
})

/** The same without what filters may ask of other records, for lists that themselves ask for activities. */
export async function activityFieldSource(ctx: Ctx): Promise<ListSource> {
  const time = (
    column: string,
    nullable = true,
  ): Pick<ListColumn, 'type' | 'sql' | 'sortable' | 'nullable'> => ({
    type: 'instant',
    sql: sql.ref(`a.${column}`),
    sortable: true,
    nullable,
  })
  return {
    id: sql`a.id`,
    defaultSort: '-at',
    search: (_, text) => foundByText(ctx, text),
    columns: {
      subject: { type: 'text', label: 'activities.field.subject', sql: sql`a.subject`, sortable: true },
      kind: oneOf('activities.kind', sql`a.kind`, ActivityKind.options),
      direction: oneOf('activities.direction', sql`a.direction`, Direction.options),
      status: oneOf('activities.status', sql`a.status`, ActivityStatus.options),
      overdue: { type: 'boolean', label: 'activities.overdue', sql: isOverdue(ctx) },
      at: { label: 'activities.field.at', ...time('at', false) },
      occurredAt: { label: 'activities.field.occurredAt', ...time('occurredAt') },
      plannedAt: { label: 'activities.field.plannedAt', ...time('plannedAt') },
      dueAt: { label: 'activities.field.dueAt', ...time('dueAt') },
      doneAt: { label: 'activities.field.doneAt', ...time('doneAt') },
      duration: {
        type: 'number',
        label: 'activities.field.duration',
        sql: sql`a.duration_minutes`,
        sortable: true,
        nullable: true,
      },
      result: {
        type: 'enum',
        label: 'activities.field.result',
        sql: sql`a.result_id::text`,
        valueList: 'results',
      },
      resultLabel: {
        type: 'text',
        label: 'activities.field.result',
        sql: valueLabel(ctx, sql`a.result_id`),
        sortable: true,
        nullable: true,
      },
      priority: {
        ...oneOf('activities.priority', sql`a.priority`, Priority.options),
        sortable: false,
      },
      confidentiality: oneOf('activities.confidentiality', sql`a.confidentiality`, Confidentiality.options),
      cost: {
        type: 'money',
        label: 'activities.field.cost',
        sql: sql`a.cost`,
        sortable: true,
        nullable: true,
      },
      owner: { type: 'user', label: 'activities.field.owner', sql: sql`a.owner_id` },
      ownerName: {
        type: 'text',
        label: 'activities.field.owner',
        sql: userName(sql`a.owner_id`),
        sortable: true,
        nullable: true,
      },
      team: { type: 'team', label: 'activities.field.team', sql: sql`a.team_id` },
      teamName: {
        type: 'text',
        label: 'activities.field.team',
        sql: teamName(sql`a.team_id`),
        sortable: true,
        nullable: true,
      },
      party: partyColumn(ctx),
      viaMarketer: { type: 'party', label: 'activities.field.viaMarketer', sql: sql`a.via_marketer_id` },
      participant: participantColumn(ctx),
      tags: { ...tagsColumn(ctx, 'activities', sql`a.id`), label: 'activities.field.tags' },
      ...(withholdsNumbers(ctx)
        ? {}
        : { number: { type: 'text', label: 'activities.field.number', sql: sql`a.number` } as const }),
      recurring: {
        type: 'boolean',
        label: 'activities.field.recurring',
        sql: sql`(a.series_id is not null)`,
      },
      source: oneOf('activities.source', sql`a.source`, ActivitySource.options, 'activities.field.source'),
      createdBy: { type: 'user', label: 'activities.field.createdBy', sql: sql`a.created_by` },
      createdAt: { label: 'activities.field.createdAt', ...time('createdAt', false) },
      updatedAt: { label: 'activities.field.updatedAt', ...time('updatedAt', false) },
      ...(await customColumns(ctx, 'activities', sql`a.id`)),
    },
  }
}

/** Open and past its time: «معوق». */
export const isOverdue = (ctx: Ctx): RawBuilder<SqlBool> =>
  sql`(${isOpen} and coalesce(a.deadline_at < ${ctx.now().toISOString()}::timestamptz, false))`

export const isOpen = sql<SqlBool>`a.status in (${sql.join(openStatuses.map((status) => sql.lit(status)))})`

/**
 * Activities whose text, numbers or own fields contain every word, by the trigram index; the caller's rights stand
 * beside it, and nobody finds by words that their role hides.
 */
export function foundByText(ctx: Ctx, text: string): RawBuilder<SqlBool> {
  const terms = searchTerms(text)
  if (terms.length === 0) return sql`true`
  const patterns = terms.map((term) => `%${escapeLike(term)}%`)
  const hidden = hiddenCustomFields(ctx, 'activities')
  const openly =
    hidden.length === 0
      ? sql`true`
      : sql`is_openly_found(a.tenant_id, a.id, a.search, ${sql.val(terms)}::text[], ${sql.val(hidden)}::text[])`
  return sql`(a.id in (select search_activities(${sql.val(patterns)}::text[])) and ${openly}
    and ${notByNumber(ctx, text)})`
}

function oneOf(
  prefix: string,
  column: RawBuilder<unknown>,
  options: readonly string[],
  label = prefix,
): ListColumn {
  return {
    type: 'enum',
    label,
    sql: column,
    sortable: true,
    options: Object.fromEntries(options.map((option) => [option, `${prefix}.${option}`])),
  }
}

function partyColumn(ctx: Ctx): ListColumn {
  const rows = sql`from activity_targets t where t.tenant_id = ${ctx.tenantId} and t.activity_id = a.id and t.target_type = 'party'`
  return {
    type: 'party',
    label: 'activities.field.party',
    hasAny: (values) =>
      sql<SqlBool>`a.id in (select t.activity_id from activity_targets t
        where t.tenant_id = ${ctx.tenantId} and t.target_type = 'party' and ${anyOf(sql`t.target_id`, values)})`,
    keys: sql`select t.target_id ${rows}`,
    hasNone: sql<SqlBool>`not exists (select ${rows})`,
  }
}

/** The parties of an activity that the caller may see. */
async function partiesOfActivity(ctx: Ctx): Promise<Record<string, ListRelation>> {
  if (!may(ctx.actor, 'parties.read')) return {}
  const rows = visibleParties(ctx)
    .innerJoin('activityTargets as pt', (join) =>
      join.onRef('pt.tenantId', '=', 'p.tenantId').onRef('pt.targetId', '=', 'p.id'),
    )
    .where('pt.targetType', '=', 'party')
  const source = await permittedFields(ctx)
  return { parties: { label: 'activities.relation.parties', source, rows, of: sql`pt.activity_id` } }
}

function participantColumn(ctx: Ctx): ListColumn {
  const rows = sql`from activity_participants pt where pt.tenant_id = ${ctx.tenantId} and pt.activity_id = a.id`
  return {
    type: 'user',
    label: 'activities.field.participant',
    hasAny: (values) => sql<SqlBool>`exists (select ${rows} and ${anyOf(sql`pt.participant_id`, values)})`,
    hasNone: sql<SqlBool>`not exists (select ${rows})`,
  }
}
