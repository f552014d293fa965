import { requireValue, setTags } from '@peyvand/customization/server'
import { setFiles } from '@peyvand/files/server'
import { cleanBody, cleanText } from '@peyvand/persian'
import {
  AppError,
  badField,
  type Ctx,
  changesBetween,
  checkCustomValues,
  forbidden,
  json,
  mergeCustomValues,
  notFound,
  readCustomValues,
  writeCustomSides,
} from '@peyvand/platform/server'
import {
  type Activity,
  type ActivityChange,
  activityUpdated,
  detailKeyOf,
  directionsOf,
  invitationAnswered,
  type ParticipantResponse,
  resultListOf,
} from '../contract/index.ts'
import { type ActivityRecord, reaches, requireActivity } from './activity-access.ts'
import {
  type Details,
  detailsFrom,
  numberOf,
  readDetails,
  registered,
  storeDetails,
} from './activity-details.ts'
import { tellOfActivity } from './activity-events.ts'
import { addViewers, setParticipants } from './activity-participants.ts'
import { requireSeen, setParties } from './activity-parties.ts'
import { setTargets } from './activity-targets.ts'
import { publishToFiles } from './activity-timeline.ts'
import { getActivity, requireLatest } from './activity-views.ts'
import { tickItem } from './checklist.ts'
import { searchOf } from './insert-activity.ts'
import { loggedColumns, loggedDetails, loggedLists } from './logged-fields.ts'
import { parseDue } from './moments.ts'
import { requireOwner } from './owners.ts'
import { setRecurrence } from './series.ts'
import { requireUnfixed } from './unfixed-letter.ts'
import { keepWithheld } from './withheld-numbers.ts'

/**
 * Changes what is named; particulars of the kind, parties, participants, tags and files are sent whole.
 * @throws AppError activities.notFound, forbidden, versionConflict; badInput (400) at the field
 */
export async function updateActivity(ctx: Ctx, id: string, change: ActivityChange): Promise<Activity> {
  const before = await requireChangeable(ctx, id)
  await requireLatest(ctx, before, change.version)
  const oldDetails = await readDetails(ctx, before)
  await requireUnfixed(ctx, before, { change, oldDetails })
  const lists = await loggedLists(ctx, id)
  const row = await writeChange(ctx, before, { change, oldDetails })
  const after = await writeBelongings(ctx, row, change)
  await publishAndTell(ctx, before, { ...after, lists, oldDetails })
  return getActivity(ctx, id)
}

/** Ticks one item of a task's list. @throws AppError activities.notFound (404), forbidden (403) */
export async function tickChecklistItem(
  ctx: Ctx,
  { id, itemId, done }: { id: string; itemId: string; done: boolean },
): Promise<Activity> {
  const row = await requireChangeable(ctx, id)
  const before = await readDetails(ctx, row)
  if (!(await tickItem(ctx, { activityId: id, itemId, done }))) throw notFound('activities.notFound')
  const after = await readDetails(ctx, row)
  ctx.audit({
    action: 'update',
    record: 'activities',
    recordId: id,
    label: row.subject,
    changes: changesBetween(loggedDetails(before), loggedDetails(after)),
  })
  ctx.live({ topic: 'activities', id })
  return getActivity(ctx, id)
}

/** Answers an invitation for oneself. @throws AppError activities.notInvited (409) */
export async function respondToActivity(
  ctx: Ctx,
  id: string,
  { response }: { response: ParticipantResponse },
): Promise<Activity> {
  const { ownerId } = await requireActivity(ctx, id, { lock: true })
  const { numUpdatedRows } = await ctx.db
    .updateTable('activityParticipants')
    .set({ response })
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', id)
    .where('participantType', '=', 'user')
    .where('participantId', '=', ctx.actor.userId as string)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new AppError('activities.notInvited', { status: 409 })
  ctx.emit(invitationAnswered, { activityId: id, ownerId, userId: ctx.actor.userId as string, response })
  ctx.live({ topic: 'activities', id })
  return getActivity(ctx, id)
}

/** @throws AppError activities.notFound (404), forbidden (403) */
export async function requireChangeable(ctx: Ctx, id: string): Promise<ActivityRecord> {
  const row = await requireActivity(ctx, id, { lock: true })
  if (!reaches(ctx, 'activities.update', row)) throw forbidden()
  return row
}

