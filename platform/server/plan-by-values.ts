import { sql } from 'kysely'
import type { Ctx } from './ctx.ts'

/**
 * Has the rest of the transaction planned for the values it is asked with. Prepared statements get one plan for all
 * values after five runs, which may read a million rows where the filter is rare or the file is long.
 */
export async function planByValues(ctx: Ctx): Promise<void> {
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(ctx.db)
}
