import { activeUser } from '@peyvand/identity/server'
import { localDate } from '@peyvand/persian'
import { AppError, allows, badField, type Ctx, forbidden } from '@peyvand/platform/server'
import { type MembershipInput, type Party, partyGroupChanged } from '../contract/index.ts'
import { type GroupRow, groupByKey, groupsByKey } from './group-queries.ts'
import { insertMemberships } from './membership-rows.ts'
import { getParty, lockParty } from './party-queries.ts'
import type { PartyTableRow } from './party-row.ts'
import { ownEntry } from './party-timeline.ts'
import { takenAs } from './taken.ts'
import { writeTimeline } from './timeline-writer.ts'

/**
 * Puts a party into a group, or changes its place there.
 * @throws AppError notFound, forbidden, parties.groupNotFound, parties.stateUnknown, parties.numberTaken
 */
export async function joinGroup(
  ctx: Ctx,
  { id, key, input }: { id: string; key: string; input: MembershipInput },
): Promise<Party> {
  const row = await lockChangeable(ctx, id)
  const group = await groupByKey(ctx, key)
  requireState(group, input.state)
  if (input.ownerId && !(await activeUser(ctx, input.ownerId)))
    throw badField('ownerId', 'parties.ownerUnknown')
  const present = await membershipOf(ctx, id, group.id)
  if (present && present.until === null) await changeMembership(ctx, { row, group, present, input })
  else await enterGroup(ctx, { row, group, input })
  ctx.live({ topic: 'parties', id })
  return getParty(ctx, id)
}

/** Takes a party out of a group; the time it spent there stays on record. @throws AppError as joinGroup */
export async function leaveGroup(ctx: Ctx, { id, key }: { id: string; key: string }): Promise<void> {
  const row = await lockChangeable(ctx, id)
  const group = await groupByKey(ctx, key)
  const present = await membershipOf(ctx, id, group.id)
  if (!present || present.until !== null) return
  await endMembership(ctx, id, group.id)
  noteGroupChange(ctx, { row, group, change: 'left', state: null, from: present.state })
  await writeTimeline(ctx, [ownEntry(ctx, id, 'left', groupSummary(group, null))])
  ctx.live({ topic: 'parties', id })
}

/**
 * Moves a party on, such as a lead to the customers, as one step of its history; everything else stays.
 * @throws AppError parties.notMember (409), parties.groupNotFound, parties.stateUnknown
 */
export async function convertParty(
  ctx: Ctx,
  { id, from, to, state }: { id: string; from: string; to: string; state: string | null },
): Promise<Party> {
  const row = await lockChangeable(ctx, id)
  const groups = await groupsByKey(ctx, [from, to])
  const [source, target] = [groups.get(from) as GroupRow, groups.get(to) as GroupRow]
  requireState(target, state)
  const present = await membershipOf(ctx, id, source.id)
  if (!present || present.until !== null) throw new AppError('parties.notMember', { status: 409 })
  const already = await membershipOf(ctx, id, target.id)
  await endMembership(ctx, id, source.id)
  noteGroupChange(ctx, { row, group: source, change: 'left', state: null, from: present.state })
  if (!already || already.until !== null) {
    const entered = state ?? firstState(target)
    await insertMemberships(ctx, [
      { partyId: id, group: target, since: today(ctx), state: entered, ownerId: present.ownerId },
    ])
    noteGroupChange(ctx, { row, group: target, change: 'joined', state: entered })
  }
  await writeTimeline(ctx, [
    ownEntry(ctx, id, 'converted', { from: groupName(source), to: groupName(target) }),
  ])
  ctx.live({ topic: 'parties', id })
  return getParty(ctx, id)
}

/** Keys of the groups a party is in now. */
export async function memberKeys(ctx: Ctx, partyId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('partyGroupMembers as m')
    .innerJoin('partyGroups as g', (join) =>
      join.onRef('g.tenantId', '=', 'm.tenantId').onRef('g.id', '=', 'm.groupId'),
    )
    .select('g.key')
    .where('m.tenantId', '=', ctx.tenantId)
    .where('m.partyId', '=', partyId)
    .where('m.until', 'is', null)
    .execute()
  return rows.map((row) => row.key)
}

