import { defineRoute, Id, IdParams, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { OptionalBody } from './field-schemas.ts'

/** Days for which a file may be opened to somebody. */
export const longestShareDays = 365
export const usualShareDays = 7

/** A party's file brought to a colleague or a team, with a word to it. */
export const PartyShare = z.object({
  id: Id,
  to: Ref.extend({ kind: z.enum(['user', 'team']) }),
  by: Ref.nullable(),
  note: z.string().nullable(),
  createdAt: z.string(),
  /** The last day on which it opens the file to who would not see it otherwise; null where all of them see it anyway. */
  until: IsoDate.nullable(),
  can: z.object({ revoke: z.boolean() }),
})
export type PartyShare = z.infer<typeof PartyShare>

export const ShareParty = z.strictObject({
  to: z
    .array(z.strictObject({ kind: z.enum(['user', 'team']), id: Id }))
    .min(1)
    .max(20),
  note: OptionalBody(2000).default(null),
  /** For those who do not see the file: the last day on which they may; a week from now where it is left out. */
  until: IsoDate.optional(),
})
export type ShareParty = z.infer<typeof ShareParty>

const Shares = z.object({
  items: z.array(PartyShare),
  /** Whether the caller may open the file to who does not see it. */
  can: z.object({ open: z.boolean() }),
})

export const listPartySharesRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/shares',
  summary: 'Whom the file of a party was shared with, newest first; what is over or taken back is left out',
  permission: 'parties.read',
  params: IdParams,
  answer: Shares,
})

export const sharePartyRoute = defineRoute({
  method: 'POST',
  path: '/parties/:id/shares',
  summary:
    'Share the file of a party with colleagues or teams; who does not see it gets to read it for a time',
  permission: 'parties.read',
  params: IdParams,
  body: ShareParty,
  answer: Shares,
  status: 201,
  errors: ['parties.shareNeedsRight'],
})

export const revokePartyShareRoute = defineRoute({
  method: 'DELETE',
  path: '/parties/:id/shares/:shareId',
  summary: 'Take a share back: the file closes at once to who saw it by it alone',
  permission: 'parties.read',
  params: IdParams.extend({ shareId: Id }),
  answer: 'none',
})
