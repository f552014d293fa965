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
  insertRows(
    ctx,
    'dealStays',
    deals.map(({ id, stageId, stageSince }) => ({
      tenantId: ctx.tenantId,
      dealId: id,
      position: 1,
      stageId,
      enteredAt: stageSince,
      leftAt: null,
      movedBy: ctx.actor.userId,
    })),
  )

/** Ends the stay of a locked deal and begins the next one at the same moment. */
export async function continueStay(
  ctx: Ctx,
  { dealId, stageId, at }: { dealId: string; stageId: string; at: string },
): Promise<void> {
  const left = await ctx.db
    .updateTable('dealStays')
    .set({ leftAt: at })
    .where('tenantId', '=', ctx.tenantId)
    .where('dealId', '=', dealId)
    .where('leftAt', 'is', null)
    .returning('position')
    .executeTakeFirst()
  await ctx.db
    .insertInto('dealStays')
    .values({
      tenantId: ctx.tenantId,
      dealId,
      position: (left?.position ?? 0) + 1,
      stageId,
      enteredAt: at,
      leftAt: null,
      movedBy: ctx.actor.userId,
    })
    .execute()
}
