import { addDays, type IsoDate, weekday } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'

/** The days and hours on which a firm works; hours are clock times `HH:MM` of its zone. */
export interface WorkWeek {
  isDayOff(day: IsoDate): boolean
  startsAt(day: IsoDate): string
  endsAt(day: IsoDate): string
}

const friday = 6

/** Saturday to Thursday, eight to five. */
export const usualWorkWeek: WorkWeek = {
  isDayOff: (day) => weekday(day) === friday,
  startsAt: () => '08:00',
  endsAt: () => '17:00',
}

/** The firm's working days and hours. */
export async function workWeekOf(_ctx: Ctx): Promise<WorkWeek> {
  return usualWorkWeek
}

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
