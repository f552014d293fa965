import { Priority } from '@peyvand/activities/contract'
import { FileInfo } from '@peyvand/files/contract'
import { Amount, CustomValues, Id, Instant, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { DealCompetitor, DealCompetitors } from './competitors.ts'
import { DealLine, DealLines } from './deal-lines.ts'
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
  description: z.string().trim().max(10_000).nullable(),
  ownerId: Id.optional(),
  teamId: Id.nullable().optional(),
  fileIds: z.array(Id).max(50).optional(),
  custom: CustomValues.optional(),
  /** Parties that want the same deal, in order, whole. */
  competitors: DealCompetitors.optional(),
  lines: DealLines.optional(),
  /** Whether the amount is the sum of the lines; an amount that is typed ends that. */
  amountOfLines: z.boolean().optional(),
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
  /** Who got a lost deal; they become one of its competitors. */
  lostToId: Id.nullable().optional(),
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
  /** In the order that the deal has them. */
  competitors: z.array(Ref),
  /** Who got a lost deal. */
  lostTo: Ref.nullable(),
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
  competitors: z.array(DealCompetitor),
  lines: z.array(DealLine),
  amountOfLines: z.boolean(),
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
  /** Whose follow-up comes later today. */
  today: z.number().int(),
  /** That have no follow-up. */
  unplanned: z.number().int(),
  amount: Amount,
  /** The amount by the stage's probability, rounded down to a whole Rial. */
  weighted: Amount,
})
export type StageSums = z.infer<typeof StageSums>
