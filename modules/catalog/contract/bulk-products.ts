import { defineRoute, Id, OperationStarted, Selection } from '@peyvand/platform/contract'
import { z } from 'zod'

const Tags = z.array(Id).max(50).default([])

/** What can be done with many products at once. */
export const BulkProductAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('setGroup'), groupId: Id.nullable() }),
  z.strictObject({ type: z.literal('setVatClass'), vatClassId: Id }),
  z.strictObject({ type: z.literal('setActive'), active: z.boolean() }),
  z.strictObject({ type: z.literal('tag'), add: Tags, remove: Tags }),
])
export type BulkProductAction = z.output<typeof BulkProductAction>

export const bulkProductsRoute = defineRoute({
  method: 'POST',
  path: '/products/bulk',
  summary: 'Change many products as a job that can be undone for 30 days',
  permission: 'catalog.manage',
  body: z.strictObject({ selection: Selection, action: BulkProductAction }),
  answer: OperationStarted,
  status: 202,
})
