import { userName } from '@peyvand/identity/server'
import { addDays, daysBetween, type IsoDate, localDate, startOfDay } from '@peyvand/persian'
import { anyOf, type Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { type ActivityKind, openStatuses, type Participant as ParticipantView } from '../contract/index.ts'
import { type ActivityRecord, reaches, visibleActivities } from './activity-access.ts'
import { partiesOfMany } from './activity-rows.ts'
import { isOverdue } from './activity-source.ts'
import { shiftDays } from './moments.ts'
import { participantsOfMany } from './participants-of-many.ts'
import { occurrencesBetween } from './recurrence.ts'
import { loadSeries, madeOccurrences } from './series.ts'
import './tables.ts'

type Participant = z.infer<typeof ParticipantView>

const mostEntries = 3000
/** Longest meeting that is found from a day after its first. */
const longestDays = 31
const usualMinutes: Partial<Record<ActivityKind, number>> = { meeting: 60 }

type Row = ActivityRecord & {
  overdue: SqlBool
  endsAt: string | null
  place: string | null
  link: string | null
  ownerName: string | null
}

/** An activity, or an occurrence that is still to be made, as it stands in the calendar. */
export interface CalendarEntry {
  row: Row
  /** False: the caller may know its time only. */
  visible: boolean
  /** An instant, or a day when the whole day is meant. */
  start: string
  /** The instant it ends, or the first day after. */
  end: string
  allDay: boolean
  /** Of the users asked for, the owner and the invited who did not decline. */
  userIds: string[]
  participants: Participant[]
  party: { id: string; name: string } | null
  occurrence: number | null
  /** Not made yet: `row` is the one that it will be a copy of. */
  ahead: boolean
  canMove: boolean
}

interface Asked {
  from: IsoDate
  /** The first day after the period. */
  to: IsoDate
  userIds: readonly string[]
}

/**
 * What stands in the calendars of users between two days, coming occurrences included. Entries that the caller may
 * not see are there with `visible` false: nothing but their time may be told.
 */
export async function calendarEntries(ctx: Ctx, asked: Asked): Promise<CalendarEntry[]> {
  if (asked.userIds.length === 0) return []
  const rows = await rowsBetween(ctx, asked)
  const recurring = await openRecurring(ctx, asked)
  const ids = [...new Set([...rows, ...recurring].map(({ id }) => id))]
  const visible = await visibleAmong(ctx, ids)
  const participants = await participantsOfMany(ctx, ids)
  const parties = await partiesOfMany(ctx, ids)
  const entryOf = (row: Row): CalendarEntry => ({
    row,
    ...spanOf(row, ctx.timeZone),
    visible: visible.has(row.id),
    userIds: usersOf(row, participants.get(row.id) ?? [], asked.userIds),
    participants: participants.get(row.id) ?? [],
    party: parties.get(row.id)?.[0] ?? null,
    occurrence: row.occurrence,
    ahead: false,
    canMove: visible.has(row.id) && isOpen(row) && reaches(ctx, 'activities.update', row),
  })
  const first = startOfDay(asked.from, ctx.timeZone)
  const made = rows.map(entryOf).filter(({ end, allDay }) => end > (allDay ? asked.from : first))
  return [...made, ...(await entriesAhead(ctx, recurring.map(entryOf), asked))]
}

const isOpen = ({ status }: Pick<ActivityRecord, 'status'>) => openStatuses.includes(status)

async function rowsBetween(ctx: Ctx, { from, to, userIds }: Asked): Promise<Row[]> {
  const [start, end] = [startOfDay(from, ctx.timeZone), startOfDay(to, ctx.timeZone)]
  const longBefore = startOfDay(addDays(from, -longestDays), ctx.timeZone)
  const inTime = sql<SqlBool>`x.tenant_id = ${ctx.tenantId} and x.at >= ${longBefore} and x.at < ${end}`
  // Two ways to somebody's calendar, each by an index of its own.
  const ids = sql`select x.id from activities x where ${inTime} and ${anyOf(sql`x.owner_id`, userIds)}
    union select x.id from activity_participants pt
      join activities x on x.tenant_id = pt.tenant_id and x.id = pt.activity_id
      where ${isInvited(ctx, userIds)} and ${inTime}`
  return baseRows(ctx)
    .where(sql<SqlBool>`a.id in (${ids})`)
    .where((eb) => eb.or([eb('a.at', '>=', start), eb('m.endsAt', '>', start)]))
    .where(sql<SqlBool>`(a.status = 'done' or a.deadline_at is not null)`)
    .orderBy('a.at')
    .orderBy('a.id')
    .limit(mostEntries)
    .execute()
}

/** Open ones of series: what comes is told from them, wherever they stand themselves. There are few. */
function openRecurring(ctx: Ctx, { userIds }: Asked): Promise<Row[]> {
  return baseRows(ctx)
    .where('a.seriesId', 'is not', null)
    .where('a.deadlineAt', 'is not', null)
    .where('a.status', 'in', ['planned', 'inProgress'])
    .where(
      sql<SqlBool>`(${anyOf(sql`a.owner_id`, userIds)} or a.id in (
        select pt.activity_id from activity_participants pt where ${isInvited(ctx, userIds)}))`,
    )
    .orderBy('a.occurrence')
    .limit(mostEntries)
    .execute()
}

const isInvited = (ctx: Ctx, userIds: readonly string[]) =>
  sql<SqlBool>`pt.tenant_id = ${ctx.tenantId} and pt.participant_type = 'user' and pt.response <> 'declined'
    and ${anyOf(sql`pt.participant_id`, userIds)}`

const baseRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('activities as a')
    .leftJoin('meetings as m', (join) =>
      join.onRef('m.tenantId', '=', 'a.tenantId').onRef('m.activityId', '=', 'a.id'),
    )
    .selectAll('a')
    .select([
      isOverdue(ctx).as('overdue'),
      userName(sql`a.owner_id`).as('ownerName'),
      'm.endsAt',
      'm.place',
      'm.link',
    ])
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.deletedAt', 'is', null)
    .where('a.status', '!=', 'cancelled')

async function visibleAmong(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await (await visibleActivities(ctx)).select('a.id').where(anyOf(sql`a.id`, ids)).execute()
  return new Set(rows.map(({ id }) => id))
}

/** The owner, then the invited who did not decline, of those asked for. */
function usersOf(row: Row, participants: readonly Participant[], asked: readonly string[]): string[] {
  const invited = participants.filter(({ type, response }) => type === 'user' && response !== 'declined')
  return [...new Set([row.ownerId, ...invited.map(({ id }) => id)])].filter((id) => asked.includes(id))
}

type Span = Pick<CalendarEntry, 'start' | 'end' | 'allDay'>

/** Where an activity stands: when it was, else for when it is planned, else when it is due. */
export function spanOf(
  row: Pick<
    ActivityRecord,
    'kind' | 'status' | 'at' | 'plannedAt' | 'dueAt' | 'dueAllDay' | 'durationMinutes'
  > & {
    endsAt: string | null
  },
  timeZone: string,
): Span {
  if (isOpen(row) && !row.plannedAt && row.dueAt && row.dueAllDay) {
    const day = localDate(row.dueAt, timeZone)
    return { start: day, end: addDays(day, 1), allDay: true }
  }
  const start = row.at
  const minutes = row.durationMinutes || usualMinutes[row.kind] || 30
  const usualEnd = new Date(Date.parse(start) + minutes * 60_000).toISOString()
  const end = row.endsAt && row.endsAt > start ? row.endsAt : usualEnd
  return { start, end, allDay: false }
}

/** Occurrences that nobody made yet, as copies of the open one before them. */
async function entriesAhead(
  ctx: Ctx,
  open: readonly CalendarEntry[],
  { from, to }: Asked,
): Promise<CalendarEntry[]> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const bySeries = new Map<string, CalendarEntry[]>()
  for (const entry of open) {
    const seriesId = entry.row.seriesId as string
    bySeries.set(seriesId, [...(bySeries.get(seriesId) ?? []), entry])
  }
  const made = await madeOccurrences(ctx, [...bySeries.keys()])
  const found: CalendarEntry[] = []
  for (const [seriesId, entries] of bySeries) {
    const series = await loadSeries(ctx, seriesId)
    if (!series) continue
    const days = occurrencesBetween({ ...series, from: from > today ? from : today, to })
    for (const { number, day } of days) {
      const before = entries.findLast(({ occurrence }) => (occurrence ?? 0) < number)
      if (before && !made.get(seriesId)?.has(number))
        found.push(movedTo(before, { number, day, timeZone: ctx.timeZone }))
    }
  }
  return found
}

function movedTo(
  entry: CalendarEntry,
  { number, day, timeZone }: { number: number; day: IsoDate; timeZone: string },
): CalendarEntry {
  const days = daysBetween(localDate(entry.row.deadlineAt as string, timeZone), day)
  const move = (time: string) => (entry.allDay ? addDays(time, days) : shiftDays(time, days, timeZone))
  return {
    ...entry,
    start: move(entry.start),
    end: move(entry.end),
    occurrence: number,
    ahead: true,
    participants: entry.participants.map((one) => ({ ...one, response: 'invited' })),
  }
}
