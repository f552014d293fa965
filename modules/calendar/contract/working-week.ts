import { addDays, type IsoDate, weekday } from '@peyvand/persian'
import { IsoDate as Day, defineRoute, issue } from '@peyvand/platform/contract'
import { z } from 'zod'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** Working hours of a day, in order; none on a day off. Clock times of the firm's zone. */
export const WorkingHours = z
  .array(z.object({ from: Clock, until: Clock }))
  .max(4)
  .superRefine((hours, ctx) => {
    for (const [index, { from, until }] of hours.entries()) {
      const before = hours[index - 1]
      if (until <= from) ctx.addIssue(issue('calendar.hoursOrder', [index, 'until']))
      else if (before && from < before.until) ctx.addIssue(issue('calendar.hoursOverlap', [index, 'from']))
    }
  })
export type WorkingHours = z.infer<typeof WorkingHours>

/** Seven days, Saturday first. */
const Days = z.array(WorkingHours).length(7)

/** Other hours for a time: Ramadan, summer. */
const Period = z
  .object({
    title: z.string().trim().min(1).max(120),
    from: Day,
    /** Its last day. */
    until: Day,
    days: Days,
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], params: { code: 'endBeforeStart' } })

export const WorkingWeek = z.object({
  days: Days,
  periods: z.array(Period).max(50),
  version: z.number().int(),
})
export type WorkingWeek = z.infer<typeof WorkingWeek>

const farthestDays = 3 * 366
const full = [{ from: '08:00', until: '17:00' }]

/** What a firm that said nothing works: Saturday to Wednesday, half of Thursday. */
export const usualWeek: WorkingWeek = {
  days: [full, full, full, full, full, [{ from: '08:00', until: '13:00' }], []],
  periods: [],
  version: 0,
}

/** Days of work as the firm has them; asked of the server once for a period. */
export interface WorkingCalendar {
  week: WorkingWeek
  /** Days off besides the week's, by date. */
  holidays: ReadonlySet<IsoDate>
}

/** Working hours on a day; none on a holiday. The latest period that covers the day wins over the ordinary week. */
export function hoursOn({ week, holidays }: WorkingCalendar, day: IsoDate): WorkingHours {
  if (holidays.has(day)) return []
  const { days } = week.periods.findLast(({ from, until }) => from <= day && day <= until) ?? week
  return days[weekday(day)] ?? []
}

export const isWorkingDay = (calendar: WorkingCalendar, day: IsoDate): boolean =>
  hoursOn(calendar, day).length > 0

/**
 * The working day so many working days later; 0 is the day itself or the next one that is worked. A firm that never
 * works gets the day counted by the calendar.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: IsoDate, count: number): IsoDate {
  let left = count
  for (let step = count === 0 ? 0 : 1; step <= farthestDays; step += 1) {
    const found = addDays(day, step)
    if (!isWorkingDay(calendar, found)) continue
    left -= 1
    if (left <= 0) return found
  }
  return addDays(day, count)
}

export const getWorkingWeekRoute = defineRoute({
  method: 'GET',
  path: '/working-week',
  summary: 'Working hours of the firm, and periods with other hours',
  permission: 'signedIn',
  answer: WorkingWeek,
})

export const updateWorkingWeekRoute = defineRoute({
  method: 'PUT',
  path: '/working-week',
  summary: 'Set the working hours of the firm',
  permission: 'calendar.manage',
  body: WorkingWeek,
  answer: WorkingWeek,
})
