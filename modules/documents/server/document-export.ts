import { inMajorUnits } from '@peyvand/catalog/contract'
import { dateText, type ExportSource, namesOfOwn, ownCellText } from '@peyvand/imports/server'
import { localDate } from '@peyvand/persian'
import { anyOf, type Ctx, runList, seenCustomFields } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { DocumentRow } from '../contract/index.ts'
import { visibleDocuments } from './document-access.ts'
import { documentRow, selectNamed } from './document-rows.ts'
import { documentSource } from './document-source.ts'

const columns = [
  'kind',
  'number',
  'issuedOn',
  'status',
  'title',
  'party',
  'contact',
  'deal',
  'net',
  'vat',
  'totalForeign',
  'currency',
  'total',
  'settlement',
  'validUntil',
  'dueOn',
  'promisedOn',
  'preparation',
  'delivery',
  'invoicing',
  'owner',
  'team',
  'createdAt',
] as const
type Column = (typeof columns)[number]

/** Columns of the list that show a name under a key of its own. */
const listed: Record<string, Column> = { partyName: 'party', ownerName: 'owner', teamName: 'team' }

/** How the list of documents is written to files. */
export const documentExport = {
  record: 'documents',
  name: 'documents',
  permission: 'documents.export',
  columns: async (ctx: Ctx) => [
    ...[...columns, ...Object.keys(listed)].map((key) => ({
      key,
      label: ctx.registry.translate(ctx.locale, `documents.field.${listed[key] ?? key}`),
    })),
    ...(await seenCustomFields(ctx, 'documents')).map(({ key, labelFa, labelEn }) => ({
      key: `custom.${key}`,
      label: ctx.locale === 'fa' ? labelFa : labelEn,
    })),
  ],
  defaultColumns: [...columns],
  defaultSort: 'issuedOn',
  page: async (ctx, query, ids) => {
    const rows = visibleDocuments(ctx)
    const page = await runList(ctx, {
      source: await documentSource(ctx),
      rows: selectNamed(ctx, ids ? rows.where(anyOf(sql`d.id`, ids)) : rows),
      query,
    })
    return { ...page, items: page.items.map((row) => documentRow(ctx, row)) }
  },
  cells: async (ctx, rows, wanted) => {
    const own = await seenCustomFields(ctx, 'documents')
    const names = await namesOfOwn(ctx, own, rows)
    return rows.map((row) =>
      wanted.map((key) => {
        const field = own.find((one) => key === `custom.${one.key}`)
        if (field) return ownCellText(ctx, field, row.custom[field.key], names)
        return cellOf(ctx, row, (listed[key] ?? key) as Column)
      }),
    )
  },
} satisfies ExportSource<DocumentRow>

function cellOf(ctx: Ctx, row: DocumentRow, column: Column): string {
  const word = (key: string) => ctx.registry.translate(ctx.locale, key)
  switch (column) {
    case 'kind':
      return word(`documents.kind.${row.kind}`)
    case 'status':
      return word(`documents.status.${row.expired ? 'expired' : row.status}`)
    case 'delivery':
    case 'invoicing': {
      const progress = row[column]
      return progress ? word(`documents.progress.${progress}`) : ''
    }
    case 'settlement':
      return word(`documents.settlement.${row.settlement}`)
    case 'number':
      return [row.number, row.revision > 0 ? row.revision : null].filter((part) => part !== null).join('/')
    case 'net':
    case 'vat':
      return row.currency === 'IRR' ? row[column] : inMajorUnits(row[column], row.currency)
    case 'totalForeign':
      return inMajorUnits(row.total, row.currency)
    case 'total':
      return row.totalRial ?? ''
    case 'issuedOn':
    case 'validUntil':
    case 'dueOn':
    case 'promisedOn': {
      const day = row[column]
      return day ? dateText(ctx, day) : ''
    }
    case 'createdAt':
      return dateText(ctx, localDate(new Date(row.createdAt), ctx.timeZone))
    default: {
      const value = row[column]
      return typeof value === 'string' ? value : (value?.name ?? '')
    }
  }
}
