/**
 * A Gregorian calendar day as `YYYY-MM-DD`, the only form in which days cross the package's boundary. Days are
 * never represented by local midnight: in Iran that moment did not exist on the days clocks went forward.
 */
export type IsoDate = string

/** Days from `from` up to, but not including, `to`. */
export type DateRange = { from: IsoDate; to: IsoDate }

const MS_PER_DAY = 86_400_000

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Days since 1970-01-01. Throws RangeError when there is no such day. */
export function dayNumber(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`Not a day: ${date}`)
  return Date.parse(date) / MS_PER_DAY
}

/** The day so many days after 1970-01-01. */
export const fromDayNumber = (days: number): IsoDate => new Date(days * MS_PER_DAY).toISOString().slice(0, 10)

export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(date) + days)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)

/** Day of the Iranian week: 0 شنبه (Saturday) … 6 جمعه (Friday). */
export const weekday = (date: IsoDate): number => (((dayNumber(date) + 5) % 7) + 7) % 7

/** Year, month 1–12 and day of an ISO date. */
export function gregorianParts(date: IsoDate): { year: number; month: number; day: number } {
  dayNumber(date)
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

/** The ISO date of a Gregorian day, or undefined when the month has no such day. */
export function isoFromGregorian(year: number, month: number, day: number): IsoDate | undefined {
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return isIsoDate(date) ? date : undefined
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
