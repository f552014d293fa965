import { teamName, teamsByIds } from '@peyvand/identity/server'
import { cleanText } from '@peyvand/persian'
import {
  AppError,
  badField,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { CreatePipeline, Pipeline, PipelineChange } from '../contract/index.ts'
import { type StageRow, stageRows, stageView, writeStages } from './stages.ts'
import './tables.ts'

export type PipelineRow = Selectable<Tables['pipelines']>

/** All pipelines with their stages, archived ones last. */
export async function listPipelines(ctx: Ctx): Promise<Pipeline[]> {
  const rows = await pipelineRows(ctx).select(teamName(sql`l.team_id`).as('teamName')).execute()
  const stages = await stageRows(ctx)
  return rows.map(({ id, name, teamId, teamName: of, archivedAt, version }) => ({
    id,
    name,
    team: teamId && of !== null ? { id: teamId, name: of } : null,
    stages: stages.filter(({ pipelineId }) => pipelineId === id).map(stageView),
    archivedAt,
    version,
  }))
}

/** @throws AppError pipeline.nameTaken (409); badInput (400) at `teamId` */
export async function createPipeline(ctx: Ctx, input: CreatePipeline): Promise<Pipeline> {
  await requireTeam(ctx, input.teamId)
  return pipelineView(ctx, await insertPipeline(ctx, input))
}

/** Puts a pipeline after the others; asks nobody's rights. @throws AppError pipeline.nameTaken (409) */
export async function insertPipeline(
  ctx: Ctx,
  { stages, teamId, ...input }: CreatePipeline,
): Promise<string> {
  const name = cleanText(input.name)
  await requireFreeName(ctx, name)
  const id = newId()
  const last = await ctx.db
    .selectFrom('pipelines')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  await ctx.db
    .insertInto('pipelines')
    .values({
      tenantId: ctx.tenantId,
      id,
      name,
      teamId,
      position: (last?.position ?? -1) + 1,
      archivedAt: null,
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  await writeStages(ctx, id, stages)
  ctx.audit({ action: 'create', record: 'pipelines', recordId: id, label: name })
  ctx.live({ topic: 'pipelines', id })
  return id
}

/**
 * Changes what is named; stages are sent whole.
 * @throws AppError pipeline.notFound, pipeline.stageNotFound (404), versionConflict, pipeline.nameTaken,
 * pipeline.stageInUse, pipeline.lastOne (409); badInput (400) at `teamId`
 */
export async function updatePipeline(ctx: Ctx, id: string, change: PipelineChange): Promise<Pipeline> {
  const before = await requirePipeline(ctx, id, { lock: true })
  const shown = await pipelineView(ctx, id)
  requireVersion(before, change.version, shown)
  const after = {
    name: change.name === undefined ? before.name : cleanText(change.name),
    teamId: change.teamId === undefined ? before.teamId : change.teamId,
    archivedAt: archivedFrom(ctx, before, change),
  }
  if (after.name !== before.name) await requireFreeName(ctx, after.name, id)
  if (after.teamId !== before.teamId) await requireTeam(ctx, after.teamId)
  if (after.archivedAt && !before.archivedAt) await requireAnother(ctx, id)
  if (change.stages) await writeStages(ctx, id, change.stages)
  await ctx.db
    .updateTable('pipelines')
    .set({ ...after, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const view = await pipelineView(ctx, id)
  ctx.audit({
    action: 'update',
    record: 'pipelines',
    recordId: id,
    label: after.name,
    changes: changesBetween<Record<string, unknown>>(
      { ...logged(before), stages: shown.stages },
      { ...after, stages: view.stages },
    ),
  })
  ctx.live({ topic: 'pipelines', id })
  return view
}

/** @throws AppError pipeline.orderIncomplete (409) */
export async function orderPipelines(ctx: Ctx, ids: readonly string[]): Promise<Pipeline[]> {
  const rows = await pipelineRows(ctx).forUpdate().execute()
  const isWhole = rows.length === ids.length && rows.every(({ id }) => ids.includes(id))
  if (!isWhole) throw new AppError('pipeline.orderIncomplete', { status: 409 })
  await sql`update pipelines l set position = o.place
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality as o (id, place)
    where l.tenant_id = ${ctx.tenantId} and l.id = o.id`.execute(ctx.db)
  ctx.audit({ action: 'update', record: 'pipelines', changes: { order: { to: ids } } })
  return listPipelines(ctx)
}

/** @throws AppError pipeline.notFound (404) */
export async function requirePipeline(
  ctx: Ctx,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<PipelineRow> {
  const row = await pipelineRows(ctx)
    .where('l.id', '=', id)
    .$if(lock, (qb) => qb.forUpdate())
    .executeTakeFirst()
  if (!row) throw notFound('pipeline.notFound')
  return row
}

/**
 * The stage in which a new deal begins, with its pipeline: by default the first one of the first.
 * @throws AppError pipeline.notFound (404); badInput (400) at `stageId`
 */
export async function firstStage(
  ctx: Ctx,
  { pipelineId, stageId }: { pipelineId?: string | undefined; stageId?: string | undefined },
): Promise<{ pipeline: PipelineRow; stage: StageRow }> {
  const stages = await stageRows(ctx, pipelineId === undefined ? undefined : [pipelineId])
  const given = stages.find(({ id }) => id === stageId)
  if (stageId !== undefined && !given) throw badField('stageId', 'option')
  const wanted = pipelineId ?? given?.pipelineId
  const rows = pipelineRows(ctx).where('l.archivedAt', 'is', null)
  const pipeline = await (wanted === undefined ? rows : rows.where('l.id', '=', wanted)).executeTakeFirst()
  const stage = given ?? stages.find((one) => one.pipelineId === pipeline?.id)
  if (!pipeline || !stage) throw notFound('pipeline.notFound')
  return { pipeline, stage }
}

/** Pipelines of a team that is gone belong to the team above it, or to none. */
export async function moveTeamPipelines(
  ctx: Ctx,
  { teamId, parentId }: { teamId: string; parentId: string | null },
): Promise<void> {
  for (const table of ['pipelines', 'deals'] as const)
    await ctx.db
      .updateTable(table)
      .set({ teamId: parentId })
      .where('tenantId', '=', ctx.tenantId)
      .where('teamId', '=', teamId)
      .execute()
}

const pipelineRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('pipelines as l')
    .selectAll('l')
    .where('l.tenantId', '=', ctx.tenantId)
    .orderBy(sql`l.archived_at is not null`)
    .orderBy('l.position')
    .orderBy('l.id')

const logged = ({ name, teamId, archivedAt }: PipelineRow) => ({ name, teamId, archivedAt })

function archivedFrom(ctx: Ctx, { archivedAt }: PipelineRow, { archived }: PipelineChange): string | null {
  if (archived === undefined) return archivedAt
  return archived ? (archivedAt ?? ctx.now().toISOString()) : null
}

async function pipelineView(ctx: Ctx, id: string): Promise<Pipeline> {
  const found = (await listPipelines(ctx)).find((one) => one.id === id)
  if (!found) throw notFound('pipeline.notFound')
  return found
}

async function requireTeam(ctx: Ctx, id: string | null): Promise<void> {
  if (id !== null && !(await teamsByIds(ctx, [id])).has(id)) throw badField('teamId', 'option')
}

async function requireFreeName(ctx: Ctx, name: string, except?: string): Promise<void> {
  const taken = await pipelineRows(ctx).where('l.name', '=', name).executeTakeFirst()
  if (taken && taken.id !== except)
    throw new AppError('pipeline.nameTaken', {
      status: 409,
      fields: [{ path: 'name', code: 'pipeline.nameTaken' }],
    })
}

async function requireAnother(ctx: Ctx, id: string): Promise<void> {
  const other = await pipelineRows(ctx)
    .where('l.archivedAt', 'is', null)
    .where('l.id', '!=', id)
    .executeTakeFirst()
  if (!other) throw new AppError('pipeline.lastOne', { status: 409 })
}
