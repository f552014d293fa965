import { type RecordAccess, scopeReason } from '@peyvand/identity/server'
import { type Ctx, may } from '@peyvand/platform/server'
import { canSeeDeal, type DealAction, reaches } from './deal-access.ts'
import './tables.ts'

const actions: readonly DealAction[] = ['read', 'create', 'update', 'delete']

/** Why the caller sees a deal or not; null where there is none. */
export async function explainDealAccess(ctx: Ctx, id: string): Promise<RecordAccess | null> {
  const row = await ctx.db
    .selectFrom('deals')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    name: row.title,
    sees: await canSeeDeal(ctx, id),
    reasons: [
      await scopeReason(ctx, 'deals.read', row),
      ...(row.deletedAt ? [{ opens: false, key: 'pipeline.access.inBin' }] : []),
    ],
    allowed: actions
      .filter((action) => (action === 'create' ? may(ctx.actor, 'deals.create') : reaches(ctx, action, row)))
      .map((action) => `deals.${action}`),
  }
}
