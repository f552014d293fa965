import { labelMatch } from '@peyvand/customization/server'
import type { ColumnMapping, ImportSettings } from '@peyvand/imports/contract'
import { type ContactPointType, contactPointTypes } from '@peyvand/parties/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { CellProblem, ImportContext, ReadRow } from '../import-target.ts'
import { readOwnCell } from '../own-cells.ts'
import { finishRow } from './finish-row.ts'
import { findNamedParties, type NamedParty } from './named-parties.ts'
import type { PartyItem } from './party-item.ts'
import { type Lookups, loadLookups, type ValueField, valueColumns, valueFields } from './party-lookups.ts'
import {
  type Cell,
  readBoolean,
  readCode,
  readContacts,
  readDate,
  readGender,
  readKind,
  readText,
  splitLabels,
} from './read-cells.ts'
import type { RowValues } from './row-parties.ts'

const codes = new Set([
  'id',
  'number',
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'foreignId',
  'birthCertificateNo',
])
const dates = new Set(['birthDate', 'nextContactOn'])
const contactTypes = new Set<string>(contactPointTypes)

/** Makes the function that reads many rows at a time by a mapping. */
export async function partyReader(
  ctx: Ctx,
  mapping: readonly ColumnMapping[],
  { settings, importId }: ImportContext,
) {
  const lookups = await loadLookups(ctx)
  const columns = mapping
    .filter((column) => column.field !== null)
    .toSorted((a, b) => byProvinceFirst(a) - byProvinceFirst(b))
  return async (current: Ctx, rows: readonly (readonly string[])[]): Promise<ReadRow<PartyItem>[]> => {
    const drafts = rows.map((cells) => readCells(cells, { columns, settings, lookups }))
    await findNamedParties(current, drafts, importId)
    const read: ReadRow<PartyItem>[] = []
    for (const draft of drafts) read.push(await finishRow(current, draft, { settings, lookups }))
    return read
  }
}

/** Landlines without an area code take that of the row's province. */
const byProvinceFirst = ({ field }: ColumnMapping): number => (field === 'province' ? 0 : 1)

export interface Draft {
  values: RowValues
  problems: CellProblem[]
  newValues: Record<string, string[]>
  /** Parties by file number or name, until they are found. */
  named: NamedParty[]
}

export interface Reading {
  columns: readonly ColumnMapping[]
  settings: ImportSettings
  lookups: Lookups
}

function readCells(cells: readonly string[], { columns, settings, lookups }: Reading): Draft {
  const draft: Draft = {
    values: { texts: {}, contacts: [], address: null, labels: {}, tags: [], groups: [], custom: {} },
    problems: [],
    newValues: {},
    named: [],
  }
  const { values } = draft
  let { areaCode } = settings
  for (const { column, field, calendar, unit, label = null } of columns) {
    const text = cells[column] ?? ''
    if (field === null || text === '') continue
    const take = <T>(cell: Cell<T>, use: (value: T) => void) => {
      if (cell.ok) use(cell.value)
      else draft.problems.push({ column, code: cell.code, ...(cell.params ? { params: cell.params } : {}) })
    }
    const option = (use: string | null | undefined, then: (value: string) => void) =>
      use ? then(use) : draft.problems.push({ column, code: 'option' })
    const set = (key: string) => (value: string | boolean) => {
      if (value !== '') values.texts[key] = value
    }
    if (contactTypes.has(field))
      take(readContacts(field as ContactPointType, text, areaCode), (points) =>
        values.contacts.push(...(label === null ? points : points.map((point) => ({ ...point, label })))),
      )
    else if (field === 'kind') take(readKind(text), set('kind'))
    else if (field === 'gender') take(readGender(text), set('gender'))
    else if (field === 'doNotContact') take(readBoolean(text), set('doNotContact'))
    else if (dates.has(field)) take(readDate(text, calendar), set(field))
    else if (field === 'postalCode')
      take(readCode(field, text), (code) => putAddress(values, 'postalCode', code))
    else if (field === 'address')
      take(readText(field, text), (address) => putAddress(values, 'text', address))
    else if (field === 'county' || field === 'city')
      take(readText(field, text), (place) => putAddress(values, field, place))
    else if (codes.has(field)) take(readCode(field, text), set(field))
    else if (field === 'province') {
      const province = lookups.provinces.get(labelMatch(text.replace(/^\s*استان\s+/, '')))
      areaCode ??= province?.areaCode ?? null
      option(province?.code, (code) => putAddress(values, 'province', code))
    } else if (field in valueFields)
      readValue(draft, { field: field as ValueField, column, text, settings, lookups })
    else if (field === 'groups') {
      for (const label of splitLabels(text))
        option(lookups.groups.get(labelMatch(label)), (key) => values.groups.push(key))
    } else if (field === 'tags') {
      values.tags.push(...splitLabels(text).map((label) => label.slice(0, 60)))
    } else if (field === 'owner') option(lookups.users.get(labelMatch(text)), set('ownerId'))
    else if (field === 'groupState') values.groupState = { column, text }
    else if (field === 'introducer' || field === 'marketer') {
      draft.named.push({ column, text, found: set(`${field}Id`) })
    } else if (field.startsWith('custom.')) {
      const custom = lookups.custom.get(field.slice('custom.'.length))
      const put = (value: unknown) => {
        if (custom) values.custom[custom.key] = value
      }
      if (custom?.type === 'party') draft.named.push({ column, text, found: put })
      else if (custom) take(readOwnCell(custom, text, { calendar, unit, ...lookups.own }), put)
    } else take(readText(field, text), set(field))
  }
  return draft
}

function putAddress(values: RowValues, key: keyof NonNullable<RowValues['address']>, value: string): void {
  values.address = {
    province: null,
    county: null,
    city: null,
    postalCode: null,
    text: null,
    ...values.address,
    [key]: value,
  }
}

interface ValueCell {
  field: ValueField
  column: number
  text: string
  settings: ImportSettings
  lookups: Lookups
}

function readValue(draft: Draft, { field, column, text, settings, lookups }: ValueCell): void {
  const label = text.slice(0, 120)
  const id = lookups.values[field].get(labelMatch(label))
  if (id) {
    draft.values.texts[valueColumns[field]] = id
    return
  }
  if (settings.unknownValues === 'refuse') draft.problems.push({ column, code: 'option' })
  if (settings.unknownValues !== 'add') return
  const list = valueFields[field]
  draft.values.labels[list] = label
  draft.newValues[list] = [...(draft.newValues[list] ?? []), label]
}
