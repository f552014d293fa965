import { CreateDeal } from '@peyvand/pipeline/contract'
import {
  CustomValues,
  defineRoute,
  Id,
  IdParams,
  ListFieldAnswer,
  ListQuery,
  ListRelationAnswer,
  ListSummary,
  listAnswer,
  Ref,
  SummaryQuery,
} from '@peyvand/platform/contract'
import { z } from 'zod'
import { Answers, Criterion } from './qualification.ts'

/** The group of parties whose members are leads. */
export const leadGroup = 'leads'

/** The states of that group that leads go through here; the firm may rename them and add others. */
export const leadStates = {
  fresh: 'new',
  working: 'contacted',
  fit: 'qualified',
  unfit: 'disqualified',
} as const

/** How a lead came. */
export const LeadOrigin = z.enum(['manual', 'form', 'import', 'api', 'channel'])
export type LeadOrigin = z.infer<typeof LeadOrigin>

/** Where the first answer stands: not asked for, awaited, overdue, given in time, given late. */
export const ClockState = z.enum(['none', 'due', 'late', 'answered', 'answeredLate'])
export type ClockState = z.infer<typeof ClockState>

/** The clock of the first answer. Minutes are of working hours. */
export const ResponseClock = z.object({
  state: ClockState,
  respondBy: z.string().nullable(),
  respondedAt: z.string().nullable(),
  minutes: z.number().int().nullable(),
})
export type ResponseClock = z.infer<typeof ResponseClock>

/** A lead as the worklist shows it. Its id is the party's. */
export const LeadRow = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(['person', 'organization']),
  number: z.string().nullable(),
  photoFileId: Id.nullable(),
  /** The number to call first, E.164, as the caller's role lets it be seen. */
  phone: z.string().nullable(),
  /** A state of the group. */
  state: z.string().nullable(),
  owner: Ref.nullable(),
  team: Ref.nullable(),
  source: Ref.nullable(),
  productGroup: Ref.nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  origin: LeadOrigin,
  arrivedAt: z.string(),
  score: z.number().int().nullable(),
  clock: ResponseClock,
  lastContactAt: z.string().nullable(),
  unfitReason: Ref.nullable(),
  /** The party's own fields. */
  custom: CustomValues,
  can: z.object({ update: z.boolean() }),
})
export type LeadRow = z.infer<typeof LeadRow>

/** What is known of a party as a lead, for its file. */
export const Lead = LeadRow.extend({
  form: Ref.nullable(),
  /** Whether it is a lead now; what it was stays to be read. */
  isOpen: z.boolean(),
  answers: Answers,
  /** The firm's questions, those that this lead answered among them. */
  criteria: z.array(Criterion),
  /** From which sum on a lead counts as fit; null where the firm set none. */
  fitFrom: z.number().int().nullable(),
  qualifiedAt: z.string().nullable(),
  unfitNote: z.string().nullable(),
  convertedAt: z.string().nullable(),
  /** The deal that the conversion opened, where the caller sees it. */
  deal: Ref.nullable(),
  /** What own fields of a deal would take of the party's at the conversion. */
  dealCustom: CustomValues,
  version: z.number().int(),
})
export type Lead = z.infer<typeof Lead>

const read = 'parties.read'
const update = 'parties.update'
const errors = ['leads.notFound'] as const
const changeErrors = [...errors, 'leads.notOpen'] as const
const version = z.number().int()

export const listLeadsRoute = defineRoute({
  method: 'GET',
  path: '/leads',
  summary: 'Parties that are leads now, those that I may see, with their clock and score',
  permission: read,
  query: ListQuery,
  answer: listAnswer(LeadRow),
})

export const summarizeLeadsRoute = defineRoute({
  method: 'GET',
  path: '/leads/summary',
  summary: 'Counts over everything that a filter of the list matches, whole and by group',
  permission: read,
  query: SummaryQuery,
  answer: ListSummary,
})

