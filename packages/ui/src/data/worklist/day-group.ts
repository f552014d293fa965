import { addDays, jalaliUnit, localDate } from '@peyvand/persian'

export const dayGroups = ['future', 'today', 'yesterday', 'thisWeek', 'thisMonth', 'earlier'] as const
export type DayGroup = (typeof dayGroups)[number]

/** The heading under which a list by date puts an instant; the week begins on Saturday, the month is Jalali. */
export const dayGroupOf = (
  instant: string,
  { now, timeZone }: { now: Date | string; timeZone: string },
): DayGroup => {
  const day = localDate(instant, timeZone)
  const today = localDate(now, timeZone)
  if (day > today) return 'future'
  if (day === today) return 'today'
  if (day === addDays(today, -1)) return 'yesterday'
  if (day >= jalaliUnit('week', today).from) return 'thisWeek'
  return day >= jalaliUnit('month', today).from ? 'thisMonth' : 'earlier'
}
