import { Priority } from '@peyvand/activities/contract'
import { FileInfo } from '@peyvand/files/contract'
import { historyRoutes } from '@peyvand/history/contract'
import {
  Amount,
  CustomValues,
  defineRoute,
  Id,
  IdParams,
  Instant,
  IsoDate,
  ListFieldAnswer,
  ListQuery,
  ListRelationAnswer,
  ListSummary,
  listAnswer,
  Ref,
  SummaryQuery,
} from '@peyvand/platform/contract'
import { z } from 'zod'
import { ChecklistItem, Outcome } from './pipelines.ts'

export const DealOrigin = z.enum(['manual', 'import', 'api'])
export type DealOrigin = z.infer<typeof DealOrigin>

/** In Rial; a deal costs nobody less than nothing. */
const DealAmount = Amount.refine((amount) => !amount.startsWith('-'))

const facts = {
  title: z.string().trim().min(1).max(200),
  partyId: Id,
  /** The person at the customer's whom one talks to. */
  contactId: Id.nullable(),
  amount: DealAmount.nullable(),
  expectedCloseOn: IsoDate.nullable(),
  nextFollowUpAt: Instant.nullable(),
  priority: Priority,
  /** A value of the list `sources`. */
  sourceId: Id.nullable(),
  /** A party that wants the same deal. */
  competitorId: Id.nullable(),
  description: z.string().trim().max(10_000).nullable(),
  ownerId: Id.optional(),
  teamId: Id.nullable().optional(),
  fileIds: z.array(Id).max(50).optional(),
  custom: CustomValues.optional(),
}

export const CreateDeal = z.strictObject({
  ...facts,
  /** The first pipeline where it is left out. */
  pipelineId: Id.optional(),
  /** The pipeline's first stage where it is left out. */
  stageId: Id.optional(),
  contactId: facts.contactId.default(null),
  amount: facts.amount.default(null),
  expectedCloseOn: facts.expectedCloseOn.default(null),
  nextFollowUpAt: facts.nextFollowUpAt.default(null),
  priority: facts.priority.default('normal'),
  sourceId: facts.sourceId.default(null),
  competitorId: facts.competitorId.default(null),
  description: facts.description.default(null),
})
export type CreateDeal = z.output<typeof CreateDeal>

/** Only what is sent changes; the stage changes by a move. */
export const DealChange = z
  .strictObject(facts)
  .partial()
  .extend({
    version: z.number().int(),
    /** Ticked items of checklists, whole. */
    checked: z.array(Id).max(500).optional(),
  })
export type DealChange = z.output<typeof DealChange>

/** A move to a stage, with what the stage asks for and the deal lacks. */
export const MoveDeal = z.strictObject({
  version: z.number().int(),
  /** Of the deal's own pipeline or of another. */
  stageId: Id,
  amount: facts.amount.optional(),
  contactId: facts.contactId.optional(),
  expectedCloseOn: facts.expectedCloseOn.optional(),
  nextFollowUpAt: facts.nextFollowUpAt.optional(),
  sourceId: facts.sourceId.optional(),
  competitorId: facts.competitorId.optional(),
  custom: CustomValues.optional(),
  /** Items ticked beside those that are ticked already. */
  checked: z.array(Id).max(30).optional(),
  /** A value of the list `lostReasons`; a lost deal has one. */
  lostReasonId: Id.nullable().optional(),
})
export type MoveDeal = z.infer<typeof MoveDeal>

export const DealRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  pipelineId: Id,
  stage: Ref,
  outcome: Outcome,
  party: Ref,
  contact: Ref.nullable(),
  amount: Amount.nullable(),
  probability: z.number().int(),
  owner: Ref.nullable(),
  team: Ref.nullable(),
  expectedCloseOn: IsoDate.nullable(),
  nextFollowUpAt: z.string().nullable(),
  priority: Priority,
  source: Ref.nullable(),
  lostReason: Ref.nullable(),
  competitor: Ref.nullable(),
  /** Since when it stands in its stage. */
  stageSince: z.string(),
  /** Longer there than the stage allows. */
  stale: z.boolean(),
  custom: CustomValues,
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  version: z.number().int(),
  can: z.object({ update: z.boolean() }),
})
export type DealRow = z.infer<typeof DealRow>

/** A stay in a stage. */
export const StageStay = z.object({
  stage: Ref,
  pipeline: Ref,
  outcome: Outcome,
  enteredAt: z.string(),
  /** Null where it still stands there. */
  leftAt: z.string().nullable(),
  seconds: z.number().int(),
  movedBy: Ref.nullable(),
})
export type StageStay = z.infer<typeof StageStay>

export const Deal = DealRow.extend({
  description: z.string().nullable(),
  /** Ids of ticked items. */
  checked: z.array(Id),
  /** The items of its stage. */
  checklist: z.array(ChecklistItem),
  /** Oldest first. */
  stays: z.array(StageStay),
  files: z.array(FileInfo),
  createdBy: Ref.nullable(),
  updatedBy: Ref.nullable(),
  can: z.object({ update: z.boolean(), delete: z.boolean(), restore: z.boolean() }),
})
export type Deal = z.infer<typeof Deal>

export const StageSums = z.object({
  stageId: Id,
  count: z.number().int(),
  /** Whose follow-up is due. */
  overdue: z.number().int(),
  amount: Amount,
  /** The amount by the stage's probability, rounded down to a whole Rial. */
  weighted: Amount,
})
export type StageSums = z.infer<typeof StageSums>

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

export const listDealsRoute = defineRoute({
  method: 'GET',
  path: '/deals',
  summary: 'Deals, those that I may see; own fields filter and sort as `custom.<key>`',
  permission: read,
  query: ListQuery,
  answer: listAnswer(DealRow),
})

export const listBinnedDealsRoute = defineRoute({
  method: 'GET',
  path: '/deals/bin',
  summary: 'Deals in the recycle bin, those that I may bring back',
  permission: 'deals.delete',
  query: ListQuery,
  answer: listAnswer(DealRow),
})

export const summarizeDealsRoute = defineRoute({
  method: 'GET',
  path: '/deals/summary',
  summary: 'Counts and values over everything that a filter of the list matches, whole and by group',
  permission: read,
  query: SummaryQuery,
  answer: ListSummary,
})

export const dealFieldsRoute = defineRoute({
  method: 'GET',
  path: '/deals/fields',
  summary: 'The fields of the list of deals, with the own ones, labels in my language',
  permission: read,
  answer: z.object({
    fields: z.record(z.string(), ListFieldAnswer),
    relations: z.record(z.string(), ListRelationAnswer),
  }),
})

export const createDealRoute = defineRoute({
  method: 'POST',
  path: '/deals',
  summary: 'Open a deal with a party',
  permission: 'deals.create',
  body: CreateDeal,
  answer: Deal,
  status: 201,
  errors: ['pipeline.notFound', 'pipeline.stageAsks'],
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
  summary: 'Change what is named; files and ticked items are sent whole',
  permission: 'deals.update',
  params: IdParams,
  body: DealChange,
  answer: Deal,
  errors: [...errors],
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
