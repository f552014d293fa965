import { tagsColumn } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { groupByKey, isFound } from '@peyvand/parties/server'
import type { ListQuery, ListSummary, SummaryQuery } from '@peyvand/platform/contract'
import {
  type Ctx,
  describeList,
  type ListColumn,
  type ListSource,
  runList,
  summarizeList,
} from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import { ClockState, LeadOrigin, leadGroup } from '../contract/index.ts'
import {
  addressPart,
  clockSql,
  leadRow,
  openLeads,
  productGroupName,
  selectNamed,
  sourceOfLead,
} from './lead-rows.ts'

/** One page of the leads that the caller sees. @throws AppError parties.groupNotFound (404) beyond the caller's groups */
export async function listLeads(ctx: Ctx, query: ListQuery) {
  const page = await runList(ctx, {
    source: await leadSource(ctx),
    rows: selectNamed(ctx, await openLeads(ctx)),
    query,
  })
  return { ...page, items: page.items.map((row) => leadRow(ctx, row)) }
}

/** The list's fields for the filter builder and the column chooser. */
export const leadFields = async (ctx: Ctx) => describeList(ctx, await leadSource(ctx))

/** Counts over everything that a filter matches, whole and by group. */
export const summarizeLeads = async (ctx: Ctx, query: SummaryQuery): Promise<ListSummary> =>
  summarizeList(ctx, { source: await leadSource(ctx), rows: (await openLeads(ctx)).select('p.id'), query })

async function leadSource(ctx: Ctx): Promise<ListSource> {
  const { states } = await groupByKey(ctx, leadGroup)
  const labelOf = (state: (typeof states)[number]) => (ctx.locale === 'fa' ? state.labelFa : state.labelEn)
  return {
    id: sql`p.id`,
    defaultSort: '-arrivedAt',
    search: isFound,
    columns: {
      name: { ...text('name', sql`p.display_name collate "fa-x-icu"`), nullable: false },
      number: text('number', sql`p.number`),
      state: {
        type: 'enum',
        label: label('state'),
        sql: sql`m.state`,
        nullable: true,
        options: Object.fromEntries(states.map((state) => [state.key, labelOf(state)])),
      },
      clock: options('clock', clockSql(ctx.now()), ClockState.options),
      respondBy: { ...instant('respondBy', sql`l.respond_by`), nullable: true },
      respondedAt: { ...instant('respondedAt', sql`l.responded_at`), nullable: true },
      responseMinutes: number('responseMinutes', sql`l.response_minutes`),
      score: number('score', sql`l.score`),
      source: {
        type: 'enum',
        label: label('source'),
        valueList: 'sources',
        sql: sql`${sourceOfLead}::text`,
        nullable: true,
      },
      owner: { type: 'user', label: label('owner'), sql: sql`p.owner_id`, nullable: true },
      ownerName: text('owner', userName(sql`p.owner_id`)),
      team: { type: 'team', label: label('team'), sql: sql`p.team_id`, nullable: true },
      teamName: text('team', teamName(sql`p.team_id`)),
      productGroup: text('productGroup', productGroupName),
      province: text('province', addressPart('province')),
      city: text('city', addressPart('city')),
      origin: options('origin', sql`l.origin`, LeadOrigin.options),
      arrivedAt: instant('arrivedAt', sql`l.arrived_at`),
      lastContactAt: {
        ...instant(
          'lastContactAt',
          sql`(select at from party_last_contacts c where c.tenant_id = p.tenant_id and c.party_id = p.id)`,
        ),
        nullable: true,
      },
      tags: { ...tagsColumn(ctx, 'parties', sql`p.id`), label: label('tags') },
    },
  }
}

const label = (field: string) => `leads.field.${field}`

const text = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  type: 'text',
  label: label(field),
  sql: value,
  sortable: true,
  nullable: true,
})

const number = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  type: 'number',
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

const options = (field: string, value: RawBuilder<unknown>, of: readonly string[]): ListColumn => ({
  type: 'enum',
  label: label(field),
  sql: value,
  options: Object.fromEntries(of.map((option) => [option, `leads.${field}.${option}`])),
})
