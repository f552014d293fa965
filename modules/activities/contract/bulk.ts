import { Id, Selection } from '@peyvand/platform/contract'
import { z } from 'zod'

/** What a bulk action does to each selected activity; rows that it does not fit are counted as failed. */
export const BulkAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('finish'), resultId: Id.nullable().default(null) }),
  z.strictObject({ type: z.literal('reassign'), ownerId: Id }),
  z.strictObject({ type: z.literal('addTags'), tagIds: z.array(Id).min(1).max(20) }),
  z.strictObject({ type: z.literal('removeTags'), tagIds: z.array(Id).min(1).max(20) }),
  z.strictObject({ type: z.literal('delete') }),
])
export type BulkAction = z.infer<typeof BulkAction>

export const BulkActivities = z.object({ selection: Selection, action: BulkAction })
export type BulkActivities = z.infer<typeof BulkActivities>
