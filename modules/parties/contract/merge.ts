import { defineRoute, Id, OperationStarted } from '@peyvand/platform/contract'
import { z } from 'zod'
import { DuplicateReason } from './duplicates.ts'
import { Party, PartyKind } from './parties.ts'
import { plainPartyFields } from './plain-fields.ts'

/** Fields of which one record's value is chosen, as they are named in the record's answer. */
export const mergeFields = ['name', ...plainPartyFields] as const
export type MergeField = (typeof mergeFields)[number]

/** `both` is for notes only: the one text under the other. */
export const MergeChoice = z.enum(['survivor', 'merged', 'both'])
export type MergeChoice = z.infer<typeof MergeChoice>

const isChoosable = (name: string) =>
  (mergeFields as readonly string[]).includes(name) || /^(custom|groups)\.[^.]+$/.test(name)

export const MergeParties = z.strictObject({
  survivorId: Id,
  /** Goes to the recycle bin; its id leads to the survivor from then on. */
  mergedId: Id,
  versions: z.strictObject({ survivor: z.number().int(), merged: z.number().int() }),
  /**
   * Whose value stays, by field, `custom.<key>` for the firm's own fields and `groups.<key>` for the state in a group
   * that both are in. Of what is not named the survivor's value stays, and where it has none the other's comes; notes
   * are put together, and who asked not to be contacted is not.
   */
  fields: z
    .record(
      z
        .string()
        .max(120)
        .refine(isChoosable, { params: { code: 'option' } }),
      MergeChoice,
    )
    .default({}),
})
export type MergeParties = z.infer<typeof MergeParties>
export type MergePartiesInput = z.input<typeof MergeParties>

export const mergePartiesRoute = defineRoute({
  method: 'POST',
  path: '/parties/merge',
  summary: 'Make one record of two; undone for thirty days through the operation that is answered',
  permission: 'parties.merge',
  body: MergeParties,
  answer: z.object({ operationId: Id, party: Party }),
  errors: ['parties.kindsDiffer'],
})

const PairSide = z.object({
  id: Id,
  name: z.string(),
  kind: PartyKind,
  phone: z.string().nullable(),
  city: z.string().nullable(),
})

/** Two records that look like one party. */
export const DuplicatePair = z.object({
  first: PairSide,
  second: PairSide,
  reasons: z.array(DuplicateReason),
  /** 0 to 1. */
  score: z.number(),
})
export type DuplicatePair = z.infer<typeof DuplicatePair>

export const listDuplicatePairsRoute = defineRoute({
  method: 'GET',
  path: '/parties/duplicate-pairs',
  summary:
    'Pairs of records that look like one party, surest first; both of a pair are visible to the caller',
  permission: 'parties.merge',
  query: z.object({
    /** Those that somebody said are two parties. */
    dismissed: z
      .enum(['true', 'false'])
      .default('false')
      .transform((value) => value === 'true'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(400).optional(),
  }),
  answer: z.object({
    items: z.array(DuplicatePair),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
    /** When the records were last compared; null before the first time. */
    foundAt: z.string().nullable(),
  }),
})

export const findDuplicatePairsRoute = defineRoute({
  method: 'POST',
  path: '/parties/duplicate-pairs/find',
  summary: 'Compare all records with each other now; every night it happens by itself',
  permission: 'parties.merge',
  answer: OperationStarted,
  status: 202,
})

export const dismissPairRoute = defineRoute({
  method: 'PUT',
  path: '/parties/duplicate-pairs/dismissal',
  summary: 'Say that two records are two parties, or take that back; it is remembered',
  permission: 'parties.merge',
  body: z.strictObject({ firstId: Id, secondId: Id, dismissed: z.boolean().default(true) }),
  answer: 'none',
})
