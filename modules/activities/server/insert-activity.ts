import { setTags } from '@peyvand/customization/server'
import { attachFiles } from '@peyvand/files/server'
import { cleanBody, cleanText, searchKey } from '@peyvand/persian'
import type { CustomValues } from '@peyvand/platform/contract'
import { type Ctx, customSearchWords, gatherRows, newId, writeCustomSides } from '@peyvand/platform/server'
import type { CreateActivity, ParticipantResponse, TargetInput } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'
import { type Details, numberOf, registered, storeDetails, wordsOf } from './activity-details.ts'
import { addViewers, insertParticipants } from './activity-participants.ts'
import { insertParties } from './activity-parties.ts'
import { insertTargets } from './activity-targets.ts'
import { toInstant } from './moments.ts'
import './tables.ts'

type Own =
  | 'kind'
  | 'direction'
  | 'status'
  | 'subject'
  | 'body'
  | 'occurredAt'
  | 'plannedAt'
  | 'dueAt'
  | 'dueAllDay'
  | 'doneAt'
  | 'durationMinutes'
  | 'resultId'
  | 'priority'
  | 'cost'
  | 'ownerId'
  | 'teamId'
  | 'viaMarketerId'
  | 'followUpOf'
  | 'seriesId'
  | 'occurrence'
  | 'confidentiality'
  | 'source'
  | 'sourceId'

/** An activity with everything checked; what is left out is empty. */
export type NewActivity = Pick<ActivityRecord, 'kind' | 'direction' | 'status' | 'subject' | 'ownerId'> &
  Partial<Pick<ActivityRecord, Own>> & {
    details: Details
    parties: NonNullable<CreateActivity['parties']>
    targets?: readonly TargetInput[]
    participants: readonly { type: 'user' | 'party'; id: string; response: ParticipantResponse }[]
    tagIds: readonly string[]
    fileIds?: readonly string[]
    custom: CustomValues
  }

const defaults = {
  body: null,
  occurredAt: null,
  plannedAt: null,
  dueAt: null,
  dueAllDay: false,
  doneAt: null,
  durationMinutes: null,
  resultId: null,
  priority: 'normal',
  cost: null,
  teamId: null,
  viaMarketerId: null,
  followUpOf: null,
  seriesId: null,
  occurrence: null,
  confidentiality: 'normal',
  source: 'manual',
  sourceId: null,
} as const

/** Writes an activity with all that belongs to it; asks nobody's rights and tells nobody. */
export async function insertActivity(ctx: Ctx, given: NewActivity): Promise<ActivityRecord> {
  const {
    details: unregistered,
    parties,
    targets = [],
    participants,
    tagIds,
    fileIds = [],
    custom,
    ...own
  } = given
  const id = newId()
  const details = await registered(ctx, { ...own, id }, unregistered)
  const subject = cleanText(own.subject)
  const body = own.body ? cleanBody(own.body) : null
  const now = ctx.now().toISOString()
  const { userId } = ctx.actor
  const stored = {
    ...defaults,
    ...own,
    occurredAt: toInstant(own.occurredAt),
    plannedAt: toInstant(own.plannedAt),
    doneAt: toInstant(own.doneAt),
    tenantId: ctx.tenantId,
    id,
    subject,
    body,
    number: numberOf(details),
    search: await searchOf(ctx, { subject, body, custom }, details),
    createdAt: now,
    createdBy: userId,
    updatedAt: now,
    deletedAt: null,
    deletedBy: null,
  }
  gatherRows(ctx, 'activities', [{ ...stored, custom }])
  await storeDetails(ctx, { id, kind: own.kind }, details)
  await insertParties(ctx, id, parties)
  insertTargets(ctx, id, targets)
  if (participants.length > 0) await insertParticipants(ctx, id, participants)
  if (userId && userId !== own.ownerId) await addViewers(ctx, id, [userId], 'creator')
  if (tagIds.length > 0) await setTags(ctx, 'activities', id, tagIds)
  await attachFiles(ctx, 'activities', id, fileIds)
  await writeCustomSides(ctx, 'activities', id, custom)
  return { ...stored, custom, currency: 'IRR', version: 1, ...momentsOf(stored) }
}

type Moments = Pick<ActivityRecord, 'occurredAt' | 'doneAt' | 'plannedAt' | 'dueAt' | 'createdAt'>

/** The moments that the database derives from the others. */
const momentsOf = ({ occurredAt, doneAt, plannedAt, dueAt, createdAt }: Moments) => ({
  at: occurredAt ?? doneAt ?? plannedAt ?? dueAt ?? createdAt,
  deadlineAt: dueAt ?? plannedAt,
})

const searchedBody = 4000

interface Searched {
  subject: string
  body: string | null
  custom: CustomValues
}

/** What the search looks in: subject, numbers and names, the beginning of the text; each own field by itself. */
export async function searchOf(
  ctx: Ctx,
  { subject, body, custom }: Searched,
  details: Details,
): Promise<string> {
  const own = (await customSearchWords(ctx, 'activities'))(custom)
  return [
    searchKey(`${subject} ${wordsOf(details)} ${body?.slice(0, searchedBody) ?? ''}`),
    ...own.map((word) => searchKey(asDialled(word))),
  ].join(' ')
}

/** A phone is stored as the world dials it, and looked for as Iran does. */
const asDialled = (word: string): string => word.replace(/^\+98/, '0').replace(/^\+/, '')
