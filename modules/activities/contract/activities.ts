import { TagRef } from '@peyvand/customization/contract'
import { FileRef } from '@peyvand/files/contract'
import { Amount, CustomValues, Id, Instant, IsoDate, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import {
  CallInput,
  FaxInput,
  Letter,
  LetterInput,
  MeetingInput,
  MessageInput,
  Task,
  TaskInput,
} from './details.ts'
import {
  type ActivityKind,
  ActivitySource,
  Confidentiality,
  Direction,
  directionsOf,
  ActivityKind as Kind,
  ParticipantResponse,
  PartyRole,
  Priority,
} from './kinds.ts'
import { OccurrenceScope, Recurrence } from './recurrence.ts'
import { ActivityAction, ActivityStatus } from './states.ts'
import { ActivityTarget, TargetInput } from './targets.ts'

const Subject = z.string().trim().min(1).max(300)
const Body = z.string().max(100_000)

/** A moment, or a day alone: then the whole day is meant. */
const Due = z.union([IsoDate, Instant])

/** The next step, made together with what was just done; it concerns the same parties. */
export const FollowUpInput = z.object({
  kind: Kind,
  subject: Subject,
  dueAt: Due,
  /** The owner of the first one where it is left out. */
  ownerId: Id.optional(),
  body: Body.nullable().default(null),
})
export type FollowUpInput = z.infer<typeof FollowUpInput>

const Participants = z
  .array(
    z.union([
      z.strictObject({ userId: Id, response: ParticipantResponse.optional() }),
      z.strictObject({ partyId: Id, response: ParticipantResponse.optional() }),
    ]),
  )
  .max(200)
const Parties = z.array(z.object({ partyId: Id, role: PartyRole.default('subject') })).max(200)

/** Fields that a form may set and change; which details go with which kind is checked in both. */
const fields = {
  direction: Direction,
  subject: Subject,
  body: Body.nullable(),
  occurredAt: Instant.nullable(),
  plannedAt: Instant.nullable(),
  dueAt: Due.nullable(),
  durationMinutes: z.number().int().min(0).max(100_000).nullable(),
  resultId: Id.nullable(),
  priority: Priority,
  /** Rial. */
  cost: Amount.nullable(),
  ownerId: Id,
  teamId: Id.nullable(),
  /** The marketer (بازاریاب) through whom it went. */
  viaMarketerId: Id.nullable(),
  confidentiality: Confidentiality,
  parties: Parties,
  /** Other records that it is about; those that the caller does not see stay in a change. */
  targets: z.array(TargetInput).max(50),
  participants: Participants,
  tagIds: z.array(Id).max(50),
  /** Files uploaded before; the ones left out of a change are detached. */
  fileIds: z.array(Id).max(50),
  recurrence: Recurrence.nullable(),
  custom: CustomValues,
  letter: LetterInput,
  fax: FaxInput,
  call: CallInput,
  task: TaskInput,
  meeting: MeetingInput,
  message: MessageInput,
}
/** Particulars of the kinds. */
export const detailKeys = ['letter', 'fax', 'call', 'task', 'meeting', 'message'] as const

/** Under which key the particulars of a kind stand. */
export const detailKeyOf = (kind: ActivityKind): (typeof detailKeys)[number] =>
  kind === 'email' || kind === 'sms' || kind === 'telegram' ? 'message' : kind

const Changes = z.object(fields).partial()

export const CreateActivity = Changes.extend({
  kind: Kind,
  subject: Subject,
  /**
   * `planned` where it is a task or has a time ahead but did not happen yet, otherwise `done`.
   */
  status: ActivityStatus.exclude(['cancelled']).optional(),
  followUpOf: Id.optional(),
  followUp: FollowUpInput.optional(),
}).superRefine((input, ctx) => {
  if (input.direction && !directionsOf[input.kind].includes(input.direction))
    ctx.addIssue(issue('activities.directionOfKind', ['direction']))
  for (const key of detailKeys) {
    if (input[key] !== undefined && key !== detailKeyOf(input.kind))
      ctx.addIssue(issue('activities.detailsOfKind', [key]))
  }
})
export type CreateActivity = z.output<typeof CreateActivity>

/** Only what is sent changes; the kind stays. */
export const ActivityChange = Changes.extend({
  version: z.number().int(),
  /** Of a series: how far the change goes; open ones alone change, `following` where it is left out. */
  occurrences: OccurrenceScope.optional(),
})
export type ActivityChange = z.output<typeof ActivityChange>

/** A new time: an instant, or a day alone; a planned hour stays when only the day is given. */
export const Reschedule = z.object({
  version: z.number().int(),
  start: z.union([IsoDate, Instant]),
  /** Left out: it takes as long as before. */
  end: Instant.optional(),
  occurrences: OccurrenceScope.optional(),
})
export type Reschedule = z.output<typeof Reschedule>

export const ActivityTransition = z.object({
  action: ActivityAction,
  version: z.number().int(),
  /** With `finish`: what came out, when it really was, how long it took, and what comes next. */
  resultId: Id.nullable().optional(),
  doneAt: Instant.optional(),
  durationMinutes: fields.durationMinutes.optional(),
  followUp: FollowUpInput.optional(),
  /** Own fields, such as those that the result brings to sight; required ones among them are missed. */
  custom: CustomValues.optional(),
  /** Added below the text, with `finish` and `cancel`. */
  note: z.string().trim().max(5000).optional(),
})
export type ActivityTransition = z.output<typeof ActivityTransition>

export const ActivityParty = Ref.extend({ role: PartyRole })

/** An activity as lists show it. */
export const ActivityRow = z.object({
  id: Id,
  kind: Kind,
  direction: Direction,
  status: ActivityStatus,
  subject: z.string(),
  /** The moment it stands at in lists, calendar and timeline: happened, planned, due or made. */
  at: z.string(),
  occurredAt: z.string().nullable(),
  plannedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  dueAllDay: z.boolean(),
  doneAt: z.string().nullable(),
  overdue: z.boolean(),
  durationMinutes: z.number().int().nullable(),
  /** A value of the kind's list of results (`resultListOf`). */
  result: Ref.nullable(),
  priority: Priority,
  confidentiality: Confidentiality,
  owner: Ref,
  team: Ref.nullable(),
  parties: z.array(ActivityParty),
  /** Other records that it is about, those that I may see. */
  targets: z.array(ActivityTarget),
  tags: z.array(TagRef),
  /** A letter's register number, or else its sender's; a call's or fax's phone number. */
  number: z.string().nullable(),
  recurring: z.boolean(),
  fileCount: z.number().int(),
  custom: CustomValues,
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.number().int(),
  can: z.object({ update: z.boolean() }),
})
export type ActivityRow = z.infer<typeof ActivityRow>

export const Participant = z.object({
  type: z.enum(['user', 'party']),
  id: Id,
  name: z.string(),
  response: ParticipantResponse,
})

/** Another activity beside this one: the one it follows, those that follow it, others of its series. */
export const ActivityLink = ActivityRow.pick({
  id: true,
  kind: true,
  subject: true,
  status: true,
  at: true,
  dueAt: true,
})

export const Activity = ActivityRow.extend({
  body: z.string().nullable(),
  cost: Amount.nullable(),
  viaMarketer: Ref.nullable(),
  participants: z.array(Participant),
  files: z.array(FileRef),
  recurrence: Recurrence.nullable(),
  /** Which occurrence of its series it is, from 1. */
  occurrence: z.number().int().nullable(),
  followUpOf: ActivityLink.nullable(),
  followUps: z.array(ActivityLink),
  letter: Letter.nullable(),
  fax: FaxInput.nullable(),
  call: CallInput.nullable(),
  task: Task.nullable(),
  meeting: MeetingInput.nullable(),
  message: MessageInput.nullable(),
  source: ActivitySource,
  createdBy: Ref.nullable(),
  deletedAt: z.string().nullable(),
  can: z.object({
    update: z.boolean(),
    delete: z.boolean(),
    restore: z.boolean(),
    refer: z.boolean(),
    respond: z.boolean(),
    /** Actions that the status and the caller's rights allow now. */
    actions: z.array(ActivityAction),
  }),
})
export type Activity = z.infer<typeof Activity>
