import { type HandedOver, type HandOver, requireFullReach, type Work } from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { startBulk } from './bulk.ts'

const kind = 'parties'
const label = { fa: 'مخاطبان', en: 'Parties' }

/** The files that a user is responsible for. */
export async function partiesOfUser(ctx: Ctx, userId: string): Promise<Work[]> {
  const { count } = await ctx.db
    .selectFrom('parties')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .where('ownerId', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return [{ kind, label, count }]
}

/** Gives them to a colleague, as a change of many that can be undone. @throws AppError users.handOverReach (403) */
export async function handOverParties(
  ctx: Ctx,
  { kind: asked, userId, toId }: HandOver,
): Promise<HandedOver | null> {
  if (asked !== kind) return null
  requireFullReach(ctx, 'parties.update')
  const [work] = await partiesOfUser(ctx, userId)
  const { operationId } = await startBulk(ctx, {
    selection: { all: true, filter: { field: 'owner', op: 'in', value: [userId] } },
    action: { type: 'assign', ownerId: toId },
  })
  return { count: work?.count ?? 0, operationId }
}
