import {
  addDays,
  addJalaliMonths,
  firstOfJalaliMonth,
  gregorianParts,
  type IsoDate,
  isoFromGregorian,
  toJalali,
  weekday,
} from '@peyvand/persian'
import type { Recurrence } from '../contract/index.ts'

const maxSteps = 5000

/**
 * The day of the `n`th occurrence after the anchor (0 is the anchor itself). Counted from the anchor each time,
 * so that a monthly task of the 31st comes back to the 31st after a shorter month.
 */
export function occurrenceDay(rule: Recurrence, anchor: IsoDate, n: number): IsoDate {
  switch (rule.frequency) {
    case 'daily':
      return addDays(anchor, n * rule.interval)
    case 'weekly':
      return weeklyDay(rule, anchor, n)
    case 'monthly':
      return monthlyDay(rule, anchor, { n, months: rule.interval })
    case 'yearly':
      return monthlyDay(rule, anchor, { n, months: rule.interval * 12 })
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

interface Between {
  rule: Recurrence
  anchor: Occurrence
  from: IsoDate
  /** The first day after the period. */
  to: IsoDate
}

/** The occurrences of a rule that fall between two days, however far they are from the anchor. */
export function occurrencesBetween({ rule, anchor, from, to }: Between): Occurrence[] {
  const dayOf = (n: number) => occurrenceDay(rule, anchor.day, n)
  const found: Occurrence[] = []
  for (let n = firstNotBefore(dayOf, from); ; n += 1) {
    const [number, day] = [anchor.number + n, dayOf(n)]
    const isOver = (rule.count !== null && number > rule.count) || (rule.until !== null && day > rule.until)
    if (isOver || day >= to) return found
    found.push({ number, day })
  }
}

/** Days of a rule never go back, so the first one is found by halving. */
function firstNotBefore(dayOf: (n: number) => IsoDate, from: IsoDate): number {
  if (dayOf(0) >= from) return 0
  let high = 1
  while (dayOf(high) < from) high *= 2
  let low = high / 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (dayOf(middle) < from) low = middle
    else high = middle
  }
  return high
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

/** Occurrence 0 is the anchor, also where it is another day of the month than the rule names. */
function monthlyDay(
  rule: Recurrence,
  anchor: IsoDate,
  { n, months }: { n: number; months: number },
): IsoDate {
  if (rule.monthlyOn === 'day') return addMonths(rule, anchor, n * months)
  if (n === 0) return anchor
  const isAhead = namedDay(rule, anchor, 0) > anchor
  return namedDay(rule, anchor, (isAhead ? n - 1 : n) * months)
}

/** The day that a rule names in the month so many months after the anchor's. */
function namedDay(rule: Recurrence, anchor: IsoDate, months: number): IsoDate {
  const first = firstOfMonth(rule, anchor, months)
  if (rule.monthlyOn === 'firstDay') return first
  const next = firstOfMonth(rule, anchor, months + 1)
  if (rule.monthlyOn === 'lastDay') return addDays(next, -1)
  const { day } = rule.calendar === 'jalali' ? toJalali(anchor) : gregorianParts(anchor)
  const toWeekday = (weekday(anchor) - weekday(first) + 7) % 7
  const found = addDays(first, toWeekday + Math.floor((day - 1) / 7) * 7)
  return found < next ? found : addDays(found, -7)
}

function firstOfMonth({ calendar }: Recurrence, date: IsoDate, months: number): IsoDate {
  if (calendar === 'jalali') {
    const { year, month } = toJalali(date)
    return firstOfJalaliMonth(year, month, months)
  }
  const { year, month } = gregorianParts(date)
  const count = year * 12 + (month - 1) + months
  return isoFromGregorian(Math.floor(count / 12), (count % 12) + 1, 1) as IsoDate
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
