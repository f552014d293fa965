import { hoursOn, usualWeek, type WorkingCalendar } from '@peyvand/calendar/contract'
import { workingCalendar } from '@peyvand/calendar/server'
import { addDays, type IsoDate, localDate } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'

/** The days and hours on which a firm works; hours are clock times `HH:MM` of its zone. */
export interface WorkWeek {
  isDayOff(day: IsoDate): boolean
  startsAt(day: IsoDate): string
  endsAt(day: IsoDate): string
}

/** How far ahead something may be put off to a working day. */
const daysAhead = 60
const usual = { from: '08:00', until: '17:00' }

/** The firm's working days and hours from yesterday on, holidays among its days off. */
export async function workWeekOf(ctx: Ctx): Promise<WorkWeek> {
  const today = localDate(ctx.now(), ctx.timeZone)
  return workWeekFrom(await workingCalendar(ctx, addDays(today, -1), addDays(today, daysAhead)))
}

/** A day's work begins with its first hours and ends with its last; days off have the usual ones. */
export function workWeekFrom(calendar: WorkingCalendar): WorkWeek {
  const hours = (day: IsoDate) => hoursOn(calendar, day)
  return {
    isDayOff: (day) => hours(day).length === 0,
    startsAt: (day) => hours(day)[0]?.from ?? usual.from,
    endsAt: (day) => hours(day).at(-1)?.until ?? usual.until,
  }
}

/** Saturday to Wednesday and half of Thursday, without holidays. */
export const usualWorkWeek = workWeekFrom({ week: usualWeek, holidays: new Set() })

/** The `count`-th working day after a day. */
export function workingDayAfter(week: WorkWeek, day: IsoDate, count: number): IsoDate {
  let reached = day
  // A firm that never works would be searched for ever.
  for (let left = count, steps = 0; left > 0 && steps < 366; steps += 1) {
    reached = addDays(reached, 1)
    if (!week.isDayOff(reached)) left -= 1
  }
  return reached
}
