import type { CountedValue } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
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

/** How many present activities have a value as their result. */
export async function countResult(ctx: Ctx, { list, id, most }: CountedValue) {
  if (!Object.values<string>(resultListOf).includes(list)) return null
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from activities
      where tenant_id = ${ctx.tenantId} and deleted_at is null and result_id = ${id}::uuid limit ${most}
    ) counted`.execute(ctx.db)
  return { record: 'activities', count: rows[0]?.count ?? 0 }
}
