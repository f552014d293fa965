import { fiscalYearOf, fiscalYearRange } from './fiscal-year.ts'
import { addDays, type IsoDate, weekday } from './iso-date.ts'
import { firstOfJalaliMonth, seasonOfMonth, toJalali } from './jalali.ts'

/** Days from `from` up to, but not including, `to`. */
export type DateRange = { from: IsoDate; to: IsoDate }

export type JalaliUnit = 'day' | 'week' | 'month' | 'season' | 'year'

/** Every period offered in filters, in the order of menus. */
export const JALALI_PERIODS = [
  'today',
  'yesterday',
  'tomorrow',
  'thisWeek',
  'lastWeek',
  'nextWeek',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisSeason',
  'lastSeason',
  'nextSeason',
  'thisYear',
  'lastYear',
  'nextYear',
  'thisFiscalYear',
  'lastFiscalYear',
  'last7Days',
  'last30Days',
  'last90Days',
  'last365Days',
  'next7Days',
  'next30Days',
] as const

export type JalaliPeriod = (typeof JALALI_PERIODS)[number]

type PeriodOptions = {
  /** Jalali month in which the firm's fiscal year begins; default 1. */
  fiscalStartMonth?: number
}

const STEPS = { this: 0, last: -1, next: 1 } as const
const NAMED_DAYS = { today: 0, yesterday: -1, tomorrow: 1 } as const

/**
 * The days of a named period seen from today, half-open. Weeks begin on شنبه; «last 30 days» ends with today and
 * «next 7 days» begins with it.
 */
export function jalaliPeriod(period: JalaliPeriod, today: IsoDate, options: PeriodOptions = {}): DateRange {
  if (period === 'today' || period === 'yesterday' || period === 'tomorrow') {
    return jalaliUnit('day', today, NAMED_DAYS[period])
  }
  const [, direction, days, unit = ''] = /^(this|last|next)(\d*)(\w+)$/.exec(period) ?? []
  const step = STEPS[direction as keyof typeof STEPS]
  if (days) {
    const length = Number(days)
    return step < 0
      ? { from: addDays(today, 1 - length), to: addDays(today, 1) }
      : { from: today, to: addDays(today, length) }
  }
  if (unit === 'FiscalYear') {
    const startMonth = options.fiscalStartMonth ?? 1
    return fiscalYearRange(fiscalYearOf(today, startMonth) + step, startMonth)
  }
  return jalaliUnit(unit.toLowerCase() as JalaliUnit, today, step)
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
