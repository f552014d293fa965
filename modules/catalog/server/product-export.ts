import {
  dateText,
  type ExportColumn,
  type ExportSource,
  namesOfOwn,
  ownCellText,
} from '@peyvand/imports/server'
import { localDate } from '@peyvand/persian'
import { anyOf, type Ctx, listFields, runList, seenCustomFields } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { ProductRow } from '../contract/index.ts'
import { visibleProducts } from './product-access.ts'
import { groupTree } from './product-groups.ts'
import { productRows, selectNamed } from './product-rows.ts'
import { productSource } from './product-source.ts'

/** Fields of the list that only filters know. */
const filtersOnly = new Set(['group'])

/** How the catalogue is written to files, one product a row. */
export const productExport: ExportSource<ProductRow> = {
  record: 'products',
  permission: 'catalog.export',
  columns: exportColumns,
  defaultColumns: [
    'code',
    'name',
    'kind',
    'groupName',
    'unit',
    'barcode',
    'taxCode',
    'vatClass',
    'tracking',
    'warrantyMonths',
    'price',
    'active',
    'tags',
  ],
  defaultSort: 'createdAt',
  page: async (ctx, query, ids) => {
    const rows = visibleProducts(ctx)
    const page = await runList(ctx, {
      source: await productSource(ctx),
      rows: selectNamed(ctx, ids ? rows.where(anyOf(sql`p.id`, ids)) : rows),
      query,
    })
    return { ...page, items: await productRows(ctx, page.items) }
  },
  cells: async (ctx, rows, columns) => {
    const own = await seenCustomFields(ctx, 'products')
    const names = await namesOfOwn(ctx, own, rows)
    const { pathName } = await groupTree(ctx)
    const cell = (row: ProductRow, column: string): string => {
      const field = own.find(({ key }) => column === `custom.${key}`)
      if (field) return ownCellText(ctx, field, row.custom[field.key], names)
      return column === 'groupName' ? (row.group ? pathName(row.group.id) : '') : plainCell(ctx, row, column)
    }
    return rows.map((row) => columns.map((column) => cell(row, column)))
  },
}

async function exportColumns(ctx: Ctx): Promise<ExportColumn[]> {
  const fields = Object.entries(listFields(await productSource(ctx)))
  return fields
    .filter(([key]) => !filtersOnly.has(key))
    .map(([key, { label }]) => ({
      key,
      label: key.startsWith('custom.') ? label : ctx.registry.translate(ctx.locale, label),
    }))
}

function plainCell(ctx: Ctx, row: ProductRow, column: string): string {
  const text = (key: string) => ctx.registry.translate(ctx.locale, key)
  switch (column) {
    case 'name':
    case 'code':
      return row[column]
    case 'kind':
      return text(`catalog.kind.${row.kind}`)
    case 'tracking':
      return text(`catalog.tracking.${row.tracking}`)
    case 'unit':
    case 'vatClass':
      return row[column].name
    case 'barcode':
    case 'taxCode':
    case 'price':
      return row[column] ?? ''
    case 'warrantyMonths':
      return String(row.warrantyMonths ?? '')
    case 'tags':
      return row.tags.map(({ name }) => name).join('، ')
    case 'active':
      return text(row.active ? 'imports.yes' : 'imports.no')
    case 'createdAt':
    case 'updatedAt':
      return dateText(ctx, localDate(new Date(row[column]), ctx.timeZone))
    default:
      return ''
  }
}