/** Audit, files of the parties, event and open screens after a change. */
async function publishAndTell(
  ctx: Ctx,
  before: ActivityRecord,
  {
    row,
    takenOff,
    details,
    oldDetails,
    lists,
  }: {
    row: ActivityRecord
    takenOff: readonly string[]
    details: Details
    oldDetails: Details
    /** Parties, participants and tags before. */
    lists: Record<string, unknown>
  },
): Promise<void> {
  const partyIds = await publishToFiles(ctx, row, { takenOff, answered: details.call?.answered ?? true })
  // As they are stored: moments and texts are not stored as they are sent.
  const stored = details === oldDetails ? oldDetails : await readDetails(ctx, row)
  ctx.audit({
    action: 'update',
    record: 'activities',
    recordId: row.id,
    label: row.subject,
    changes: changesBetween<Record<string, unknown>>(
      { ...loggedColumns(before), ...loggedDetails(oldDetails), ...lists },
      { ...loggedColumns(row), ...loggedDetails(stored), ...(await loggedLists(ctx, row.id)) },
    ),
  })
  tellOfActivity(ctx, activityUpdated, row, partyIds)
}

async function writeChange(
  ctx: Ctx,
  before: ActivityRecord,
  { change, oldDetails }: { change: ActivityChange; oldDetails: Details },
): Promise<{ row: ActivityRecord; details: Details }> {
  const { kind } = before
  const key = detailKeyOf(kind)
  for (const other of ['letter', 'fax', 'call', 'task', 'meeting', 'message'] as const) {
    if (change[other] !== undefined && other !== key) throw badField(other, 'activities.detailsOfKind')
  }
  const { direction = before.direction } = change
  if (!directionsOf[kind].includes(direction)) throw badField('direction', 'activities.directionOfKind')
  if (change.resultId !== undefined)
    await requireValue(ctx, resultListOf[kind], {
      path: 'resultId',
      id: change.resultId,
      present: before.resultId,
    })
  if (change.viaMarketerId && change.viaMarketerId !== before.viaMarketerId)
    await requireSeen(ctx, change.viaMarketerId, 'viaMarketerId')
  const ownerChanges = change.ownerId !== undefined && change.ownerId !== before.ownerId
  const owner = ownerChanges
    ? await requireOwner(ctx, change)
    : { ownerId: before.ownerId, teamId: change.teamId === undefined ? before.teamId : change.teamId }
  const custom = await checkCustomValues(ctx, {
    record: 'activities',
    values: change.custom ?? {},
    appliesTo: [kind],
    stored: readCustomValues(before.custom),
    facts: {
      kind,
      direction,
      priority: change.priority ?? before.priority,
      resultId: change.resultId === undefined ? before.resultId : change.resultId,
    },
    factsBefore: before,
  })

  const given =
    change[key] === undefined
      ? oldDetails
      : keepWithheld(ctx, detailsFrom(kind, change, oldDetails), oldDetails)
  const details = await registered(ctx, { ...before, direction }, given)
  const subject = change.subject === undefined ? before.subject : cleanText(change.subject)
  const body = change.body === undefined ? before.body : change.body && cleanBody(change.body)
  const ownValues = mergeCustomValues(readCustomValues(before.custom), custom)
  const row = await ctx.db
    .updateTable('activities')
    .set({
      ...plain(change),
      ...owner,
      ...(change.dueAt === undefined ? {} : parseDue(change.dueAt, ctx.timeZone)),
      direction,
      subject,
      body,
      number: numberOf(details),
      search: await searchOf(ctx, { subject, body, custom: ownValues }, details),
      custom: json(ownValues),
      updatedAt: ctx.now().toISOString(),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (details !== oldDetails) await storeDetails(ctx, row, details)
  await writeCustomSides(ctx, 'activities', row.id, custom)
  if (ownerChanges) await addViewers(ctx, row.id, [before.ownerId], 'creator')
  return { row, details }
}

async function writeBelongings(
  ctx: Ctx,
  { row, details }: { row: ActivityRecord; details: Details },
  { parties, targets, participants, tagIds, fileIds, recurrence }: ActivityChange,
): Promise<{ row: ActivityRecord; details: Details; takenOff: string[] }> {
  const takenOff = parties === undefined ? [] : await setParties(ctx, row.id, parties)
  if (targets !== undefined) await setTargets(ctx, row.id, targets)
  if (participants !== undefined) await setParticipants(ctx, row.id, participants)
  if (tagIds !== undefined) await setTags(ctx, 'activities', row.id, tagIds)
  if (fileIds !== undefined) await setFiles(ctx, 'activities', row.id, fileIds)
  if (recurrence !== undefined) await setRecurrence(ctx, row, recurrence)
  return { row, details, takenOff }
}

/** Columns that are written as they were sent. */
function plain({
  occurredAt,
  plannedAt,
  durationMinutes,
  resultId,
  priority,
  cost,
  viaMarketerId,
  confidentiality,
}: ActivityChange) {
  const given = {
    occurredAt,
    plannedAt,
    durationMinutes,
    resultId,
    priority,
    cost,
    viaMarketerId,
    confidentiality,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof typeof given]: Exclude<(typeof given)[K], undefined>
  }>
}