export const leadFieldsRoute = defineRoute({
  method: 'GET',
  path: '/leads/fields',
  summary: 'The fields of the list of leads, labels in my language',
  permission: read,
  answer: z.object({
    fields: z.record(z.string(), ListFieldAnswer),
    relations: z.record(z.string(), ListRelationAnswer),
  }),
})

export const partyLeadRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/lead',
  summary: 'What is known of a party as a lead; null where it never was one',
  permission: read,
  params: IdParams,
  answer: z.object({ lead: Lead.nullable() }),
})

export const answerCriteriaRoute = defineRoute({
  method: 'PUT',
  path: '/leads/:id/answers',
  summary: 'Answer the firm’s questions about a lead; the sum follows',
  permission: update,
  params: IdParams,
  body: z.strictObject({ version, answers: Answers }),
  answer: Lead,
  errors: [...changeErrors, 'leads.answerUnknown'],
})

export const LeadVerdict = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('fit'), version }),
  z.strictObject({
    verdict: z.literal('unfit'),
    version,
    /** A value of the list `unfitReasons`. */
    reasonId: Id,
    note: z.string().trim().max(2000).nullable().default(null),
  }),
  /** Worked on again. */
  z.strictObject({ verdict: z.literal('open'), version }),
])
export type LeadVerdict = z.output<typeof LeadVerdict>

export const judgeLeadRoute = defineRoute({
  method: 'POST',
  path: '/leads/:id/verdict',
  summary: 'Say that a lead is fit, or unfit and why, or is worked on again',
  permission: update,
  params: IdParams,
  body: LeadVerdict,
  answer: Lead,
  errors: [...changeErrors, 'leads.answersMissing', 'parties.stateUnknown'],
})

export const LeadChange = z.strictObject({
  version,
  /** A value of the list `sources`. */
  sourceId: Id.nullable().optional(),
  productGroupId: Id.nullable().optional(),
})
export type LeadChange = z.infer<typeof LeadChange>

export const updateLeadRoute = defineRoute({
  method: 'PATCH',
  path: '/leads/:id',
  summary: 'Change where a lead came from or what it asks for',
  permission: update,
  params: IdParams,
  body: LeadChange,
  answer: Lead,
  errors: [...changeErrors],
})

const Assigned = z.object({
  /** How many got an owner by a rule; the others stay as they are. */
  assigned: z.number().int(),
  unchanged: z.number().int(),
})

export const assignLeadsRoute = defineRoute({
  method: 'POST',
  path: '/leads/assign',
  summary: 'Give leads to whom the assignment rules name',
  permission: update,
  body: z.strictObject({ ids: z.array(Id).min(1).max(200) }),
  answer: Assigned,
})

const deal = CreateDeal.shape

export const ConvertLead = z.strictObject({
  /** The state among the customers; their first one where it is left out. */
  customerState: z.string().max(40).nullable().default(null),
  /** The deal that opens with it; null for none. */
  deal: z
    .strictObject({
      title: deal.title,
      pipelineId: deal.pipelineId,
      stageId: deal.stageId,
      amount: deal.amount,
      expectedCloseOn: deal.expectedCloseOn,
      nextFollowUpAt: deal.nextFollowUpAt,
      /** The deal's own fields; those left out take what the party has under the same key. */
      custom: deal.custom,
    })
    .nullable()
    .default(null),
})
export type ConvertLead = z.output<typeof ConvertLead>

export const ConvertedLead = Lead.extend({ operationId: Id })
export type ConvertedLead = z.infer<typeof ConvertedLead>

export const convertLeadRoute = defineRoute({
  method: 'POST',
  path: '/leads/:id/convert',
  summary: 'A lead becomes a customer, with a deal where one is given; everything else of the file stays',
  permission: update,
  params: IdParams,
  body: ConvertLead,
  /** With the operation by which it can be taken back. */
  answer: ConvertedLead,
  errors: [...changeErrors, 'pipeline.notFound', 'pipeline.stageAsks', 'parties.stateUnknown'],
})
