import type { NextStep } from '@peyvand/parties/contract'
import type { PartyReference } from '@peyvand/parties/server'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { visibleDeals } from './deal-access.ts'
import { dealRow, selectNamed } from './deal-rows.ts'
import { refreshSearchOfParty } from './deal-texts.ts'
import './tables.ts'

interface OfParty {
  partyId: string
}

/** Counts for the tabs of the party's file. */
export async function countsOfParty(ctx: Ctx, { partyId }: OfParty): Promise<Record<string, number>> {
  const row = await visibleDeals(ctx)
    .select(sql<number>`count(*)::int`.as('count'))
    .where((eb) => eb.or([eb('d.partyId', '=', partyId), eb('d.contactId', '=', partyId)]))
    .executeTakeFirst()
  return { deals: row?.count ?? 0 }
}

const mostSteps = 10

/** Follow-ups of running deals among the party's next steps. */
export async function stepsOfParty(ctx: Ctx, { partyId }: OfParty): Promise<NextStep[]> {
  const rows = await selectNamed(ctx, visibleDeals(ctx))
    .where('d.partyId', '=', partyId)
    .where(sql<boolean>`d.outcome in ('open', 'hold') and d.next_follow_up_at is not null`)
    .orderBy('d.nextFollowUpAt')
    .limit(mostSteps)
    .execute()
  const now = ctx.now().toISOString()
  return rows
    .map((row) => dealRow(ctx, row))
    .map(({ id, title, nextFollowUpAt, owner }) => ({
      subjectType: 'deals',
      subjectId: id,
      kind: 'deal',
      title,
      dueAt: nextFollowUpAt,
      overdue: nextFollowUpAt !== null && nextFollowUpAt < now,
      owner,
    }))
}

const partyColumns = ['party_id', 'contact_id', 'lost_to_id'] as const

/** A party with deals is not deleted for ever. */
export async function isAnyInUse(ctx: Ctx, { partyIds }: { partyIds: readonly string[] }): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('deals')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where((eb) => eb.or(partyColumns.map((column) => anyOf(sql.ref(column), partyIds))))
    .limit(1)
    .executeTakeFirst()
  if (row) return true
  const competitor = await ctx.db
    .selectFrom('dealCompetitors')
    .select('dealId')
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`party_id`, partyIds))
    .limit(1)
    .executeTakeFirst()
  return competitor !== undefined
}

/** Where deals name parties, for merges. */
export const referencesToParties = async (): Promise<PartyReference[]> => [
  ...partyColumns.map((column) => ({ table: 'deals', column, key: ['id'] })),
  { table: 'deal_competitors', column: 'party_id', key: ['deal_id', 'party_id'], doubles: ['deal_id'] },
]

export async function followPartyName(
  ctx: Ctx,
  { partyId, fields }: OfParty & { fields: readonly string[] },
): Promise<void> {
  if (fields.some((field) => /name/i.test(field))) await refreshSearchOfParty(ctx, partyId)
}

export const followMerge = (ctx: Ctx, { survivorId }: { survivorId: string }): Promise<void> =>
  refreshSearchOfParty(ctx, survivorId)

export async function followUnmerge(
  ctx: Ctx,
  { survivorId, mergedId }: { survivorId: string; mergedId: string },
): Promise<void> {
  await refreshSearchOfParty(ctx, survivorId)
  await refreshSearchOfParty(ctx, mergedId)
}
