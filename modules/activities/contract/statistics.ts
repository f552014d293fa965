import { Filter, Id, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ActivityKind } from './kinds.ts'

export const StatisticsQuery = z.object({
  /** A row per kind, per customer or per owner. */
  by: z.enum(['kind', 'party', 'owner']).default('kind'),
  partyId: Id.optional(),
  kind: ActivityKind.optional(),
  /** The same filter tree as of the list, as JSON. */
  filter: z
    .string()
    .max(20_000)
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        ctx.addIssue({ code: 'custom', message: 'json', params: { code: 'json' } })
        return z.NEVER
      }
    })
    .pipe(Filter)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type StatisticsQuery = z.output<typeof StatisticsQuery>

export const StatisticsRow = z.object({
  /** The kind, or the id of the party or user. */
  key: z.string(),
  /** Name of the party or user; null for kinds, whose names are texts. */
  label: z.string().nullable(),
  total: z.number().int(),
  planned: z.number().int(),
  inProgress: z.number().int(),
  done: z.number().int(),
  cancelled: z.number().int(),
  overdue: z.number().int(),
  /** Counts by result; null for activities without one. */
  results: z.array(z.object({ result: Ref.nullable(), count: z.number().int() })),
})
export type StatisticsRow = z.infer<typeof StatisticsRow>

export const Statistics = z.object({ items: z.array(StatisticsRow) })
