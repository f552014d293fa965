import { tagsOf } from '@peyvand/customization/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { AddressRow, ContactRow } from './contact-rows.ts'
import type { PartyTableRow } from './party-row.ts'

/** A record with all that a bulk change may touch. */
export interface StoredParty {
  row: PartyTableRow
  points: ContactRow[]
  addresses: AddressRow[]
  tags: { id: string; name: string }[]
  /** Keys of the groups it is in. */
  groups: string[]
  /** Group → its state there. */
  states: Record<string, string | null>
}

/** Records outside the recycle bin by id, locked until the transaction ends. */
export async function lockStored(ctx: Ctx, ids: readonly string[]): Promise<Map<string, StoredParty>> {
  if (ids.length === 0) return new Map()
  const { db, tenantId } = ctx
  const [rows, points, addresses, members, tags] = await Promise.all([
    db
      .selectFrom('parties')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .where('deletedAt', 'is', null)
      .where(anyOf(sql`id`, ids))
      .orderBy('id')
      .forUpdate()
      .execute(),
    db
      .selectFrom('contactPoints')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .where(anyOf(sql`party_id`, ids))
      .orderBy('position')
      .execute(),
    db
      .selectFrom('addresses')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .where(anyOf(sql`party_id`, ids))
      .orderBy('position')
      .execute(),
    db
      .selectFrom('partyGroupMembers as m')
      .innerJoin('partyGroups as g', (join) =>
        join.onRef('g.tenantId', '=', 'm.tenantId').onRef('g.id', '=', 'm.groupId'),
      )
      .select(['m.partyId', 'g.key', 'm.state'])
      .where('m.tenantId', '=', tenantId)
      .where('m.until', 'is', null)
      .where(anyOf(sql`m.party_id`, ids))
      .execute(),
    tagsOf(ctx, 'parties', ids),
  ])
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
        tags: tags.get(row.id) ?? [],
        groups: (membersOf.get(row.id) ?? []).map((member) => member.key),
        states: Object.fromEntries((membersOf.get(row.id) ?? []).map(({ key, state }) => [key, state])),
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
