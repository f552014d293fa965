import { defineRoute, Id, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ContactPointType } from './contact-points.ts'
import { PartyKind } from './parties.ts'

/** Why two records look like the same party. */
export const DuplicateReason = z.enum([
  'nationalId',
  'legalNationalId',
  'number',
  'mobile',
  'email',
  'phone',
  /** The same last eight digits: one was given without or with another area code. */
  'phoneTail',
  'sameName',
  'similarName',
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** What a form knows so far; everything may be missing or unfinished. */
export const DuplicateQuestion = z.strictObject({
  kind: PartyKind,
  /** The record being edited, which is not its own duplicate. */
  exceptId: Id.optional(),
  name: z.string().max(300).optional(),
  firstName: z.string().max(200).optional(),
  lastName: z.string().max(200).optional(),
  number: z.string().max(60).optional(),
  nationalId: z.string().max(60).optional(),
  legalNationalId: z.string().max(60).optional(),
  contactPoints: z
    .array(z.object({ type: ContactPointType, value: z.string().max(254) }))
    .max(50)
    .default([]),
})
export type DuplicateQuestion = z.infer<typeof DuplicateQuestion>

export const DuplicateHit = z.object({
  /** Null where the caller may not see the record: then only its owner is told, to be asked. */
  party: Ref.extend({
    kind: PartyKind,
    phone: z.string().nullable(),
    city: z.string().nullable(),
  }).nullable(),
  owner: Ref.nullable(),
  reasons: z.array(DuplicateReason),
  /** 0 to 1. */
  score: z.number(),
  /** Saving is refused unless duplicates are accepted. */
  certain: z.boolean(),
})
export type DuplicateHit = z.infer<typeof DuplicateHit>

export const findDuplicatesRoute = defineRoute({
  method: 'POST',
  path: '/parties/duplicates',
  summary: 'Records that may be the party being typed, surest first',
  permission: 'parties.create',
  body: DuplicateQuestion,
  answer: z.object({ items: z.array(DuplicateHit) }),
})
