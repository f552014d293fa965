import { TagRef } from '@peyvand/customization/contract'
import { FileInfo } from '@peyvand/files/contract'
import { RecordAsOf, RecordChanges } from '@peyvand/history/contract'
import {
  CustomValues,
  defineRoute,
  Id,
  IsoDate,
  ListDescription,
  ListQuery,
  ListSummary,
  listAnswer,
  OperationStarted,
  Ref,
  Selection,
  SummaryQuery,
} from '@peyvand/platform/contract'
import { z } from 'zod'
import { KindKey } from './record-kinds.ts'

export const RecordOrigin = z.enum(['manual', 'import', 'api'])

export const RecordRow = z.object({
  id: Id,
  kind: KindKey,
  number: z.string(),
  title: z.string(),
  state: z.string().nullable(),
  party: Ref.nullable(),
  owner: Ref.nullable(),
  team: Ref.nullable(),
  tags: z.array(TagRef),
  fileCount: z.number().int(),
  custom: CustomValues,
  source: RecordOrigin,
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  version: z.number().int(),
  can: z.object({ update: z.boolean() }),
})
export type RecordRow = z.infer<typeof RecordRow>

export const FirmRecord = RecordRow.extend({
  files: z.array(FileInfo),
  createdBy: Ref.nullable(),
  updatedBy: Ref.nullable(),
  can: z.object({ update: z.boolean(), delete: z.boolean(), restore: z.boolean() }),
})
export type FirmRecord = z.infer<typeof FirmRecord>

const Title = z.string().trim().min(1).max(200)

export const CreateRecord = z.strictObject({
  /** Left out where the kind makes titles of its fields, which then holds. */
  title: Title.optional(),
  /** One from before, such as of another program; the next of the series where it is left out. */
  number: z.string().trim().min(1).max(40).optional(),
  /** The kind's first state where it is left out. */
  state: z.string().max(40).nullable().optional(),
  partyId: Id.nullable().optional(),
  ownerId: Id.optional(),
  teamId: Id.nullable().optional(),
  tagIds: z.array(Id).max(50).optional(),
  fileIds: z.array(Id).max(50).optional(),
  custom: CustomValues.optional(),
})
export type CreateRecord = z.infer<typeof CreateRecord>

export const RecordChange = CreateRecord.extend({
  version: z.number().int(),
  ownerId: Id.nullable().optional(),
})
export type RecordChange = z.infer<typeof RecordChange>

export const BulkRecordAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reassign'), ownerId: Id }),
  z.strictObject({ type: z.literal('setState'), state: z.string().max(40) }),
  z.strictObject({ type: z.literal('addTags'), tagIds: z.array(Id).min(1).max(20) }),
  z.strictObject({ type: z.literal('removeTags'), tagIds: z.array(Id).min(1).max(20) }),
  z.strictObject({ type: z.literal('delete') }),
  z.strictObject({ type: z.literal('restore') }),
])
export type BulkRecordAction = z.infer<typeof BulkRecordAction>

const KindParams = z.object({ kind: KindKey })
const RecordParams = KindParams.extend({ id: Id })

export const listRecordsRoute = defineRoute({
  method: 'GET',
  path: '/records/:kind',
  summary: 'Records of a kind, those that I may see; own fields filter and sort as `custom.<key>`',
  permission: 'signedIn',
  params: KindParams,
  query: ListQuery,
  answer: listAnswer(RecordRow),
  errors: ['records.kindNotFound'],
})

export const listBinnedRecordsRoute = defineRoute({
  method: 'GET',
  path: '/records/:kind/bin',
  summary: 'Records of a kind in the recycle bin, those that I may bring back',
  permission: 'signedIn',
  params: KindParams,
  query: ListQuery,
  answer: listAnswer(RecordRow),
  errors: ['records.kindNotFound'],
})

export const summarizeRecordsRoute = defineRoute({
  method: 'GET',
  path: '/records/:kind/summary',
  summary: 'Counts and values over everything that a filter of the list matches, whole and by group',
  permission: 'signedIn',
  params: KindParams,
  query: SummaryQuery,
  answer: ListSummary,
  errors: ['records.kindNotFound'],
})

