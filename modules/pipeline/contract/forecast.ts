import { Amount, defineRoute, Id, IsoDate, ListQuery } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Months that a forecast looks ahead, the present one among them. */
export const forecastMonths = 6

/** Running deals by when they are expected to close: late ones, each Jalali month, all later ones, those without a day. */
export const ForecastColumn = z.object({
  kind: z.enum(['overdue', 'month', 'later', 'none']),
  /** The first and the last day; the present month begins today. */
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  count: z.number().int(),
  amount: Amount,
  /** By the probabilities of the stages; each stage's sum is rounded down to a whole Rial. */
  weighted: Amount,
})
export type ForecastColumn = z.infer<typeof ForecastColumn>

export const forecastRoute = defineRoute({
  method: 'GET',
  path: '/deals/forecast',
  summary:
    'Counts and sums of a pipeline’s running deals by Jalali month of expected close, of those that I may see',
  permission: 'deals.read',
  query: ListQuery.pick({ filter: true, q: true }).extend({ pipelineId: Id }),
  answer: z.object({ columns: z.array(ForecastColumn) }),
  errors: ['pipeline.notFound'],
})
