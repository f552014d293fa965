import { requireValue, valueLabel } from '@peyvand/customization/server'
import { type Ctx, changesBetween, newId, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { SourceCost, SourceCostInput, YieldQuery } from '../contract/index.ts'
import './tables.ts'

const mostListed = 500

export async function listCosts(
  ctx: Ctx,
  { from, to }: YieldQuery,
): Promise<{ items: SourceCost[]; more: boolean }> {
  const rows = await costRows(ctx)
    .where('c.spentOn', '>=', from)
    .where('c.spentOn', '<=', to)
    .orderBy('c.spentOn', 'desc')
    .orderBy('c.id', 'desc')
    .limit(mostListed + 1)
    .execute()
  return { items: rows.slice(0, mostListed).map(costView), more: rows.length > mostListed }
}

/** @throws AppError badInput (400) for a source that is none */
export async function createCost(ctx: Ctx, input: SourceCostInput): Promise<SourceCost> {
  await requireValue(ctx, 'sources', { path: 'sourceId', id: input.sourceId })
  const id = newId()
  const { userId } = ctx.actor
  const made = { tenantId: ctx.tenantId, id, createdAt: ctx.now().toISOString(), createdBy: userId }
  await ctx.db
    .insertInto('leadSourceCosts')
    .values({ ...input, ...made })
    .execute()
  const cost = await requireCost(ctx, id)
  ctx.audit({
    action: 'create',
    record: 'leadCosts',
    recordId: id,
    label: cost.source.name,
    changes: changesBetween<Record<string, unknown>>({}, input),
  })
  return cost
}

/** @throws AppError leads.costNotFound (404) */
export async function updateCost(ctx: Ctx, id: string, input: SourceCostInput): Promise<SourceCost> {
  const before = await requireCost(ctx, id)
  await requireValue(ctx, 'sources', { path: 'sourceId', id: input.sourceId, present: before.sourceId })
  await ctx.db
    .updateTable('leadSourceCosts')
    .set(input)
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const changes = changesBetween<Record<string, unknown>>(before, input)
  ctx.audit({ action: 'update', record: 'leadCosts', recordId: id, label: before.source.name, changes })
  return requireCost(ctx, id)
}

/** @throws AppError leads.costNotFound (404) */
export async function deleteCost(ctx: Ctx, id: string): Promise<void> {
  const { source, amount, spentOn } = await requireCost(ctx, id)
  await ctx.db
    .deleteFrom('leadSourceCosts')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const changes = { amount: { from: amount }, spentOn: { from: spentOn } }
  ctx.audit({ action: 'delete', record: 'leadCosts', recordId: id, label: source.name, changes })
}

const costRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('leadSourceCosts as c')
    .selectAll('c')
    .select(valueLabel(ctx, sql`c.source_id`).as('sourceName'))
    .where('c.tenantId', '=', ctx.tenantId)

type Row = Awaited<ReturnType<ReturnType<typeof costRows>['executeTakeFirstOrThrow']>>

const costView = ({ id, sourceId, sourceName, spentOn, amount, note }: Row): SourceCost => ({
  id,
  sourceId,
  source: { id: sourceId, name: sourceName ?? '' },
  spentOn,
  amount,
  note,
})

async function requireCost(ctx: Ctx, id: string): Promise<SourceCost> {
  const row = await costRows(ctx).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('leads.costNotFound')
  return costView(row)
}
