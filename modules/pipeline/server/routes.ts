import { listChanges, recordAsOf } from '@peyvand/history/server'
import { requireParty } from '@peyvand/parties/server'
import { handle, type RouteHandler } from '@peyvand/platform/server'
import * as contract from '../contract/index.ts'
import { boardSums } from './board-sums.ts'
import { bulkChangeDeals } from './bulk-deals.ts'
import { competitorResults } from './competitor-results.ts'
import { createDeal } from './create-deal.ts'
import { dealHistory, restoreDealField } from './deal-history.ts'
import { lineViews } from './deal-lines.ts'
import { dealFields, dealsOfParty, getDeal, listDeals, summarizeDeals } from './deal-queries.ts'
import { deleteDeal, restoreDeal } from './delete-deal.ts'
import { forecast } from './forecast.ts'
import { moveDeal } from './move-deal.ts'
import { createPipeline, listPipelines, orderPipelines, updatePipeline } from './pipelines.ts'
import { priceLines, sumOfLines } from './price-lines.ts'
import { updateDeal } from './update-deal.ts'

export const pipelineRoutes: readonly RouteHandler[] = [
  handle(contract.listPipelinesRoute, async (ctx) => ({ items: await listPipelines(ctx) })),
  handle(contract.createPipelineRoute, (ctx, { body }) => createPipeline(ctx, body)),
  handle(contract.orderPipelinesRoute, async (ctx, { body }) => ({
    items: await orderPipelines(ctx, body.ids),
  })),
  handle(contract.updatePipelineRoute, (ctx, { params, body }) => updatePipeline(ctx, params.id, body)),
  handle(contract.boardSumsRoute, async (ctx, { query }) => ({ stages: await boardSums(ctx, query) })),
  handle(contract.forecastRoute, async (ctx, { query }) => ({ columns: await forecast(ctx, query) })),
  handle(contract.listDealsRoute, (ctx, { query }) => listDeals(ctx, query)),
  handle(contract.listBinnedDealsRoute, (ctx, { query }) => listDeals(ctx, { ...query, deleted: true })),
  handle(contract.summarizeDealsRoute, (ctx, { query }) => summarizeDeals(ctx, query)),
  handle(contract.dealFieldsRoute, dealFields),
  handle(contract.competitorResultsRoute, async (ctx, { query }) => ({
    items: await competitorResults(ctx, query),
  })),
  handle(contract.priceDealLinesRoute, async (ctx, { body }) => {
    const lines = await priceLines(ctx, body)
    return { lines: await lineViews(ctx, lines), sum: sumOfLines(lines) }
  }),
  handle(contract.bulkDealsRoute, (ctx, { body }) => bulkChangeDeals(ctx, body)),
  handle(contract.createDealRoute, (ctx, { body }) => createDeal(ctx, body)),
  handle(contract.getDealRoute, (ctx, { params }) => getDeal(ctx, params.id)),
  handle(contract.updateDealRoute, (ctx, { params, body }) => updateDeal(ctx, params.id, body)),
  handle(contract.moveDealRoute, (ctx, { params, body }) => moveDeal(ctx, params.id, body)),
  handle(contract.deleteDealRoute, (ctx, { params }) => deleteDeal(ctx, params.id)),
  handle(contract.restoreDealRoute, (ctx, { params }) => restoreDeal(ctx, params.id)),
  handle(contract.dealChangesRoute, (ctx, { params, query }) =>
    listChanges(ctx, dealHistory, { id: params.id, ...query }),
  ),
  handle(contract.dealAsOfRoute, (ctx, { params, query }) =>
    recordAsOf(ctx, dealHistory, { id: params.id, ...query }),
  ),
  handle(contract.restoreDealFieldRoute, (ctx, { params, body }) =>
    restoreDealField(ctx, { ...params, ...body }),
  ),
  handle(contract.partyDealsRoute, async (ctx, { params }) => {
    await requireParty(ctx, params.id)
    return dealsOfParty(ctx, params.id)
  }),
]
