import { isLeapJalaaliYear, isValidJalaaliDate, jalaaliMonthLength, toGregorian, toJalaali } from 'jalaali-js'
import { gregorianParts, type IsoDate, isoFromGregorian } from './iso-date.ts'

/** A day of the Jalali (solar Hijri) calendar; month 1 is فروردین. */
export type JalaliDate = { year: number; month: number; day: number }

/** Years in which the leap rule is checked against a second source, day by day. */
export const FIRST_JALALI_YEAR = 1300
export const LAST_JALALI_YEAR = 1500

/** The Jalali day of an ISO date. Throws RangeError when the ISO date does not exist. */
export function toJalali(date: IsoDate): JalaliDate {
  const { year, month, day } = gregorianParts(date)
  const { jy, jm, jd } = toJalaali(year, month, day)
  return { year: jy, month: jm, day: jd }
}

/** The ISO date of a Jalali day. Throws RangeError when there is no such day (30 اسفند of a common year). */
export function fromJalali({ year, month, day }: JalaliDate): IsoDate {
  if (!isJalaliDate({ year, month, day })) throw new RangeError(`No such Jalali day: ${year}/${month}/${day}`)
  const { gy, gm, gd } = toGregorian(year, month, day)
  const date = isoFromGregorian(gy, gm, gd)
  if (date === undefined) throw new RangeError(`Jalali year out of range: ${year}`)
  return date
}

/** Whether the month of that year has such a day. */
export const isJalaliDate = ({ year, month, day }: JalaliDate): boolean =>
  [year, month, day].every(Number.isInteger) && isValidJalaaliDate(year, month, day)

/** Leap years have 30 days in اسفند. */
export const isJalaliLeapYear = (year: number): boolean => isLeapJalaaliYear(year)

/** 29, 30 or 31. */
export const jalaliMonthLength = (year: number, month: number): number => jalaaliMonthLength(year, month)

/** 1 بهار, 2 تابستان, 3 پاییز, 4 زمستان. */
export const seasonOfMonth = (month: number): number => Math.ceil(month / 3)

/** The same day so many Jalali months later, or the last of that month: 31 شهریور + 1 is 30 مهر. */
export function addJalaliMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = toJalali(date)
  const target = monthAfter(year, month, months)
  return fromJalali({ ...target, day: Math.min(day, jalaliMonthLength(target.year, target.month)) })
}

/** The same day so many Jalali years later; 30 اسفند becomes 29 اسفند in a common year. */
export const addJalaliYears = (date: IsoDate, years: number): IsoDate => addJalaliMonths(date, years * 12)

/** The first day of the month so many months after the given one (0 is that month). */
export const firstOfJalaliMonth = (year: number, month: number, monthsLater = 0): IsoDate =>
  fromJalali({ ...monthAfter(year, month, monthsLater), day: 1 })

function monthAfter(year: number, month: number, months: number): { year: number; month: number } {
  const count = year * 12 + (month - 1) + months
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
}
