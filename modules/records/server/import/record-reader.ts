import { labelMatch } from '@peyvand/customization/server'
import type { ColumnMapping } from '@peyvand/imports/contract'
import {
  type CellProblem,
  checkOwnValues,
  findNamedParties,
  type ImportContext,
  loadOwnLookups,
  type NamedParty,
  type OwnLookups,
  type ReadRow,
  type RowReader,
  readOwnCell,
  splitLabels,
} from '@peyvand/imports/server'
import { cleanCode, cleanText, toLatinDigits } from '@peyvand/persian'
import type { CustomField } from '@peyvand/platform/contract'
import { type Ctx, customFieldsOf } from '@peyvand/platform/server'
import { recordTypeOf } from '../../contract/index.ts'
import type { KindRow } from '../record-kinds.ts'
import { itemKeys, type RecordItem } from './record-item.ts'

/** Makes the function that reads rows of a file as records of the kind. */
export async function recordReader(
  ctx: Ctx,
  kind: KindRow,
  { mapping, importId }: { mapping: readonly ColumnMapping[]; importId: ImportContext['importId'] },
): Promise<RowReader<RecordItem>> {
  const lookups = await loadLookups(ctx, kind)
  const columns = mapping.filter((column) => column.field !== null)
  return async (current, rows) => {
    const drafts = rows.map((cells) => readCells(cells, columns, lookups))
    await findNamedParties(current, drafts, importId)
    const read: ReadRow<RecordItem>[] = []
    for (const draft of drafts) read.push(await finishRow(current, kind, draft))
    return read
  }
}

interface Lookups {
  states: ReadonlyMap<string, string>
  own: OwnLookups
  custom: ReadonlyMap<string, CustomField>
}

async function loadLookups(ctx: Ctx, kind: KindRow): Promise<Lookups> {
  return {
    own: await loadOwnLookups(ctx),
    states: new Map(
      kind.states.flatMap(({ key, labelFa, labelEn }) =>
        [key, labelEn, labelFa].map((label) => [labelMatch(label), key] as const),
      ),
    ),
    custom: new Map((await customFieldsOf(ctx, recordTypeOf(kind.key))).map((field) => [field.key, field])),
  }
}

interface Draft {
  id: string | null
  item: RecordItem
  problems: CellProblem[]
  /** Parties by file number or name, until they are found. */
  named: NamedParty[]
}

const longest = { title: 200, number: 40 }

function readCells(cells: readonly string[], columns: readonly ColumnMapping[], lookups: Lookups): Draft {
  const item: RecordItem = {
    title: null,
    number: null,
    state: null,
    partyId: null,
    ownerId: null,
    tags: [],
    custom: {},
  }
  const draft: Draft = { id: null, item, problems: [], named: [] }
  for (const { column, field, calendar, unit } of columns) {
    const text = cells[column] ?? ''
    if (field === null || text === '') continue
    const option = (found: string | null | undefined, then: (value: string) => void) =>
      found ? then(found) : draft.problems.push({ column, code: 'option' })
    const short = (value: string, maximum: number, then: (value: string) => void) =>
      value.length > maximum
        ? draft.problems.push({ column, code: 'tooLong', params: { maximum } })
        : then(value)
    const party = (then: (id: string) => void) => draft.named.push({ column, text, found: then })
    if (field === 'id') draft.id = cleanCode(text)
    else if (field === 'number')
      short(cleanCode(toLatinDigits(text)), longest.number, (value) => (item.number = value))
    else if (field === 'title') short(cleanText(text), longest.title, (value) => (item.title = value))
    else if (field === 'state') option(lookups.states.get(labelMatch(text)), (key) => (item.state = key))
    else if (field === 'party') party((id) => (item.partyId = id))
    else if (field === 'owner') option(lookups.own.users.get(labelMatch(text)), (id) => (item.ownerId = id))
    else if (field === 'tags') item.tags.push(...splitLabels(text).map((label) => label.slice(0, 60)))
    else {
      const own = lookups.custom.get(field.replace(/^custom\./, ''))
      if (!own) continue
      const put = (value: unknown) => {
        item.custom[own.key] = value
      }
      if (own.type === 'party') party(put)
      else {
        const read = readOwnCell(own, text, { calendar, unit, ...lookups.own })
        if (read.ok) put(read.value)
        else draft.problems.push({ column, code: read.code, ...(read.params && { params: read.params }) })
      }
    }
  }
  return draft
}

async function finishRow(
  ctx: Ctx,
  kind: KindRow,
  { id, item, problems }: Draft,
): Promise<ReadRow<RecordItem>> {
  const own = await checkOwnValues(ctx, {
    record: recordTypeOf(kind.key),
    values: item.custom,
    facts: { state: item.state ?? kind.states[0]?.key ?? null },
  })
  const data = { ...item, custom: own.values }
  const faultsOfNew: CellProblem[] = [
    ...own.faultsOfNew,
    ...(kind.titlePattern === null && item.title === null ? [missing('title')] : []),
    ...(kind.party === 'required' && item.partyId === null ? [missing('party')] : []),
  ]
  return {
    items: [{ data, kind: kind.key, keys: itemKeys(data, id), own: data.custom, faultsOfNew }],
    problems: [...problems, ...own.problems],
    newValues: {},
  }
}

const missing = (what: 'title' | 'party'): CellProblem => ({
  column: null,
  code: `records.${what}Missing`,
})
