import { addTags, manyInSeries } from '@peyvand/customization/server'
import { localDate } from '@peyvand/persian'
import type { CustomValues } from '@peyvand/platform/contract'
import { type Ctx, insertCustomSides, insertRows, newId } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { type CreateParty, partyCreated, type SourceKind } from '../contract/index.ts'
import { insertAddresses, insertContactPoints } from './contact-rows.ts'
import { groupsByKey } from './group-queries.ts'
import { insertMemberships } from './membership-rows.ts'
import { derivedColumns, givenColumns, storedNames } from './party-row.ts'
import { takenAs } from './taken.ts'
import { writeTimeline } from './timeline-writer.ts'

/** The series that file numbers come from; every firm has it. */
export const fileNumberSeries = 'parties'

/** A new party whose references and custom values were checked. */
export type PartyDraft = Omit<CreateParty, 'acceptDuplicates'>

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
  const numbers = await fileNumbers(ctx, drafts)
  const rows = drafts.map((draft, index) =>
    newRow(ctx, { draft, number: numbers[index] ?? null, at, provenance }),
  )
  await takenAs(insertRows(ctx, 'parties', rows))

  const withIds = drafts.map((draft, index) => ({ ...draft, partyId: rows[index]?.id ?? '' }))
  await insertContactPoints(
    ctx,
    withIds.flatMap(({ partyId, contactPoints = [] }) =>
      contactPoints.map((point, position) => ({ ...point, partyId, position })),
    ),
  )
  await insertAddresses(
    ctx,
    withIds.flatMap(({ partyId, addresses = [] }) =>
      addresses.map((address, position) => ({ ...address, partyId, position })),
    ),
  )
  const groups = await groupsByKey(ctx, [...new Set(drafts.flatMap((draft) => draft.groups))])
  const since = localDate(ctx.now(), ctx.timeZone)
  await insertMemberships(
    ctx,
    withIds.flatMap(({ partyId, groups: keys }) =>
      [...new Set(keys)].flatMap((key) => {
        const group = groups.get(key)
        return group ? [{ partyId, group, since, state: group.states[0]?.key ?? null }] : []
      }),
    ),
  )
  for (const [tagIds, partyIds] of partiesByTags(withIds)) await addTags(ctx, 'parties', partyIds, tagIds)
  await insertCustomSides(ctx, 'parties', rows)
  await writeTimeline(
    ctx,
    rows.map((row, index) => ({
      partyId: row.id,
      occurredAt: at,
      subjectType: 'parties',
      subjectId: row.id,
      type: 'created',
      summary: { sourceKind: provenance.sourceKind, groups: drafts[index]?.groups ?? [] },
    })),
  )
  for (const [index, row] of rows.entries()) {
    ctx.audit({
      action: 'create',
      record: 'parties',
      recordId: row.id,
      label: row.displayName,
      changes: createdValues(drafts[index] as PartyDraft),
    })
    ctx.emit(partyCreated, { partyId: row.id })
  }
  return rows.map((row) => row.id)
}

/** Most rows of a file carry the same few sets of tags: one statement per set. */
function partiesByTags(
  parties: readonly { partyId: string; tagIds?: readonly string[] | undefined }[],
): Map<readonly string[], string[]> {
  const sets = new Map<string, { tagIds: readonly string[]; partyIds: string[] }>()
  for (const { partyId, tagIds = [] } of parties) {
    if (tagIds.length === 0) continue
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
}

function newRow(ctx: Ctx, { draft, number, at, provenance }: NewRow) {
  const given = givenColumns(draft)
  const names = storedNames({
    kind: draft.kind,
    name: draft.name,
    firstName: draft.firstName ?? null,
    lastName: draft.lastName ?? null,
  })
  // One object, filled: copies of so many columns are most of what a bulk insert would leave to be collected.
  const row = Object.assign({ ...emptyColumns }, given, names, { number })
  return Object.assign(row, provenance, derivedColumns(row, draft.contactPoints ?? []), {
    tenantId: ctx.tenantId,
    id: newId(),
    kind: draft.kind,
    custom: withoutEmpty(draft.custom ?? {}),
    lastContactAt: null,
    createdAt: at,
    createdBy: ctx.actor.userId,
    updatedAt: at,
    updatedBy: ctx.actor.userId,
    deletedAt: null,
    deletedBy: null,
  })
}

const emptyColumns = {
  honorific: null,
  firstNameLatin: null,
  lastNameLatin: null,
  nameLatin: null,
  brandName: null,
  gender: null,
  birthDate: null,
  nationalId: null,
  legalNationalId: null,
  economicCode: null,
  registrationNumber: null,
  foreignId: null,
  fatherName: null,
  birthCertificateNo: null,
  jobTitle: null,
  industryId: null,
  leadSourceId: null,
  levelId: null,
  introducerId: null,
  marketerId: null,
  ownerId: null,
  teamId: null,
  nextContactOn: null,
  doNotContact: false,
  notes: null,
  photoFileId: null,
}

const withoutEmpty = (values: CustomValues): CustomValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** Numbers given stay; the others come from the series, which steps over numbers that somebody typed. */
async function fileNumbers(ctx: Ctx, drafts: readonly PartyDraft[]): Promise<string[]> {
  const numbers = drafts.map((draft) => draft.number ?? null)
  const reserved = new Set(numbers.filter((number) => number !== null))
  const needed = numbers.filter((number) => number === null).length
  const drawn: string[] = []
  while (drawn.length < needed) {
    const fresh = await manyInSeries(ctx, fileNumberSeries, needed - drawn.length)
    const taken = await takenNumbers(ctx, fresh)
    drawn.push(...fresh.filter((number) => !taken.has(number) && !reserved.has(number)))
  }
  return numbers.map((number) => number ?? (drawn.shift() as string))
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

function createdValues({
  contactPoints,
  addresses,
  tagIds,
  custom,
  ...fields
}: PartyDraft): Record<string, { to: unknown }> {
  const values = {
    ...fields,
    ...(contactPoints?.length ? { contactPoints: contactPoints.map((point) => point.value) } : {}),
    ...(addresses?.length ? { addresses: addresses.map((address) => address.text ?? address.city) } : {}),
    ...(tagIds?.length ? { tagIds } : {}),
    ...(custom && Object.keys(custom).length > 0 ? { custom } : {}),
  }
  const changes: Record<string, { to: unknown }> = {}
  for (const [key, to] of Object.entries(values)) if (to !== null && to !== undefined) changes[key] = { to }
  return changes
}
