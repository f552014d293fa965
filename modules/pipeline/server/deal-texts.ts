import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { dealSearch } from './deal-input.ts'
import './tables.ts'

/** Names of parties by id, whoever may see them. */
export async function namesOfParties(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('parties')
    .select(['id', 'displayName'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, [...new Set(ids)]))
    .execute()
  return new Map(rows.map(({ id, displayName }) => [id, displayName]))
}

/** The search of deals holds the party's name. */
export async function refreshSearchOfParty(ctx: Ctx, partyId: string): Promise<void> {
  const party = (await namesOfParties(ctx, [partyId])).get(partyId)
  if (party === undefined) return
  const deals = await ctx.db
    .selectFrom('deals')
    .select(['id', 'number', 'title'])
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .execute()
  const rows = deals.map(({ id, number, title }) => ({ id, search: dealSearch({ number, title, party }) }))
  await sql`update deals d set search = n.search
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, search text)
    where d.tenant_id = ${ctx.tenantId} and d.id = n.id`.execute(ctx.db)
}
