import { userName } from '@peyvand/identity/server'
import { type Ctx, insertRows } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { StageStay } from '../contract/index.ts'
import { ref } from './deal-rows.ts'
import './tables.ts'

/** A deal's stays in stages, oldest first; each begins when the one before it ends. */
export async function staysOf(ctx: Ctx, dealId: string): Promise<StageStay[]> {
  const rows = await ctx.db
    .selectFrom('dealStays as y')
    .innerJoin('pipelineStages as s', (join) =>
      join.onRef('s.tenantId', '=', 'y.tenantId').onRef('s.id', '=', 'y.stageId'),
    )
    .innerJoin('pipelines as l', (join) =>
      join.onRef('l.tenantId', '=', 's.tenantId').onRef('l.id', '=', 's.pipelineId'),
    )
    .select(['y.stageId', 's.name', 's.outcome', 's.pipelineId', 'l.name as pipelineName'])
    .select(['y.enteredAt', 'y.leftAt', 'y.movedBy', userName(sql`y.moved_by`).as('movedByName')])
    .where('y.tenantId', '=', ctx.tenantId)
    .where('y.dealId', '=', dealId)
    .orderBy('y.position')
    .execute()
  return rows.map((row) => ({
    stage: { id: row.stageId, name: row.name },
    pipeline: { id: row.pipelineId, name: row.pipelineName },
    outcome: row.outcome,
    enteredAt: row.enteredAt,
    leftAt: row.leftAt,
    seconds: Math.floor(
      ((row.leftAt === null ? ctx.now().getTime() : Date.parse(row.leftAt)) - Date.parse(row.enteredAt)) /
        1000,
    ),
    movedBy: ref(row.movedBy, row.movedByName),
  }))
}

/** The first stays of deals that are new. */
export const beginStays = (
  ctx: Ctx,
  deals: readonly { id: string; stageId: string; stageSince: string }[],
): Promise<void> =>
  insertStays(
    ctx,
    deals.map((deal) => ({ ...deal, position: 1 })),
  )

/** Ends the stays of locked deals and begins the next ones at the same moments. */
export async function continueStays(
  ctx: Ctx,
  deals: readonly { id: string; stageId: string; stageSince: string }[],
): Promise<void> {
  const given = JSON.stringify(deals.map(({ id, stageSince }) => ({ id, since: stageSince })))
  const { rows: ended } = await sql<{ dealId: string; position: number }>`
    update deal_stays y set left_at = g.since from jsonb_to_recordset(${given}::jsonb) as g(id uuid, since timestamptz)
    where y.tenant_id = ${ctx.tenantId} and y.deal_id = g.id and y.left_at is null
    returning y.deal_id, y.position`.execute(ctx.db)
  const last = new Map(ended.map(({ dealId, position }) => [dealId, position]))
  await insertStays(
    ctx,
    deals.map((deal) => ({ ...deal, position: (last.get(deal.id) ?? 0) + 1 })),
  )
}

const insertStays = (
  ctx: Ctx,
  stays: readonly { id: string; position: number; stageId: string; stageSince: string }[],
): Promise<void> =>
  insertRows(
    ctx,
    'dealStays',
    stays.map(({ id, position, stageId, stageSince }) => ({
      tenantId: ctx.tenantId,
      dealId: id,
      position,
      stageId,
      enteredAt: stageSince,
      leftAt: null,
      movedBy: ctx.actor.userId,
    })),
  )
