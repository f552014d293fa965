import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumber, daysBetween, fromDayNumber, isIsoDate, weekday } from './iso-date.ts'
import {
  addJalaliMonths,
  addJalaliYears,
  firstOfJalaliMonth,
  fromJalali,
  isJalaliDate,
  isJalaliLeapYear,
  jalaliMonthLength,
  seasonOfMonth,
  toJalali,
} from './jalali.ts'

const FIRST_DAY = '1921-03-21' // 1 Farvardin 1300
const LAST_DAY = '2122-03-20' // 29 Esfand 1500

// Years on which the calendar libraries that pass the comparison below agree.
const LEAP_YEARS = [
  1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370,
  1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445,
  1449, 1453, 1457, 1461, 1465, 1469, 1474, 1478, 1482, 1486, 1490, 1494, 1498,
]

const anyDay = fc.integer({ min: dayNumber(FIRST_DAY), max: dayNumber(LAST_DAY) }).map(fromDayNumber)
const text = ({ year, month, day }: { year: number; month: number; day: number }) => `${year}/${month}/${day}`

describe('every day from 1300-01-01 to 1500-12-29', () => {
  test('is the day that Intl says, and converts back', () => {
    const intl = new Intl.DateTimeFormat('en-US-u-ca-persian', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    const byIntl = (date: string) => {
      const parts = Object.fromEntries(
        intl.formatToParts(Date.parse(date)).map((part) => [part.type, part.value]),
      )
      return `${parts.year}/${parts.month}/${parts.day}`
    }
    const wrong: string[] = []
    const days = daysBetween(FIRST_DAY, LAST_DAY) + 1
    for (let date = FIRST_DAY, i = 0; i < days; i++, date = addDays(date, 1)) {
      const jalali = toJalali(date)
      if (text(jalali) !== byIntl(date) || fromJalali(jalali) !== date) wrong.push(date)
    }
    expect(wrong).toEqual([])
    expect(days).toBe(73_414)
  }, 30_000)

  test('is reached once, by counting months and days of the Jalali calendar alone', () => {
    const counted: string[] = []
    for (let year = 1300; year <= 1500; year++)
      for (let month = 1; month <= 12; month++)
        for (let day = 1; day <= jalaliMonthLength(year, month); day++)
          counted.push(fromJalali({ year, month, day }))
    expect(counted.length).toBe(73_414)
    expect(counted[0]).toBe(FIRST_DAY)
    expect(counted.at(-1)).toBe(LAST_DAY)
    expect(counted.every((date, i) => i === 0 || date === addDays(counted[i - 1] ?? '', 1))).toBe(true)
  }, 30_000)
})

test('the 49 leap years are these', () => {
  const years = Array.from({ length: 201 }, (_, i) => 1300 + i)
  expect(years.filter(isJalaliLeapYear)).toEqual(LEAP_YEARS)
  expect(years.filter((year) => jalaliMonthLength(year, 12) === 30)).toEqual(LEAP_YEARS)
})

test.each([
  ['1399/12/30', '2021-03-20'],
  ['1403/12/30', '2025-03-20'],
  ['1408/12/30', '2030-03-20'],
  ['1403/1/1', '2024-03-20'],
  ['1404/1/1', '2025-03-21'],
  ['1405/1/1', '2026-03-21'],
  ['1407/1/1', '2028-03-20'],
  ['1408/1/1', '2029-03-20'],
  ['1409/1/1', '2030-03-21'],
  ['1402/10/11', '2024-01-01'],
  ['1402/12/10', '2024-02-29'],
])('%s is %s', (jalali, iso) => expect(text(toJalali(iso))).toBe(jalali))

test('days that do not exist are refused', () => {
  expect(isJalaliDate({ year: 1403, month: 12, day: 30 })).toBe(true)
  expect(isJalaliDate({ year: 1404, month: 12, day: 30 })).toBe(false)
  expect(isJalaliDate({ year: 1404, month: 7, day: 31 })).toBe(false)
  expect(isJalaliDate({ year: 1404, month: 1, day: 1.5 })).toBe(false)
  expect(() => fromJalali({ year: 1404, month: 12, day: 30 })).toThrow(RangeError)
  expect(() => toJalali('2026-02-30')).toThrow(RangeError)
  expect(isIsoDate('2026-2-3')).toBe(false)
})

test('the week begins on شنبه', () => {
  expect(['2026-11-21', '2026-11-22', '2026-11-27', '1950-01-06'].map(weekday)).toEqual([0, 1, 6, 6])
})

test('adding months and years stays inside the month', () => {
  const shahrivar31 = fromJalali({ year: 1405, month: 6, day: 31 })
  expect(text(toJalali(addJalaliMonths(shahrivar31, 1)))).toBe('1405/7/30')
  expect(text(toJalali(addJalaliMonths(shahrivar31, -6)))).toBe('1404/12/29')
  expect(text(toJalali(addJalaliYears('2025-03-20', 1)))).toBe('1404/12/29')
  expect(text(toJalali(firstOfJalaliMonth(1405, 9, 4)))).toBe('1406/1/1')
  expect([1, 3, 4, 9, 12].map(seasonOfMonth)).toEqual([1, 1, 2, 3, 4])
})

test('months added and taken away differ at most by the clipped days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (date, months) => {
      const back = toJalali(addJalaliMonths(addJalaliMonths(date, months), -months))
      const { year, month, day } = toJalali(date)
      expect([back.year, back.month]).toEqual([year, month])
      expect(back.day === day || (day > 29 && back.day >= 29)).toBe(true)
    }),
  )
})
