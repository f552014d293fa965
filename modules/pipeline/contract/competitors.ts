import { Amount, defineRoute, Id, ListQuery, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** A party that wants the same deal. */
export const DealCompetitorInput = z.strictObject({
  partyId: Id,
  /** What they ask, in Rial. */
  price: Amount.refine((amount) => !amount.startsWith('-'))
    .nullable()
    .default(null),
  note: z.string().trim().max(500).nullable().default(null),
})
export type DealCompetitorInput = z.output<typeof DealCompetitorInput>

export const DealCompetitors = z
  .array(DealCompetitorInput)
  .max(20)
  .refine((all) => new Set(all.map(({ partyId }) => partyId)).size === all.length, {
    params: { code: 'pipeline.competitorTwice' },
  })

export const DealCompetitor = Ref.extend({ price: Amount.nullable(), note: z.string().nullable() })
export type DealCompetitor = z.infer<typeof DealCompetitor>

const Score = z.object({ count: z.number().int(), amount: Amount })

/** How deals ended that a competitor wanted too. */
export const CompetitorResult = z.object({
  competitor: Ref,
  /** Ours. */
  won: Score,
  /** Theirs. */
  lost: Score,
  /** Lost to somebody else or to nobody. */
  gone: Score,
  /** Why the deals were lost that they got, the most frequent first. */
  reasons: z.array(z.object({ reason: Ref, count: z.number().int() })),
})
export type CompetitorResult = z.infer<typeof CompetitorResult>

export const competitorResultsRoute = defineRoute({
  method: 'GET',
  path: '/deals/competitors',
  summary: 'Closed deals that I may see, won and lost by competitor; a filter on `closedAt` leaves a period',
  permission: 'deals.read',
  query: ListQuery.pick({ filter: true, q: true }),
  answer: z.object({ items: z.array(CompetitorResult) }),
})
