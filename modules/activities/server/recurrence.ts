import {
  addDays,
  addJalaliMonths,
  gregorianParts,
  type IsoDate,
  isoFromGregorian,
  weekday,
} from '@peyvand/persian'
import type { Recurrence } from '../contract/index.ts'

const maxSteps = 5000

/**
 * The day of the `n`th occurrence after the anchor (0 is the anchor itself). Counted from the anchor each time,
 * so that a monthly task of the 31st comes back to the 31st after a shorter month.
 */
export function occurrenceDay(rule: Recurrence, anchor: IsoDate, n: number): IsoDate {
  const steps = n * rule.interval
  switch (rule.frequency) {
    case 'daily':
      return addDays(anchor, steps)
    case 'weekly':
      return weeklyDay(rule, anchor, n)
    case 'monthly':
      return addMonths(rule, anchor, steps)
    case 'yearly':
      return addMonths(rule, anchor, steps * 12)
  }
}

export interface Occurrence {
  /** From 1, over the whole series. */
  number: number
  day: IsoDate
}

/** Occurrences are passed over that are before the day `notBefore`; or the newest up to the day `upTo` is meant. */
export type Wanted = { notBefore: IsoDate } | { upTo: IsoDate }

interface AfterWhich {
  rule: Recurrence
  /** The day and number that the others are counted from. */
  anchor: Occurrence
  /** Number of the occurrence that has passed. */
  after: number
  wanted: Wanted
}

/** The occurrence wanted among those that follow, or null when there is none (any more). */
export function nextOccurrence({ rule, anchor, after, wanted }: AfterWhich): Occurrence | null {
  let newest: Occurrence | null = null
  for (let number = after + 1; number <= after + maxSteps; number += 1) {
    const day = occurrenceDay(rule, anchor.day, number - anchor.number)
    if ((rule.count !== null && number > rule.count) || (rule.until !== null && day > rule.until))
      return newest
    if ('upTo' in wanted) {
      if (day > wanted.upTo) return newest
      newest = { number, day }
    } else if (day >= wanted.notBefore) return { number, day }
  }
  return newest
}

function weeklyDay({ interval, weekdays }: Recurrence, anchor: IsoDate, n: number): IsoDate {
  const days = [...new Set(weekdays)].sort((a, b) => a - b)
  if (n === 0 || days.length === 0) return addDays(anchor, n * interval * 7)
  const first = weekday(anchor)
  const laterThisWeek = days.filter((day) => day > first)
  const sameWeek = laterThisWeek[n - 1]
  if (sameWeek !== undefined) return addDays(anchor, sameWeek - first)
  const rest = n - 1 - laterThisWeek.length
  const weeks = (1 + Math.floor(rest / days.length)) * interval
  return addDays(anchor, weeks * 7 - first + (days[rest % days.length] as number))
}

function addMonths({ calendar }: Recurrence, date: IsoDate, months: number): IsoDate {
  if (calendar === 'jalali') return addJalaliMonths(date, months)
  const { year, month, day } = gregorianParts(date)
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  for (let last = day; last > 27; last -= 1) {
    const found = isoFromGregorian(toYear, toMonth, last)
    if (found) return found
  }
  return isoFromGregorian(toYear, toMonth, day) as IsoDate
}
