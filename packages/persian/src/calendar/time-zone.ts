import { dayNumber, type IsoDate } from './iso-date.ts'

/** The zone of Iran. Its offset changed over the years, so it is never written as +03:30. */
export const TEHRAN = 'Asia/Tehran'

const MS_PER_MINUTE = 60_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** The calendar day and clock time of an instant in a zone. Throws RangeError for a bad instant or zone. */
export function localClock(
  instant: string | Date,
  timeZone: string = TEHRAN,
): { date: IsoDate; time: string } {
  const parts = Object.fromEntries(
    clock(timeZone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  )
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** The calendar day of an instant in a zone. */
export const localDate = (instant: string | Date, timeZone: string = TEHRAN): IsoDate =>
  localClock(instant, timeZone).date

/**
 * The instant (ISO, UTC) at which clocks of the zone show that day and time `HH:MM`. A time skipped by the clock
 * gives the first moment after the gap; a repeated one its first passing.
 */
export function instantAt(date: IsoDate, time: string, timeZone: string = TEHRAN): string {
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number)
  const asUtc = (dayNumber(date) * 1440 + hour * 60 + minute) * MS_PER_MINUTE
  const wanted = `${date} ${time}`
  const shown = (ms: number) => {
    const at = localClock(new Date(ms), timeZone)
    return `${at.date} ${at.time}`
  }
  // The zone's offsets around that day are the only candidates; the largest is the earliest instant.
  const candidates = [-1, 1].map((days) => asUtc - offsetAt(asUtc + days * 1440 * MS_PER_MINUTE, timeZone))
  const exact = candidates.toSorted((a, b) => a - b).find((ms) => shown(ms) === wanted)
  return new Date(exact ?? afterGap(Math.min(...candidates), wanted, shown)).toISOString()
}

/** The first instant of a day in a zone, for half-open ranges over instants. */
export const startOfDay = (date: IsoDate, timeZone: string = TEHRAN): string =>
  instantAt(date, '00:00', timeZone)

function clock(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, made)
  return made
}

function offsetAt(ms: number, timeZone: string): number {
  const minute = Math.floor(ms / MS_PER_MINUTE) * MS_PER_MINUTE
  const at = localClock(new Date(minute), timeZone)
  return Date.parse(`${at.date}T${at.time}Z`) - minute
}

function afterGap(earliest: number, wanted: string, shown: (ms: number) => string): number {
  let ms = earliest
  while (shown(ms) < wanted) ms += MS_PER_MINUTE
  return ms
}
