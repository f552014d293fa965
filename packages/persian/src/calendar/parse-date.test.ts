import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate, formatDateTime, formatMonth, formatTime } from './format-date.ts'
import { dayNumber, fromDayNumber } from './iso-date.ts'
import { monthNames, seasonNames, weekdayLetters, weekdayNames } from './names.ts'
import { parseDate } from './parse-date.ts'

const AZAR_1 = '2026-11-22'
const anyDay = fc.integer({ min: dayNumber('1921-03-21'), max: dayNumber('2122-03-20') }).map(fromDayNumber)

describe('parseDate', () => {
  test.each([
    '۱۴۰۵/۹/۱',
    '1405-09-01',
    '١٤٠٥/٠٩/٠١',
    '1405.9.1',
    '14050901',
    '1/9/1405',
    '1 آذر 1405',
    '۱ آذر ۱۴۰۵',
    '1آذر1405',
    'یکشنبه ۱ آذر ۱۴۰۵',
    'یک‌شنبه، ۱ آذر ماه سال ۱۴۰۵',
    '1 Azar 1405',
    '05/9/1',
    '۱ آذر ۰۵',
    '2026-11-22',
    '2026/11/22',
    '22/11/2026',
    '20261122',
    '22 Nov 2026',
    'Sunday, November 22nd, 2026',
    '۲۲ نوامبر ۲۰۲۶',
    '\u200F۱۴۰۵/۹/۱ \u202C',
    '۱۴۰۵/۰۹/۰۱ ۱۴:۳۰',
    '۱ آذر ۱۴۰۵، ساعت ۱۴:۳۰',
    '2026-11-22T23:59:59.000Z',
    '2026-11-22 00:00:00',
  ])('%j is 1 Azar 1405', (typed) => expect(parseDate(typed)).toEqual({ ok: true, value: AZAR_1 }))

  test.each([
    ['65/3/2', 'jalali', '1986-05-23'],
    ['29/1/1', 'jalali', '2050-03-21'],
    ['30/1/1', 'jalali', '1951-03-22'],
    ['31/6/85', 'jalali', '2006-09-22'],
    ['22/11/26', 'gregorian', '2026-11-22'],
    ['1/2/49', 'gregorian', '2049-02-01'],
    ['1/2/50', 'gregorian', '1950-02-01'],
    ['85/6/31', 'gregorian', undefined],
    ['۳ سه‌شنبه آذر ۱۴۰۵', 'jalali', '2026-11-24'],
    ['سه شنبه ۳ آذر ۱۴۰۵', 'jalali', '2026-11-24'],
    ['12 می 2020', 'jalali', '2020-05-12'],
    ['1403/12/30', 'gregorian', '2025-03-20'],
  ] as const)('%j, preferring %s, is %s', (typed, prefer, value) =>
    expect(parseDate(typed, { prefer })).toEqual(
      value ? { ok: true, value } : { ok: false, code: 'noSuchDay' },
    ),
  )

  test.each([
    ['', 'empty'],
    ['\u200F ', 'empty'],
    ['فردا', 'format'],
    ['1405/9', 'format'],
    ['1/2/3', 'format'],
    ['1405/009/1', 'format'],
    ['1404/12/30', 'noSuchDay'],
    ['1405/7/31', 'noSuchDay'],
    ['1405/13/1', 'noSuchDay'],
    ['2026-02-29', 'noSuchDay'],
    ['11/22/2026', 'noSuchDay'],
    ['0/0/1405', 'noSuchDay'],
    ['1700/1/1', 'outOfRange'],
    ['9999/1/1', 'outOfRange'],
    ['1 آذر 2026', 'outOfRange'],
  ])('%j is refused as %s', (typed, code) => expect(parseDate(typed)).toEqual({ ok: false, code }))

  test('every day written by formatDate is read back, in all styles, languages and calendars', () => {
    const styles = fc.constantFrom('short' as const, 'medium' as const, 'long' as const, 'full' as const)
    const locales = fc.constantFrom('fa' as const, 'en' as const)
    const calendars = fc.constantFrom('jalali' as const, 'gregorian' as const)
    fc.assert(
      fc.property(anyDay, styles, locales, calendars, (date, style, locale, calendar) => {
        expect(parseDate(formatDate(date, { style, locale, calendar }))).toEqual({ ok: true, value: date })
      }),
      { numRuns: 500 },
    )
  })
})

describe('formatDate', () => {
  test.each([
    ['short', '۱۴۰۵/۰۹/۰۱', '2026-11-22'],
    ['dayMonth', '۱ آذر', '22 Nov'],
    ['medium', '۱ آذر ۱۴۰۵', '22 Nov 2026'],
    ['long', '۱ آذر ۱۴۰۵', '22 November 2026'],
    ['full', 'یکشنبه ۱ آذر ۱۴۰۵', 'Sunday 22 November 2026'],
  ] as const)('%s', (style, fa, en) => {
    expect(formatDate(AZAR_1, { style, locale: 'fa' })).toBe(fa)
    expect(formatDate(AZAR_1, { style, locale: 'en' })).toBe(en)
  })

  test('the other calendar on request', () => {
    expect(formatDate(AZAR_1, { locale: 'en', calendar: 'jalali', style: 'full' })).toBe('Sunday 1 Azar 1405')
    expect(formatDate(AZAR_1, { locale: 'fa', calendar: 'gregorian' })).toBe('۲۲ نوامبر ۲۰۲۶')
    expect(formatMonth(AZAR_1, { locale: 'fa' })).toBe('آذر ۱۴۰۵')
    expect(formatMonth(AZAR_1, { locale: 'en' })).toBe('November 2026')
  })

  test('instants are shown on the clock of the zone', () => {
    const instant = '2026-11-22T20:45:00Z'
    expect(formatDateTime(instant, { locale: 'fa' })).toBe('۲ آذر ۱۴۰۵، ۰۰:۱۵')
    expect(formatDateTime(instant, { locale: 'fa', style: 'short' })).toBe('۱۴۰۵/۰۹/۰۲ ۰۰:۱۵')
    expect(formatDateTime(instant, { locale: 'en', timeZone: 'UTC' })).toBe('22 Nov 2026, 20:45')
    expect(formatTime(new Date(instant), { locale: 'fa' })).toBe('۰۰:۱۵')
  })
})

test('names agree with Intl where it has them', () => {
  const saturday = dayNumber('2026-11-21')
  const week = Array.from({ length: 7 }, (_, i) => fromDayNumber(saturday + i))
  expect(weekdayNames('fa')).toEqual(week.map((day) => intl('fa-IR', { weekday: 'long' }, day)))
  expect(weekdayNames('en')).toEqual(week.map((day) => intl('en-US', { weekday: 'long' }, day)))
  const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-05`)
  expect(monthNames('en', 'gregorian')).toEqual(months.map((day) => intl('en-US', { month: 'long' }, day)))
  expect(monthNames('fa').toSorted()).toEqual(
    months.map((day) => intl('fa-IR', { month: 'long' }, day)).toSorted(),
  )
  expect(weekdayLetters('fa')).toEqual(['ش', 'ی', 'د', 'س', 'چ', 'پ', 'ج'])
  expect(seasonNames('fa')[2]).toBe('پاییز')
})

const intl = (locale: string, options: Intl.DateTimeFormatOptions, date: string) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(date))
