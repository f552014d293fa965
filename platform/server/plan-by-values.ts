import { sql } from 'kysely'
import type { Ctx } from './ctx.ts'

/**
 * Has statements planned for the values they are asked with. Prepared statements get one plan for all values after
 * five runs, which may read a million rows where the filter is rare or the file is long; for statements that find
 * rows by their ids that one plan is right, and they should not be planned again each time.
 */
export async function planByValues<T>(ctx: Ctx, run: () => Promise<T>): Promise<T> {
  await setMode(ctx, 'force_custom_plan')
  const answer = await run()
  await setMode(ctx, 'auto')
  return answer
}

async function setMode(ctx: Ctx, mode: 'force_custom_plan' | 'auto'): Promise<void> {
  await sql`select set_config('plan_cache_mode', ${mode}, true)`.execute(ctx.db)
}
