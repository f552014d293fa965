import * as fc from 'fast-check'
import { assert, describe, expect, test } from 'vitest'
import { fiscalYearOf, fiscalYearRange } from './fiscal-year.ts'
import { addDays, dayNumber, daysBetween, fromDayNumber, weekday } from './iso-date.ts'
import { toJalali } from './jalali.ts'
import { isJalaliPeriod, JALALI_PERIODS, jalaliPeriod, jalaliUnit } from './periods.ts'

const FAMILIES = [
  ['lastWeek', 'thisWeek', 'nextWeek'],
  ['lastMonth', 'thisMonth', 'nextMonth'],
  ['lastSeason', 'thisSeason', 'nextSeason'],
  ['lastYear', 'thisYear', 'nextYear'],
] as const

const anyDay = fc.integer({ min: dayNumber('1922-03-21'), max: dayNumber('2121-03-20') }).map(fromDayNumber)

// Sunday 1 Azar 1405.
const TODAY = '2026-11-22'

test.each([
  ['today', '2026-11-22', '2026-11-23'],
  ['yesterday', '2026-11-21', '2026-11-22'],
  ['tomorrow', '2026-11-23', '2026-11-24'],
  ['thisWeek', '2026-11-21', '2026-11-28'],
  ['lastWeek', '2026-11-14', '2026-11-21'],
  ['nextWeek', '2026-11-28', '2026-12-05'],
  ['thisMonth', '2026-11-22', '2026-12-22'],
  ['lastMonth', '2026-10-23', '2026-11-22'],
  ['nextMonth', '2026-12-22', '2027-01-21'],
  ['thisSeason', '2026-09-23', '2026-12-22'],
  ['lastSeason', '2026-06-22', '2026-09-23'],
  ['nextSeason', '2026-12-22', '2027-03-21'],
  ['thisYear', '2026-03-21', '2027-03-21'],
  ['lastYear', '2025-03-21', '2026-03-21'],
  ['nextYear', '2027-03-21', '2028-03-20'],
  ['thisFiscalYear', '2026-03-21', '2027-03-21'],
  ['lastFiscalYear', '2025-03-21', '2026-03-21'],
  ['last7Days', '2026-11-16', '2026-11-23'],
  ['last30Days', '2026-10-24', '2026-11-23'],
  ['last90Days', '2026-08-25', '2026-11-23'],
  ['last365Days', '2025-11-23', '2026-11-23'],
  ['next7Days', '2026-11-22', '2026-11-29'],
  ['next30Days', '2026-11-22', '2026-12-22'],
] as const)('%s runs from %s until %s', (period, from, to) =>
  expect(jalaliPeriod(period, TODAY)).toEqual({ from, to }),
)

test('only known periods have a name', () => {
  expect(JALALI_PERIODS).toHaveLength(23)
  expect(isJalaliPeriod('lastMonth')).toBe(true)
  expect(isJalaliPeriod('toString')).toBe(false)
})

describe('on any day', () => {
  test('this one, the last and the next follow each other without gap', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...FAMILIES), (today, names) => {
        const [last, current, next] = names.map((name) => jalaliPeriod(name, today))
        assert(last && current && next)
        expect([last.to, current.to]).toEqual([current.from, next.from])
        expect(current.from <= today && today < current.to).toBe(true)
      }),
    )
  })

  test('a month begins on its first day and a week on شنبه', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        expect(toJalali(jalaliUnit('month', today).from)).toEqual({ ...toJalali(today), day: 1 })
        expect(weekday(jalaliUnit('week', today).from)).toBe(0)
        expect([89, 90, 92, 93]).toContain(daysBetween(...bounds(jalaliUnit('season', today))))
      }),
    )
  })

  test('a fiscal year holds its days, whatever month it begins in', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (day, startMonth) => {
        const year = fiscalYearOf(day, startMonth)
        const { from, to } = fiscalYearRange(year, startMonth)
        expect(from <= day && day < to).toBe(true)
        expect(toJalali(addDays(to, -1)).year).toBe(year)
        expect(toJalali(from).month).toBe(startMonth)
      }),
    )
  })
})

const bounds = ({ from, to }: { from: string; to: string }): [string, string] => [from, to]
