import { AppError, anyOf, type Ctx, json, newId, notFound, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import { type Outcome, RequiredField, type Stage, type StageInput } from '../contract/index.ts'
import './tables.ts'

export type StageRow = Selectable<Tables['pipelineStages']>

/** Stages of all pipelines, or of those given, in order. */
export const stageRows = (ctx: Ctx, pipelineIds?: readonly string[]): Promise<StageRow[]> =>
  ctx.db
    .selectFrom('pipelineStages')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('removedAt', 'is', null)
    .$if(pipelineIds !== undefined, (qb) => qb.where(anyOf(sql`pipeline_id`, pipelineIds ?? [])))
    .orderBy('position')
    .orderBy('id')
    .execute()

/** @throws AppError pipeline.stageNotFound (404) for one that is not there, or of an archived pipeline */
export async function requireStage(ctx: Ctx, id: string): Promise<StageRow> {
  const [row] = await stagesInUse(ctx, [id])
  if (!row) throw notFound('pipeline.stageNotFound')
  return row
}

/** Those of the stages that are there, of pipelines that are not archived. */
export const stagesInUse = (ctx: Ctx, ids: readonly string[]): Promise<StageRow[]> =>
  ctx.db
    .selectFrom('pipelineStages as s')
    .innerJoin('pipelines as l', (join) =>
      join.onRef('l.tenantId', '=', 's.tenantId').onRef('l.id', '=', 's.pipelineId'),
    )
    .selectAll('s')
    .where('s.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`s.id`, ids))
    .where('s.removedAt', 'is', null)
    .where('l.archivedAt', 'is', null)
    .execute()

export const stageView = (row: StageRow): Stage => ({
  id: row.id,
  name: row.name,
  outcome: row.outcome,
  probability: row.probability,
  staleDays: row.staleDays,
  requiredFields: row.requiredFields.filter((field) => RequiredField.safeParse(field).success),
  checklist: row.checklist,
})

/**
 * Makes these the pipeline's stages, in order. Those that are gone stay for the history of deals.
 * @throws AppError pipeline.stageNotFound (404), pipeline.stageInUse (409)
 */
export async function writeStages(
  ctx: Ctx,
  pipelineId: string,
  stages: readonly StageInput[],
): Promise<void> {
  const before = await stageRows(ctx, [pipelineId])
  const kept = new Set(stages.flatMap(({ id }) => id ?? []))
  for (const id of kept) if (!before.some((row) => row.id === id)) throw notFound('pipeline.stageNotFound')
  const gone = before.filter(({ id }) => !kept.has(id))
  await requireNoDeals(ctx, gone)
  const { tenantId } = ctx
  if (gone.length > 0)
    await ctx.db
      .updateTable('pipelineStages')
      .set({ removedAt: ctx.now().toISOString() })
      .where('tenantId', '=', tenantId)
      .where(
        anyOf(
          sql`id`,
          gone.map(({ id }) => id),
        ),
      )
      .execute()
  for (const [position, stage] of stages.entries()) {
    const columns = {
      name: stage.name,
      outcome: stage.outcome,
      probability: probabilityOf(stage),
      staleDays: stage.staleDays,
      requiredFields: stage.requiredFields,
      checklist: json(stage.checklist),
      position,
    }
    const { id } = stage
    if (id === undefined)
      await ctx.db
        .insertInto('pipelineStages')
        .values({ tenantId, id: newId(), pipelineId, removedAt: null, ...columns })
        .execute()
    else
      await ctx.db
        .updateTable('pipelineStages')
        .set(columns)
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .execute()
  }
  const meant = stages.filter(({ id, outcome }) =>
    before.some((row) => row.id === id && row.outcome !== outcome),
  )
  for (const { id, outcome } of meant) await followOutcome(ctx, id as string, outcome)
}

const certain: Partial<Record<Outcome, number>> = { won: 100, lost: 0 }
const probabilityOf = ({ outcome, probability }: StageInput) => certain[outcome] ?? probability

/** Deals in a stage that now means something else. */
async function followOutcome(ctx: Ctx, stageId: string, outcome: Outcome): Promise<void> {
  const closes = outcome === 'won' || outcome === 'lost'
  await ctx.db
    .updateTable('deals')
    .set({ outcome, closedAt: closes ? sql`coalesce(closed_at, stage_since)` : null })
    .where('tenantId', '=', ctx.tenantId)
    .where('stageId', '=', stageId)
    .execute()
}

async function requireNoDeals(ctx: Ctx, stages: readonly StageRow[]): Promise<void> {
  if (stages.length === 0) return
  const used = await ctx.db
    .selectFrom('deals')
    .select('stageId')
    .where('tenantId', '=', ctx.tenantId)
    .where(
      anyOf(
        sql`stage_id`,
        stages.map(({ id }) => id),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  const stage = used && stages.find(({ id }) => id === used.stageId)
  if (stage) throw new AppError('pipeline.stageInUse', { status: 409, params: { name: stage.name } })
}
