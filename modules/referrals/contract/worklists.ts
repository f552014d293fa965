import { Id, ListQuery, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ReferralRow, Urgency } from './referrals.ts'
import { ReferralAction } from './states.ts'

/**
 * `referred-to-me` came and is not begun, `in-progress` is begun, `done` is what I have acted on,
 * `referred-by-me` is what I gave to others and is not settled.
 */
export const WorklistName = z.enum(['referred-to-me', 'referred-by-me', 'in-progress', 'done'])
export type WorklistName = z.infer<typeof WorklistName>

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** Filters of their own instead of the tree: each has its index. Sorts: `createdAt`, `deadline`, `urgency`. */
export const WorklistQuery = ListQuery.pick({
  q: true,
  limit: true,
  cursor: true,
  sort: true,
  count: true,
}).extend({
  /** Deadline falls on today, of the firm's time zone. */
  today: Flag.optional(),
  overdue: Flag.optional(),
  unread: Flag.optional(),
  /** This urgent or more: `urgent` takes `immediate` along. */
  urgency: Urgency.optional(),
  /** Only what is addressed to this absent colleague. */
  onBehalfOf: Id.optional(),
})
export type WorklistQuery = z.output<typeof WorklistQuery>

export const WorklistItem = ReferralRow.extend({
  /** Not opened yet; for `referred-by-me`: news from the receiver not looked at yet. */
  unread: z.boolean(),
  onBehalfOf: Ref.nullable(),
  can: z.object({ refer: z.boolean(), actions: z.array(ReferralAction) }),
})
export type WorklistItem = z.infer<typeof WorklistItem>

const Counts = z.object({
  total: z.number().int(),
  unread: z.number().int(),
  today: z.number().int(),
  overdue: z.number().int(),
})
/** Counted up to 10,000 each; `more` lists those with still more. */
export const WorklistCounts = z.object({
  'referred-to-me': Counts,
  'referred-by-me': Counts,
  'in-progress': Counts,
  done: z.object({ total: z.number().int() }),
  more: z.array(WorklistName),
  /** Absent colleagues whose lists are in mine. */
  onBehalfOf: z.array(Ref),
})
export type WorklistCounts = z.infer<typeof WorklistCounts>
