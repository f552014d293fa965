import { tagsOf } from '@peyvand/customization/server'
import type { CustomValues } from '@peyvand/platform/contract'
import { allows, type Ctx, readCustomValues } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { UpdateParty } from '../contract/index.ts'
import { binParties } from './bin.ts'
import type { AddressGiven, AddressRow, ContactInput, ContactRow } from './contact-rows.ts'
import { joinGroup, leaveGroup } from './membership.ts'
import type { PartyTableRow } from './party-row.ts'
import { updateParty } from './update-party.ts'

/** What an imported row says of a record that exists. */
export interface ImportedValues {
  id: string
  name: string
  firstName: string | null
  lastName: string | null
  /** Writable columns by name. */
  fields: Record<string, unknown>
  contactPoints: ContactInput[]
  address: Pick<AddressGiven, 'province' | 'city' | 'postalCode' | 'text'> | null
  tagIds: string[]
  groups: string[]
  custom: CustomValues
}

type Pair = [before: unknown, after: unknown]

/** What a change did, enough to take it back; JSON. */
export interface ImportTrace extends Record<string, unknown> {
  fields: Record<string, Pair>
  custom: Record<string, Pair>
  contacts: string[]
  address: { before: Record<string, unknown> | null; after: Record<string, unknown> } | null
  tagIds: string[]
  groups: string[]
}

interface Stored {
  row: PartyTableRow
  points: ContactRow[]
  addresses: AddressRow[]
  tagIds: string[]
  groups: string[]
}

/**
 * Writes imported values into records: `fill` only where they are empty, `overwrite` everywhere. Phones,
 * addresses, tags and groups are added, never taken away. Answers what changed by id; unchanged ones are missing.
 */
export async function changeImported(
  ctx: Ctx,
  given: readonly ImportedValues[],
  mode: 'fill' | 'overwrite',
): Promise<Map<string, ImportTrace>> {
  const stored = await loadStored(
    ctx,
    given.map(({ id }) => id),
  )
  const traces = new Map<string, ImportTrace>()
  for (const values of given) {
    const before = stored.get(values.id)
    if (!before) continue
    const trace = planChange(before, values, mode)
    if (isEmpty(trace)) continue
    await applyChange(ctx, before, { values, trace })
    traces.set(values.id, trace)
  }
  return traces
}

/** Puts records that an import made into the recycle bin, as far as the caller may delete them. */
export async function binImported(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const stored = [...(await loadStored(ctx, ids)).values()]
  await binParties(
    ctx,
    stored.map(({ row }) => row).filter((row) => allows(ctx.actor, 'parties.update', row)),
  )
}

/** Gives fields their old values back where they still hold the imported ones. */
export async function undoImported(ctx: Ctx, traces: ReadonlyMap<string, ImportTrace>): Promise<void> {
  const stored = await loadStored(ctx, [...traces.keys()])
  for (const [id, { row, points, addresses, tagIds }] of stored) {
    const trace = traces.get(id) as ImportTrace
    if (!allows(ctx.actor, 'parties.update', row)) continue
    const custom = readCustomValues(row.custom)
    const current = { ...row, name: row.displayName } as Record<string, unknown>
    const [first, ...others] = addresses
    const input = {
      version: row.version,
      acceptDuplicates: true,
      ...oldValues(trace.fields, current),
      ...(Object.keys(trace.custom).length > 0 ? { custom: oldValues(trace.custom, custom) } : {}),
      ...(trace.contacts.length > 0
        ? {
            contactPoints: points
              .filter((point) => !trace.contacts.includes(point.normalized))
              .map(givenPoint),
          }
        : {}),
      ...(trace.address && first
        ? {
            addresses: [
              ...(trace.address.before ? [{ ...givenAddress(first), ...trace.address.before }] : []),
              ...others.map(givenAddress),
            ],
          }
        : {}),
      ...(trace.tagIds.length > 0 ? { tagIds: tagIds.filter((tag) => !trace.tagIds.includes(tag)) } : {}),
    }
    await updateParty(ctx, id, UpdateParty.parse(input))
    for (const key of trace.groups) await leaveGroup(ctx, { id, key })
  }
}

const oldValues = (pairs: Record<string, Pair>, current: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(pairs).flatMap(([key, [before, after]]) =>
      same(current[key] ?? null, after) ? [[key, before]] : [],
    ),
  )

function planChange(
  { row, points, addresses, ...lists }: Stored,
  given: ImportedValues,
  mode: 'fill' | 'overwrite',
): ImportTrace {
  const changes = (before: Record<string, unknown>, after: Record<string, unknown>): Record<string, Pair> =>
    Object.fromEntries(
      Object.entries(after).flatMap(([key, value]) => {
        const present = before[key] ?? null
        const isOpen =
          mode === 'overwrite'
            ? !same(present, value)
            : present === null || present === false || present === ''
        return isOpen && !same(present, value) ? [[key, [present, value] as Pair]] : []
      }),
    )
  const known = new Set(points.map((point) => point.normalized))
  return {
    fields: {
      ...changes(row as Record<string, unknown>, given.fields),
      ...(mode === 'overwrite' ? changedNames(row, given) : {}),
    },
    custom: changes(readCustomValues(row.custom), given.custom),
    contacts: given.contactPoints
      .map((point) => point.normalized)
      .filter((normalized) => !known.has(normalized)),
    address: plannedAddress(addresses[0], given.address, changes),
    tagIds: given.tagIds.filter((id) => !lists.tagIds.includes(id)),
    groups: given.groups.filter((key) => !lists.groups.includes(key)),
  }
}

