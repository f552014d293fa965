import { cleanBody, cleanText } from '@peyvand/persian'
import { askHook, type Ctx, gatherRows } from '@peyvand/platform/server'
import type { z } from 'zod'
import {
  type Activity,
  type ActivityKind,
  CallInput,
  type CreateActivity,
  detailKeyOf,
  FaxInput,
  LetterInput,
  MeetingInput,
  MessageInput,
  TaskInput,
} from '../contract/index.ts'
import { checklistOf, progressOf, writeChecklist } from './checklist.ts'
import { registerLetter } from './letter-hooks.ts'
import './tables.ts'

export type Details = Pick<Activity, 'letter' | 'fax' | 'call' | 'meeting' | 'message'> & {
  task: z.output<typeof TaskInput> | null
}
/** As stored: items of a task's list with their ids and who ticked them. */
export type StoredDetails = Omit<Details, 'task'> & Pick<Activity, 'task'>
type GivenDetails = Pick<CreateActivity, keyof Details>

const none: StoredDetails = { letter: null, fax: null, call: null, task: null, meeting: null, message: null }

const tableOf = {
  letter: 'letters',
  fax: 'faxes',
  call: 'calls',
  task: 'tasks',
  meeting: 'meetings',
  message: 'messages',
} as const

/** The particulars of a kind as given, whole, with texts cleaned; a letter keeps its place in the register. */
export function detailsFrom(kind: ActivityKind, given: GivenDetails, before: Details = none): Details {
  switch (detailKeyOf(kind)) {
    case 'letter': {
      const letter = LetterInput.parse(given.letter ?? {})
      const { registryNo = null, registeredAt = null, registerId: present = null } = before.letter ?? {}
      const registerId = registryNo === null ? (letter.registerId ?? present) : present
      const names = { recipients: letter.recipients.map(cleanText), copies: letter.copies.map(cleanText) }
      return { ...none, letter: { ...letter, ...names, registerId, registryNo, registeredAt } }
    }
    case 'fax':
      return { ...none, fax: FaxInput.parse(given.fax ?? {}) }
    case 'call':
      return { ...none, call: CallInput.parse(given.call ?? {}) }
    case 'task': {
      const task = TaskInput.parse(given.task ?? {})
      return { ...none, task: { ...task, progress: progressOf(task.checklist) ?? task.progress } }
    }
    case 'meeting': {
      const meeting = MeetingInput.parse(given.meeting ?? {})
      return { ...none, meeting: { ...meeting, minutes: meeting.minutes && cleanBody(meeting.minutes) } }
    }
    case 'message':
      return { ...none, message: MessageInput.parse(given.message ?? {}) }
  }
}

interface Of {
  id: string
  kind: ActivityKind
}

export async function storeDetails(ctx: Ctx, { id, kind }: Of, details: Details): Promise<void> {
  const key = detailKeyOf(kind)
  const { checklist, ...values } = { checklist: undefined, ...details[key] }
  // One of six tables with the same key; their other columns are those of the particulars.
  const fax = values as NonNullable<Details['fax']>
  gatherRows(ctx, tableOf[key] as 'faxes', [{ tenantId: ctx.tenantId, activityId: id, ...fax }], {
    key: ['tenantId', 'activityId'],
    set: Object.keys(fax) as (keyof typeof fax)[],
  })
  if (checklist) await writeChecklist(ctx, id, checklist)
}

export async function readDetails(ctx: Ctx, { id, kind }: Of): Promise<StoredDetails> {
  const key = detailKeyOf(kind)
  const row = await ctx.db
    .selectFrom(tableOf[key] as 'faxes')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .executeTakeFirst()
  if (!row) return none
  const { tenantId: _tenant, activityId: _activity, ...values } = row
  const checklist = key === 'task' ? { checklist: await checklistOf(ctx, id) } : {}
  return { ...none, [key]: { ...values, ...checklist } }
}

/** The number by which people ask for it: of the register, of the sender, or the phone's. */
export const numberOf = ({ letter, call, fax }: Details): string | null =>
  letter?.registryNo ?? letter?.letterNo ?? call?.number ?? fax?.number ?? null

/** Words of the particulars that the search finds. */
export const wordsOf = ({ letter, fax, call, meeting, message }: Details): string =>
  [
    letter?.registryNo,
    letter?.letterNo,
    ...(letter?.recipients ?? []),
    fax?.number,
    call?.number,
    meeting?.place,
    message?.sender,
    ...(message?.addresses ?? []),
    meeting?.minutes?.slice(0, 2000),
  ]
    .filter(Boolean)
    .join(' ')

/**
 * Gives a letter its number of the firm's register, once: an incoming one when it is recorded, others when done.
 * Whoever keeps the registers answers in this transaction, so that no number is lost or given twice.
 */
export async function registered(
  ctx: Ctx,
  { id, direction, status }: Pick<Activity, 'id' | 'direction' | 'status'>,
  details: Details,
): Promise<Details> {
  const { letter } = details
  if (!letter || letter.registryNo || (direction !== 'incoming' && status !== 'done')) return details
  const { registerId } = letter
  const [given] = await askHook(ctx, registerLetter, { activityId: id, direction, registerId })
  if (!given) return details
  return { ...details, letter: { ...letter, ...given, registeredAt: ctx.now().toISOString() } }
}
