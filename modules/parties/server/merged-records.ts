import { AppError, anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

const longestChain = 20

/** The record that another one was merged into, over however many merges; null where it was never merged. */
export async function survivorOf(ctx: Ctx, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select survivor_id, 1 as step from party_merges
      where tenant_id = ${ctx.tenantId} and merged_id = ${id}::uuid and undone_at is null
      union all
      select m.survivor_id, c.step + 1 from chain c
      join party_merges m on m.tenant_id = ${ctx.tenantId} and m.merged_id = c.survivor_id and m.undone_at is null
      where c.step < ${longestChain}
    )
    select survivor_id as id from chain order by step desc limit 1`.execute(ctx.db)
  return rows[0]?.id ?? null
}

/** Those of the records that were merged into another: they come back by the undo of the merge alone. */
export async function mergedAway(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('partyMerges')
    .select('mergedId')
    .where('tenantId', '=', ctx.tenantId)
    .where('undoneAt', 'is', null)
    .where(anyOf(sql`merged_id`, ids))
    .execute()
  return new Set(rows.map(({ mergedId }) => mergedId))
}

/** @throws AppError parties.mergedAway (409) */
export async function refuseMergedAway(ctx: Ctx, id: string): Promise<void> {
  if ((await mergedAway(ctx, [id])).size > 0) throw new AppError('parties.mergedAway', { status: 409 })
}
