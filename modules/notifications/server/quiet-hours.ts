import { addDays, instantAt, localClock } from '@peyvand/persian'
import type { NotificationPreferences } from '../contract/index.ts'
import type { WorkWeek } from './work-week.ts'

type Quiet = Pick<NotificationPreferences, 'quietFrom' | 'quietUntil' | 'quietOnDaysOff'>

/**
 * When the quiet that holds now ends, or null where it is not quiet. The clock is the firm's: a change of the clocks
 * makes a night longer or shorter, the hours on the wall stay. `from` after `until` spans midnight.
 */
export function quietUntil(
  { quietFrom, quietUntil: until, quietOnDaysOff }: Quiet,
  { now, timeZone, week }: { now: Date; timeZone: string; week: WorkWeek },
): Date | null {
  const isQuiet = (at: Date): string | null => {
    const { date, time } = localClock(at, timeZone)
    if (quietOnDaysOff && week.isDayOff(date)) return instantAt(addDays(date, 1), '00:00', timeZone)
    if (quietFrom === null || until === null || quietFrom === until) return null
    if (quietFrom < until) return time >= quietFrom && time < until ? instantAt(date, until, timeZone) : null
    if (time >= quietFrom) return instantAt(addDays(date, 1), until, timeZone)
    return time < until ? instantAt(date, until, timeZone) : null
  }
  let end = isQuiet(now)
  if (end === null) return null
  // A day off may follow a quiet night, and a night a day off.
  for (let next = isQuiet(new Date(end)), steps = 0; next !== null && next > end && steps < 30; steps += 1) {
    end = next
    next = isQuiet(new Date(end))
  }
  return new Date(end)
}
