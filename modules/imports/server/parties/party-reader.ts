import { labelMatch, valuesByLabel } from '@peyvand/customization/server'
import { activeUsers } from '@peyvand/identity/server'
import type { ColumnMapping, ImportSettings } from '@peyvand/imports/contract'
import { type ContactPointType, contactPointTypes } from '@peyvand/parties/contract'
import { importCandidates, listGroups } from '@peyvand/parties/server'
import { matchName } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/iran-places'
import type { CustomField } from '@peyvand/platform/contract'
import { AppError, type Ctx, checkCustomValues, customFieldsOf } from '@peyvand/platform/server'
import type { CellProblem, ImportContext, ReadRow } from '../import-target.ts'
import { itemKeys, type PartyItem } from './party-item.ts'
import {
  type Cell,
  readBoolean,
  readCode,
  readContacts,
  readDate,
  readGender,
  readKind,
  readMoney,
  readNumber,
  readText,
  splitLabels,
} from './read-cells.ts'
import { type RowValues, rowParties } from './row-parties.ts'

export const valueFields = { industry: 'industries', leadSource: 'sources', level: 'customerLevels' } as const
type ValueField = keyof typeof valueFields
const valueColumns: Record<ValueField, string> = {
  industry: 'industryId',
  leadSource: 'leadSourceId',
  level: 'levelId',
}

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

interface Lookups {
  values: Record<ValueField, Map<string, string>>
  groups: Map<string, string>
  users: Map<string, string | null>
  provinces: Map<string, { code: string; areaCode: string }>
  custom: Map<string, CustomField>
}

/** Everything that cells are looked up in, loaded once. */
async function loadLookups(ctx: Ctx): Promise<Lookups> {
  const values = {} as Lookups['values']
  for (const [field, list] of Object.entries(valueFields) as [ValueField, string][])
    values[field] = await valuesByLabel(ctx, list)
  const groups = (await listGroups(ctx)).filter((group) => group.archivedAt === null)
  const users = new Map<string, string | null>()
  // Two users of one name cannot be told apart by it.
  for (const { id, name } of await activeUsers(ctx))
    users.set(labelMatch(name), users.has(labelMatch(name)) ? null : id)
  return {
    values,
    users,
    groups: new Map(
      groups.flatMap(({ key, nameFa, nameEn }) =>
        [key, nameEn, nameFa].map((label) => [labelMatch(label), key]),
      ),
    ),
    provinces: new Map(
      provinces.flatMap((province) =>
        [province.code, province.en, province.fa].map((label) => [labelMatch(label), province]),
      ),
    ),
    custom: new Map((await customFieldsOf(ctx, 'parties')).map((field) => [field.key, field])),
  }
}

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
    for (const draft of drafts) read.push(await finishRow(current, draft, settings))
    return read
  }
}

/** Landlines without an area code take that of the row's province. */
const byProvinceFirst = ({ field }: ColumnMapping): number => (field === 'province' ? 0 : 1)

interface Draft {
  values: RowValues
  problems: CellProblem[]
  newValues: Record<string, string[]>
  /** Introducer and marketer by name, until they are found. */
  named: { column: number; field: 'introducerId' | 'marketerId'; match: string }[]
}

interface Reading {
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
  for (const { column, field, calendar, unit } of columns) {
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
        values.contacts.push(...points),
      )
    else if (field === 'kind') take(readKind(text), set('kind'))
    else if (field === 'gender') take(readGender(text), set('gender'))
    else if (field === 'doNotContact') take(readBoolean(text), set('doNotContact'))
    else if (dates.has(field)) take(readDate(text, calendar), set(field))
    else if (field === 'postalCode')
      take(readCode(field, text), (code) => putAddress(values, 'postalCode', code))
    else if (field === 'address')
      take(readText(field, text), (address) => putAddress(values, 'text', address))
    else if (field === 'city') take(readText(field, text), (city) => putAddress(values, 'city', city))
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
    else if (field === 'introducer' || field === 'marketer') {
      draft.named.push({ column, field: `${field}Id`, match: matchName(text) })
    } else if (field.startsWith('custom.')) {
      const custom = lookups.custom.get(field.slice('custom.'.length))
      if (custom)
        take(readCustom(custom, text, { calendar, unit }), (value) => {
          values.custom[custom.key] = value
        })
    } else take(readText(field, text), set(field))
  }
  return draft
}

function putAddress(values: RowValues, key: keyof NonNullable<RowValues['address']>, value: string): void {
  values.address = {
    province: null,
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

function readCustom(
  field: CustomField,
  text: string,
  { calendar, unit }: Pick<ColumnMapping, 'calendar' | 'unit'>,
): Cell<unknown> {
  const optionOf = (label: string) =>
    field.options.find(({ value, labelFa, labelEn }) =>
      [value, labelFa, labelEn].some((known) => labelMatch(known) === labelMatch(label)),
    )?.value ?? label
  switch (field.type) {
    case 'number':
      return readNumber(text)
    case 'money':
      return readMoney(text, unit)
    case 'date':
      return readDate(text, calendar)
    case 'boolean':
      return readBoolean(text)
    case 'oneOf':
      return { ok: true, value: optionOf(text) }
    case 'manyOf':
      return { ok: true, value: splitLabels(text).map(optionOf) }
    default:
      return { ok: true, value: text }
  }
}

/** Introducers and marketers are records that exist before the import: found by name, refused when none or several have it. */
async function findNamedParties(ctx: Ctx, drafts: readonly Draft[], importId: string): Promise<void> {
  const wanted = new Set(drafts.flatMap(({ named }) => named.map(({ match }) => match)))
  if (wanted.size === 0) return
  const candidates = await importCandidates(
    ctx,
    [...wanted].map((match) => ({ keys: [`name:person:${match}`] })),
    { notOf: importId },
  )
  const ids = new Map<string, string[]>()
  for (const { id, keys } of candidates) {
    for (const key of keys) {
      const match = /^name:[^:]+:(.*)$/s.exec(key)?.[1]
      if (match !== undefined && wanted.has(match)) ids.set(match, [...(ids.get(match) ?? []), id])
    }
  }
  for (const draft of drafts) {
    for (const { column, field, match } of draft.named) {
      const [id, ...others] = ids.get(match) ?? []
      if (id && others.length === 0) draft.values.texts[field] = id
      else draft.problems.push({ column, code: id ? 'imports.ambiguous' : 'parties.partyUnknown' })
    }
  }
}

async function finishRow(
  ctx: Ctx,
  { values, problems, newValues }: Draft,
  settings: ImportSettings,
): Promise<ReadRow<PartyItem>> {
  const parties = rowParties(values, settings)
  if (parties.length === 0 || parties.some(({ name }) => name === ''))
    problems.push({ column: null, code: 'imports.nameMissing' })
  const [main] = parties
  if (main && Object.keys(main.custom).length > 0) await checkCustom(ctx, main, problems)
  const id = typeof values.texts['id'] === 'string' ? values.texts['id'] : null
  return {
    items: parties.map((data, index) => ({
      data,
      kind: data.kind,
      keys: itemKeys(data, index === 0 ? id : null),
    })),
    problems,
    newValues,
  }
}

async function checkCustom(ctx: Ctx, item: PartyItem, problems: CellProblem[]): Promise<void> {
  try {
    item.custom = await checkCustomValues(ctx, { record: 'parties', values: item.custom, partial: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    for (const { code, params } of error.options.fields ?? [])
      problems.push({ column: null, code, ...(params ? { params } : {}) })
  }
}
