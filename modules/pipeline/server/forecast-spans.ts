import { addDays, firstOfJalaliMonth, type IsoDate, toJalali } from '@peyvand/persian'
import { type ForecastColumn, forecastMonths } from '../contract/index.ts'

export type ForecastSpan = Pick<ForecastColumn, 'kind' | 'from' | 'to'>

/** The columns of a forecast made on a day, in order: late, this Jalali month from today on, the next ones, later. */
export function forecastSpans(today: IsoDate): ForecastSpan[] {
  const { year, month } = toJalali(today)
  const firstOf = (later: number) => firstOfJalaliMonth(year, month, later)
  const months = Array.from({ length: forecastMonths }, (_, later) => ({
    kind: 'month' as const,
    from: later === 0 ? today : firstOf(later),
    to: addDays(firstOf(later + 1), -1),
  }))
  return [
    { kind: 'overdue', from: null, to: addDays(today, -1) },
    ...months,
    { kind: 'later', from: firstOf(forecastMonths), to: null },
  ]
}
