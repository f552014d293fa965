import type { Ctx } from '@peyvand/platform/server'
import { resultListOf } from '../contract/index.ts'
import './tables.ts'

/** Activities of a team that is gone belong to the team above it, or to none. */
export async function moveTeamActivities(
  ctx: Ctx,
  { teamId, parentId }: { teamId: string; parentId: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('activities')
    .set({ teamId: parentId })
    .where('tenantId', '=', ctx.tenantId)
    .where('teamId', '=', teamId)
    .execute()
}

/** Two results of a list became one. */
export async function moveResults(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  if (!Object.values<string>(resultListOf).includes(list)) return
  await ctx.db
    .updateTable('activities')
    .set({ resultId: into })
    .where('tenantId', '=', ctx.tenantId)
    .where('resultId', '=', from)
    .execute()
}
