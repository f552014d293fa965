import { Priority } from '@peyvand/activities/contract'
import { labelMatch, valuesByLabel } from '@peyvand/customization/server'
import type { ColumnMapping, ImportSettings } from '@peyvand/imports/contract'
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
  wordsOf,
} from '@peyvand/imports/server'
import { cleanBody, cleanCode, cleanText, toLatinDigits } from '@peyvand/persian'
import { Amount, type CustomField } from '@peyvand/platform/contract'
import { type Ctx, customFieldsOf, withCustomDefaults } from '@peyvand/platform/server'
import { Outcome, type Pipeline } from '../../contract/index.ts'
import { ownerFrom } from '../deal-input.ts'
import { listPipelines } from '../pipelines.ts'
import { type DealItem, emptyItem, itemKeys, type Owner } from './deal-item.ts'
import { faultsOfNewDeal } from './faults-of-new-deal.ts'
import { type PlaceCells, stageOfRow } from './stage-of-row.ts'

/** Makes the function that reads rows of a file as deals. */
export async function dealReader(
  ctx: Ctx,
  mapping: readonly ColumnMapping[],
  { importId, settings }: ImportContext,
): Promise<RowReader<DealItem>> {
  const reading: Reading = {
    columns: mapping.filter(({ field }) => field !== null),
    lookups: await loadLookups(ctx),
    settings,
  }
  return async (current, rows) => {
    const drafts = rows.map((cells) => readCells(cells, reading))
    await findNamedParties(current, drafts, importId)
    const owners = ownersOf(current)
    const read: ReadRow<DealItem>[] = []
    for (const draft of drafts) read.push(await finishRow(current, draft, { ...reading, owners }))
    return read
  }
}

interface Reading {
  columns: readonly ColumnMapping[]
  lookups: Lookups
  settings: ImportSettings
}

interface Lookups {
  pipelines: readonly Pipeline[]
  outcomes: ReadonlyMap<string, Outcome>
  priorities: ReadonlyMap<string, Priority>
  sources: ReadonlyMap<string, string>
  lostReasons: ReadonlyMap<string, string>
  own: OwnLookups
  custom: ReadonlyMap<string, CustomField>
}

async function loadLookups(ctx: Ctx): Promise<Lookups> {
  return {
    pipelines: (await listPipelines(ctx)).filter(({ archivedAt }) => archivedAt === null),
    outcomes: wordsOf(ctx, Outcome.options, 'pipeline.outcome'),
    priorities: wordsOf(ctx, Priority.options, 'activities.priority'),
    sources: await valuesByLabel(ctx, 'sources'),
    lostReasons: await valuesByLabel(ctx, 'lostReasons'),
    own: await loadOwnLookups(ctx),
    custom: new Map((await customFieldsOf(ctx, 'deals')).map((field) => [field.key, field])),
  }
}

interface Draft {
  id: string | null
  item: ReturnType<typeof emptyItem>
  place: PlaceCells
  /** Columns of fields that may be found wrong after all cells are read. */
  columnOf: Map<string, number>
  ownerId: string | null
  problems: CellProblem[]
  newValues: Record<string, string[]>
  /** Parties by number, national id, mobile, e-mail or name, until they are found. */
  named: NamedParty[]
}

function readCells(cells: readonly string[], reading: Reading): Draft {
  const draft: Draft = {
    id: null,
    item: emptyItem(),
    place: {},
    columnOf: new Map(),
    ownerId: null,
    problems: [],
    newValues: {},
    named: [],
  }
  for (const mapped of reading.columns) {
    const text = (cells[mapped.column] ?? '').trim()
    if (mapped.field === null || text === '') continue
    draft.columnOf.set(mapped.field, mapped.column)
    readCell(draft, { ...reading, mapped, text })
  }
  return draft
}

interface GivenCell extends Reading {
  mapped: ColumnMapping
  text: string
}

const longest = { number: 40, title: 200, description: 10_000 }

/** Types of the ready fields that are read as own fields of the type are. */
const types = {
  amount: 'money',
  expectedCloseOn: 'date',
  nextFollowUpAt: 'instant',
  createdAt: 'instant',
  closedAt: 'instant',
} as const

