import { attachFiles } from '@peyvand/files/server'
import { type Ctx, checkCustomValues, forbidden, newId } from '@peyvand/platform/server'
import type { CreateDeal, Deal } from '../contract/index.ts'
import { reaches } from './deal-access.ts'
import { ownerFrom, requireReferences } from './deal-input.ts'
import { getDeal } from './deal-queries.ts'
import { insertDeals } from './insert-deals.ts'
import { requireGate } from './move-deal.ts'
import { firstStage } from './pipelines.ts'

/**
 * Opens a deal, in the first stage unless another is given.
 * @throws AppError pipeline.notFound (404), forbidden (403), pipeline.stageAsks (409); badInput (400) at the field
 */
export async function createDeal(
  ctx: Ctx,
  { pipelineId, stageId, fileIds = [], ...input }: CreateDeal,
): Promise<Deal> {
  const { pipeline, stage } = await firstStage(ctx, { pipelineId, stageId })
  const owner = await ownerFrom(ctx, input, pipeline.teamId)
  if (!reaches(ctx, 'create', owner)) throw forbidden()
  await requireReferences(ctx, input)
  const custom = await checkCustomValues(ctx, { record: 'deals', values: input.custom ?? {} })
  requireGate(stage, { ...input, custom, checked: [], lostReasonId: null })
  const id = newId()
  await insertDeals(ctx, [{ ...input, ...owner, id, stage, custom }], {
    origin: ctx.actor.kind === 'apiKey' ? 'api' : 'manual',
  })
  await attachFiles(ctx, 'deals', id, fileIds)
  return getDeal(ctx, id)
}
