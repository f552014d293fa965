import { addTags, removeTags } from '@peyvand/customization/server'
import { localDate } from '@peyvand/persian'
import { anyOf, type Ctx, updateRows } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PartyChange } from './change-parties.ts'
import { insertAddresses, insertContactPoints } from './contact-rows.ts'
import { groupsByKey } from './group-queries.ts'
import { loggedAddress, loggedContact } from './logged-fields.ts'
import { firstState, groupSummary, noteGroupChange, stateName } from './membership.ts'
import { insertMemberships } from './membership-rows.ts'
import { ownEntry } from './party-timeline.ts'
import { writeTimeline } from './timeline-writer.ts'

export interface AddressValues {
  province: string | null
  county: string | null
  city: string | null
  postalCode: string | null
  text: string | null
}

/** The part of a bulk change that stands in other tables: contact points, addresses, tags, groups. */
export async function changeBelongings(ctx: Ctx, changes: readonly PartyChange[]): Promise<void> {
  await changeContacts(ctx, changes)
  await changeAddresses(ctx, changes)
  for (const [tagIds, partyIds] of bySet(changes, ({ tags }) => tags.removed))
    await removeTags(ctx, 'parties', partyIds, tagIds)
  for (const [tagIds, partyIds] of bySet(changes, ({ tags }) => tags.added))
    await addTags(ctx, 'parties', partyIds, tagIds)
  await changeGroups(ctx, changes)
}

/** Old → new of the lists that change, in words for the log; `tagNames` are those of the tags after it. */
export function listChanges(
  { before, contacts, address, tags }: PartyChange,
  tagNames: readonly string[],
): Record<string, { from: unknown; to: unknown }> {
  const removed = new Set(contacts.removed)
  const kept = before.points.filter(({ id }) => !removed.has(id))
  return {
    ...(contacts.added.length + contacts.removed.length > 0
      ? {
          contactPoints: {
            from: before.points.map(loggedContact),
            to: [...kept, ...contacts.added].map(loggedContact),
          },
        }
      : {}),
    ...(address ? { addresses: addressChange(before, address) } : {}),
    ...(tags.added.length + tags.removed.length > 0
      ? { tags: { from: before.tags.map(({ name }) => name), to: tagNames } }
      : {}),
  }
}

function addressChange(
  { addresses }: PartyChange['before'],
  { id, values }: NonNullable<PartyChange['address']>,
): { from: unknown; to: unknown } {
  const added = { ...emptyAddress, ...values, primary: addresses.length === 0 }
  const changed = addresses.flatMap((old) => (old.id !== id ? old : values ? { ...old, ...values } : []))
  return {
    from: addresses.map(loggedAddress),
    to: [...changed, ...(id === null && values ? [added] : [])].map(loggedAddress),
  }
}

const addressText = ({ province, county, city, postalCode, text }: AddressValues): AddressValues => ({
  province,
  county,
  city,
  postalCode,
  text,
})

async function changeContacts(ctx: Ctx, changes: readonly PartyChange[]): Promise<void> {
  const removed = changes.flatMap(({ contacts }) => contacts.removed)
  if (removed.length > 0)
    ctx.write(
      ctx.db.deleteFrom('contactPoints').where('tenantId', '=', ctx.tenantId).where(anyOf(sql`id`, removed)),
    )
  await insertContactPoints(
    ctx,
    changes.flatMap(({ before, contacts }) => {
      const next = (before.points.at(-1)?.position ?? -1) + 1
      return contacts.added.map((point, index) => ({
        ...point,
        id: undefined,
        partyId: before.row.id,
        position: next + index,
      }))
    }),
  )
}

