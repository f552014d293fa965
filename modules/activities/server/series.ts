import { daysBetween, localDate } from '@peyvand/persian'
import { anyOf, badField, type Ctx, newId } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { openStatuses, type Recurrence } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'
import { nextOccurrence, type Occurrence, occurrenceDay, type Wanted } from './recurrence.ts'
import './tables.ts'

/** The rule of a series, or null. */
export async function recurrenceOf(ctx: Ctx, seriesId: string | null): Promise<Recurrence | null> {
  return seriesId ? ((await loadSeries(ctx, seriesId))?.rule ?? null) : null
}

/**
 * Makes an activity recur by this rule from its own day on, or no longer. Its day is when it is due or planned.
 * @throws AppError badInput (400) at `recurrence` when it has neither
 */
export async function setRecurrence(
  ctx: Ctx,
  row: Pick<ActivityRecord, 'id' | 'deadlineAt' | 'seriesId' | 'occurrence'>,
  rule: Recurrence | null,
): Promise<void> {
  if (rule === null) {
    if (row.seriesId) await linkToSeries(ctx, row.id, null, null)
    return
  }
  if (!row.deadlineAt) throw badField('recurrence', 'activities.recurrenceNeedsDate')
  const occurrence = row.occurrence ?? 1
  const values = {
    frequency: rule.frequency,
    every: rule.interval,
    calendar: rule.calendar,
    weekdays: rule.weekdays,
    monthlyOn: rule.monthlyOn,
    anchor: localDate(row.deadlineAt, ctx.timeZone),
    anchorOccurrence: occurrence,
    until: rule.until,
    times: rule.count,
  }
  const id = row.seriesId ?? newId()
  await ctx.db
    .insertInto('activitySeries')
    .values({ tenantId: ctx.tenantId, id, ...values })
    .onConflict((oc) => oc.columns(['tenantId', 'id']).doUpdateSet(values))
    .execute()
  if (!row.seriesId) await linkToSeries(ctx, row.id, id, occurrence)
}

export interface NextOfSeries extends Occurrence {
  /** Whole days between this occurrence's day and the next one's. */
  shift: number
}

/**
 * The occurrence wanted among those after one that nobody made yet; null when there is none, or an open one stands
 * before it. One that was called off ahead of its time is passed over.
 */
export async function nextOfSeries(
  ctx: Ctx,
  row: ActivityRecord,
  wanted: Wanted,
): Promise<NextOfSeries | null> {
  const { seriesId, occurrence, deadlineAt } = row
  if (!seriesId || !occurrence || !deadlineAt) return null
  const series = await loadSeries(ctx, seriesId)
  if (!series) return null
  const made = await madeAfter(ctx, seriesId, occurrence)
  for (let after = occurrence; ; ) {
    const next = nextOccurrence({ ...series, after, wanted })
    if (!next || made.some(({ number, isOpen }) => isOpen && number <= next.number)) return null
    if (!made.some(({ number }) => number === next.number)) return withShift(ctx, next, deadlineAt)
    after = next.number
  }
}

/** The occurrence of that number by the rule, made or not; null where the series has none. */
export async function occurrenceOfSeries(
  ctx: Ctx,
  { seriesId, deadlineAt }: Pick<ActivityRecord, 'seriesId' | 'deadlineAt'>,
  number: number,
): Promise<NextOfSeries | null> {
  const series = seriesId ? await loadSeries(ctx, seriesId) : null
  if (!series || !deadlineAt || number <= series.anchor.number) return null
  const { rule, anchor } = series
  const day = occurrenceDay(rule, anchor.day, number - anchor.number)
  if ((rule.count !== null && number > rule.count) || (rule.until !== null && day > rule.until)) return null
  return withShift(ctx, { number, day }, deadlineAt)
}

const withShift = (ctx: Ctx, next: Occurrence, deadlineAt: string): NextOfSeries => ({
  ...next,
  shift: daysBetween(localDate(deadlineAt, ctx.timeZone), next.day),
})

/** The rule of a series and where it is counted from, or null. */
export async function loadSeries(
  ctx: Ctx,
  id: string,
): Promise<{ rule: Recurrence; anchor: Occurrence } | null> {
  const row = await ctx.db
    .selectFrom('activitySeries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { frequency, every, calendar, weekdays, monthlyOn, until, times } = row
  return {
    rule: { frequency, interval: every, calendar, weekdays, monthlyOn, until, count: times },
    anchor: { number: row.anchorOccurrence, day: row.anchor },
  }
}

async function madeAfter(
  ctx: Ctx,
  seriesId: string,
  occurrence: number,
): Promise<{ number: number; isOpen: boolean }[]> {
  const rows = await ctx.db
    .selectFrom('activities')
    .select(['occurrence as number', 'status', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where('seriesId', '=', seriesId)
    .where('occurrence', '>', occurrence)
    .execute()
  return rows.map(({ number, status, deletedAt }) => ({
    number: number as number,
    isOpen: deletedAt === null && openStatuses.includes(status),
  }))
}

async function linkToSeries(
  ctx: Ctx,
  activityId: string,
  seriesId: string | null,
  occurrence: number | null,
): Promise<void> {
  await ctx.db
    .updateTable('activities')
    .set({ seriesId, occurrence })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', activityId)
    .execute()
}

/** Numbers of the occurrences that were made of each series, those done, called off and deleted too. */
export async function madeOccurrences(
  ctx: Ctx,
  seriesIds: readonly string[],
): Promise<Map<string, Set<number>>> {
  if (seriesIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('activities')
    .select(['seriesId', 'occurrence'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`series_id`, seriesIds))
    .where('occurrence', 'is not', null)
    .execute()
  const made = new Map<string, Set<number>>()
  for (const { seriesId, occurrence } of rows) {
    const numbers = made.get(seriesId as string) ?? new Set<number>()
    made.set(seriesId as string, numbers.add(occurrence as number))
  }
  return made
}

/** The series that an activity is of, or null. */
export async function seriesIdOf(ctx: Ctx, activityId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('activities')
    .select('seriesId')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', activityId)
    .executeTakeFirst()
  return row?.seriesId ?? null
}