function readCell(draft: Draft, { mapped, text, lookups, settings }: GivenCell): void {
  const { item, place, problems, named } = draft
  const { column, field, calendar, unit } = mapped
  const fault = (code: string, params?: Record<string, unknown>) =>
    problems.push({ column, code, ...(params && { params }) })
  const short = (key: keyof typeof longest, value: string) =>
    value.length > longest[key] ? fault('tooLong', { maximum: longest[key] }) : (item[key] = value)
  const option = <T>(found: T | null | undefined, then: (value: T) => void) =>
    found === null || found === undefined ? fault('option') : then(found)
  const listed = (of: 'source' | 'lostReason', list: 'sources' | 'lostReasons') => {
    item[`${of}Id`] = lookups[list].get(labelMatch(text)) ?? null
    if (item[`${of}Id`] !== null || settings.unknownValues === 'ignore') return
    if (settings.unknownValues === 'refuse') fault('option')
    else {
      item[`${of}Label`] = text.slice(0, 120)
      draft.newValues[list] = [...(draft.newValues[list] ?? []), text]
    }
  }
  const style = { calendar, unit, ...lookups.own }
  switch (field) {
    case 'id':
      draft.id = cleanCode(text)
      return
    case 'number':
      short('number', cleanCode(toLatinDigits(text)))
      return
    case 'title':
      short('title', cleanText(text))
      return
    case 'description':
      short('description', cleanBody(text))
      return
    case 'party':
    case 'contact':
      named.push({ column, text, found: (id) => (item[`${field}Id`] = id) })
      return
    case 'pipeline':
    case 'stage':
      place[field] = text
      return
    case 'outcome':
      option(lookups.outcomes.get(labelMatch(text)), (outcome) => (place.outcome = outcome))
      return
    case 'priority':
      option(lookups.priorities.get(labelMatch(text)), (priority) => (item.priority = priority))
      return
    case 'owner':
      option(lookups.own.users.get(labelMatch(text)), (id) => (draft.ownerId = id))
      return
    case 'source':
      listed('source', 'sources')
      return
    case 'lostReason':
      listed('lostReason', 'lostReasons')
      return
    case 'probability': {
      const read = readOwnCell({ type: 'number', options: [] }, text.replace(/[%٪]/g, ''), style)
      const percent = read.ok ? (read.value as number) : Number.NaN
      if (percent >= 0 && percent <= 100) place.probability = percent
      else fault('invalid')
      return
    }
    case 'amount':
    case 'expectedCloseOn':
    case 'nextFollowUpAt':
    case 'createdAt':
    case 'closedAt': {
      const read = readOwnCell({ type: types[field], options: [] }, text, style)
      if (!read.ok) fault(read.code, read.params)
      else if (field === 'amount' && !isAmount(read.value)) fault('invalid')
      else item[field] = read.value as string
      return
    }
    default: {
      const own = lookups.custom.get((field ?? '').replace(/^custom\./, ''))
      if (!own) return
      const put = (value: unknown) => {
        item.custom[own.key] = value
      }
      if (own.type === 'party') {
        named.push({ column, text, found: put })
        return
      }
      const read = readOwnCell(own, text, style)
      if (read.ok) put(read.value)
      else fault(read.code, read.params)
    }
  }
}

const isAmount = (value: unknown): boolean =>
  typeof value === 'string' && !value.startsWith('-') && Amount.safeParse(value).success

interface Finishing extends Reading {
  owners(ownerId: string | null, teamId: string | null): Promise<Owner>
}

async function finishRow(ctx: Ctx, draft: Draft, reading: Finishing): Promise<ReadRow<DealItem>> {
  const { id, item, newValues } = draft
  const { lookups, settings, owners } = reading
  const place = stageOfRow(lookups.pipelines, draft.place, (a, b) => labelMatch(a) === labelMatch(b))
  if (!place.ok)
    return {
      items: [],
      problems: [...draft.problems, { column: draft.columnOf.get(place.field) ?? null, code: 'option' }],
      newValues,
    }
  const ofPipeline = lookups.pipelines.find(({ stages }) => stages.includes(place.first))?.team?.id ?? null
  const own = await checkOwnValues(ctx, { record: 'deals', values: item.custom })
  const ofNew = await withCustomDefaults(ctx, { record: 'deals', values: own.values })
  const data: DealItem = {
    ...item,
    custom: own.values,
    stageId: place.named?.id ?? null,
    firstStageId: place.first.id,
    owner: draft.ownerId === null ? null : await owners(draft.ownerId, ofPipeline),
    ownerOfNew: await owners(draft.ownerId ?? settings.ownerId ?? ctx.actor.userId, ofPipeline),
  }
  return {
    items: [
      {
        data,
        kind: 'deal',
        keys: itemKeys(data, id),
        own: own.values,
        faultsOfNew: [
          ...own.faultsOfNew,
          ...faultsOfNewDeal(ctx, { ...data, custom: ofNew }, { stage: place.first, own: lookups.custom }),
        ],
      },
    ],
    problems: [...draft.problems, ...own.problems, ...datesAhead(ctx, draft)],
    newValues,
  }
}

/** What has happened was not later than now; a day alone is its beginning. */
const datesAhead = (ctx: Ctx, { item, columnOf }: Draft): CellProblem[] =>
  (['createdAt', 'closedAt'] as const).flatMap((field) => {
    const at = item[field]
    const isAhead = at !== null && Date.parse(at) > ctx.now().getTime()
    return isAhead ? [{ column: columnOf.get(field) ?? null, code: 'date' }] : []
  })

/** Owners with the team that a deal of theirs is of, each looked up once. */
function ownersOf(ctx: Ctx): Finishing['owners'] {
  const known = new Map<string, Promise<Owner>>()
  return (ownerId, teamId) => {
    const key = `${ownerId} ${teamId}`
    const owner = known.get(key) ?? ownerFrom(ctx, { ...(ownerId !== null && { ownerId }) }, teamId)
    known.set(key, owner)
    return owner
  }
}
