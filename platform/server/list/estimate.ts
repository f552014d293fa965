import type { Ctx } from '../ctx.ts'
import type { AnyQuery } from './find-page.ts'

interface Estimate {
  rows: number
  /** In the planner's units. */
  cost: number
}

/** What the planner expects of a query: instant however many rows there are. */
export async function estimate(ctx: Ctx, query: AnyQuery<unknown>): Promise<Estimate> {
  const compiled = query.compile()
  const { rows } = await ctx.db.executeQuery<{
    'QUERY PLAN': { Plan: { 'Plan Rows': number; 'Total Cost': number } }[]
  }>({ ...compiled, sql: `explain (format json) ${compiled.sql}` })
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  return { rows: plan?.['Plan Rows'] ?? 0, cost: plan?.['Total Cost'] ?? 0 }
}
