import {
  addDays,
  daysBetween,
  type IsoDate,
  instantAt,
  localClock,
  localDate,
  weekday,
} from '@peyvand/persian'
import { AppError, type Ctx, forbidden, newId, notFound, recordOperation } from '@peyvand/platform/server'
import type { Activity, ActivityChange, OccurrenceScope, Recurrence } from '../contract/index.ts'
import { type ActivityRecord, reaches, requireActivity, visibleActivities } from './activity-access.ts'
import { getActivity } from './activity-views.ts'
import { deleteKind, moveToBin } from './delete-activity.ts'
import { copyOccurrence, createNextOccurrence } from './next-occurrence.ts'
import { occurrenceOfSeries, recurrenceOf } from './series.ts'
import './tables.ts'
import { requireChangeable, updateActivity } from './update-activity.ts'

/**
 * Changes an activity; of a series this one alone, it and those after it, or every open one. Occurrences are copies
 * of the one before, so what shall change this one alone is done after the next has been made.
 * @throws AppError activities.notFound, forbidden, versionConflict; badInput (400) at the field
 */
export async function changeActivity(
  ctx: Ctx,
  id: string,
  { occurrences, ...change }: ActivityChange,
): Promise<Activity> {
  const before = await requireChangeable(ctx, id)
  if (!before.seriesId || !occurrences) return updateActivity(ctx, id, change)
  if (occurrences === 'this') {
    await createNextOccurrence(ctx, before, { notBefore: localDate(ctx.now(), ctx.timeZone) })
    const { recurrence: _unchanged, ...alone } = change
    return updateActivity(ctx, id, alone)
  }
  const others = await openOthers(ctx, before)
  const moved = await movedRule(ctx, before, change)
  if (occurrences === 'following') {
    if (others.some((other) => isBefore(other, before))) await splitSeries(ctx, before)
    await updateActivity(ctx, id, { ...change, ...moved })
    return getActivity(ctx, id)
  }
  // The rule is counted from the earliest, so that those between that are not made yet move along.
  const earliest = others.find((other) => isBefore(other, before))
  await updateActivity(ctx, id, { ...change, ...(earliest ? {} : moved) })
  for (const other of others) {
    const same = likewise(ctx, before, { other, change })
    await updateActivity(ctx, other.id, { ...same, ...(other === earliest && moved) })
  }
  return getActivity(ctx, id)
}

/**
 * Makes one occurrence ahead of its time, or answers it where it is made and open already.
 * @throws AppError activities.noSuchOccurrence (404), activities.occurrenceTaken (409)
 */
