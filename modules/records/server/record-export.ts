import { dateText, type ExportSource, namesOfOwn, type OwnNames, ownCellText } from '@peyvand/imports/server'
import { localDate } from '@peyvand/persian'
import type { CustomField } from '@peyvand/platform/contract'
import { anyOf, type Ctx, runList, seenCustomFields } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type RecordRow, recordTypeOf } from '../contract/index.ts'
import { visibleRecords } from './record-access.ts'
import { fieldsOfFile } from './record-fields.ts'
import { type KindRow, kindPlural, readableKinds } from './record-kinds.ts'
import { recordRows, selectNamed } from './record-rows.ts'
import { recordSource } from './record-source.ts'

/** How the lists of the kinds that the caller sees are written to files: headers and values are those of the import. */
export async function recordExports(ctx: Ctx): Promise<ExportSource[]> {
  return Promise.all((await readableKinds(ctx)).map((kind) => exportOf(ctx, kind)))
}

/** Columns of the list that a file calls otherwise. */
const fileKeys: Record<string, string> = { partyName: 'party', ownerName: 'owner' }

async function exportOf(ctx: Ctx, kind: KindRow): Promise<ExportSource> {
  const fields = (await fieldsOfFile(ctx, kind)).map(({ key, fa, en }) => ({
    key,
    label: ctx.locale === 'fa' ? fa : en,
  }))
  const labels = new Map(fields.map(({ key, label }) => [key, label]))
  const text = (key: string) => ctx.registry.translate(ctx.locale, key)
  const source: ExportSource<RecordRow> = {
    record: recordTypeOf(kind.key),
    name: kindPlural(ctx, kind),
    permission: 'records.export',
    // The list shows names of parties and owners under keys of its own.
    columns: async () => [
      ...fields,
      ...Object.entries(fileKeys).map(([key, of]) => ({ key, label: labels.get(of) ?? key })),
      ...['title', 'createdAt', 'updatedAt']
        .filter((key) => !labels.has(key))
        .map((key) => ({ key, label: text(`records.field.${key}`) })),
    ],
    defaultColumns: [...fields.filter(({ key }) => key !== 'id').map(({ key }) => key), 'id'],
    defaultSort: 'createdAt',
    page: async (current, query, ids) => {
      const rows = visibleRecords(current, kind)
      const page = await runList(current, {
        source: await recordSource(current, kind),
        rows: selectNamed(ids ? rows.where(anyOf(sql`r.id`, ids)) : rows),
        query,
      })
      return { ...page, items: await recordRows(current, page.items) }
    },
    cells: async (current, rows, columns) => {
      const own = await seenCustomFields(current, recordTypeOf(kind.key))
      const names = await namesOfOwn(current, own, rows)
      return rows.map((row) => columns.map((column) => cellOf(current, kind, { row, column, own, names })))
    },
  }
  return source as ExportSource
}

interface CellFacts {
  row: RecordRow
  column: string
  own: readonly CustomField[]
  names: OwnNames
}

function cellOf(ctx: Ctx, kind: KindRow, { row, column, own, names }: CellFacts): string {
  switch (column) {
    case 'id':
      return row.id
    case 'number':
      return row.number
    case 'title':
      return row.title
    case 'state': {
      const state = kind.states.find(({ key }) => key === row.state)
      return state ? (ctx.locale === 'fa' ? state.labelFa : state.labelEn) : ''
    }
    case 'party':
    case 'partyName':
      return row.party?.name ?? ''
    case 'owner':
    case 'ownerName':
      return row.owner?.name ?? ''
    case 'tags':
      return row.tags.map(({ name }) => name).join('، ')
    case 'createdAt':
    case 'updatedAt':
      return dateText(ctx, localDate(new Date(row[column]), ctx.timeZone))
    default: {
      const field = own.find(({ key }) => column === `custom.${key}`)
      return field ? ownCellText(ctx, field, row.custom[field.key], names) : ''
    }
  }
}
