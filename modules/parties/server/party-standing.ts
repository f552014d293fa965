import { type Ctx, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { survivorOf } from './merged-records.ts'
import { visibleParties } from './party-access.ts'

/** What prices and discounts go by. */
export interface PartyStanding {
  /** Of the list `customerLevels`. */
  levelId: string | null
  /** Keys of the groups that the party is a member of. */
  groups: string[]
}

/**
 * How a party stands to the firm on a day, the same whatever the caller's role withholds: a price must not depend on who
 * asks for it. A membership that ended by then does not count. Of a record that was merged into another, that one's.
 * @throws AppError notFound (404) where the caller may not see the party
 */
export async function partyStanding(ctx: Ctx, id: string, on: string): Promise<PartyStanding> {
  const found = await standingOf(ctx, id, on)
  if (found) return found
  const survivor = await survivorOf(ctx, id)
  const standing = survivor && (await standingOf(ctx, survivor, on))
  if (!standing) throw notFound()
  return standing
}

const standingOf = (ctx: Ctx, id: string, on: string): Promise<PartyStanding | undefined> =>
  visibleParties(ctx)
    .select([
      'p.levelId',
      sql<string[]>`array(
        select g.key from party_group_members m join party_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
        where m.tenant_id = p.tenant_id and m.party_id = p.id and (m.until is null or m.until > ${on}::date))`.as(
        'groups',
      ),
    ])
    .where('p.id', '=', id)
    .executeTakeFirst()
