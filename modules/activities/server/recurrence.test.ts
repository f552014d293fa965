import { addDays, fromJalali, isoFromGregorian, toJalali, weekday } from '@peyvand/persian'
import { describe, expect, test } from 'vitest'
import { Recurrence } from '../contract/index.ts'
import { nextOccurrence, occurrenceDay } from './recurrence.ts'

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
