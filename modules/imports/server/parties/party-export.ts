import type { PartyRow } from '@peyvand/parties/contract'
import { describeFields, listGroups, listParties, partiesByIds, writeCard } from '@peyvand/parties/server'
import { localDate } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/iran-places'
import type { CustomField } from '@peyvand/platform/contract'
import { type Ctx, seenCustomFields } from '@peyvand/platform/server'
import type { ExportColumn, ExportSource } from '../export-source.ts'
import { dateText, namesOfOwn, type OwnNames, ownCellText } from '../own-cells.ts'
import { partyImportFields } from './party-fields.ts'

/** The id that makes an export find its own records again, whatever was changed in it. */
const idColumn = 'id'
/** What the list shows in the column of the groups stands in one of its own. */
const stateColumn = 'groupState'

/** How the list of parties is written to files: headers and values are those that the import knows. */
export const partyExport: ExportSource<PartyRow> = {
  record: 'parties',
  permission: 'parties.export',
  columns: exportColumns,
  defaultSort: 'createdAt',
  defaultColumns: [
    'kind',
    'name',
    'number',
    'groups',
    stateColumn,
    'honorific',
    'jobTitle',
    'worksFor',
    'phone',
    'email',
    'province',
    'county',
    'city',
    'nationalId',
    'legalNationalId',
    'economicCode',
    'registrationNumber',
    'gender',
    'birthDate',
    'brandName',
    'industry',
    'leadSource',
    'level',
    'introducer',
    'marketer',
    'owner',
    'tags',
    'nextContactOn',
    'doNotContact',
    idColumn,
  ],
  page: listParties,
  cells: async (ctx, rows, columns) => {
    const isFa = ctx.locale === 'fa'
    const groups = new Map(
      (await listGroups(ctx)).map(({ key, nameFa, nameEn, states }): [string, GroupLabels] => [
        key,
        {
          name: isFa ? nameFa : nameEn,
          states: new Map(states.map((state) => [state.key, isFa ? state.labelFa : state.labelEn])),
        },
      ]),
    )
    const fields = await seenCustomFields(ctx, 'parties')
    const own = { fields, names: await namesOfOwn(ctx, fields, rows) }
    return rows.map((row) => columns.map((column) => cellOf(ctx, { row, column, groups, own })))
  },
  cards: async (ctx, rows, version) => {
    const parties = await partiesByIds(
      ctx,
      rows.map(({ id }) => id),
    )
    return rows.flatMap(({ id }) => {
      const party = parties.get(id)
      return party ? [writeCard(party, { version, locale: ctx.locale })] : []
    })
  },
}

/** Labels of the import where it knows the field, else those of the list. */
async function exportColumns(ctx: Ctx): Promise<ExportColumn[]> {
  const isFa = ctx.locale === 'fa'
  const known = new Map(
    (await partyImportFields(ctx)).map((field) => [field.key, isFa ? field.fa : field.en]),
  )
  const { fields } = await describeFields(ctx)
  const listed = Object.entries(fields).flatMap(([key, { label }]) =>
    written.has(key) || key.startsWith('custom.')
      ? [{ key, label: known.get(importKeys[key] ?? key) ?? label }]
      : [],
  )
  return [...listed, ...[stateColumn, idColumn].map((key) => ({ key, label: known.get(key) ?? key }))]
}

/** Columns of the list that the import calls otherwise. */
const importKeys: Record<string, string> = { worksFor: 'organizationName' }

const written = new Set([
  'kind',
  'name',
  'number',
  'groups',
  'honorific',
  'jobTitle',
  'brandName',
  'gender',
  'birthDate',
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'phone',
  'email',
  'province',
  'county',
  'city',
  'worksFor',
  'industry',
  'leadSource',
  'level',
  'introducer',
  'marketer',
  'owner',
  'team',
  'tags',
  'nextContactOn',
  'lastContactAt',
  'doNotContact',
  'sourceKind',
  'createdAt',
  'updatedAt',
])

interface GroupLabels {
  name: string
  states: ReadonlyMap<string, string>
}

interface CellFacts {
  row: PartyRow
  column: string
  groups: ReadonlyMap<string, GroupLabels>
  own: { fields: readonly CustomField[]; names: OwnNames }
}

function cellOf(ctx: Ctx, { row, column, groups, own }: CellFacts): string {
  const text = (key: string) => ctx.registry.translate(ctx.locale, key)
  switch (column) {
    case 'kind':
      return text(`parties.kind.${row.kind}`)
    case 'gender':
      return row.gender ? text(`parties.gender.${row.gender}`) : ''
    case 'sourceKind':
      return text(`parties.source.${row.sourceKind}`)
    case 'groups':
      return joined(row.groups.map((group) => groups.get(group.key)?.name ?? group.key))
    case stateColumn:
      return joined(
        row.groups.flatMap(({ key, state }) => (state ? (groups.get(key)?.states.get(state) ?? state) : [])),
      )
    case 'tags':
      return joined(row.tags.map((tag) => tag.name))
    case 'province': {
      const province = provinces.find(({ code }) => code === row.province)
      return province ? province[ctx.locale] : (row.province ?? '')
    }
    case 'doNotContact':
      return row.doNotContact ? text('imports.yes') : ''
    case 'birthDate':
    case 'nextContactOn':
      return dateText(ctx, row[column])
    case 'createdAt':
    case 'updatedAt':
    case 'lastContactAt':
      return row[column] ? dateText(ctx, localDate(new Date(row[column]), ctx.timeZone)) : ''
    case 'phone':
      return row.phone?.replace(/^\+98/, '0') ?? ''
    default:
      return column.startsWith('custom.') ? ownText(ctx, { row, column, own }) : plainText(row, column)
  }
}

function plainText(row: PartyRow, column: string): string {
  const value: unknown = row[column as keyof PartyRow]
  if (value === null || value === undefined) return ''
  if (typeof value === 'object' && 'name' in value) return String(value.name)
  return String(value as string | number)
}

const joined = (labels: readonly string[]): string => labels.join('، ')

function ownText(ctx: Ctx, { row, column, own }: Omit<CellFacts, 'groups'>): string {
  const field = own.fields.find(({ key }) => column === `custom.${key}`)
  return field ? ownCellText(ctx, field, row.custom[field.key], own.names) : ''
}