export async function makeOccurrence(
  ctx: Ctx,
  { id, number }: { id: string; number: number },
): Promise<Activity> {
  const row = await requireChangeable(ctx, id)
  const made = await ctx.db
    .selectFrom('activities')
    .select(['id', 'status', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('seriesId', '=', row.seriesId)
    .where('occurrence', '=', number)
    .executeTakeFirst()
  if (made?.deletedAt || made?.status === 'done' || made?.status === 'cancelled')
    throw new AppError('activities.occurrenceTaken', { status: 409 })
  if (made) return getActivity(ctx, made.id)
  const next = await occurrenceOfSeries(ctx, row, number)
  if (!next) throw notFound('activities.noSuchOccurrence')
  const copy = await copyOccurrence(ctx, row, next)
  return getActivity(ctx, copy.id)
}

/** Puts one into the recycle bin and lets its series go on, or ends the series with it. @throws AppError forbidden */
export async function deleteOccurrences(
  ctx: Ctx,
  id: string,
  scope: Exclude<OccurrenceScope, 'all'>,
): Promise<undefined> {
  const row = await requireActivity(ctx, id, { lock: true })
  if (!reaches(ctx, 'activities.delete', row)) throw forbidden()
  const gone = [row]
  if (row.seriesId && scope === 'this')
    await createNextOccurrence(ctx, row, { notBefore: localDate(ctx.now(), ctx.timeZone) })
  if (row.seriesId && row.occurrence && scope === 'following') {
    const others = await openOthers(ctx, row)
    const earlier = others.filter((one) => isBefore(one, row))
    if (earlier.length > 0) await endSeries(ctx, row.seriesId, row.occurrence - 1)
    gone.push(...others.filter((one) => !earlier.includes(one)))
  }
  for (const one of gone) await moveToBin(ctx, one)
  await recordOperation(ctx, {
    kind: deleteKind,
    input: { activityIds: gone.map((one) => one.id) },
    result: { subject: row.subject },
  })
}

const isBefore = (one: ActivityRecord, other: ActivityRecord): boolean =>
  (one.occurrence ?? 0) < (other.occurrence ?? 0)

/** Makes an occurrence the first of a series of its own with all that follow it; the old series ends before it. */
async function splitSeries(ctx: Ctx, { seriesId, occurrence }: ActivityRecord): Promise<void> {
  const series = await ctx.db
    .selectFrom('activitySeries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', seriesId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await ctx.db
    .insertInto('activitySeries')
    .values({ ...series, id })
    .execute()
  await ctx.db
    .updateTable('activities')
    .set({ seriesId: id })
    .where('tenantId', '=', ctx.tenantId)
    .where('seriesId', '=', seriesId)
    .where('occurrence', '>=', occurrence)
    .execute()
  await endSeries(ctx, seriesId as string, (occurrence as number) - 1)
}

/** The other open ones of the series that the caller may change. */
async function openOthers(ctx: Ctx, { id, seriesId }: ActivityRecord): Promise<ActivityRecord[]> {
  const rows = await (await visibleActivities(ctx))
    .selectAll('a')
    .where('a.seriesId', '=', seriesId)
    .where('a.id', '!=', id)
    .where('a.status', 'in', ['planned', 'inProgress'])
    .orderBy('a.occurrence')
    .execute()
  return rows.filter((row) => reaches(ctx, 'activities.update', row))
}

async function endSeries(ctx: Ctx, seriesId: string, times: number): Promise<void> {
  await ctx.db
    .updateTable('activitySeries')
    .set({ times })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', seriesId)
    .execute()
}

/** Those after it are counted from its new day; of a weekly rule the weekday moves along. */
async function movedRule(
  ctx: Ctx,
  before: ActivityRecord,
  { recurrence, dueAt = before.dueAt, plannedAt = before.plannedAt }: ActivityChange,
): Promise<{ recurrence?: Recurrence | null }> {
  if (recurrence !== undefined) return { recurrence }
  const rule = await recurrenceOf(ctx, before.seriesId)
  const [from, to] = [dayOf(ctx, before.deadlineAt), dayOf(ctx, dueAt ?? plannedAt)]
  if (!rule || !from || !to || from === to) return {}
  const weekdays = rule.weekdays.map((day) => (day === weekday(from) ? weekday(to) : day))
  return { recurrence: { ...rule, weekdays: [...new Set(weekdays)] } }
}

const dayOf = (ctx: Ctx, moment: string | null): IsoDate | null =>
  moment && (moment.length === 10 ? moment : localDate(moment, ctx.timeZone))

/** The same change for another of the series: its own day moves as far, the clock shows the same. */
function likewise(
  ctx: Ctx,
  before: ActivityRecord,
  { other, change }: { other: ActivityRecord; change: ActivityChange },
): ActivityChange {
  const { recurrence: _own, task: _steps, letter: _register, occurredAt: _past, ...same } = change
  const move = (given: string | null | undefined, was: string | null, own: string | null) => {
    if (!given || !was || !own) return given
    const days = daysBetween(localDate(was, ctx.timeZone), dayOf(ctx, given) as IsoDate)
    const day = addDays(localDate(own, ctx.timeZone), days)
    return given.length === 10 ? day : instantAt(day, localClock(given, ctx.timeZone).time, ctx.timeZone)
  }
  const [plannedAt, dueAt] = [
    move(change.plannedAt, before.plannedAt, other.plannedAt),
    move(change.dueAt, before.dueAt, other.dueAt),
  ]
  const { meeting } = change
  const length =
    meeting?.endsAt && change.plannedAt ? Date.parse(meeting.endsAt) - Date.parse(change.plannedAt) : null
  return {
    ...same,
    version: other.version,
    ...(plannedAt !== undefined && { plannedAt }),
    ...(dueAt !== undefined && { dueAt }),
    ...(meeting && {
      meeting: {
        ...meeting,
        endsAt: length !== null && plannedAt ? new Date(Date.parse(plannedAt) + length).toISOString() : null,
      },
    }),
  }
}
