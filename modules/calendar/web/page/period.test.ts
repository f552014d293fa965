import { fromJalali, weekday } from '@peyvand/persian'
import { describe, expect, test } from 'vitest'
import { dayOfMonth, daysOf, periodTitle, shownDays, steppedDate } from './period.ts'

const jalali = (year: number, month: number, day: number) => fromJalali({ year, month, day })

describe('what is shown', () => {
  test('a week from Saturday to Friday in both languages', () => {
    for (const calendar of ['jalali', 'gregorian'] as const)
      expect(shownDays('week', '2026-11-22', calendar)).toEqual({ from: '2026-11-21', to: '2026-11-28' })
  })

  test('a Jalali month by whole weeks, leap Esfand too', () => {
    const range = shownDays('month', jalali(1403, 12, 30), 'jalali')
    expect(daysOf(range).length % 7).toBe(0)
    expect(weekday(range.from)).toBe(0)
    expect(range.from <= jalali(1403, 12, 1)).toBe(true)
    expect(range.to > jalali(1403, 12, 30)).toBe(true)
  })

  test('a Gregorian month in English', () => {
    const range = shownDays('month', '2026-12-15', 'gregorian')
    expect(range.from <= '2026-12-01' && range.to >= '2027-01-01').toBe(true)
  })
})

describe('going on', () => {
  test.each([
    ['day', '2026-11-22', 1, '2026-11-23'],
    ['week', '2026-11-22', -1, '2026-11-15'],
    ['month', jalali(1405, 6, 31), 1, jalali(1405, 7, 30)],
    ['month', jalali(1405, 1, 5), -1, jalali(1404, 12, 5)],
  ] as const)('%s of %s by %i', (view, date, step, expected) => {
    expect(steppedDate(view, date, { calendar: 'jalali', step })).toBe(expected)
  })

  test('Gregorian months', () => {
    expect(steppedDate('month', '2026-12-31', { calendar: 'gregorian', step: 1 })).toBe('2027-01-01')
    expect(steppedDate('month', '2027-01-31', { calendar: 'gregorian', step: -1 })).toBe('2026-12-01')
  })
})

test('periods have names in both calendars', () => {
  const date = jalali(1405, 9, 1)
  const range = shownDays('week', date, 'jalali')
  const named = (view: 'week' | 'month', locale: 'fa' | 'en', calendar: 'jalali' | 'gregorian') =>
    periodTitle(view, { date, range, locale, calendar })
  expect(named('week', 'fa', 'jalali')).toBe('۳۰ آبان – ۶ آذر ۱۴۰۵')
  expect(named('week', 'en', 'gregorian')).toBe('21 – 27 Nov 2026')
  expect(named('month', 'fa', 'jalali')).toBe('آذر ۱۴۰۵')
  expect(dayOfMonth(date, { locale: 'fa', calendar: 'jalali' })).toBe('۱')
})
