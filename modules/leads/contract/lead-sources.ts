import { Amount, defineRoute, Id, IdParams, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

const Cost = Amount.refine((amount) => !amount.startsWith('-'))

export const SourceCostInput = z.strictObject({
  /** A value of the list `sources`. */
  sourceId: Id,
  spentOn: IsoDate,
  /** Rial. */
  amount: Cost,
  note: z.string().trim().max(300).nullable().default(null),
})
export type SourceCostInput = z.output<typeof SourceCostInput>

/** What was spent for a source on a day. */
export const SourceCost = SourceCostInput.extend({ id: Id, source: Ref })
export type SourceCost = z.infer<typeof SourceCost>

/** What came of the leads of a source that arrived in a period, and what was spent for it then. */
export const SourceYield = z.object({
  /** Null for leads whose source is not known. */
  source: Ref.nullable(),
  leads: z.number().int(),
  /** Answered within the firm's target. */
  inTime: z.number().int(),
  qualified: z.number().int(),
  unfit: z.number().int(),
  converted: z.number().int(),
  won: z.number().int(),
  wonAmount: Amount,
  cost: Amount,
  /** The cost by the leads, and by those that became customers, in whole ones of the firm's unit; null without any. */
  costPerLead: Amount.nullable(),
  costPerCustomer: Amount.nullable(),
})
export type SourceYield = z.infer<typeof SourceYield>

/** Days, both included. */
export const YieldQuery = z
  .object({ from: IsoDate, to: IsoDate })
  .refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'endBeforeStart' } })
export type YieldQuery = z.infer<typeof YieldQuery>

const read = 'leads.yield'
const errors = ['leads.costNotFound'] as const

export const sourceYieldRoute = defineRoute({
  method: 'GET',
  path: '/leads/yield',
  summary: 'By source: leads that arrived in a period, what became of them, what was spent and won',
  permission: read,
  query: YieldQuery,
  answer: z.object({ items: z.array(SourceYield), total: SourceYield.omit({ source: true }) }),
})

export const listSourceCostsRoute = defineRoute({
  method: 'GET',
  path: '/leads/costs',
  summary: 'What was spent for sources in a period, the latest first',
  permission: read,
  query: YieldQuery,
  answer: z.object({ items: z.array(SourceCost), more: z.boolean() }),
})

export const createSourceCostRoute = defineRoute({
  method: 'POST',
  path: '/leads/costs',
  summary: 'Note what was spent for a source',
  permission: 'leads.manage',
  body: SourceCostInput,
  answer: SourceCost,
  status: 201,
})

export const updateSourceCostRoute = defineRoute({
  method: 'PUT',
  path: '/leads/costs/:id',
  summary: 'Correct what was spent for a source',
  permission: 'leads.manage',
  params: IdParams,
  body: SourceCostInput,
  answer: SourceCost,
  errors: [...errors],
})

export const deleteSourceCostRoute = defineRoute({
  method: 'DELETE',
  path: '/leads/costs/:id',
  summary: 'Take out what was noted as spent for a source',
  permission: 'leads.manage',
  params: IdParams,
  answer: 'none',
  errors: [...errors],
})
