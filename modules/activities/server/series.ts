import { daysBetween, localDate } from '@peyvand/persian'
import { badField, type Ctx, newId } from '@peyvand/platform/server'
import type { Recurrence } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'
import { nextOccurrence, type Occurrence, type Wanted } from './recurrence.ts'
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

/** The occurrence wanted among those after one; null when there is none, or a later one is there already. */
export async function nextOfSeries(
  ctx: Ctx,
  row: ActivityRecord,
  wanted: Wanted,
): Promise<NextOfSeries | null> {
  const { seriesId, occurrence, deadlineAt } = row
  if (!seriesId || !occurrence || !deadlineAt) return null
  const series = await loadSeries(ctx, seriesId)
  if (!series || (await hasLater(ctx, seriesId, occurrence))) return null
  const next = nextOccurrence({ ...series, after: occurrence, wanted })
  return next && { ...next, shift: daysBetween(localDate(deadlineAt, ctx.timeZone), next.day) }
}

async function loadSeries(ctx: Ctx, id: string): Promise<{ rule: Recurrence; anchor: Occurrence } | null> {
  const row = await ctx.db
    .selectFrom('activitySeries')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { frequency, every, calendar, weekdays, until, times } = row
  return {
    rule: { frequency, interval: every, calendar, weekdays, until, count: times },
    anchor: { number: row.anchorOccurrence, day: row.anchor },
  }
}

async function hasLater(ctx: Ctx, seriesId: string, occurrence: number): Promise<boolean> {
  const later = await ctx.db
    .selectFrom('activities')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('seriesId', '=', seriesId)
    .where('occurrence', '>', occurrence)
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
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
