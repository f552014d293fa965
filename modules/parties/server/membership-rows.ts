import { anyOf, askHook, type Ctx, formatNumber, insertRows, nextNumbers } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { SourceKind } from '../contract/index.ts'
import type { GroupRow } from './group-queries.ts'
import { groupJoined } from './party-hooks.ts'
import { takenAs } from './taken.ts'

interface NewMembership {
  partyId: string
  group: GroupRow
  since: string
  state: string | null
  number?: string | null | undefined
  ownerId?: string | null | undefined
}

/**
 * Puts parties into groups. Who was in a group before comes back with the number of then; whoever has none gets
 * one of the group's series. `sourceKind` says how new parties came.
 * @throws AppError parties.numberTaken (409)
 */
export async function insertMemberships(
  ctx: Ctx,
  memberships: readonly NewMembership[],
  sourceKind: SourceKind = 'manual',
): Promise<void> {
  if (memberships.length === 0) return
  const numbers = await drawNumbers(ctx, memberships)
  await takenAs(
    insertRows(
      ctx,
      'partyGroupMembers',
      memberships.map(({ partyId, group, since, state, number, ownerId }, index) => ({
        tenantId: ctx.tenantId,
        groupId: group.id,
        partyId,
        state,
        since,
        until: null,
        number: number ?? numbers[index] ?? null,
        ownerId: ownerId ?? null,
        data: {},
      })),
      comeBack,
    ),
  )
  for (const group of new Set(memberships.map((one) => one.group.key))) {
    const partyIds = memberships.flatMap((one) => (one.group.key === group ? [one.partyId] : []))
    await askHook(ctx, groupJoined, { group, partyIds, sourceKind })
  }
}

const comeBack = sql`
  on conflict (tenant_id, group_id, party_id) do update set
    state = excluded.state, since = excluded.since, until = null,
    number = coalesce(party_group_members.number, excluded.number), owner_id = excluded.owner_id`

/** One number per membership of a numbered group that has none yet, by one draw per group. */
async function drawNumbers(ctx: Ctx, memberships: readonly NewMembership[]): Promise<(string | undefined)[]> {
  const drawn = new Map<string, string[]>()
  for (const { group } of memberships) {
    if (!group.numberPattern || drawn.has(group.id)) continue
    const count = memberships.filter((one) => one.group.id === group.id && !one.number).length
    const numbers = await nextNumbers(ctx, `partyGroups.${group.key}`, count)
    drawn.set(
      group.id,
      numbers.map((number) => formatNumber(group.numberPattern as string, number)),
    )
  }
  return memberships.map(({ group, number }) => (number ? undefined : drawn.get(group.id)?.shift()))
}

/** A party's place in a group; `until` tells that it left. */
export interface Place {
  partyId: string
  state: string | null
  since: string
  until: string | null
  number: string | null
  ownerId: string | null
}

/** The places of parties in a group, of today and of before, by the party's id. */
export async function membersOf(
  ctx: Ctx,
  group: Pick<GroupRow, 'id'>,
  rows: readonly { id: string }[],
): Promise<Map<string, Place>> {
  const members = await ctx.db
    .selectFrom('partyGroupMembers')
    .select(['partyId', 'state', 'since', 'until', 'number', 'ownerId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('groupId', '=', group.id)
    .where(
      anyOf(
        sql`party_id`,
        rows.map(({ id }) => id),
      ),
    )
    .execute()
  return new Map(members.map((member) => [member.partyId, member]))
}

export const isMember = (place: Place | undefined): place is Place =>
  place !== undefined && place.until === null

/** Puts a party's place in a group back to what it was; null where it had none. */
export async function putPlaceBack(
  ctx: Ctx,
  group: Pick<GroupRow, 'id'>,
  { partyId, was }: { partyId: string; was: Omit<Place, 'partyId'> | null },
): Promise<void> {
  const place = { tenantId: ctx.tenantId, groupId: group.id, partyId }
  const remaining = ctx.db
    .deleteFrom('partyGroupMembers')
    .where('tenantId', '=', place.tenantId)
    .where('groupId', '=', place.groupId)
    .where('partyId', '=', partyId)
  if (was === null) {
    await remaining.execute()
    return
  }
  const { state, since, until, number, ownerId } = was
  await ctx.db
    .updateTable('partyGroupMembers')
    .set({ state, since, until, number, ownerId })
    .where('tenantId', '=', place.tenantId)
    .where('groupId', '=', place.groupId)
    .where('partyId', '=', partyId)
    .execute()
}
