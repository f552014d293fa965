import { Confidentiality, Direction, LetterUrgency } from '@peyvand/activities/contract'
import { defineRoute, Id, ListFieldAnswer, ListQuery, listAnswer, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** A line of a register: every number that was ever given, also of letters that are void. */
export const BookEntry = z.object({
  id: Id,
  registryNo: z.string(),
  number: z.number().int(),
  /** Fiscal year; 0 in a register that never begins again. */
  year: z.number().int(),
  register: z.object({ id: Id, name: z.string() }),
  registeredAt: z.string(),
  registeredBy: Ref.nullable(),
  voided: z.boolean(),
  voidReason: z.string().nullable(),
  direction: Direction,
  /** What the caller may see of the letter: null where it is confidential or gone. */
  letter: z
    .object({
      id: Id,
      subject: z.string(),
      /** Sender of an incoming letter, first recipient of others. */
      counterpart: z.string().nullable(),
      letterNo: z.string().nullable(),
      letterDate: z.string().nullable(),
      urgency: LetterUrgency,
      confidentiality: Confidentiality,
      enclosures: z.number().int(),
      owner: z.string(),
      answerBy: z.string().nullable(),
      overdue: z.boolean(),
    })
    .nullable(),
})
export type BookEntry = z.infer<typeof BookEntry>

export const listBookRoute = defineRoute({
  method: 'GET',
  path: '/letter-book',
  summary: 'The register book, newest number first; narrow it by `register` and `year`',
  permission: 'letters.book',
  query: ListQuery,
  answer: listAnswer(BookEntry),
})

export const bookFieldsRoute = defineRoute({
  method: 'GET',
  path: '/letter-book/metadata',
  summary: 'Fields of the register book with types, options and labels',
  permission: 'letters.book',
  answer: z.object({ fields: z.record(z.string(), ListFieldAnswer) }),
})

export const printBookRoute = defineRoute({
  method: 'GET',
  path: '/letter-book/paper',
  summary: 'The register book as PDF, in the order of its numbers; 2,000 lines at most',
  permission: 'letters.book',
  query: ListQuery.pick({ filter: true, q: true }),
  answer: 'file',
  errors: ['letters.notDrawn', 'letters.bookTooLong'],
})
