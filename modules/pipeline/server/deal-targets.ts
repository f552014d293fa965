import type { TargetSource } from '@peyvand/activities/server'
import { anyOf, type Ctx, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { isVisibleDeal, visibleDeals } from './deal-access.ts'

/** Deals as what activities, and by them referrals, are about. */
export async function dealTargets(ctx: Ctx): Promise<TargetSource> {
  return {
    type: 'deals',
    isVisible: (id) => (may(ctx.actor, 'deals.read') ? isVisibleDeal(ctx, id) : null),
    refs: async (ids) => {
      if (ids.length === 0) return new Map()
      const rows = await visibleDeals(ctx)
        .select(['d.id', 'd.title as name'])
        .where(anyOf(sql`d.id`, ids))
        .execute()
      return new Map(rows.map(({ id, name }) => [id, { name, kind: null }]))
    },
  }
}
