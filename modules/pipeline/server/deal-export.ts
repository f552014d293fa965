import { dateText, type ExportSource, namesOfOwn, ownCellText } from '@peyvand/imports/server'
import { localDate } from '@peyvand/persian'
import { anyOf, type Ctx, runList, seenCustomFields } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { DealRow } from '../contract/index.ts'
import { visibleDeals } from './deal-access.ts'
import { dealRow, selectNamed } from './deal-rows.ts'
import { dealSource } from './deal-source.ts'
import { listPipelines } from './pipelines.ts'

const columns = [
  'number',
  'title',
  'party',
  'contact',
  'pipeline',
  'stage',
  'outcome',
  'amount',
  'owner',
  'team',
  'expectedCloseOn',
  'nextFollowUpAt',
  'priority',
  'source',
  'lostReason',
  'competitor',
  'lostTo',
  'createdAt',
  'closedAt',
] as const
type Column = (typeof columns)[number]

/** Columns of the list that show a name under a key of its own. */
const listed: Record<string, Column> = {
  partyName: 'party',
  ownerName: 'owner',
  teamName: 'team',
  competitorName: 'competitor',
  lostToName: 'lostTo',
}

/** How the list of deals is written to files. */
export const dealExport = {
  record: 'deals',
  name: 'deals',
  permission: 'deals.export',
  columns: async (ctx: Ctx) => [
    ...[...columns, ...Object.keys(listed)].map((key) => ({
      key,
      label: ctx.registry.translate(ctx.locale, `pipeline.field.${listed[key] ?? key}`),
    })),
    ...(await seenCustomFields(ctx, 'deals')).map(({ key, labelFa, labelEn }) => ({
      key: `custom.${key}`,
      label: ctx.locale === 'fa' ? labelFa : labelEn,
    })),
  ],
  defaultColumns: [...columns],
  defaultSort: 'createdAt',
  page: async (ctx, query, ids) => {
    const rows = visibleDeals(ctx)
    const page = await runList(ctx, {
      source: await dealSource(ctx),
      rows: selectNamed(ctx, ids ? rows.where(anyOf(sql`d.id`, ids)) : rows),
      query,
    })
    return { ...page, items: page.items.map((row) => dealRow(ctx, row)) }
  },
  cells: async (ctx, rows, wanted) => {
    const own = await seenCustomFields(ctx, 'deals')
    const names = await namesOfOwn(ctx, own, rows)
    const pipelines = new Map((await listPipelines(ctx)).map(({ id, name }) => [id, name]))
    return rows.map((row) =>
      wanted.map((key) => {
        const field = own.find((one) => key === `custom.${one.key}`)
        if (field) return ownCellText(ctx, field, row.custom[field.key], names)
        return cellOf(ctx, row, (listed[key] ?? key) as Column, pipelines)
      }),
    )
  },
} satisfies ExportSource<DealRow>

function cellOf(ctx: Ctx, row: DealRow, column: Column, pipelines: ReadonlyMap<string, string>): string {
  switch (column) {
    case 'pipeline':
      return pipelines.get(row.pipelineId) ?? ''
    case 'competitor':
      return row.competitors.map(({ name }) => name).join('، ')
    case 'outcome':
      return ctx.registry.translate(ctx.locale, `pipeline.outcome.${row.outcome}`)
    case 'priority':
      return ctx.registry.translate(ctx.locale, `activities.priority.${row.priority}`)
    case 'expectedCloseOn':
      return row.expectedCloseOn ? dateText(ctx, row.expectedCloseOn) : ''
    case 'nextFollowUpAt':
    case 'createdAt':
    case 'closedAt': {
      const at = row[column]
      return at ? dateText(ctx, localDate(new Date(at), ctx.timeZone)) : ''
    }
    default: {
      const value = row[column]
      return typeof value === 'string' ? value : (value?.name ?? '')
    }
  }
}