export const recordFieldsRoute = defineRoute({
  method: 'GET',
  path: '/records/:kind/fields',
  summary: 'The fields of the list of a kind, with its own, labels in my language',
  permission: 'signedIn',
  params: KindParams,
  answer: ListDescription,
  errors: ['records.kindNotFound'],
})

export const createRecordRoute = defineRoute({
  method: 'POST',
  path: '/records/:kind',
  summary: 'Make a record of a kind',
  permission: 'signedIn',
  params: KindParams,
  body: CreateRecord,
  answer: FirmRecord,
  status: 201,
  errors: ['records.kindNotFound', 'records.numberTaken'],
})

export const bulkRecordsRoute = defineRoute({
  method: 'POST',
  path: '/records/:kind/bulk',
  summary: 'Change many records of a kind as a job that can be undone for 30 days',
  permission: 'records.massUpdate',
  params: KindParams,
  body: z.object({ selection: Selection, action: BulkRecordAction }),
  answer: OperationStarted,
  status: 202,
  errors: ['records.kindNotFound'],
})

export const getRecordRoute = defineRoute({
  method: 'GET',
  path: '/records/:kind/:id',
  summary: 'One record; with `deleted=true` one of the recycle bin',
  permission: 'signedIn',
  params: RecordParams,
  query: z.object({ deleted: z.enum(['true', 'false']).default('false') }),
  answer: FirmRecord,
  errors: ['records.kindNotFound', 'records.notFound'],
})

export const updateRecordRoute = defineRoute({
  method: 'PATCH',
  path: '/records/:kind/:id',
  summary: 'Change what is named; tags and files are sent whole, own fields one by one',
  permission: 'signedIn',
  params: RecordParams,
  body: RecordChange,
  answer: FirmRecord,
  errors: ['records.kindNotFound', 'records.notFound', 'records.numberTaken'],
})

export const deleteRecordRoute = defineRoute({
  method: 'DELETE',
  path: '/records/:kind/:id',
  summary: 'Move a record to the recycle bin',
  permission: 'signedIn',
  params: RecordParams,
  answer: 'none',
  errors: ['records.kindNotFound', 'records.notFound'],
})

export const restoreRecordRoute = defineRoute({
  method: 'POST',
  path: '/records/:kind/:id/restore',
  summary: 'Bring a record back from the recycle bin',
  permission: 'signedIn',
  params: RecordParams,
  answer: FirmRecord,
  errors: ['records.kindNotFound', 'records.notFound'],
})

export const recordChangesRoute = defineRoute({
  method: 'GET',
  path: '/records/:kind/:id/changes',
  summary: 'What was changed on a record, newest first, one item per save',
  permission: 'signedIn',
  params: RecordParams,
  query: z.object({
    /** Changes of this field only. */
    field: z.string().max(120).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
    cursor: z.string().max(500).optional(),
  }),
  answer: RecordChanges,
  errors: ['records.kindNotFound', 'records.notFound'],
})

export const recordAsOfRoute = defineRoute({
  method: 'GET',
  path: '/records/:kind/:id/as-of',
  summary: 'The fields of a record as they were on a day or at a moment, beside those of now',
  permission: 'signedIn',
  params: RecordParams,
  query: z.object({ at: z.union([IsoDate, z.iso.datetime({ offset: true })]) }),
  answer: RecordAsOf,
  errors: ['records.kindNotFound', 'records.notFound', 'history.notYet'],
})

export const restoreRecordFieldRoute = defineRoute({
  method: 'POST',
  path: '/records/:kind/:id/changes/:changeId/restore',
  summary: 'Give one field of a record the value back that it had before a change',
  permission: 'signedIn',
  params: RecordParams.extend({ changeId: Id }),
  body: z.strictObject({ field: z.string().max(120), version: z.number().int() }),
  answer: FirmRecord,
  errors: [
    'records.kindNotFound',
    'records.notFound',
    'history.noSuchChange',
    'history.notRestorable',
    'history.valueGone',
  ],
})

export const partyRecordsRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/records',
  summary: "Records of all kinds in a party's file that I may see, newest first; at most 200 of each kind",
  permission: 'parties.read',
  params: z.object({ id: Id }),
  answer: z.object({
    kinds: z.array(z.object({ kind: KindKey, items: z.array(RecordRow), more: z.boolean() })),
  }),
})
