import type { CustomValues } from '@peyvand/platform/contract'
import { allows, anyOf, type Ctx, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { binParties } from './bin.ts'
import type { AddressValues } from './change-belongings.ts'
import { changeParties, type PartyChange } from './change-parties.ts'
import type { ContactInput } from './contact-rows.ts'
import { identifierColumns, partyFieldRules, ruleOfContact } from './party-field-rules.ts'
import type { PartyTableRow } from './party-row.ts'
import { lockStored, type StoredParty } from './stored-parties.ts'

/** What an imported row says of a record that exists. */
export interface ImportedValues {
  id: string
  name: string
  firstName: string | null
  lastName: string | null
  /** Writable columns by name. */
  fields: Record<string, unknown>
  contactPoints: ContactInput[]
  address: AddressValues | null
  tagIds: string[]
  groups: string[]
  /** Group → state, for groups that the record joins. */
  groupStates: Record<string, string>
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
  /** State in a group it is in; missing in traces of old imports. */
  states?: Record<string, Pair>
}

/**
 * Writes imported values into records: `fill` only where they are empty, `overwrite` everywhere. Phones,
 * addresses, tags and groups are added, never taken away. What the importing user's role restricts stays as it is.
 * Answers what changed by id; unchanged ones are missing.
 */
export async function changeImported(
  ctx: Ctx,
  given: readonly ImportedValues[],
  mode: 'fill' | 'overwrite',
): Promise<Map<string, ImportTrace>> {
  const stored = await lockStored(
    ctx,
    given.map(({ id }) => id),
  )
  const traces = new Map<string, ImportTrace>()
  const changes: PartyChange[] = []
  for (const values of given) {
    const before = stored.get(values.id)
    if (!before || !allows(ctx.actor, 'parties.update', before.row)) continue
    const free = withoutRuled(ctx, values)
    const trace = planChange(before, free, mode)
    if (isEmpty(trace)) continue
    traces.set(values.id, trace)
    changes.push(changeOf(before, free, trace))
  }
  await changeParties(ctx, changes)
  return traces
}

/** Gives fields their old values back where they still hold the imported ones. */
export async function undoImported(ctx: Ctx, traces: ReadonlyMap<string, ImportTrace>): Promise<void> {
  const stored = await lockStored(ctx, [...traces.keys()])
  await changeParties(
    ctx,
    [...stored.values()].flatMap((before) => {
      const trace = traces.get(before.row.id)
      return trace && allows(ctx.actor, 'parties.update', before.row) ? [undoOf(before, trace)] : []
    }),
  )
}

/** Fields that a role may not change, or does not see in full, are not for its imports either. */
function withoutRuled(ctx: Ctx, given: ImportedValues): ImportedValues {
  const rules = partyFieldRules(ctx)
  const ruled = new Set<string>([
    ...(rules.identifiers ? identifierColumns : []),
    ...(rules.notes ? ['notes'] : []),
  ])
  return {
    ...given,
    fields: Object.fromEntries(Object.entries(given.fields).filter(([key]) => !ruled.has(key))),
    contactPoints: given.contactPoints.filter((point) => !ruleOfContact(rules, point)),
    address: rules.addresses ? null : given.address,
  }
}

function planChange(
  { row, points, addresses, tags, groups, states }: StoredParty,
  given: ImportedValues,
  mode: 'fill' | 'overwrite',
): ImportTrace {
  const changes = (before: Record<string, unknown>, after: Record<string, unknown>): Record<string, Pair> =>
    Object.fromEntries(
      Object.entries(after).flatMap(([key, value]) => {
        const present = before[key] ?? null
        const isOpen = mode === 'overwrite' || present === null || present === false || present === ''
        return isOpen && !same(present, value) ? [[key, [present, value] as Pair]] : []
      }),
    )
  const known = new Set(points.map((point) => point.normalized))
  return {
    fields: {
      ...changes({ ...row }, given.fields),
      ...(mode === 'overwrite' ? changedNames(row, given) : {}),
    },
    custom: changes(readCustomValues(row.custom), given.custom),
    contacts: given.contactPoints
      .map((point) => point.normalized)
      .filter((normalized) => !known.has(normalized)),
    address: plannedAddress(addresses[0], given.address, changes),
    tagIds: [...new Set(given.tagIds)].filter((id) => !tags.some((tag) => tag.id === id)),
    groups: given.groups.filter((key) => !groups.includes(key)),
    states: changes(
      states,
      Object.fromEntries(Object.entries(given.groupStates).filter(([key]) => groups.includes(key))),
    ),
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
  first: AddressValues | undefined,
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
  [trace.fields, trace.custom, trace.contacts, trace.tagIds, trace.groups, trace.states ?? {}].every(
    (part) => Object.keys(part).length === 0,
  ) && trace.address === null

function changeOf(before: StoredParty, given: ImportedValues, trace: ImportTrace): PartyChange {
  const after = (pairs: Record<string, Pair>) =>
    Object.fromEntries(Object.entries(pairs).map(([key, [, value]]) => [key, value]))
  const hasPrimary = new Set(before.points.filter((point) => point.primary).map((point) => point.type))
  return {
    before,
    columns: after(trace.fields),
    custom: after(trace.custom),
    contacts: {
      added: given.contactPoints
        .filter((point) => trace.contacts.includes(point.normalized))
        .map((point) => ({ ...point, primary: point.primary && !hasPrimary.has(point.type) })),
      removed: [],
    },
    address: trace.address && { id: before.addresses[0]?.id ?? null, values: trace.address.after },
    tags: { added: trace.tagIds, removed: [] },
    groups: {
      joined: trace.groups,
      left: [],
      states: given.groupStates,
      moved: after(trace.states ?? {}) as Record<string, string | null>,
    },
  }
}

function undoOf(before: StoredParty, trace: ImportTrace): PartyChange {
  const { row, points, addresses, tags, groups, states } = before
  const oldValues = (pairs: Record<string, Pair>, current: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(pairs).flatMap(([key, [old, imported]]) =>
        same(current[key] ?? null, imported) ? [[key, old]] : [],
      ),
    )
  const [first] = addresses
  return {
    before,
    columns: oldValues(trace.fields, { ...row, name: row.displayName }),
    custom: oldValues(trace.custom, readCustomValues(row.custom)),
    contacts: {
      added: [],
      removed: points.flatMap(({ id, normalized }) => (trace.contacts.includes(normalized) ? [id] : [])),
    },
    address: trace.address && first ? { id: first.id, values: trace.address.before } : null,
    tags: { added: [], removed: trace.tagIds.filter((id) => tags.some((tag) => tag.id === id)) },
    groups: {
      joined: [],
      left: trace.groups.filter((key) => groups.includes(key)),
      moved: oldValues(trace.states ?? {}, states) as Record<string, string | null>,
    },
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Puts records that an import made into the recycle bin, as far as the caller may change them. */
export async function binImported(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .selectFrom('parties')
    .select(['id', 'displayName', 'ownerId', 'teamId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .where(anyOf(sql`id`, ids))
    .orderBy('id')
    .forUpdate()
    .execute()
  await binParties(
    ctx,
    rows.filter((row) => allows(ctx.actor, 'parties.update', row)),
  )
}
