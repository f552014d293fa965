import { setImmediate as nextTurn } from 'node:timers/promises'
import { addTags, manyInSeries } from '@peyvand/customization/server'
import { localDate } from '@peyvand/persian'
import type { CustomValues } from '@peyvand/platform/contract'
import {
  type Ctx,
  customSearchWords,
  insertCustomSides,
  insertRows,
  insertSparseRows,
  isHeard,
  newId,
} from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { type CreateParty, partyCreated, plainPartyFields, type SourceKind } from '../contract/index.ts'
import { insertAddresses, insertContactPoints } from './contact-rows.ts'
import { groupsByKey } from './group-queries.ts'
import { firstState } from './membership.ts'
import { insertMemberships } from './membership-rows.ts'
import { derivedColumns, storedNames } from './party-row.ts'
import { takenAs } from './taken.ts'
import { writeTimeline } from './timeline-writer.ts'

/** The series that file numbers come from; every firm has it. */
export const fileNumberSeries = 'parties'

/** A new party whose references and custom values were checked. */
export interface PartyDraft extends Omit<CreateParty, 'acceptDuplicates'> {
  /** Where the writer has named it already; by `newId`. */
  id?: string
  /** Group → state there; the first of the group where it is left out. */
  groupStates?: Record<string, string>
}

export interface Provenance {
  sourceKind: SourceKind
  /** The import, form, call or message that brought the record. */
  sourceId: string | null
}

const rowsAtOnce = 1000

/**
 * Writes new parties with groups, contact points, addresses, tags, timeline, audit and events, many rows by one
 * statement. Who calls has checked rights, references and duplicates. Answers the ids in the drafts' order.
 * @throws AppError parties.identifierTaken, parties.numberTaken (409), parties.groupNotFound (400)
 */
export async function insertParties(
  ctx: Ctx,
  drafts: readonly PartyDraft[],
  provenance: Provenance,
): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < drafts.length; from += rowsAtOnce) {
    ids.push(...(await insertSome(ctx, drafts.slice(from, from + rowsAtOnce), provenance)))
  }
  return ids
}

async function insertSome(
  ctx: Ctx,
  drafts: readonly PartyDraft[],
  provenance: Provenance,
): Promise<string[]> {
  const at = ctx.now().toISOString()
  const groups = await groupsByKey(ctx, [...new Set(drafts.flatMap((draft) => draft.groups))])
  const numbers = await fileNumbers(ctx, drafts)
  const wordsOf = await customSearchWords(ctx, 'parties')
  const rows = drafts.map((draft, index) =>
    newRow(ctx, { draft, number: numbers[index] ?? null, at, provenance, wordsOf }),
  )
  const inserted = takenAs(insertSparseRows(ctx, 'parties', { columns: newColumns, rows }))
  inserted.catch(() => undefined)
  // The largest statement goes out, and the database works on it while the others are being made.
  if (drafts.length > 1) await nextTurn()
  const others = insertBelongings(ctx, { drafts, rows, groups, at, provenance })
  others.catch(() => undefined)
  await inserted
  await others

  const tells = drafts.length === 1 || (await isHeard(ctx, partyCreated))
  for (const [index, row] of rows.entries()) {
    ctx.audit({
      action: 'create',
      record: 'parties',
      recordId: row.id,
      label: row.displayName,
      changes: createdValues(drafts[index] as PartyDraft),
    })
    // Nobody needs to be told a hundred thousand times what nobody listens to.
    if (tells) ctx.emit(partyCreated, { partyId: row.id })
  }
  return rows.map((row) => row.id)
}

interface Belongings {
  drafts: readonly PartyDraft[]
  rows: readonly ReturnType<typeof newRow>[]
  groups: Awaited<ReturnType<typeof groupsByKey>>
  at: string
  provenance: Provenance
}

/** What new parties have in other tables. */
async function insertBelongings(
  ctx: Ctx,
  { drafts, rows, groups, at, provenance }: Belongings,
): Promise<void> {
  const ofEach = <T>(make: (draft: PartyDraft, partyId: string) => T[]): T[] =>
    drafts.flatMap((draft, index) => make(draft, rows[index]?.id ?? ''))
  const since = localDate(ctx.now(), ctx.timeZone)
  const statements = [
    insertContactPoints(
      ctx,
      ofEach(({ contactPoints = [] }, partyId) =>
        contactPoints.map((point, position) => ({ ...point, partyId, position })),
      ),
    ),
    insertAddresses(
      ctx,
      ofEach(({ addresses = [] }, partyId) =>
        addresses.map((address, position) => ({ ...address, partyId, position })),
      ),
    ),
    insertMemberships(
      ctx,
      ofEach(({ groups: keys, groupStates = {} }, partyId) =>
        [...new Set(keys)].flatMap((key) => {
          const group = groups.get(key)
          return group ? [{ partyId, group, since, state: groupStates[key] ?? firstState(group) }] : []
        }),
      ),
      provenance.sourceKind,
    ),
    ...[...partiesByTags(drafts, rows)].map(([tagIds, partyIds]) =>
      addTags(ctx, 'parties', partyIds, tagIds),
    ),
    insertCustomSides(ctx, 'parties', rows),
    insertRows(
      ctx,
      'partyLastContacts',
      rows.map(({ id }) => ({ tenantId: ctx.tenantId, partyId: id, at: null })),
    ),
    writeTimeline(
      ctx,
      rows.map((row, index) => ({
        partyId: row.id,
        occurredAt: at,
        subjectType: 'parties',
        subjectId: row.id,
        type: 'created',
        summary: { sourceKind: provenance.sourceKind, groups: drafts[index]?.groups ?? [] },
      })),
    ),
  ]
  // In the order they were sent: the first that failed says why, the others only that one has.
  for (const statement of statements) statement.catch(() => undefined)
  for (const statement of statements) await statement
}

