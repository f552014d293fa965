import {
  CustomValues,
  defineRoute,
  Id,
  IsoDate,
  OperationStarted,
  Selection,
} from '@peyvand/platform/contract'
import { z } from 'zod'
import { OptionalLine } from './field-schemas.ts'
import { GroupKey } from './party-groups.ts'

/** Fields that may be set on many records at once. */
export const BulkValues = z
  .strictObject({
    honorific: OptionalLine(60),
    jobTitle: OptionalLine(120),
    industryId: Id.nullable(),
    leadSourceId: Id.nullable(),
    levelId: Id.nullable(),
    introducerId: Id.nullable(),
    marketerId: Id.nullable(),
    nextContactOn: IsoDate.nullable(),
    doNotContact: z.boolean(),
    custom: CustomValues,
  })
  .partial()
export type BulkValues = z.infer<typeof BulkValues>

export const BulkAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('update'), values: BulkValues }),
  z.strictObject({ type: z.literal('assign'), ownerId: Id.nullable(), teamId: Id.nullable().optional() }),
  z.strictObject({
    type: z.literal('tag'),
    add: z.array(Id).max(50).default([]),
    remove: z.array(Id).max(50).default([]),
  }),
  z.strictObject({
    type: z.literal('join'),
    group: GroupKey,
    state: GroupKey.nullable().default(null),
  }),
  z.strictObject({ type: z.literal('leave'), group: GroupKey }),
  z.strictObject({ type: z.literal('delete') }),
  z.strictObject({ type: z.literal('restore') }),
])
export type BulkAction = z.infer<typeof BulkAction>

export const bulkPartiesRoute = defineRoute({
  method: 'POST',
  path: '/parties/bulk',
  summary: 'Change many parties as a job; it can be watched, stopped and undone for 30 days',
  permission: 'parties.massUpdate',
  body: z.strictObject({ selection: Selection, action: BulkAction }),
  answer: OperationStarted,
  status: 202,
  errors: ['parties.groupNotFound', 'parties.stateUnknown'],
})
