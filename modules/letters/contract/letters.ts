import { Confidentiality, Direction, LetterUrgency } from '@peyvand/activities/contract'
import { FileRef } from '@peyvand/files/contract'
import { Id, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

const Line = z.string().trim().max(200)

/** `answers` عطف به، `follows` پیرو، `encloses` پیوستِ. */
export const LetterRelation = z.enum(['answers', 'follows', 'encloses'])
export type LetterRelation = z.infer<typeof LetterRelation>

/** Somebody a letter goes to, as written on it; inside the firm by the user, outside by the party. */
export const LetterPerson = z.object({
  name: Line.min(1),
  /** The second line: «مدیرعامل محترم شرکت …». */
  title: Line.default(''),
  /** Of a copy: «جهت استحضار»، «جهت اقدام». */
  reason: Line.default(''),
  userId: Id.nullable().default(null),
  partyId: Id.nullable().default(null),
})
export type LetterPerson = z.infer<typeof LetterPerson>

export const LetterLinkInput = z.object({ relation: LetterRelation, letterId: Id })

const People = z.array(LetterPerson).max(100)

/** How a letter that is written here stands on paper. */
const sheet = {
  letterheadId: Id.nullable(),
  signerId: Id.nullable(),
  /** The picture of the signature, and the stamp of the letterhead. */
  signed: z.boolean(),
  stamped: z.boolean(),
}

/** What a letter says, whichever way it goes. */
const content = {
  subject: z.string().trim().min(1).max(300),
  /** Plain text with marks: `**bold**`, `- ` and `1. ` lists, `| a | b |` tables, `# ` headings. */
  body: z.string().max(100_000).nullable(),
  registerId: Id.nullable(),
  /** Number and date that the sender gave it. */
  letterNo: z.string().trim().max(60).nullable(),
  letterDate: IsoDate.nullable(),
  recipients: People,
  copies: People,
  links: z.array(LetterLinkInput).max(50),
  enclosures: z.number().int().min(0).max(9999),
  urgency: LetterUrgency,
  confidentiality: Confidentiality,
  /** The day by which it must be answered (مهلت پاسخ): open and overdue letters stand in the work of their owner. */
  answerBy: IsoDate.nullable(),
  /** The party that the letter concerns: its sender or chief recipient. */
  partyId: Id.nullable(),
  ownerId: Id,
  fileIds: z.array(Id).max(50),
  ...sheet,
}

export const CreateLetter = z.object({
  direction: Direction,
  ...content,
  body: content.body.default(null),
  registerId: content.registerId.default(null),
  letterNo: content.letterNo.default(null),
  letterDate: content.letterDate.default(null),
  recipients: content.recipients.default([]),
  copies: content.copies.default([]),
  links: content.links.default([]),
  enclosures: content.enclosures.default(0),
  urgency: content.urgency.default('normal'),
  confidentiality: content.confidentiality.default('normal'),
  answerBy: content.answerBy.default(null),
  partyId: content.partyId.default(null),
  ownerId: content.ownerId.optional(),
  fileIds: content.fileIds.default([]),
  letterheadId: content.letterheadId.default(null),
  signerId: content.signerId.default(null),
  signed: content.signed.default(false),
  stamped: content.stamped.default(false),
})
export type CreateLetter = z.output<typeof CreateLetter>

/** Only what is sent changes; people and links are sent whole. */
export const LetterChange = z.object(content).partial().extend({ version: z.number().int() })
export type LetterChange = z.output<typeof LetterChange>

export const IssueLetter = z.object({
  version: z.number().int(),
  /** Ends the open letters that this one answers. */
  settlesAnswered: z.boolean().default(true),
  /** Makes a task that follows the answer until this day. */
  answerExpectedBy: IsoDate.nullable().default(null),
})
export type IssueLetter = z.output<typeof IssueLetter>

export const VoidLetter = z.object({ reason: z.string().trim().min(1).max(500) })
export type VoidLetter = z.output<typeof VoidLetter>

/** Another letter beside this one. */
export const LinkedLetter = z.object({
  relation: LetterRelation,
  id: Id,
  subject: z.string(),
  direction: Direction,
  /** In our register. */
  number: z.string().nullable(),
  /** Of the sender, on letters that came. */
  letterNo: z.string().nullable(),
  letterDate: z.string().nullable(),
  at: z.string(),
})
export type LinkedLetter = z.infer<typeof LinkedLetter>

/** What the registers and the paper add to an activity of kind letter. */
export const Letter = z.object({
  /** The activity's. */
  id: Id,
  direction: Direction,
  subject: z.string(),
  body: z.string().nullable(),
  register: z.object({ id: Id, nameFa: z.string(), nameEn: z.string() }).nullable(),
  registryNo: z.string().nullable(),
  registeredAt: z.string().nullable(),
  voided: z.object({ at: z.string(), by: Ref.nullable(), reason: z.string() }).nullable(),
  letterNo: z.string().nullable(),
  letterDate: z.string().nullable(),
  recipients: z.array(LetterPerson),
  copies: z.array(LetterPerson),
  enclosures: z.number().int(),
  urgency: LetterUrgency,
  confidentiality: Confidentiality,
  answerBy: z.string().nullable(),
  party: Ref.nullable(),
  owner: Ref,
  files: z.array(FileRef),
  /** Written here: it has a sheet, and a PDF. */
  isWritten: z.boolean(),
  letterheadId: Id.nullable(),
  signerId: Id.nullable(),
  signed: z.boolean(),
  stamped: z.boolean(),
  /** Letters that this one names. */
  links: z.array(LinkedLetter),
  /** Letters that name this one. */
  linkedBy: z.array(LinkedLetter),
  /** The PDF as issued; null before, and for the moments until it is stored. */
  finalFile: FileRef.nullable(),
  version: z.number().int(),
  can: z.object({ update: z.boolean(), issue: z.boolean(), void: z.boolean(), answer: z.boolean() }),
})
export type Letter = z.infer<typeof Letter>
