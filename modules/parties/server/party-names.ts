import type { Ref } from '@peyvand/platform/contract'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import { visibleParties } from './party-access.ts'

/** SQL for the name of the party whose id a column holds, deleted or not; null where the column is null. */
export const partyName = (column: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select party_named.display_name from parties party_named
       where party_named.tenant_id = current_setting('app.tenant_id')::int and party_named.id = ${column})`

/** SQL for `{id, name}` of the party whose id a column holds, or null. */
export const partyRefOf = (column: RawBuilder<unknown>): RawBuilder<Ref | null> =>
  sql`case when ${column} is not null then jsonb_build_object('id', ${column}, 'name', ${partyName(column)}) end`

/** Names of the parties among the ids that the caller may see, by id. */
export async function partyRefs(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Ref>> {
  if (ids.length === 0) return new Map()
  const rows = await visibleParties(ctx)
    .select(['p.id', 'p.displayName as name'])
    .where(anyOf(sql`p.id`, [...new Set(ids)]))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The party's name, or null where the caller may not see it. */
export async function partyRef(ctx: Ctx, id: string): Promise<Ref | null> {
  return (await partyRefs(ctx, [id])).get(id) ?? null
}
