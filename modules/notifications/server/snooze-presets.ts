import { addDays, type IsoDate, instantAt, localClock, weekday } from '@peyvand/persian'
import type { SnoozePreset } from '../contract/index.ts'
import { type WorkWeek, workingDayAfter } from './work-week.ts'

interface Given {
  now: Date
  timeZone: string
  week: WorkWeek
  /** The next contact date of the party concerned. */
  nextContactOn?: IsoDate | null
}

const laterHours = 3
const halfHourMs = 30 * 60_000

/**
 * Times to put something off to, the soonest first and none twice. `laterToday` is three hours on, to the half hour,
 * while the working day lasts; the others are the beginning of a working day, `nextWeek` that of the next week, which
 * begins on Saturday.
 */
export function snoozePresets({ now, timeZone, week, nextContactOn = null }: Given): SnoozePreset[] {
  const today = localClock(now, timeZone).date
  const morningOf = (day: IsoDate) => instantAt(day, week.startsAt(day), timeZone)
  const tomorrow = addDays(today, 1)
  const nextWorking = workingDayAfter(week, today, 1)
  const saturday = addDays(today, 7 - weekday(today))
  const firstOfWeek = week.isDayOff(saturday) ? workingDayAfter(week, saturday, 1) : saturday
  const later = new Date(
    Math.ceil((now.getTime() + laterHours * 3_600_000) / halfHourMs) * halfHourMs,
  ).toISOString()
  const presets: SnoozePreset[] = [
    ...(later <= instantAt(today, week.endsAt(today), timeZone) && !week.isDayOff(today)
      ? [{ id: 'laterToday' as const, until: later }]
      : []),
    nextWorking === tomorrow
      ? { id: 'tomorrowMorning', until: morningOf(tomorrow) }
      : { id: 'nextWorkingDay', until: morningOf(nextWorking) },
    { id: 'inThreeWorkingDays', until: morningOf(workingDayAfter(week, today, 3)) },
    { id: 'nextWeek', until: morningOf(firstOfWeek) },
    ...(nextContactOn && nextContactOn > today
      ? [{ id: 'nextContact' as const, until: morningOf(nextContactOn) }]
      : []),
  ]
  const taken = new Set<string>()
  return presets
    .filter(({ until }) => !taken.has(until) && taken.add(until))
    .toSorted((a, b) => a.until.localeCompare(b.until))
}