/** A name that reads the same stays as it is cut into first and last name. */
function changedNames(
  row: PartyTableRow,
  { name, firstName, lastName }: ImportedValues,
): Record<string, Pair> {
  if (name === '' || name === row.displayName) return {}
  if (row.kind === 'organization') return { name: [row.displayName, name] }
  return { firstName: [row.firstName, firstName], lastName: [row.lastName, lastName] }
}

function plannedAddress(
  first: AddressRow | undefined,
  given: ImportedValues['address'],
  changes: (before: Record<string, unknown>, after: Record<string, unknown>) => Record<string, Pair>,
): ImportTrace['address'] {
  if (!given) return null
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  if (!first) return Object.keys(filled).length > 0 ? { before: null, after: filled } : null
  const pairs = Object.entries(changes({ ...first }, filled))
  if (pairs.length === 0) return null
  return {
    before: Object.fromEntries(pairs.map(([key, [before]]) => [key, before])),
    after: Object.fromEntries(pairs.map(([key, [, after]]) => [key, after])),
  }
}

const isEmpty = (trace: ImportTrace): boolean =>
  [trace.fields, trace.custom, trace.contacts, trace.tagIds, trace.groups].every(
    (part) => Object.keys(part).length === 0,
  ) && trace.address === null

async function applyChange(
  ctx: Ctx,
  { row, points, addresses, tagIds }: Stored,
  { values, trace }: { values: ImportedValues; trace: ImportTrace },
): Promise<void> {
  const newValues = (pairs: Record<string, Pair>) =>
    Object.fromEntries(Object.entries(pairs).map(([key, [, after]]) => [key, after]))
  const added = values.contactPoints.filter((point) => trace.contacts.includes(point.normalized))
  const hasPrimary = new Set(points.filter((point) => point.primary).map((point) => point.type))
  const [first, ...others] = addresses.map(givenAddress)
  const input = {
    version: row.version,
    acceptDuplicates: true,
    ...newValues(trace.fields),
    ...(Object.keys(trace.custom).length > 0 ? { custom: newValues(trace.custom) } : {}),
    ...(added.length > 0
      ? {
          contactPoints: [
            ...points.map(givenPoint),
            ...added.map((point) => ({
              ...givenPoint(point),
              primary: point.primary && !hasPrimary.has(point.type),
            })),
          ],
        }
      : {}),
    ...(trace.address
      ? { addresses: [{ ...(first ?? { primary: true }), ...trace.address.after }, ...others] }
      : {}),
    ...(trace.tagIds.length > 0 ? { tagIds: [...tagIds, ...trace.tagIds] } : {}),
  }
  await updateParty(ctx, row.id, UpdateParty.parse(input))
  for (const key of trace.groups) await joinGroup(ctx, { id: row.id, key, input: {} })
}

const givenPoint = (point: ContactRow | ContactInput) => ({
  ...(point.id ? { id: point.id } : {}),
  type: point.type,
  value: point.extension ? `${point.value} داخلی ${point.extension}` : point.value,
  label: point.label,
  primary: point.primary,
  verified: point.verified,
  optOut: point.optOut,
})

const givenAddress = ({ id, label, province, city, postalCode, text, primary }: AddressRow) => ({
  id,
  label,
  province,
  city,
  postalCode,
  text,
  primary,
})

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

async function loadStored(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Stored>> {
  if (ids.length === 0) return new Map()
  const among = (column: string) => sql<SqlBool>`${sql.ref(column)} = any(${sql.val([...ids])}::uuid[])`
  const { db, tenantId } = ctx
  const rows = await db
    .selectFrom('parties')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('deletedAt', 'is', null)
    .where(among('id'))
    .execute()
  const points = await db
    .selectFrom('contactPoints')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where(among('partyId'))
    .orderBy('position')
    .execute()
  const addresses = await db
    .selectFrom('addresses')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where(among('partyId'))
    .orderBy('position')
    .execute()
  const members = await db
    .selectFrom('partyGroupMembers as m')
    .innerJoin('partyGroups as g', (join) =>
      join.onRef('g.tenantId', '=', 'm.tenantId').onRef('g.id', '=', 'm.groupId'),
    )
    .select(['m.partyId', 'g.key'])
    .where('m.tenantId', '=', tenantId)
    .where('m.until', 'is', null)
    .where(among('m.partyId'))
    .execute()
  const tags = await tagsOf(ctx, 'parties', ids)
  const pointsOf = groupByParty(points)
  const addressesOf = groupByParty(addresses)
  const membersOf = groupByParty(members)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        row,
        points: pointsOf.get(row.id) ?? [],
        addresses: addressesOf.get(row.id) ?? [],
        tagIds: (tags.get(row.id) ?? []).map((tag) => tag.id),
        groups: (membersOf.get(row.id) ?? []).map((member) => member.key),
      },
    ]),
  )
}

function groupByParty<T extends { partyId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.partyId)
    if (group) group.push(row)
    else groups.set(row.partyId, [row])
  }
  return groups
}
