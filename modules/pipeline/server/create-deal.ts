import { attachFiles } from '@peyvand/files/server'
import { type Ctx, checkCustomValues, forbidden, newId } from '@peyvand/platform/server'
import type { CreateDeal, Deal } from '../contract/index.ts'
import { amountFrom } from './amount-from.ts'
import { reaches } from './deal-access.ts'
import { writeCompetitors } from './deal-competitors.ts'
import { ownerFrom, requireCompetitors, requireReferences } from './deal-input.ts'
import { writeLines } from './deal-lines.ts'
import { dealView } from './deal-queries.ts'
import { insertDeals } from './insert-deals.ts'
import { requireGate } from './move-deal.ts'
import { firstStage } from './pipelines.ts'
import { priceLines } from './price-lines.ts'

/**
 * Opens a deal, in the first stage unless another is given. Its amount is the sum of its lines where none is given.
 * @throws AppError pipeline.notFound (404), forbidden (403), pipeline.stageAsks, catalog.noVatRate (409);
 * badInput (400) at the field
 */
export async function createDeal(
  ctx: Ctx,
  { pipelineId, stageId, fileIds = [], competitors = [], lines: wanted = [], ...input }: CreateDeal,
): Promise<Deal> {
  const { pipeline, stage } = await firstStage(ctx, { pipelineId, stageId })
  const owner = await ownerFrom(ctx, input, pipeline.teamId)
  if (!reaches(ctx, 'create', owner)) throw forbidden()
  await requireReferences(ctx, input)
  await requireCompetitors(ctx, competitors)
  const lines = await priceLines(ctx, { partyId: input.partyId, lines: wanted })
  const { amountOfLines = input.amount === null } = input
  const amount = amountFrom({ amount: null, amountOfLines: false }, { ...input, amountOfLines, lines })
  const custom = await checkCustomValues(ctx, { record: 'deals', values: input.custom ?? {} })
  requireGate(stage, { ...input, ...amount, custom, checked: [], lostReasonId: null })
  const id = newId()
  await insertDeals(ctx, [{ ...input, ...owner, ...amount, id, stage, custom }], {
    origin: ctx.actor.kind === 'apiKey' ? 'api' : 'manual',
  })
  await writeCompetitors(ctx, id, competitors)
  await writeLines(ctx, id, lines)
  await attachFiles(ctx, 'deals', id, fileIds)
  return dealView(ctx, id)
}
