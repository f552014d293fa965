import { defineRoute, Id, Instant, OperationStarted, Selection } from '@peyvand/platform/contract'
import { z } from 'zod'

/** What can be done to many deals at once. */
export const BulkDealAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reassign'), ownerId: Id }),
  z.strictObject({ type: z.literal('followUp'), at: Instant.nullable() }),
  /** Deals that lack what the stage asks for stay where they are. */
  z.strictObject({ type: z.literal('move'), stageId: Id, lostReasonId: Id.nullable().default(null) }),
])
export type BulkDealAction = z.output<typeof BulkDealAction>

export const bulkDealsRoute = defineRoute({
  method: 'POST',
  path: '/deals/bulk',
  summary: 'Change many deals as a job that can be undone for 30 days',
  permission: 'deals.massUpdate',
  body: z.object({ selection: Selection, action: BulkDealAction }),
  answer: OperationStarted,
  status: 202,
  errors: ['pipeline.stageNotFound'],
})
