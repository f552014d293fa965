import { Id, Instant, IsoDate } from '@peyvand/platform/contract'
import { z } from 'zod'

const Line = (max: number) => z.string().trim().max(max)
const Addresses = z.array(Line(200).min(1)).max(100)

/** `normal` عادی، `urgent` فوری، `immediate` آنی. */
export const LetterUrgency = z.enum(['normal', 'urgent', 'immediate'])
export type LetterUrgency = z.infer<typeof LetterUrgency>

/** The class of a letter (وارده، صادره، داخلی) is the activity's direction. */
export const LetterInput = z.object({
  /** Number and date that the sender gave it. */
  letterNo: Line(60).nullable().default(null),
  letterDate: IsoDate.nullable().default(null),
  /** Names as written on the letter; parties known to the firm stand in `parties` with their role. */
  recipients: Addresses.default([]),
  copies: Addresses.default([]),
  enclosures: z.number().int().min(0).max(9999).default(0),
  urgency: LetterUrgency.default('normal'),
  /** The register (دفتر) that numbers it; left out, the firm's usual one of its class. */
  registerId: Id.nullable().default(null),
})
export const Letter = LetterInput.extend({
  /**
   * Its number in the register (اندیکاتور): given to an incoming letter when it is recorded, to an outgoing or
   * internal one when it is done; per fiscal year, without gaps, never changed.
   */
  registryNo: z.string().nullable(),
  registeredAt: z.string().nullable(),
})
export type Letter = z.infer<typeof Letter>

export const FaxInput = z.object({
  number: Line(40).nullable().default(null),
  pages: z.number().int().min(1).max(9999).nullable().default(null),
})
export type Fax = z.infer<typeof FaxInput>

export const CallInput = z.object({
  number: Line(40).nullable().default(null),
  answered: z.boolean().default(true),
  durationSeconds: z.number().int().min(0).max(86_400).nullable().default(null),
})
export type Call = z.infer<typeof CallInput>

export const ChecklistItem = z.object({
  id: Id,
  title: z.string(),
  done: z.boolean(),
  doneAt: z.string().nullable(),
  doneBy: Id.nullable(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

export const TaskInput = z.object({
  /** Percent; with a checklist it follows the items that are done. */
  progress: z.number().int().min(0).max(100).default(0),
  /** Items in order; one without an id is new, one that is left out goes. */
  checklist: z
    .array(z.object({ id: Id.optional(), title: Line(300).min(1), done: z.boolean().default(false) }))
    .max(100)
    .default([]),
})
export const Task = z.object({ progress: z.number().int(), checklist: z.array(ChecklistItem) })
export type Task = z.infer<typeof Task>

/** A meeting begins at `plannedAt` (or `occurredAt` when it was recorded afterwards). */
export const MeetingInput = z.object({
  place: Line(300).nullable().default(null),
  link: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable()
    .default(null),
  endsAt: Instant.nullable().default(null),
  /** صورت‌جلسه */
  minutes: z.string().max(100_000).nullable().default(null),
})
export type Meeting = z.infer<typeof MeetingInput>

/** E-mail, SMS and Telegram; the text is the activity's body. */
export const MessageInput = z.object({
  sender: Line(200).nullable().default(null),
  addresses: Addresses.default([]),
  copies: Addresses.default([]),
})
export type Message = z.infer<typeof MessageInput>
