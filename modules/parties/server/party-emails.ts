import { anyOf, type Ctx, fieldRule } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleParties } from './party-access.ts'
import './tables.ts'

/** The first e-mail address of each party, by the party's id; whom or what the caller may not see is left out. */
export async function partyEmails(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rule = fieldRule(ctx.actor, 'parties.emails')
  if (ids.length === 0 || rule === 'hidden' || rule === 'masked') return new Map()
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
