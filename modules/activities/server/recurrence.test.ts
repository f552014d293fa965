import { addDays, fromJalali, isoFromGregorian, toJalali, weekday } from '@peyvand/persian'
import { describe, expect, test } from 'vitest'
import { Recurrence } from '../contract/index.ts'
import { nextOccurrence, occurrenceDay, occurrencesBetween } from './recurrence.ts'

const rule = (given: Partial<Recurrence> & Pick<Recurrence, 'frequency'>): Recurrence =>
  Recurrence.parse(given)
const jalali = (year: number, month: number, day: number) => fromJalali({ year, month, day })
const days = (given: Recurrence, anchor: string, count: number) =>
  Array.from({ length: count }, (_, n) => occurrenceDay(given, anchor, n))

/** The Persian calendar of the runtime, a second source beside our own. */
const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
function persianParts(date: string) {
  const parts = persian.formatToParts(new Date(`${date}T00:00:00Z`))
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return { year: part('year'), month: part('month'), day: part('day') }
}

/** The days of a monthly rule found by walking day by day through the second source. */
function walkedMonths(anchor: string, interval: number, count: number): string[] {
  const start = persianParts(anchor)
  const found = [anchor]
  for (let day = addDays(anchor, 1); found.length < count; day = addDays(day, 1)) {
    const { year, month, day: dayOfMonth } = persianParts(day)
    const months = (year - start.year) * 12 + month - start.month
    const isLast = persianParts(addDays(day, 1)).month !== month
    const fits = dayOfMonth === start.day || (isLast && dayOfMonth < start.day)
    if (fits && months > 0 && months % interval === 0) found.push(day)
  }
  return found
}

describe('days of a series', () => {
  test('every third day', () => {
    expect(days(rule({ frequency: 'daily', interval: 3 }), '2026-02-26', 3)).toEqual([
      '2026-02-26',
      '2026-03-01',
      '2026-03-04',
    ])
  })

  test('the 31st of a Jalali month becomes the last day of shorter months and comes back', () => {
    const found = days(rule({ frequency: 'monthly' }), jalali(1405, 6, 31), 8).map(toJalali)
    expect(found.map(({ month, day }) => [month, day])).toEqual([
      [6, 31],
      [7, 30],
      [8, 30],
      [9, 30],
      [10, 30],
      [11, 30],
      [12, 29],
      [1, 31],
    ])
  })

  test('30 Esfand of a leap year comes back only in leap years', () => {
    // 1403 and 1408 are leap years.
    const found = days(rule({ frequency: 'yearly' }), jalali(1403, 12, 30), 6).map(toJalali)
    expect(found.map(({ year, day }) => [year, day])).toEqual([
      [1403, 30],
      [1404, 29],
      [1405, 29],
      [1406, 29],
      [1407, 29],
      [1408, 30],
    ])
  })

  test.each([
    ['1 Farvardin of a leap year', jalali(1403, 1, 1), 1],
    ['the 31st', jalali(1402, 5, 31), 1],
    ['30 Esfand', jalali(1399, 12, 30), 1],
    ['the 30th, every second month', jalali(1404, 7, 30), 2],
    ['the 29th, every season', jalali(1404, 12, 29), 3],
  ])('Jalali months from %s agree with the calendar of the runtime, day by day', (_, anchor, interval) => {
    const count = 60
    expect(days(rule({ frequency: 'monthly', interval }), anchor, count)).toEqual(
      walkedMonths(anchor, interval, count),
    )
  })

  test('Gregorian months shorten to the last day', () => {
    expect(days(rule({ frequency: 'monthly', calendar: 'gregorian' }), '2027-12-31', 4)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ])
    expect(days(rule({ frequency: 'yearly', calendar: 'gregorian' }), '2028-02-29', 5).at(-1)).toBe(
      isoFromGregorian(2032, 2, 29),
    )
  })

  test('weekly on the days chosen, Saturday first, every second week', () => {
    // 2026-11-22 is a Sunday.
    const given = rule({ frequency: 'weekly', interval: 2, weekdays: [0, 1, 3] })
    const found = days(given, '2026-11-22', 6)
    expect(found).toEqual([
      '2026-11-22',
      '2026-11-24',
      '2026-12-05',
      '2026-12-06',
      '2026-12-08',
      '2026-12-19',
    ])
    expect(found.map(weekday)).toEqual([1, 3, 0, 1, 3, 0])
  })

  test('weekly without days keeps the weekday', () => {
    expect(days(rule({ frequency: 'weekly' }), '2026-11-22', 3)).toEqual([
      '2026-11-22',
      '2026-11-29',
      '2026-12-06',
    ])
  })
})

describe('the next occurrence', () => {
  const anchor = { number: 1, day: '2026-11-01' }
  const daily = rule({ frequency: 'daily' })

  test('passes over those missed', () => {
    expect(nextOccurrence({ rule: daily, anchor, after: 1, wanted: { notBefore: '2026-11-05' } })).toEqual({
      number: 5,
      day: '2026-11-05',
    })
  })

  test('up to a day is the newest of them, or none', () => {
    expect(nextOccurrence({ rule: daily, anchor, after: 1, wanted: { upTo: '2026-11-03' } })).toEqual({
      number: 3,
      day: '2026-11-03',
    })
    expect(nextOccurrence({ rule: daily, anchor, after: 3, wanted: { upTo: '2026-11-03' } })).toBeNull()
  })

  test('ends with the last day or the number of times', () => {
    const wanted = { notBefore: '2026-11-01' }
    expect(nextOccurrence({ rule: { ...daily, until: '2026-11-02' }, anchor, after: 1, wanted })?.day).toBe(
      '2026-11-02',
    )
    expect(nextOccurrence({ rule: { ...daily, until: '2026-11-02' }, anchor, after: 2, wanted })).toBeNull()
    expect(nextOccurrence({ rule: { ...daily, count: 2 }, anchor, after: 2, wanted })).toBeNull()
  })
})

