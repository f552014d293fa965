import {
  type HandedOver,
  type HandOver,
  requireFullReach,
  teamsOfUser,
  type Work,
} from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { noteChange } from './deal-events.ts'
import './tables.ts'

const kind = 'deals'

/** The deals that a user is still responsible for. */
export async function dealsOfUser(ctx: Ctx, userId: string): Promise<Work[]> {
  const { count } = await runningOf(ctx, userId)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return [{ kind, label: { fa: 'فرصت‌های فروش جاری', en: 'Running deals' }, count }]
}

/** Gives them to a colleague. @throws AppError users.handOverReach (403) */
export async function handOverDeals(
  ctx: Ctx,
  { kind: given, userId, toId }: HandOver,
): Promise<HandedOver | null> {
  if (given !== kind) return null
  requireFullReach(ctx, 'deals.update')
  const deals = await runningOf(ctx, userId).selectAll('d').forUpdate().execute()
  const [teamId = null] = await teamsOfUser(ctx, toId)
  await ctx.db
    .updateTable('deals as d')
    .set({
      ownerId: toId,
      teamId,
      updatedAt: ctx.now().toISOString(),
      updatedBy: ctx.actor.userId,
      version: sql`d.version + 1`,
    })
    .where('d.tenantId', '=', ctx.tenantId)
    .where('d.ownerId', '=', userId)
    .where('d.deletedAt', 'is', null)
    .where(sql<boolean>`d.outcome in ('open', 'hold')`)
    .execute()
  for (const deal of deals) noteChange(ctx, deal, { ...deal, ownerId: toId, teamId })
  return { count: deals.length, operationId: null }
}

const runningOf = (ctx: Ctx, userId: string) =>
  ctx.db
    .selectFrom('deals as d')
    .where('d.tenantId', '=', ctx.tenantId)
    .where('d.ownerId', '=', userId)
    .where('d.deletedAt', 'is', null)
    .where(sql<boolean>`d.outcome in ('open', 'hold')`)
