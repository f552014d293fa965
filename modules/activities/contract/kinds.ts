import { z } from 'zod'

/** The eight kinds of contact and work that a file is made of. */
export const activityKinds = ['letter', 'fax', 'call', 'task', 'meeting', 'email', 'sms', 'telegram'] as const
export const ActivityKind = z.enum(activityKinds)
export type ActivityKind = z.infer<typeof ActivityKind>

/** For a letter this is its class: وارده، صادره، داخلی. */
export const Direction = z.enum(['incoming', 'outgoing', 'internal'])
export type Direction = z.infer<typeof Direction>

/** Directions that make sense for a kind; the first one is taken where none is given. */
export const directionsOf: Readonly<Record<ActivityKind, readonly [Direction, ...Direction[]]>> = {
  letter: ['incoming', 'outgoing', 'internal'],
  fax: ['incoming', 'outgoing'],
  call: ['outgoing', 'incoming', 'internal'],
  task: ['internal'],
  meeting: ['outgoing', 'incoming', 'internal'],
  email: ['outgoing', 'incoming', 'internal'],
  sms: ['outgoing', 'incoming'],
  telegram: ['outgoing', 'incoming', 'internal'],
}

/** The list of values that results of a kind are chosen from. */
export const resultListOf = {
  letter: 'letterResults',
  fax: 'faxResults',
  call: 'callResults',
  task: 'taskResults',
  meeting: 'meetingResults',
  email: 'emailResults',
  sms: 'smsResults',
  telegram: 'telegramResults',
} as const satisfies Record<ActivityKind, string>

export const Priority = z.enum(['low', 'normal', 'high', 'urgent'])
export type Priority = z.infer<typeof Priority>

/** Above `normal` only the owner, the maker, invited colleagues and who it was referred to see it. */
export const Confidentiality = z.enum(['normal', 'confidential', 'secret'])
export type Confidentiality = z.infer<typeof Confidentiality>

/** What a party is in an activity; `subject` is the one it is about. */
export const PartyRole = z.enum(['subject', 'sender', 'recipient', 'copy', 'attendee', 'related'])
export type PartyRole = z.infer<typeof PartyRole>

export const ParticipantResponse = z.enum([
  'invited',
  'accepted',
  'declined',
  'tentative',
  'attended',
  'absent',
])
export type ParticipantResponse = z.infer<typeof ParticipantResponse>

/** Where a record came from; kept on every record. */
export const ActivitySource = z.enum(['manual', 'import', 'form', 'api', 'channel'])
export type ActivitySource = z.infer<typeof ActivitySource>
