import { dateText, type ExportSource, namesOfOwn, ownCellText } from '@peyvand/imports/server'
import { groupByKey } from '@peyvand/parties/server'
import { localDate } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/provinces'
import { type Ctx, seenCustomFields } from '@peyvand/platform/server'
import { type LeadRow, leadGroup } from '../contract/index.ts'
import { listLeads } from './lead-list.ts'

const columns = [
  'number',
  'name',
  'phone',
  'state',
  'source',
  'origin',
  'owner',
  'team',
  'productGroup',
  'province',
  'city',
  'score',
  'unfitReason',
  'arrivedAt',
  'clock',
  'responseMinutes',
  'lastContactAt',
] as const
type Column = (typeof columns)[number]

/** Columns of the list that show a name under a key of its own. */
const listed: Record<string, Column> = { ownerName: 'owner', teamName: 'team' }

/** How the list of leads is written to files: to whom may export parties. */
export const leadExport: ExportSource<LeadRow> = {
  record: 'leads',
  name: 'leads',
  permission: 'parties.export',
  columns: async (ctx) => [
    ...[...columns, ...Object.keys(listed)].map((key) => ({
      key,
      label: ctx.registry.translate(ctx.locale, `leads.field.${listed[key] ?? key}`),
    })),
    ...(await seenCustomFields(ctx, 'parties')).map(({ key, labelFa, labelEn }) => ({
      key: `custom.${key}`,
      label: ctx.locale === 'fa' ? labelFa : labelEn,
    })),
  ],
  defaultColumns: [...columns],
  defaultSort: 'arrivedAt',
  page: listLeads,
  cells: async (ctx, rows, wanted) => {
    const own = await seenCustomFields(ctx, 'parties')
    const names = await namesOfOwn(ctx, own, rows)
    const { states } = await groupByKey(ctx, leadGroup)
    const stateName = (key: string | null) => {
      const state = states.find((one) => one.key === key)
      return (ctx.locale === 'fa' ? state?.labelFa : state?.labelEn) ?? ''
    }
    return rows.map((row) =>
      wanted.map((key) => {
        const field = own.find((one) => key === `custom.${one.key}`)
        if (field) return ownCellText(ctx, field, row.custom[field.key], names)
        return key === 'state' ? stateName(row.state) : cellOf(ctx, row, (listed[key] ?? key) as Column)
      }),
    )
  },
}

function cellOf(ctx: Ctx, row: LeadRow, column: Column): string {
  switch (column) {
    case 'phone':
      return row.phone?.replace(/^\+98/, '0') ?? ''
    case 'province':
      return provinces.find(({ code }) => code === row.province)?.[ctx.locale] ?? row.province ?? ''
    case 'origin':
      return ctx.registry.translate(ctx.locale, `leads.origin.${row.origin}`)
    case 'clock':
      return ctx.registry.translate(ctx.locale, `leads.clock.${row.clock.state}`)
    case 'responseMinutes':
      return row.clock.minutes === null ? '' : String(row.clock.minutes)
    case 'arrivedAt':
    case 'lastContactAt': {
      const at = row[column]
      return at ? dateText(ctx, localDate(new Date(at), ctx.timeZone)) : ''
    }
    default: {
      const value = row[column]
      return typeof value === 'object' ? (value?.name ?? '') : String(value)
    }
  }
}
