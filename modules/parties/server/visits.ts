import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { requireParty, visibleParties } from './party-access.ts'

/** My starred files, and those I opened last, newest first. */
export async function listRecent(ctx: Ctx, limit: number) {
  const rows = visibleParties(ctx)
    .innerJoin('partyVisits as v', (join) =>
      join.onRef('v.tenantId', '=', 'p.tenantId').onRef('v.partyId', '=', 'p.id'),
    )
    .select(['p.id', 'p.displayName as name', 'p.kind', 'v.seenAt'])
    .select(sql<boolean>`v.starred_at is not null`.as('starred'))
    .where('v.userId', '=', ctx.actor.userId)
    .limit(limit)
  return {
    starred: await rows.where('v.starredAt', 'is not', null).orderBy('v.starredAt', 'desc').execute(),
    recent: await rows.where('v.seenAt', 'is not', null).orderBy('v.seenAt', 'desc').execute(),
  }
}

/** Remembers that the caller opened a file. @throws AppError notFound */
export async function visitParty(ctx: Ctx, partyId: string): Promise<void> {
  await requireParty(ctx, partyId)
  await remember(ctx, partyId, { seenAt: ctx.now().toISOString() })
}

/** Keeps a file among the caller's starred ones, or no longer. @throws AppError notFound */
export async function starParty(ctx: Ctx, partyId: string, starred: boolean): Promise<void> {
  await requireParty(ctx, partyId)
  await remember(ctx, partyId, { starredAt: starred ? ctx.now().toISOString() : null })
}

async function remember(
  ctx: Ctx,
  partyId: string,
  change: { seenAt?: string; starredAt?: string | null },
): Promise<void> {
  const { userId } = ctx.actor
  if (userId === null) return
  await ctx.db
    .insertInto('partyVisits')
    .values({ tenantId: ctx.tenantId, userId, partyId, seenAt: null, starredAt: null, ...change })
    .onConflict((oc) => oc.columns(['tenantId', 'userId', 'partyId']).doUpdateSet(change))
    .execute()
}
