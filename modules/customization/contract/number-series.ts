import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Fixed text, `{n}` or `{n:5}` for the number (padded), `{y}` for the fiscal year of a yearly series. */
export const NumberPattern = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^{}]*(\{y\}[^{}]*)?\{n(:[1-9])?\}[^{}]*(\{y\}[^{}]*)?$/)

export const NumberSeries = z.object({
  id: Id,
  key: z.string(),
  labelFa: z.string(),
  labelEn: z.string(),
  pattern: z.string(),
  /** Starts again at one with each fiscal year; otherwise runs on for ever. */
  perYear: z.boolean(),
  /** What the next record would get now; nobody has reserved it. */
  preview: z.string(),
  version: z.number().int(),
})
export type NumberSeries = z.infer<typeof NumberSeries>

export const NumberSeriesChange = z.object({
  version: z.number().int(),
  labelFa: z.string().trim().min(1).max(80).optional(),
  labelEn: z.string().trim().min(1).max(80).optional(),
  pattern: NumberPattern.optional(),
  perYear: z.boolean().optional(),
  /** The next number to issue; only upwards, because issued numbers never come again. */
  nextNumber: z.number().int().min(1).max(999_999_999).optional(),
})
export type NumberSeriesChange = z.infer<typeof NumberSeriesChange>

export const listNumberSeriesRoute = defineRoute({
  method: 'GET',
  path: '/number-series',
  summary: 'The patterns that numbers of records are made by, with the next number of each',
  permission: 'customization.manage',
  answer: z.object({ items: z.array(NumberSeries) }),
})

export const updateNumberSeriesRoute = defineRoute({
  method: 'PATCH',
  path: '/number-series/:id',
  summary: 'Change the pattern or go on from a higher number',
  permission: 'customization.manage',
  params: IdParams,
  body: NumberSeriesChange,
  answer: NumberSeries,
  errors: ['customization.numberUsed', 'customization.patternNeedsYear'],
})
