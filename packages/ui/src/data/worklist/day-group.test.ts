import { expect, test } from 'vitest'
import { dayGroupOf } from './day-group.ts'

// چهارشنبه ۴ آذر ۱۴۰۵
const now = '2026-11-25T09:00:00Z'

test.each([
  ['2026-11-26T00:00:00Z', 'future'],
  ['2026-11-24T20:31:00Z', 'today'],
  ['2026-11-24T20:29:00Z', 'yesterday'],
  ['2026-11-21T09:00:00Z', 'thisWeek'],
  ['2026-11-20T09:00:00Z', 'earlier'],
])('%s is %s', (instant, group) => {
  expect(dayGroupOf(instant, { now, timeZone: 'Asia/Tehran' })).toBe(group)
})

test('later in the month the first days of it are this month', () => {
  expect(dayGroupOf('2026-11-22T09:00:00Z', { now: '2026-12-10T09:00:00Z', timeZone: 'Asia/Tehran' })).toBe(
    'thisMonth',
  )
})
