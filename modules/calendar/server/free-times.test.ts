import { describe, expect, test } from 'vitest'
import { addWorkingDays, usualWeek, type WorkingCalendar } from '../contract/index.ts'
import { freeTimes } from './free-times.ts'

describe('working days', () => {
  // 26 November 2026 is a Thursday, half a day; the 27th a Friday.
  const calendar: WorkingCalendar = { week: usualWeek, holidays: new Set(['2026-11-28']) }

  test.each([
    ['2026-11-25', 1, '2026-11-26'],
    ['2026-11-26', 1, '2026-11-29'],
    ['2026-11-27', 0, '2026-11-29'],
    ['2026-11-25', 0, '2026-11-25'],
    ['2026-11-25', 3, '2026-11-30'],
  ])('%s and %i working days is %s', (day, count, expected) => {
    expect(addWorkingDays(calendar, day, count)).toBe(expected)
  })
})

describe('free times', () => {
  const at = (clock: string) => `2026-11-22T${clock}:00.000Z`
  const span = (from: string, until: string) => ({ start: at(from), end: at(until) })
  const hours = [span('08:00', '12:00')]

  test.each([
    ['an empty morning', [], '07:00', ['08:00', '09:00', '10:00', '11:00']],
    ['what has passed', [], '09:20', ['09:30', '10:30']],
    ['between two meetings', [span('08:00', '08:50'), span('10:00', '11:30')], '07:00', ['09:00']],
    ['none', [span('07:00', '11:30')], '07:00', []],
  ])('%s', (_, busy, notBefore, starts) => {
    const found = freeTimes({ hours, busy, minutes: 60, notBefore: at(notBefore) })
    expect(found.map(({ start }) => start)).toEqual(starts.map(at))
  })
})
