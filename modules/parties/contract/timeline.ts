import { defineRoute, Id, IdParams, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

export const Direction = z.enum(['incoming', 'outgoing', 'internal'])
export type Direction = z.infer<typeof Direction>

/** What happened, by a word that screens know an icon and a text for (`parties.timeline.<type>`). */
const TimelineType = z.string().regex(/^[a-z][A-Za-z]{0,39}$/)

export const TimelineItem = z.object({
  id: Id,
  /** Whose row it is; another party than the file's own when the row was rolled up. */
  party: Ref,
  rolledUp: z.boolean(),
  occurredAt: z.string(),
  /** The record it tells of: `activities`, `referrals`, `parties`, … */
  subjectType: z.string(),
  subjectId: Id,
  type: z.string(),
  direction: Direction.nullable(),
  actor: z.object({ id: Id.nullable(), name: z.string() }),
  /** What the row shows without opening the record; its shape belongs to the subject's module. */
  summary: z.record(z.string(), z.unknown()),
})
export type TimelineItem = z.infer<typeof TimelineItem>

export const TimelineQuery = z.object({
  /** Types, comma separated: `call,letter`. */
  types: z.string().max(500).optional(),
  direction: Direction.optional(),
  /** A user who did it. */
  actorId: Id.optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  q: z.string().trim().max(100).optional(),
  /** With the rows of the organisation's people and branches. */
  rollUp: z.stringbool().default(true),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(500).optional(),
})
export type TimelineQuery = z.output<typeof TimelineQuery>

export const TimelinePage = z.object({ items: z.array(TimelineItem), nextCursor: z.string().nullable() })
export type TimelinePage = z.infer<typeof TimelinePage>

/** One row to write for one party; the subject's row of the same type is replaced. */
export const TimelineEntry = z.object({
  partyId: Id,
  occurredAt: z.string(),
  subjectType: z.string(),
  subjectId: Id,
  type: TimelineType,
  direction: Direction.nullable().default(null),
  /** The writer of the transaction where it is left out. */
  actor: z.object({ id: Id.nullable(), name: z.string() }).optional(),
  /** Only these users see the row; null for everyone who sees the party. */
  audience: z.array(Id).nullable().default(null),
  summary: z.record(z.string(), z.unknown()).default({}),
  /** Words that the text filter looks in, beside the summary's own texts. */
  text: z.string().max(20_000).default(''),
})
export type TimelineEntry = z.input<typeof TimelineEntry>

export const getTimelineRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/timeline',
  summary: 'What happened with a party, newest first',
  permission: 'parties.read',
  params: IdParams,
  query: TimelineQuery,
  answer: TimelinePage,
})
