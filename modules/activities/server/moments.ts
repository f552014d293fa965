import { addDays, type IsoDate, instantAt, localClock, localDate, startOfDay } from '@peyvand/persian'

/** The last moment of a day, by which something due that day must be done. */
export const endOfDay = (day: IsoDate, timeZone: string): string =>
  new Date(Date.parse(startOfDay(addDays(day, 1), timeZone)) - 1).toISOString()

/** A moment as it is stored and compared, whatever offset it was given with. */
export const toInstant = (given: string | null | undefined): string | null =>
  given ? new Date(given).toISOString() : null

export interface Due {
  dueAt: string | null
  dueAllDay: boolean
}

/** A due time as given: a moment, or a day alone, which means the whole day. */
export function parseDue(given: string | null, timeZone: string): Due {
  if (given === null) return { dueAt: null, dueAllDay: false }
  if (given.length === 10) return { dueAt: endOfDay(given, timeZone), dueAllDay: true }
  return { dueAt: toInstant(given), dueAllDay: false }
}

/** The same clock time so many days later, also over a change of the clocks. */
export function shiftDays(instant: string, days: number, timeZone: string): string {
  const { date, time } = localClock(instant, timeZone)
  return instantAt(addDays(date, days), time, timeZone)
}

/** Moves what has a date by whole days; a day-long due time stays day-long. */
export function shiftDue({ dueAt, dueAllDay }: Due, days: number, timeZone: string): string | null {
  if (dueAt === null) return null
  if (dueAllDay) return endOfDay(addDays(localDate(dueAt, timeZone), days), timeZone)
  return shiftDays(dueAt, days, timeZone)
}