/** @throws AppError parties.stateUnknown (400) */
export function requireState(group: GroupRow, state: string | null | undefined): void {
  if (!state || group.states.some(({ key }) => key === state)) return
  throw new AppError('parties.stateUnknown', {
    status: 400,
    fields: [{ path: 'state', code: 'parties.stateUnknown' }],
  })
}

export const firstState = (group: GroupRow): string | null => group.states[0]?.key ?? null

const today = (ctx: Ctx): string => localDate(ctx.now(), ctx.timeZone)
const groupName = ({ key, nameFa, nameEn }: GroupRow) => ({ key, nameFa, nameEn })
export const groupSummary = (group: GroupRow, state: string | null) => ({
  group: groupName(group),
  state: stateName(group, state),
})
/** A state in the firm's words. */
export const stateName = ({ states }: GroupRow, state: string | null) =>
  states.find(({ key }) => key === state) ?? null

type Membership = NonNullable<Awaited<ReturnType<typeof membershipOf>>>

function membershipOf(ctx: Ctx, partyId: string, groupId: string) {
  return ctx.db
    .selectFrom('partyGroupMembers')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('groupId', '=', groupId)
    .where('partyId', '=', partyId)
    .executeTakeFirst()
}

async function lockChangeable(ctx: Ctx, id: string): Promise<PartyTableRow> {
  const row = await lockParty(ctx, id)
  if (!allows(ctx.actor, 'parties.update', row)) throw forbidden()
  return row
}

async function enterGroup(
  ctx: Ctx,
  { row, group, input }: { row: PartyTableRow; group: GroupRow; input: MembershipInput },
): Promise<void> {
  const state = input.state === undefined ? firstState(group) : input.state
  await insertMemberships(ctx, [
    {
      partyId: row.id,
      group,
      since: input.since ?? today(ctx),
      state,
      number: input.number,
      ownerId: input.ownerId,
    },
  ])
  noteGroupChange(ctx, { row, group, change: 'joined', state })
  await writeTimeline(ctx, [ownEntry(ctx, row.id, 'joined', groupSummary(group, state))])
}

async function changeMembership(
  ctx: Ctx,
  {
    row,
    group,
    present,
    input,
  }: { row: PartyTableRow; group: GroupRow; present: Membership; input: MembershipInput },
): Promise<void> {
  const {
    state = present.state,
    since = present.since,
    number = present.number,
    ownerId = present.ownerId,
  } = input
  await takenAs(
    ctx.db
      .updateTable('partyGroupMembers')
      .set({ state, since, number, ownerId })
      .where('tenantId', '=', ctx.tenantId)
      .where('groupId', '=', group.id)
      .where('partyId', '=', row.id)
      .execute(),
  )
  if (state === present.state) return
  noteGroupChange(ctx, { row, group, change: 'state', state, from: present.state })
  await writeTimeline(ctx, [
    ownEntry(ctx, row.id, 'state', { ...groupSummary(group, state), from: stateName(group, present.state) }),
  ])
}

async function endMembership(ctx: Ctx, partyId: string, groupId: string): Promise<void> {
  await ctx.db
    .updateTable('partyGroupMembers')
    .set({ until: today(ctx) })
    .where('tenantId', '=', ctx.tenantId)
    .where('groupId', '=', groupId)
    .where('partyId', '=', partyId)
    .execute()
}

interface GroupChange {
  row: Pick<PartyTableRow, 'id' | 'displayName'>
  group: GroupRow
  change: 'joined' | 'left' | 'state'
  state: string | null
  /** The state until now, of one who was in the group. */
  from?: string | null
}

/** How the log tells a place in a group: `customers.active`. */
export const placeIn = (group: string, state: string | null): string => (state ? `${group}.${state}` : group)

/** Audit and event of a move between groups. */
export function noteGroupChange(ctx: Ctx, { row, group, change, state, from = null }: GroupChange): void {
  ctx.audit({
    action: 'update',
    record: 'parties',
    recordId: row.id,
    label: row.displayName,
    changes: {
      [`groups.${group.key}`]: {
        from: change === 'joined' ? null : placeIn(group.key, from),
        to: change === 'left' ? null : placeIn(group.key, state),
      },
    },
  })
  ctx.emit(partyGroupChanged, { partyId: row.id, group: group.key, change, state })
}
