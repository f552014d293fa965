import type { Ctx } from '@peyvand/platform/server'
import './tables.ts'

/** Deadlines of the days past are looked through once more: some may have to be told to somebody else, or sooner. */
export async function lookBack(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom('dueMarks').where('tenantId', '=', ctx.tenantId).execute()
}
