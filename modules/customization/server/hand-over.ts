import type { HandedOver, HandOver, Work } from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

const kind = 'views'
const label = { fa: 'نماهای ذخیره‌شده', en: 'Saved views' }

export async function viewsOfUser(ctx: Ctx, userId: string): Promise<Work[]> {
  const { count } = await ctx.db
    .selectFrom('savedViews')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .where('ownerId', '=', userId)
    .executeTakeFirstOrThrow()
  return [{ kind, label, count }]
}

/** Shared views go on being shared; private ones are the colleague's own from now on. */
export async function handOverViews(
  ctx: Ctx,
  { kind: asked, userId, toId }: HandOver,
): Promise<HandedOver | null> {
  if (asked !== kind) return null
  const { numUpdatedRows } = await ctx.db
    .updateTable('savedViews')
    .set({ ownerId: toId })
    .where('tenantId', '=', ctx.tenantId)
    .where('ownerId', '=', userId)
    .executeTakeFirstOrThrow()
  return { count: Number(numUpdatedRows), operationId: null }
}
