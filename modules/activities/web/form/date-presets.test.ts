import { expect, test } from 'vitest'
import { datePresets } from './date-presets.ts'

const daysOf = (today: string) => Object.fromEntries(datePresets(today).map(({ id, date }) => [id, date]))

test('from a Sunday the coming Saturday is six days ahead', () => {
  // یکشنبه ۱ آذر ۱۴۰۵
  expect(daysOf('2026-11-22')).toEqual({
    today: '2026-11-22',
    tomorrow: '2026-11-23',
    saturday: '2026-11-28',
    nextWeek: '2026-11-29',
    nextMonth: '2026-12-22',
  })
})

test('on a Saturday the next one is a week away and offered once', () => {
  expect(daysOf('2026-11-28')).not.toHaveProperty('saturday')
  expect(daysOf('2026-11-28')['nextWeek']).toBe('2026-12-05')
})

test('on a Friday Saturday is tomorrow and offered once', () => {
  expect(daysOf('2026-11-27')).not.toHaveProperty('saturday')
})
