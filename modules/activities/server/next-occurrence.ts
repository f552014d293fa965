import { tagsOf } from '@peyvand/customization/server'
import { type Ctx, readCustomValues } from '@peyvand/platform/server'
import type { ActivityRecord } from './activity-access.ts'
import { type Details, readDetails } from './activity-details.ts'
import { participantsOf } from './activity-participants.ts'
import { targetsOf } from './activity-targets.ts'
import { announceCreated } from './create-activity.ts'
import { insertActivity } from './insert-activity.ts'
import { shiftDays, shiftDue } from './moments.ts'
import type { Wanted } from './recurrence.ts'
import { type NextOfSeries, nextOfSeries } from './series.ts'

/** Makes the occurrence wanted after one of a series, unless a later one is there or the series has ended. */
export async function createNextOccurrence(
  ctx: Ctx,
  row: ActivityRecord,
  wanted: Wanted,
): Promise<ActivityRecord | null> {
  const next = await nextOfSeries(ctx, row, wanted)
  return next && copyOccurrence(ctx, row, next)
}

/** Makes another occurrence like the one given, on its own day. */
export async function copyOccurrence(
  ctx: Ctx,
  row: ActivityRecord,
  { number, shift }: NextOfSeries,
): Promise<ActivityRecord> {
  const moved = (instant: string | null) => instant && shiftDays(instant, shift, ctx.timeZone)
  const parties = await ctx.db
    .selectFrom('activityTargets')
    .select(['targetId as partyId', 'role'])
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', row.id)
    .where('targetType', '=', 'party')
    .orderBy('position')
    .execute()
  const participants = await participantsOf(ctx, row.id)
  const tags = await tagsOf(ctx, 'activities', [row.id])
  const created = await insertActivity(ctx, {
    kind: row.kind,
    direction: row.direction,
    status: 'planned',
    subject: row.subject,
    body: row.body,
    plannedAt: moved(row.plannedAt),
    dueAt: shiftDue(row, shift, ctx.timeZone),
    dueAllDay: row.dueAllDay,
    priority: row.priority,
    ownerId: row.ownerId,
    teamId: row.teamId,
    viaMarketerId: row.viaMarketerId,
    seriesId: row.seriesId,
    occurrence: number,
    confidentiality: row.confidentiality,
    source: row.source,
    sourceId: row.sourceId,
    details: afresh(await readDetails(ctx, row), moved),
    parties,
    targets: await targetsOf(ctx, row.id),
    participants: participants.map((one) => ({ ...one, response: 'invited' as const })),
    tagIds: (tags.get(row.id) ?? []).map(({ id }) => id),
    custom: readCustomValues(row.custom),
  })
  await announceCreated(ctx, created)
  return created
}

/** The particulars as at the beginning: nothing ticked, no minutes, no numbers of the last time. */
function afresh(details: Details, moved: (instant: string | null) => string | null): Details {
  const { letter, task, meeting, call } = details
  return {
    ...details,
    letter: letter && { ...letter, letterNo: null, letterDate: null, registryNo: null, registeredAt: null },
    call: call && { ...call, answered: true, durationSeconds: null },
    task: task && {
      progress: 0,
      checklist: task.checklist.map(({ title }) => ({ title, done: false })),
    },
    meeting: meeting && { ...meeting, endsAt: moved(meeting.endsAt), minutes: null },
  }
}
