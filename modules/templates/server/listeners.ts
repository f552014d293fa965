import type { PartyReference } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

/** Where calls by scripts name parties, for merges. */
export const referencesToParties = async (): Promise<PartyReference[]> => [
  { table: 'script_runs', column: 'party_id', key: ['id'] },
]

/** What was answered by a party that is removed for ever goes with it. */
export async function forgetRunsOfParty(ctx: Ctx, { partyId }: { partyId: string }): Promise<void> {
  await ctx.db
    .deleteFrom('scriptRuns')
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .execute()
}

/** What was shared with a team that is gone is shared with the team above it; without one, with its owner alone. */
export async function moveTeamShares(
  ctx: Ctx,
  { teamId, parentId }: { teamId: string; parentId: string | null },
): Promise<void> {
  await sql`
    update templates t set
      team_ids = s.team_ids,
      visibility = case when s.team_ids = '{}' then 'private' else t.visibility end
    from (select id, array(select distinct coalesce(nullif(one, ${teamId}::uuid), ${parentId}::uuid) from unnest(team_ids) one
      where one <> ${teamId}::uuid or ${parentId}::uuid is not null) as team_ids
      from templates where tenant_id = ${ctx.tenantId} and ${teamId}::uuid = any(team_ids)) s
    where t.tenant_id = ${ctx.tenantId} and t.id = s.id`.execute(ctx.db)
  await sql`
    update scripts t set team_ids = s.team_ids, active = t.active and s.team_ids <> '{}'
    from (select id, array(select distinct coalesce(nullif(one, ${teamId}::uuid), ${parentId}::uuid) from unnest(team_ids) one
      where one <> ${teamId}::uuid or ${parentId}::uuid is not null) as team_ids
      from scripts where tenant_id = ${ctx.tenantId} and ${teamId}::uuid = any(team_ids)) s
    where t.tenant_id = ${ctx.tenantId} and t.id = s.id`.execute(ctx.db)
}

/** Two categories became one. */
export async function moveCategories(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  if (list !== 'templateCategories') return
  await ctx.db
    .updateTable('templates')
    .set({ categoryId: into })
    .where('tenantId', '=', ctx.tenantId)
    .where('categoryId', '=', from)
    .execute()
}
