import type { DateRange, IsoDate } from './iso-date.ts'
import { firstOfJalaliMonth, toJalali } from './jalali.ts'

/**
 * The fiscal year a day lies in, named after the Jalali year in which it ends («منتهی به …»). `startMonth` is
 * the Jalali month it begins in; with 1 it is simply the Jalali year.
 */
export function fiscalYearOf(date: IsoDate, startMonth = 1): number {
  const { year, month } = toJalali(date)
  return startMonth > 1 && month >= startMonth ? year + 1 : year
}

/** The days of a fiscal year, half-open. */
export function fiscalYearRange(fiscalYear: number, startMonth = 1): DateRange {
  const startYear = startMonth > 1 ? fiscalYear - 1 : fiscalYear
  return {
    from: firstOfJalaliMonth(startYear, startMonth),
    to: firstOfJalaliMonth(startYear, startMonth, 12),
  }
}
