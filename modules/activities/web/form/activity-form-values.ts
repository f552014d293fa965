import type { CustomValues } from '@peyvand/platform/contract'
import type { Option } from '@peyvand/ui'
import {
  type Activity,
  type ActivityKind,
  type ActivityTarget,
  type Confidentiality,
  type Direction,
  directionsOf,
  type LetterUrgency,
  type PartyRole,
  type Priority,
  type Recurrence,
} from '../../contract/index.ts'

export interface FormParty {
  partyId: string | null
  name: string
  role: PartyRole
}

export interface FormFile {
  id: string
  name: string
  size: number
}

export interface FollowUpValues {
  kind: ActivityKind
  subject: string
  /** `YYYY-MM-DD`. */
  dueOn: string | null
  ownerId: string | null
}

/** What the form of an activity holds; the particulars of all kinds, of which those of one are sent. */
export interface ActivityFormValues {
  /** Of what is changed; a new one has none. */
  activityId?: string
  kind: ActivityKind
  direction: Direction
  /** Recorded as done, or planned ahead; only a new one asks. */
  timing: 'happened' | 'planned'
  subject: string
  body: string
  /** When it was, or for what time it is planned. */
  at: string | null
  dueOn: string | null
  /** `HH:MM`; without it the whole day is meant. */
  dueTime: string | null
  durationMinutes: number | null
  resultId: string | null
  priority: Priority
  /** Rial. */
  cost: string | null
  ownerId: string | null
  viaMarketerId: string | null
  confidentiality: Confidentiality
  parties: FormParty[]
  /** Other records that it is about. */
  targets: readonly ActivityTarget[]
  /** Colleagues at a meeting. */
  colleagueIds: string[]
  /** Who comes to a meeting from outside. */
  guests: Option[]
  tagIds: string[]
  files: FormFile[]
  recurrence: Recurrence | null
  /** The register that numbers a letter; null for the usual one of its class. */
  registerId: string | null
  letterNo: string
  letterDate: string | null
  recipients: Option[]
  copies: Option[]
  enclosures: number | null
  urgency: LetterUrgency
  phone: string
  answered: boolean
  pages: number | null
  progress: number
  checklist: { id: string; text: string; isDone: boolean }[]
  place: string
  link: string
  endsAt: string | null
  minutes: string
  sender: string
  addresses: Option[]
  followUp: FollowUpValues | null
  /** The firm's own fields by key. */
  custom: CustomValues
}

interface StartOptions {
  me: string
  now: string
  parties?: readonly { id: string; name: string }[]
  targets?: readonly ActivityTarget[]
}

/** The start of a new one: now, outgoing, mine. */
export function newActivityValues(
  kind: ActivityKind,
  { me, now, parties = [], targets = [] }: StartOptions,
): ActivityFormValues {
  const isAhead = kind === 'task' || kind === 'meeting'
  return {
    kind,
    direction: directionsOf[kind][0],
    timing: isAhead ? 'planned' : 'happened',
    subject: '',
    body: '',
    at: kind === 'task' ? null : now,
    dueOn: null,
    dueTime: null,
    durationMinutes: null,
    resultId: null,
    priority: 'normal',
    cost: null,
    ownerId: me,
    viaMarketerId: null,
    confidentiality: 'normal',
    parties: parties.map(({ id, name }) => ({ partyId: id, name, role: 'subject' })),
    targets,
    colleagueIds: [],
    guests: [],
    tagIds: [],
    files: [],
    recurrence: null,
    registerId: null,
    letterNo: '',
    letterDate: null,
    recipients: [],
    copies: [],
    enclosures: null,
    urgency: 'normal',
    phone: '',
    answered: true,
    pages: null,
    progress: 0,
    checklist: [],
    place: '',
    link: '',
    endsAt: null,
    minutes: '',
    sender: '',
    addresses: [],
    followUp: null,
    custom: {},
  }
}

interface Clock {
  /** The local day and time of an instant. */
  localClock: (instant: string) => { date: string; time: string }
}

/** An existing activity as the form shows it. */
export function valuesOfActivity(activity: Activity, { localClock }: Clock): ActivityFormValues {
  const { letter, fax, call, task, meeting, message } = activity
  const due = activity.dueAt ? localClock(activity.dueAt) : null
  return {
    activityId: activity.id,
    kind: activity.kind,
    direction: activity.direction,
    timing: activity.occurredAt ? 'happened' : 'planned',
    subject: activity.subject,
    body: activity.body ?? '',
    at: activity.occurredAt ?? activity.plannedAt,
    dueOn: due?.date ?? null,
    dueTime: due && !activity.dueAllDay ? due.time : null,
    durationMinutes: activity.durationMinutes,
    resultId: activity.result?.id ?? null,
    priority: activity.priority,
    cost: activity.cost,
    ownerId: activity.owner.id,
    viaMarketerId: activity.viaMarketer?.id ?? null,
    confidentiality: activity.confidentiality,
    parties: activity.parties.map(({ id, name, role }) => ({ partyId: id, name, role })),
    targets: activity.targets,
    colleagueIds: activity.participants.filter(({ type }) => type === 'user').map(({ id }) => id),
    guests: activity.participants
      .filter(({ type }) => type === 'party')
      .map(({ id, name }) => ({ id, label: name })),
    tagIds: activity.tags.map(({ id }) => id),
    files: activity.files.map(({ id, name, size }) => ({ id, name, size })),
    recurrence: activity.recurrence,
    registerId: letter?.registerId ?? null,
    letterNo: letter?.letterNo ?? '',
    letterDate: letter?.letterDate ?? null,
    recipients: asOptions(letter?.recipients),
    copies: asOptions(letter?.copies ?? message?.copies),
    enclosures: letter?.enclosures ?? null,
    urgency: letter?.urgency ?? 'normal',
    phone: call?.number ?? fax?.number ?? '',
    answered: call?.answered ?? true,
    pages: fax?.pages ?? null,
    progress: task?.progress ?? 0,
    checklist: (task?.checklist ?? []).map(({ id, title, done }) => ({ id, text: title, isDone: done })),
    place: meeting?.place ?? '',
    link: meeting?.link ?? '',
    endsAt: meeting?.endsAt ?? null,
    minutes: meeting?.minutes ?? '',
    sender: message?.sender ?? '',
    addresses: asOptions(message?.addresses),
    followUp: null,
    custom: activity.custom,
  }
}

/** Names written by hand, as the field of tags takes them. */
export const asOptions = (names: readonly string[] = []): Option[] =>
  names.map((name) => ({ id: name, label: name }))
