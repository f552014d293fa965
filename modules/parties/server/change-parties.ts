import { tagsOf } from '@peyvand/customization/server'
import { teamsOfUser, usersByIds } from '@peyvand/identity/server'
import type { CustomValues } from '@peyvand/platform/contract'
import {
  type Ctx,
  changesBetween,
  customSearchWords,
  isHeard,
  mergeCustomValues,
  readCustomValues,
  replaceCustomSides,
  updateRows,
} from '@peyvand/platform/server'
import { partyUpdated, plainPartyFields, type TimelineEntry } from '../contract/index.ts'
import { type AddressValues, changeBelongings, listChanges } from './change-belongings.ts'
import type { ContactInput } from './contact-rows.ts'
import { derivedColumns, type PartyTableRow, storedNames, type WritableValues } from './party-row.ts'
import { ownEntry } from './party-timeline.ts'
import type { StoredParty } from './stored-parties.ts'
import { takenAs } from './taken.ts'
import { writeTimeline } from './timeline-writer.ts'

/** What becomes of a record in a bulk change. */
export interface PartyChange {
  before: StoredParty
  columns: Partial<WritableValues> & { name?: string }
  /** Checked values; null clears one. */
  custom: CustomValues
  contacts: { added: readonly ContactInput[]; removed: readonly string[] }
  /** New values of the address of this id, or a new one; without values it goes. */
  address: { id: string | null; values: Partial<AddressValues> | null } | null
  tags: { added: readonly string[]; removed: readonly string[] }
  /** `states` of the groups joined; the first of a group where it names none. `moved` to another state of a group it is in. */
  groups: {
    joined: readonly string[]
    left: readonly string[]
    states?: Record<string, string>
    moved?: Record<string, string | null>
  }
}

interface Planned extends PartyChange {
  after: PartyTableRow
}

/**
 * Changes many records by one statement per table, with audit, timeline and events as a save has them. Who calls has
 * checked rights, field rules and references.
 * @throws AppError parties.identifierTaken, parties.numberTaken (409)
 */
export async function changeParties(ctx: Ctx, changes: readonly PartyChange[]): Promise<void> {
  if (changes.length === 0) return
  const teams = await teamsOfNewOwners(ctx, changes)
  const wordsOf = await customSearchWords(ctx, 'parties')
  const planned = changes.map((change) => ({ ...change, after: rowAfter(change, { teams, wordsOf }) }))
  const at = ctx.now().toISOString()
  await takenAs(
    updateRows(ctx, 'parties', {
      columns: changedColumns,
      rows: planned.map(({ after }) => ({
        ...after,
        version: after.version + 1,
        updatedAt: at,
        updatedBy: ctx.actor.userId,
      })),
    }),
  )
  await changeBelongings(ctx, changes)
  await replaceCustomSides(
    ctx,
    'parties',
    changes.map(({ before, custom }) => ({ id: before.row.id, custom })),
  )
  await noteChanges(ctx, planned)
}

const changedColumns = [
  ...plainPartyFields,
  'displayName',
  'search',
  'matchName',
  'custom',
  'version',
  'updatedAt',
  'updatedBy',
] as const

interface Surroundings {
  teams: ReadonlyMap<string, string | undefined>
  wordsOf: (custom: CustomValues) => string[]
}

function rowAfter(
  { before: { row, points }, columns: { name, ...columns }, custom, contacts }: PartyChange,
  { teams, wordsOf }: Surroundings,
): PartyTableRow {
  const { firstName = row.firstName, lastName = row.lastName } = columns
  const kept = row.kind === 'person' ? null : row.displayName
  const names = storedNames({ kind: row.kind, name: name ?? kept, firstName, lastName })
  const isMoved = columns.ownerId !== undefined && columns.ownerId !== row.ownerId
  const after = {
    ...row,
    ...columns,
    ...(names.displayName === '' ? {} : names),
    ...(isMoved && columns.ownerId && columns.teamId === undefined
      ? { teamId: teams.get(columns.ownerId) ?? row.teamId }
      : {}),
  }
  const removed = new Set(contacts.removed)
  const present = [...points.filter(({ id }) => !removed.has(id)), ...contacts.added]
  const own = mergeCustomValues(readCustomValues(row.custom), custom)
  return {
    ...after,
    ...derivedColumns(after, present, wordsOf(own)),
    custom: own,
  }
}

/** A record that goes to another owner goes to their first team. */
async function teamsOfNewOwners(
  ctx: Ctx,
  changes: readonly PartyChange[],
): Promise<Map<string, string | undefined>> {
  const teams = new Map<string, string | undefined>()
  for (const { columns, before } of changes) {
    const { ownerId } = columns
    if (ownerId && ownerId !== before.row.ownerId && !teams.has(ownerId))
      teams.set(ownerId, (await teamsOfUser(ctx, ownerId))[0])
  }
  return teams
}

/** Audit, timeline and events. */
async function noteChanges(ctx: Ctx, changes: readonly Planned[]): Promise<void> {
  const owners = changes.flatMap(({ before, after }) =>
    before.row.ownerId === after.ownerId ? [] : [before.row.ownerId, after.ownerId],
  )
  const users = await usersByIds(
    ctx,
    [...new Set(owners)].filter((id) => id !== null),
  )
  const tagged = changes.filter(({ tags }) => tags.added.length + tags.removed.length > 0)
  const tags = await tagsOf(
    ctx,
    'parties',
    tagged.map(({ before }) => before.row.id),
  )
  const nameOf = (id: string | null) => (id ? (users.get(id)?.name ?? null) : null)
  const tells = changes.length === 1 || (await isHeard(ctx, partyUpdated))
  const entries: TimelineEntry[] = []
  for (const change of changes) {
    const { row } = change.before
    const columns = changesBetween<Partial<PartyTableRow>>(row, shown(change.after))
    const tagNames = (tags.get(row.id) ?? []).map(({ name }) => name)
    const changed = { ...columns, ...listChanges(change, tagNames), ...customChanges(change) }
    const fields = fieldsOf(changed)
    if (fields.length === 0) continue
    ctx.audit({
      action: 'update',
      record: 'parties',
      recordId: row.id,
      label: change.after.displayName,
      changes: changed,
    })
    if (row.ownerId !== change.after.ownerId)
      entries.push(
        ownEntry(ctx, row.id, 'owner', { from: nameOf(row.ownerId), to: nameOf(change.after.ownerId) }),
      )
    const edited = fields.filter((field) => field !== 'ownerId' && field !== 'teamId')
    if (edited.length > 0) entries.push(ownEntry(ctx, row.id, 'updated', { fields: edited }))
    if (tells) ctx.emit(partyUpdated, { partyId: row.id, fields })
  }
  await writeTimeline(ctx, entries)
}

/** What a save tells of: not what is derived from it. */
const shown = ({ search: _search, matchName: _match, custom: _custom, ...columns }: PartyTableRow) => columns

const fieldsOf = (changes: Record<string, unknown>): string[] => [
  ...new Set(
    Object.keys(changes).map((key) =>
      key === 'displayName' ? 'name' : key.startsWith('custom.') ? 'custom' : key,
    ),
  ),
]

function customChanges({ before, custom }: PartyChange): Record<string, { from: unknown; to: unknown }> {
  const stored = readCustomValues(before.row.custom)
  return Object.fromEntries(
    Object.entries(custom).map(([key, to]) => [`custom.${key}`, { from: stored[key] ?? null, to }]),
  )
}