/** Ten Jalali years, leap years 1403 and 1408 among them, walked day by day through the calendar of the runtime. */
const tenYears: {
  iso: string
  year: number
  month: number
  day: number
  weekday: number
  isLast: boolean
}[] = []
{
  const end = jalali(1412, 1, 1)
  for (let iso = jalali(1402, 1, 1); iso < end; iso = addDays(iso, 1)) {
    const { year, month, day } = persianParts(iso)
    const isLast = persianParts(addDays(iso, 1)).month !== month
    // Sunday is 0 there; the Iranian week begins with Saturday.
    tenYears.push({ iso, year, month, day, weekday: (new Date(iso).getUTCDay() + 1) % 7, isLast })
  }
}
const found = (given: Recurrence, anchor: string) =>
  occurrencesBetween({
    rule: given,
    anchor: { number: 1, day: anchor },
    from: jalali(1402, 1, 1),
    to: jalali(1412, 1, 1),
  }).map(({ day }) => day)
const walked = (fits: (day: (typeof tenYears)[number]) => boolean) =>
  tenYears.filter(fits).map(({ iso }) => iso)

describe('ten Jalali years agree with a walk through the calendar of the runtime', () => {
  test('the years hold leap years and 3,652 or 3,653 days', () => {
    expect(walked(({ month, day }) => month === 12 && day === 30).map((iso) => toJalali(iso).year)).toEqual([
      1403, 1408,
    ])
    expect(tenYears.length).toBe(3652)
  })

  test('the first of every month', () => {
    const anchor = jalali(1402, 1, 1)
    expect(found(rule({ frequency: 'monthly', monthlyOn: 'firstDay' }), anchor)).toEqual(
      walked(({ day }) => day === 1),
    )
    expect(found(rule({ frequency: 'monthly' }), anchor)).toEqual(walked(({ day }) => day === 1))
  })

  test('the last day of every month, from a day in the midst of one on', () => {
    const anchor = jalali(1402, 1, 10)
    expect(found(rule({ frequency: 'monthly', monthlyOn: 'lastDay' }), anchor)).toEqual([
      anchor,
      ...walked(({ isLast }) => isLast),
    ])
  })

  test('the last day of the year: 29 or 30 Esfand', () => {
    const anchor = jalali(1402, 12, 29)
    expect(found(rule({ frequency: 'yearly', monthlyOn: 'lastDay' }), anchor)).toEqual(
      walked(({ month, isLast }) => month === 12 && isLast),
    )
  })

  test('the second Sunday of every month', () => {
    const fits = ({ weekday: at, day }: (typeof tenYears)[number]) => at === 1 && day > 7 && day <= 14
    const all = walked(fits)
    expect(found(rule({ frequency: 'monthly', monthlyOn: 'weekday' }), all[0] as string)).toEqual(all)
  })

  test('the fifth weekday of a month is its last', () => {
    const isLastOfMonth = ({ iso, month }: (typeof tenYears)[number]) =>
      persianParts(addDays(iso, 7)).month !== month
    const first = tenYears.find(({ day }) => day === 31) as (typeof tenYears)[number]
    const all = walked((one) => one.iso >= first.iso && one.weekday === first.weekday && isLastOfMonth(one))
    expect(found(rule({ frequency: 'monthly', monthlyOn: 'weekday' }), first.iso)).toEqual(all)
  })

  test('every second week on Saturday and Monday', () => {
    const anchor = '2023-03-25'
    expect(weekday(anchor)).toBe(0)
    const start = Date.parse(anchor)
    const all = walked(({ iso, weekday: at }) => {
      const weeks = Math.floor((Date.parse(iso) - start) / (7 * 86_400_000))
      return iso >= anchor && weeks % 2 === 0 && (at === 0 || at === 2)
    })
    expect(found(rule({ frequency: 'weekly', interval: 2, weekdays: [0, 2] }), anchor)).toEqual(all)
  })

  test('the 31st becomes the last day of shorter months', () => {
    const anchor = jalali(1402, 1, 31)
    expect(found(rule({ frequency: 'monthly' }), anchor)).toEqual(
      walked(({ day, isLast }) => day === 31 || (isLast && day < 31)),
    )
  })

  test('until and count end it', () => {
    const anchor = jalali(1402, 1, 1)
    const given = rule({ frequency: 'monthly', monthlyOn: 'lastDay', count: 5 })
    expect(found(given, anchor)).toHaveLength(5)
    expect(found({ ...given, count: null, until: jalali(1402, 3, 31) }, anchor)).toEqual([
      anchor,
      jalali(1402, 1, 31),
      jalali(1402, 2, 31),
      jalali(1402, 3, 31),
    ])
  })
})