/** Most rows of a file carry the same few sets of tags: one statement per set. */
function partiesByTags(
  drafts: readonly PartyDraft[],
  rows: readonly { id: string }[],
): Map<readonly string[], string[]> {
  const sets = new Map<string, { tagIds: readonly string[]; partyIds: string[] }>()
  for (const [index, { tagIds = [] }] of drafts.entries()) {
    const partyId = rows[index]?.id
    if (!partyId || tagIds.length === 0) continue
    const set = sets.get(tagIds.join()) ?? { tagIds, partyIds: [] }
    set.partyIds.push(partyId)
    sets.set(tagIds.join(), set)
  }
  return new Map([...sets.values()].map(({ tagIds, partyIds }) => [tagIds, partyIds]))
}

interface NewRow {
  draft: PartyDraft
  number: string | null
  at: string
  provenance: Provenance
  wordsOf: (custom: CustomValues) => string[]
}

function newRow(ctx: Ctx, { draft, number, at, provenance, wordsOf }: NewRow) {
  const { displayName, firstName, lastName } = storedNames({
    kind: draft.kind,
    name: draft.name,
    firstName: draft.firstName ?? null,
    lastName: draft.lastName ?? null,
  })
  const custom = draft.custom ?? {}
  // A copy of the whole draft costs least; the statement takes the columns from it.
  const row = {
    ...draft,
    displayName,
    firstName,
    lastName,
    number,
    doNotContact: draft.doNotContact ?? false,
    sourceKind: provenance.sourceKind,
    sourceId: provenance.sourceId,
    tenantId: ctx.tenantId,
    id: draft.id ?? newId(),
    custom: withoutEmpty(custom),
    createdAt: at,
    createdBy: ctx.actor.userId,
    updatedAt: at,
    updatedBy: ctx.actor.userId,
  }
  return Object.assign(row, derivedColumns(row, draft.contactPoints ?? [], wordsOf(custom)))
}

/** What a new party may have. */
const newColumns = [
  ...plainPartyFields,
  'tenantId',
  'id',
  'kind',
  'displayName',
  'search',
  'matchName',
  'custom',
  'sourceKind',
  'sourceId',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
] as const

const withoutEmpty = (values: CustomValues): CustomValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** Numbers given stay; the others come from the series, which steps over numbers that somebody typed. */
async function fileNumbers(ctx: Ctx, drafts: readonly PartyDraft[]): Promise<string[]> {
  const numbers = drafts.map((draft) => draft.number ?? null)
  const reserved = new Set(numbers.filter((number) => number !== null))
  const needed = numbers.filter((number) => number === null).length
  const drawn = await drawFileNumbers(ctx, needed, (number) => reserved.has(number))
  return numbers.map((number) => number ?? (drawn.shift() as string))
}

/** The next file numbers of the series that no record has and that are not reserved. */
export async function drawFileNumbers(
  ctx: Ctx,
  count: number,
  isReserved: (number: string) => boolean,
): Promise<string[]> {
  const drawn: string[] = []
  while (drawn.length < count) {
    const fresh = await manyInSeries(ctx, fileNumberSeries, count - drawn.length)
    const taken = await takenNumbers(ctx, fresh)
    drawn.push(...fresh.filter((number) => !taken.has(number) && !isReserved(number)))
  }
  return drawn
}

async function takenNumbers(ctx: Ctx, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('parties')
    .select('number')
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .where(sql<SqlBool>`number = any(${sql.val([...numbers])}::text[])`)
    .execute()
  return new Set(rows.map((row) => row.number as string))
}

function createdValues(draft: PartyDraft): Record<string, { to: unknown }> {
  const changes: Record<string, { to: unknown }> = {}
  for (const key of Object.keys(draft) as (keyof PartyDraft)[]) {
    const to = createdValue(draft, key)
    if (to !== null && to !== undefined) changes[key] = { to }
  }
  return changes
}

function createdValue(draft: PartyDraft, key: keyof PartyDraft): unknown {
  const { contactPoints = [], addresses = [], tagIds = [], custom = {} } = draft
  switch (key) {
    case 'contactPoints':
      return contactPoints.length > 0 ? contactPoints.map((point) => point.value) : null
    case 'addresses':
      return addresses.length > 0 ? addresses.map((address) => address.text ?? address.city) : null
    case 'tagIds':
      return tagIds.length > 0 ? tagIds : null
    case 'custom':
      return Object.keys(custom).length > 0 ? custom : null
    default:
      return draft[key]
  }
}
