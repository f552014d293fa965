import { type Ctx, withinScope } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'

/**
 * SQL for the title of the deal whose id a column holds, deleted or not; null where the column is null or the caller
 * may not see the deal.
 */
export const dealTitle = (ctx: Ctx, column: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select deal_named.title from deals deal_named
       where deal_named.tenant_id = current_setting('app.tenant_id')::int and deal_named.id = ${column}
         and ${withinScope(ctx.actor, 'deals.read', { owner: sql`deal_named.owner_id`, team: sql`deal_named.team_id` })})`
