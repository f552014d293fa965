import { fiscalYearOf, fiscalYearRange } from './fiscal-year.ts'
import { addDays, type DateRange, type IsoDate, weekday } from './iso-date.ts'
import { firstOfJalaliMonth, seasonOfMonth, toJalali } from './jalali.ts'

export type JalaliUnit = 'day' | 'week' | 'month' | 'season' | 'year'

type PeriodRule = (today: IsoDate, fiscalStartMonth: number) => DateRange

const whole =
  (name: JalaliUnit, steps: number): PeriodRule =>
  (today) =>
    jalaliUnit(name, today, steps)

const fiscalYear =
  (steps: number): PeriodRule =>
  (today, startMonth) =>
    fiscalYearRange(fiscalYearOf(today, startMonth) + steps, startMonth)

const lastDays =
  (days: number): PeriodRule =>
  (today) => ({ from: addDays(today, 1 - days), to: addDays(today, 1) })

const nextDays =
  (days: number): PeriodRule =>
  (today) => ({ from: today, to: addDays(today, days) })

const PERIODS = {
  today: whole('day', 0),
  yesterday: whole('day', -1),
  tomorrow: whole('day', 1),
  thisWeek: whole('week', 0),
  lastWeek: whole('week', -1),
  nextWeek: whole('week', 1),
  thisMonth: whole('month', 0),
  lastMonth: whole('month', -1),
  nextMonth: whole('month', 1),
  thisSeason: whole('season', 0),
  lastSeason: whole('season', -1),
  nextSeason: whole('season', 1),
  thisYear: whole('year', 0),
  lastYear: whole('year', -1),
  nextYear: whole('year', 1),
  thisFiscalYear: fiscalYear(0),
  lastFiscalYear: fiscalYear(-1),
  last7Days: lastDays(7),
  last30Days: lastDays(30),
  last90Days: lastDays(90),
  last365Days: lastDays(365),
  next7Days: nextDays(7),
  next30Days: nextDays(30),
} as const satisfies Record<string, PeriodRule>

export type JalaliPeriod = keyof typeof PERIODS

/** Whether a text names a period. */
export const isJalaliPeriod = (text: string): text is JalaliPeriod => Object.hasOwn(PERIODS, text)

/** Every named period, in the order of menus. */
export const JALALI_PERIODS: readonly JalaliPeriod[] = Object.keys(PERIODS).filter(isJalaliPeriod)

/**
 * The days of a named period seen from today, half-open. Weeks begin on شنبه; «last 30 days» ends with today and
 * «next 7 days» begins with it. `fiscalStartMonth` is the Jalali month in which the firm's fiscal year begins.
 */
export function jalaliPeriod(
  period: JalaliPeriod,
  today: IsoDate,
  options: { fiscalStartMonth?: number } = {},
): DateRange {
  return PERIODS[period](today, options.fiscalStartMonth ?? 1)
}

/** The day, week, Jalali month, season or year containing a date, or the one so many `steps` later; half-open. */
export function jalaliUnit(unit: JalaliUnit, date: IsoDate, steps = 0): DateRange {
  if (unit === 'day' || unit === 'week') {
    const length = unit === 'day' ? 1 : 7
    const start = addDays(date, (unit === 'day' ? 0 : -weekday(date)) + steps * length)
    return { from: start, to: addDays(start, length) }
  }
  const { year, month } = toJalali(date)
  const length = { month: 1, season: 3, year: 12 }[unit]
  const firstMonth = { month, season: seasonOfMonth(month) * 3 - 2, year: 1 }[unit]
  return {
    from: firstOfJalaliMonth(year, firstMonth, steps * length),
    to: firstOfJalaliMonth(year, firstMonth, (steps + 1) * length),
  }
}
