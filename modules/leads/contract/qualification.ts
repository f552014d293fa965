import { defineRoute, Id, IdParams, issue } from '@peyvand/platform/contract'
import { z } from 'zod'

const Text = z.string().trim().min(1).max(200)

/** An answer that may be chosen, with what it counts. */
const CriterionOption = z.object({ id: Id, label: Text, points: z.number().int().min(-1000).max(1000) })

const Options = z
  .array(CriterionOption)
  .min(2)
  .max(20)
  .superRefine((options, ctx) => {
    if (new Set(options.map(({ id }) => id)).size < options.length) ctx.addIssue(issue('invalid', []))
  })

export const CriterionInput = z.strictObject({
  question: Text,
  /** Without an answer to it no lead counts as fit. */
  required: z.boolean(),
  options: Options,
})
export type CriterionInput = z.infer<typeof CriterionInput>

/** A question by which the firm judges leads. */
export const Criterion = CriterionInput.extend({ id: Id, archivedAt: z.string().nullable() })
export type Criterion = z.infer<typeof Criterion>

/** Criterion → the option chosen. */
export const Answers = z.record(Id, Id)
export type Answers = z.infer<typeof Answers>

/** The sum of what the answers count; null without any. */
export function scoreOf(criteria: readonly Criterion[], answers: Answers): number | null {
  const points = criteria.flatMap(({ id, options }) => {
    const chosen = options.find((option) => option.id === answers[id])
    return chosen ? [chosen.points] : []
  })
  return points.length > 0 ? points.reduce((sum, one) => sum + one, 0) : null
}

export const LeadSettings = z.object({
  /** Minutes of working hours in which a lead is to be answered first; null for no clock. */
  responseMinutes: z.number().int().min(1).max(60_000).nullable(),
  /** From which sum on a lead counts as fit; null for no such sum. */
  fitFrom: z.number().int().min(-10_000).max(10_000).nullable(),
  version: z.number().int(),
})
export type LeadSettings = z.infer<typeof LeadSettings>

const manage = 'leads.manage'

export const getLeadSettingsRoute = defineRoute({
  method: 'GET',
  path: '/leads/settings',
  summary:
    'The firm’s target for the first answer, its questions about leads and from which sum on they are fit',
  permission: manage,
  answer: LeadSettings.extend({ criteria: z.array(Criterion) }),
})

export const updateLeadSettingsRoute = defineRoute({
  method: 'PUT',
  path: '/leads/settings',
  summary: 'Set the target for the first answer and from which sum on leads are fit',
  permission: manage,
  body: LeadSettings,
  answer: LeadSettings,
})

export const createCriterionRoute = defineRoute({
  method: 'POST',
  path: '/leads/criteria',
  summary: 'Add a question about leads',
  permission: manage,
  body: CriterionInput,
  answer: Criterion,
  status: 201,
})

export const updateCriterionRoute = defineRoute({
  method: 'PATCH',
  path: '/leads/criteria/:id',
  summary: 'Change a question about leads, archive it or bring it back',
  permission: manage,
  params: IdParams,
  body: CriterionInput.partial().extend({ archived: z.boolean().optional() }),
  answer: Criterion,
  errors: ['leads.criterionNotFound'],
})

export const orderCriteriaRoute = defineRoute({
  method: 'PUT',
  path: '/leads/criteria/order',
  summary: 'Put the questions about leads in an order',
  permission: manage,
  body: z.strictObject({ ids: z.array(Id).min(1).max(200) }),
  answer: z.object({ items: z.array(Criterion) }),
  errors: ['leads.orderIncomplete'],
})
