import type { PartyReference } from '@peyvand/parties/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleRecordsOfAll } from './record-access.ts'
import { refreshTextsOfParty } from './retitle-job.ts'
import './tables.ts'

/** Counts for the tabs of the party's file. */
export async function countsOfParty(
  ctx: Ctx,
  { partyId }: { partyId: string },
): Promise<Record<string, number>> {
  const row = await (await visibleRecordsOfAll(ctx))
    .select(sql<number>`count(*)::int`.as('count'))
    .where('r.partyId', '=', partyId)
    .executeTakeFirst()
  return { records: row?.count ?? 0 }
}

/** A party with records is not deleted for ever. */
export async function isAnyInUse(ctx: Ctx, { partyIds }: { partyIds: readonly string[] }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('records')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`party_id`, partyIds))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Where records name parties, for merges. */
export async function referencesToParties(): Promise<PartyReference[]> {
  return [{ table: 'records', column: 'party_id', key: ['id'] }]
}

/** Titles and searches hold the party's name. */
export async function followPartyName(
  ctx: Ctx,
  { partyId, fields }: { partyId: string; fields: readonly string[] },
): Promise<void> {
  if (fields.some((field) => /name/i.test(field))) await refreshTextsOfParty(ctx, partyId)
}

/** Records of a merged party stand in the survivor's file now. */
export const followMerge = (ctx: Ctx, { survivorId }: { survivorId: string }): Promise<void> =>
  refreshTextsOfParty(ctx, survivorId)

export async function followUnmerge(
  ctx: Ctx,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
): Promise<void> {
  await refreshTextsOfParty(ctx, survivorId)
  await refreshTextsOfParty(ctx, mergedId)
}

/** Records of a team that is gone belong to the team above it, or to none. */
export async function moveTeamRecords(
  ctx: Ctx,
  { teamId, parentId }: { teamId: string; parentId: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('records')
    .set({ teamId: parentId })
    .where('tenantId', '=', ctx.tenantId)
    .where('teamId', '=', teamId)
    .execute()
}
