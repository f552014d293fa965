import { daysBetween, instantAt, localClock, localDate } from '@peyvand/persian'
import { AppError, type Ctx } from '@peyvand/platform/server'
import { type Activity, openStatuses, type Reschedule } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'
import { readDetails } from './activity-details.ts'
import { getActivity } from './activity-views.ts'
import { changeActivity } from './change-occurrences.ts'
import { shiftDays } from './moments.ts'
import './tables.ts'
import { requireChangeable } from './update-activity.ts'

/**
 * Moves an open activity in time. Who had answered the invitation to a meeting is asked again.
 * @throws AppError activities.notFound, forbidden, versionConflict, activities.notOpen (409)
 */
export async function rescheduleActivity(
  ctx: Ctx,
  id: string,
  { version, occurrences, ...wanted }: Reschedule,
): Promise<Activity> {
  const row = await requireChangeable(ctx, id)
  if (!openStatuses.includes(row.status)) throw new AppError('activities.notOpen', { status: 409 })
  const { meeting } = await readDetails(ctx, row)
  const times = timesOf(row, wanted, { endsAt: meeting?.endsAt ?? null, timeZone: ctx.timeZone })
  const { endsAt, ...own } = times
  await changeActivity(ctx, id, {
    version,
    ...(occurrences && { occurrences }),
    ...own,
    ...(meeting && endsAt !== undefined && { meeting: { ...meeting, endsAt } }),
  })
  if (meeting && times.plannedAt !== undefined && times.plannedAt !== row.plannedAt) await askAgain(ctx, id)
  return getActivity(ctx, id)
}

interface Times {
  plannedAt?: string | null
  dueAt?: string | null
  durationMinutes?: number
  endsAt?: string | null
}

type Row = Pick<ActivityRecord, 'plannedAt' | 'dueAt' | 'dueAllDay' | 'durationMinutes'>

/** What changes of the times: what is planned keeps its hour when only a day is given, what is due keeps being due. */
export function timesOf(
  row: Row,
  { start, end }: Pick<Reschedule, 'start' | 'end'>,
  { endsAt, timeZone }: { endsAt: string | null; timeZone: string },
): Times {
  const isDay = start.length === 10
  if (!row.plannedAt) {
    if (!isDay) return { dueAt: start, ...lengthOf(start, end) }
    const keepsHour = row.dueAt && !row.dueAllDay
    return {
      dueAt: keepsHour ? instantAt(start, localClock(row.dueAt as string, timeZone).time, timeZone) : start,
    }
  }
  const plannedAt = isDay ? instantAt(start, localClock(row.plannedAt, timeZone).time, timeZone) : start
  const days = daysBetween(localDate(row.plannedAt, timeZone), localDate(plannedAt, timeZone))
  // A deadline that would lie before the new time moves along.
  const dueAt =
    row.dueAt && row.dueAt < plannedAt
      ? row.dueAllDay
        ? localDate(plannedAt, timeZone)
        : shiftDays(row.dueAt, days, timeZone)
      : undefined
  const moved = Date.parse(plannedAt) - Date.parse(row.plannedAt)
  return {
    plannedAt,
    ...(dueAt !== undefined && { dueAt }),
    ...lengthOf(plannedAt, end),
    endsAt: end ?? (endsAt && new Date(Date.parse(endsAt) + moved).toISOString()),
  }
}

function lengthOf(start: string, end: string | undefined): { durationMinutes?: number } {
  if (end === undefined) return {}
  return { durationMinutes: Math.max(5, Math.round((Date.parse(end) - Date.parse(start)) / 60_000)) }
}

async function askAgain(ctx: Ctx, activityId: string): Promise<void> {
  await ctx.db
    .updateTable('activityParticipants')
    .set({ response: 'invited' })
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('participantType', '=', 'user')
    .$if(ctx.actor.userId !== null, (qb) => qb.where('participantId', '!=', ctx.actor.userId as string))
    .where('response', 'in', ['accepted', 'declined', 'tentative'])
    .execute()
}
