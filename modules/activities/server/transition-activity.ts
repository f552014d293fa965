import { requireValue } from '@peyvand/customization/server'
import { cleanBody, localDate } from '@peyvand/persian'
import { nextState } from '@peyvand/platform/contract'
import {
  AppError,
  type Ctx,
  changesBetween,
  forbidden,
  json,
  mergeCustomValues,
  readCustomValues,
  writeCustomSides,
} from '@peyvand/platform/server'
import {
  type Activity,
  type ActivityTransition,
  activityCancelled,
  activityFinished,
  activityReopened,
  activityTransitions,
  activityUpdated,
  resultListOf,
} from '../contract/index.ts'
import { type ActivityRecord, reaches, requireActivity } from './activity-access.ts'
import { type Details, numberOf, readDetails, registered, storeDetails } from './activity-details.ts'
import { showActivity, tellOfActivity } from './activity-events.ts'
import { publishToFiles } from './activity-timeline.ts'
import { getActivity, requireLatest } from './activity-views.ts'
import { createFollowUp } from './create-activity.ts'
import { searchOf } from './insert-activity.ts'
import { loggedColumns, loggedDetails } from './logged-fields.ts'
import { createNextOccurrence } from './next-occurrence.ts'
import { checkResultFields } from './result-fields.ts'

/**
 * Moves an activity on by the transition table; finishing or calling off a recurring one makes the next.
 * @throws AppError activities.notFound, forbidden, versionConflict, transition.notAllowed (409); badInput (400) at
 * `resultId` or at an own field that the result asks for
 */
export async function transitionActivity(ctx: Ctx, id: string, input: ActivityTransition): Promise<Activity> {
  const before = await requireActivity(ctx, id, { lock: true })
  if (!reaches(ctx, 'activities.update', before)) throw forbidden()
  await requireLatest(ctx, before, input.version)
  const row = await applyTransition(ctx, before, input)
  if (input.followUp) await createFollowUp(ctx, row, input.followUp)
  return getActivity(ctx, id)
}

/** The transition itself, for a row that is locked and may be changed; bulk work uses it too. */
export async function applyTransition(
  ctx: Ctx,
  before: ActivityRecord,
  input: Omit<ActivityTransition, 'version' | 'followUp'>,
): Promise<ActivityRecord> {
  const { action } = input
  const status = nextState(activityTransitions, before.status, action)
  if (!status) throw new AppError('transition.notAllowed', { status: 409 })
  if (input.resultId !== undefined)
    await requireValue(ctx, resultListOf[before.kind], {
      path: 'resultId',
      id: input.resultId,
      present: before.resultId,
    })
  const custom = await checkResultFields(ctx, before, input)
  const oldDetails = await readDetails(ctx, before)
  const details = await registered(ctx, { ...before, status }, oldDetails)
  const ownValues = mergeCustomValues(readCustomValues(before.custom), custom)
  const body = input.note ? [before.body, cleanBody(input.note)].filter(Boolean).join('\n\n') : before.body
  const row = await ctx.db
    .updateTable('activities')
    .set({
      status,
      body,
      ...moments(ctx, before, input),
      ...(input.resultId === undefined ? {} : { resultId: input.resultId }),
      ...(input.durationMinutes === undefined ? {} : { durationMinutes: input.durationMinutes }),
      custom: json(ownValues),
      number: numberOf(details),
      search: await searchOf(ctx, { subject: before.subject, body, custom: ownValues }, details),
      updatedAt: ctx.now().toISOString(),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (details !== oldDetails) await storeDetails(ctx, row, details)
  await writeCustomSides(ctx, 'activities', row.id, custom)
  if (status === 'done' || status === 'cancelled')
    await createNextOccurrence(ctx, row, { notBefore: localDate(ctx.now(), ctx.timeZone) })
  await tell(ctx, before, { row, action, details, oldDetails })
  return row
}

interface Told {
  row: ActivityRecord
  action: ActivityTransition['action']
  details: Details
  oldDetails: Details
}

async function tell(
  ctx: Ctx,
  before: ActivityRecord,
  { row, action, details, oldDetails }: Told,
): Promise<void> {
  const partyIds = await publishToFiles(ctx, row, { before, answered: details.call?.answered ?? true })
  ctx.audit({
    action,
    record: 'activities',
    recordId: row.id,
    label: row.subject,
    changes: changesBetween<Record<string, unknown>>(
      { ...loggedColumns(before), ...loggedDetails(oldDetails) },
      { ...loggedColumns(row), ...loggedDetails(details) },
    ),
  })
  if (action === 'finish') {
    ctx.emit(activityFinished, {
      activityId: row.id,
      kind: row.kind,
      ownerId: row.ownerId,
      partyIds,
      resultId: row.resultId,
    })
    showActivity(ctx, row, partyIds)
    return
  }
  const event = {
    cancel: activityCancelled,
    reopen: activityReopened,
    start: activityUpdated,
    postpone: activityUpdated,
  }
  tellOfActivity(ctx, event[action], row, partyIds)
}

/** A meeting that was planned happened when it was planned; everything else when it was finished. */
function moments(
  ctx: Ctx,
  before: ActivityRecord,
  { action, doneAt }: Pick<ActivityTransition, 'action' | 'doneAt'>,
) {
  if (action === 'reopen') return { doneAt: null }
  if (action !== 'finish') return {}
  const now = ctx.now().toISOString()
  const at = doneAt ? new Date(doneAt).toISOString() : now
  const asPlanned = before.kind === 'meeting' && before.plannedAt && before.plannedAt <= at
  return { doneAt: at, occurredAt: before.occurredAt ?? (asPlanned ? before.plannedAt : at) }
}
