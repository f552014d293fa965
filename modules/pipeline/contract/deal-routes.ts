import { historyRoutes } from '@peyvand/history/contract'
import { defineRoute, Id, IdParams, ListQuery, listRoutes } from '@peyvand/platform/contract'
import { z } from 'zod'
import { CreateDeal, Deal, DealChange, DealRow, MoveDeal, StageSums } from './deals.ts'

const read = 'deals.read'
const errors = ['pipeline.dealNotFound'] as const

export const BoardQuery = ListQuery.pick({ filter: true, q: true }).extend({ pipelineId: Id })
export type BoardQuery = z.output<typeof BoardQuery>

export const boardSumsRoute = defineRoute({
  method: 'GET',
  path: '/deals/board',
  summary: 'Counts and sums of a pipeline, by stage, of the deals that I may see and a filter leaves',
  permission: read,
  query: BoardQuery,
  answer: z.object({ stages: z.array(StageSums) }),
  errors: ['pipeline.notFound'],
})

export const {
  list: listDealsRoute,
  bin: listBinnedDealsRoute,
  summary: summarizeDealsRoute,
  fields: dealFieldsRoute,
} = listRoutes({ path: '/deals', name: 'deals', read, restore: 'deals.delete', row: DealRow })

export const createDealRoute = defineRoute({
  method: 'POST',
  path: '/deals',
  summary: 'Open a deal with a party',
  permission: 'deals.create',
  body: CreateDeal,
  answer: Deal,
  status: 201,
  errors: ['pipeline.notFound', 'pipeline.stageAsks', 'catalog.noVatRate', 'catalog.configurationInvalid'],
})

export const getDealRoute = defineRoute({
  method: 'GET',
  path: '/deals/:id',
  summary: 'One deal with its stays in stages; for who may bring it back also from the recycle bin',
  permission: read,
  params: IdParams,
  answer: Deal,
  errors: [...errors],
})

export const updateDealRoute = defineRoute({
  method: 'PATCH',
  path: '/deals/:id',
  summary: 'Change what is named; files, ticked items, competitors and lines are sent whole',
  permission: 'deals.update',
  params: IdParams,
  body: DealChange,
  answer: Deal,
  errors: [...errors, 'catalog.noVatRate', 'catalog.configurationInvalid'],
})

export const moveDealRoute = defineRoute({
  method: 'POST',
  path: '/deals/:id/move',
  summary: 'Move a deal to a stage: forward, back, won, lost, open again',
  permission: 'deals.update',
  params: IdParams,
  body: MoveDeal,
  answer: Deal,
  errors: [...errors, 'pipeline.stageNotFound', 'pipeline.stageAsks'],
})

export const deleteDealRoute = defineRoute({
  method: 'DELETE',
  path: '/deals/:id',
  summary: 'Move a deal to the recycle bin',
  permission: 'deals.delete',
  params: IdParams,
  answer: 'none',
  errors: [...errors],
})

export const restoreDealRoute = defineRoute({
  method: 'POST',
  path: '/deals/:id/restore',
  summary: 'Bring a deal back from the recycle bin',
  permission: 'deals.delete',
  params: IdParams,
  answer: Deal,
  errors: [...errors],
})

export const {
  changes: dealChangesRoute,
  asOf: dealAsOfRoute,
  restore: restoreDealFieldRoute,
} = historyRoutes({
  path: '/deals',
  name: 'a deal',
  read,
  update: 'deals.update',
  record: Deal,
  errors,
})

export const partyDealsRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/deals',
  summary: 'Deals in a party’s file that I may see, running ones first',
  permission: read,
  params: IdParams,
  answer: z.object({ items: z.array(DealRow), more: z.boolean() }),
})
