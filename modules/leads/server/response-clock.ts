import { hoursOn, type WorkingCalendar } from '@peyvand/calendar/contract'
import { addDays, instantAt, localDate } from '@peyvand/persian'

const msPerMinute = 60_000
/** No firm rests longer than this; one that never works has no clock. */
const farthestDays = 60

/** How far ahead the calendar must reach for a clock of so many minutes: a day has one working minute at least. */
export const daysAhead = farthestDays

interface Span {
  /** Milliseconds of the epoch. */
  from: number
  until: number
}

/**
 * The instant at which so many minutes of working hours have gone by since another; null where the firm does not work
 * that much in the next two months.
 */
export function afterWorkingMinutes(
  calendar: WorkingCalendar,
  { since, minutes, timeZone }: { since: Date; minutes: number; timeZone: string },
): Date | null {
  let left = minutes * msPerMinute
  const start = since.getTime()
  for (const { from, until } of spansFrom(calendar, since, timeZone)) {
    const begin = Math.max(from, start)
    if (begin >= until) continue
    if (until - begin >= left) return new Date(begin + left)
    left -= until - begin
  }
  return null
}

/** Whole minutes of working hours between two instants, of two months at most. */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  { since, until: end, timeZone }: { since: Date; until: Date; timeZone: string },
): number {
  let total = 0
  for (const { from, until } of spansFrom(calendar, since, timeZone)) {
    if (from >= end.getTime()) break
    total += Math.max(0, Math.min(until, end.getTime()) - Math.max(from, since.getTime()))
  }
  return Math.floor(total / msPerMinute)
}

function* spansFrom(calendar: WorkingCalendar, since: Date, timeZone: string): Generator<Span> {
  let day = localDate(since, timeZone)
  for (let step = 0; step <= farthestDays; step += 1, day = addDays(day, 1))
    for (const { from, until } of hoursOn(calendar, day))
      yield { from: msAt(day, from, timeZone), until: msAt(day, until, timeZone) }
}

const msAt = (day: string, clock: string, timeZone: string): number =>
  Date.parse(
    clock === '24:00' ? instantAt(addDays(day, 1), '00:00', timeZone) : instantAt(day, clock, timeZone),
  )
