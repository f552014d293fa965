import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleParties } from './party-access.ts'
import './tables.ts'

/** The first e-mail address of each party that the caller may see, by the party's id; others are left out. */
export async function partyEmails(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await visibleParties(ctx)
    .innerJoin('contactPoints as c', (join) =>
      join.onRef('c.tenantId', '=', 'p.tenantId').onRef('c.partyId', '=', 'p.id'),
    )
    .select(['p.id', 'c.value'])
    .where('c.type', '=', 'email')
    .where(anyOf(sql`p.id`, ids))
    .orderBy('c.position', 'desc')
    .execute()
  return new Map(rows.map(({ id, value }) => [id, value]))
}