async function changeAddresses(ctx: Ctx, changes: readonly PartyChange[]): Promise<void> {
  const removed = changes.flatMap(({ address }) => (address?.id && !address.values ? [address.id] : []))
  if (removed.length > 0)
    ctx.write(
      ctx.db.deleteFrom('addresses').where('tenantId', '=', ctx.tenantId).where(anyOf(sql`id`, removed)),
    )
  await updateRows(ctx, 'addresses', {
    columns: ['province', 'county', 'city', 'postalCode', 'text'],
    rows: changes.flatMap(({ before, address }) => {
      const old = before.addresses.find(({ id }) => id === address?.id)
      return old && address?.values ? [{ ...addressText(old), ...address.values, id: old.id }] : []
    }),
  })
  await insertAddresses(
    ctx,
    changes.flatMap(({ before, address }) =>
      address?.values && !address.id
        ? [
            {
              ...emptyAddress,
              ...address.values,
              partyId: before.row.id,
              position: (before.addresses.at(-1)?.position ?? -1) + 1,
              primary: before.addresses.length === 0,
            },
          ]
        : [],
    ),
  )
}

const emptyAddress = { label: null, province: null, county: null, city: null, postalCode: null, text: null }

/** Most records of a file get the same few sets: one statement per set. */
function bySet(
  changes: readonly PartyChange[],
  setOf: (change: PartyChange) => readonly string[],
): [set: readonly string[], partyIds: string[]][] {
  const sets = new Map<string, [readonly string[], string[]]>()
  for (const change of changes) {
    const set = setOf(change)
    if (set.length === 0) continue
    const known = sets.get(set.join()) ?? [set, []]
    known[1].push(change.before.row.id)
    sets.set(set.join(), known)
  }
  return [...sets.values()]
}

async function changeGroups(ctx: Ctx, changes: readonly PartyChange[]): Promise<void> {
  const keys = changes.flatMap(({ groups }) => [
    ...groups.joined,
    ...groups.left,
    ...Object.keys(groups.moved ?? {}),
  ])
  if (keys.length === 0) return
  const known = await groupsByKey(ctx, [...new Set(keys)])
  const moves = (of: (change: PartyChange) => readonly string[]) =>
    changes.flatMap((change) =>
      of(change).flatMap((key) => {
        const group = known.get(key)
        return group
          ? [{ row: change.before.row, group, state: change.groups.states?.[key] ?? firstState(group) }]
          : []
      }),
    )
  const today = localDate(ctx.now(), ctx.timeZone)
  const joined = moves(({ groups }) => groups.joined)
  const left = moves(({ groups }) => groups.left)
  const moved = changes.flatMap(({ before, groups }) =>
    Object.entries(groups.moved ?? {}).flatMap(([key, state]) => {
      const group = known.get(key)
      return group ? [{ row: before.row, group, state, from: before.states[key] ?? null }] : []
    }),
  )
  for (const { row, group, state } of moved)
    ctx.write(
      ctx.db
        .updateTable('partyGroupMembers')
        .set({ state })
        .where('tenantId', '=', ctx.tenantId)
        .where('groupId', '=', group.id)
        .where('partyId', '=', row.id),
    )
  await insertMemberships(
    ctx,
    joined.map(({ row, group, state }) => ({ partyId: row.id, group, since: today, state })),
  )
  for (const group of new Set(left.map((move) => move.group)))
    ctx.write(
      ctx.db
        .updateTable('partyGroupMembers')
        .set({ until: today })
        .where('tenantId', '=', ctx.tenantId)
        .where('groupId', '=', group.id)
        .where('until', 'is', null)
        .where(
          anyOf(
            sql`party_id`,
            left.flatMap((move) => (move.group === group ? [move.row.id] : [])),
          ),
        ),
    )
  for (const { row, group, state } of joined) noteGroupChange(ctx, { row, group, change: 'joined', state })
  for (const move of moved) noteGroupChange(ctx, { ...move, change: 'state' })
  for (const { row, group } of left) noteGroupChange(ctx, { row, group, change: 'left', state: null })
  await writeTimeline(ctx, [
    ...joined.map(({ row, group, state }) => ownEntry(ctx, row.id, 'joined', groupSummary(group, state))),
    ...moved.map(({ row, group, state, from }) =>
      ownEntry(ctx, row.id, 'state', { ...groupSummary(group, state), from: stateName(group, from) }),
    ),
    ...left.map(({ row, group }) => ownEntry(ctx, row.id, 'left', groupSummary(group, null))),
  ])
}
