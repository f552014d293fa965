import { describe, expect, test } from 'vitest'
import { addDays } from './iso-date.ts'
import { relativeDate, relativeTime } from './relative.ts'

const TODAY = '2026-11-22'

test.each([
  [0, 'امروز', 'today'],
  [-1, 'دیروز', 'yesterday'],
  [1, 'فردا', 'tomorrow'],
  [-2, 'پریروز', '2 days ago'],
  [2, 'پس‌فردا', 'in 2 days'],
  [-3, '۳ روز پیش', '3 days ago'],
  [13, '۱۳ روز بعد', 'in 13 days'],
  [-20, '۲ هفته پیش', '2 weeks ago'],
  [-40, '۱ ماه پیش', '1 month ago'],
  [-400, '۱ سال پیش', '1 year ago'],
  [800, '۲ سال بعد', 'in 2 years'],
])('%d days away', (days, fa, en) => {
  const date = addDays(TODAY, days)
  expect(relativeDate(date, { today: TODAY, locale: 'fa' })).toBe(fa)
  expect(relativeDate(date, { today: TODAY, locale: 'en' })).toBe(en)
})

describe('relativeTime', () => {
  // Noon in Tehran.
  const now = '2026-11-22T08:30:00Z'

  test.each([
    ['2026-11-22T08:29:30Z', 'همین حالا', 'just now'],
    ['2026-11-22T08:25:00Z', '۵ دقیقه پیش', '5 minutes ago'],
    ['2026-11-22T05:30:00Z', '۳ ساعت پیش', '3 hours ago'],
    ['2026-11-21T20:30:00Z', '۱۲ ساعت پیش', '12 hours ago'],
    ['2026-11-21T20:29:00Z', 'دیروز', 'yesterday'],
    ['2026-11-22T10:30:00Z', '۲ ساعت بعد', 'in 2 hours'],
    ['2026-11-19T10:30:00Z', '۳ روز پیش', '3 days ago'],
  ])('%s', (instant, fa, en) => {
    expect(relativeTime(instant, { now, locale: 'fa' })).toBe(fa)
    expect(relativeTime(new Date(instant), { now: new Date(now), locale: 'en' })).toBe(en)
  })

  test('soon after midnight the late evening is still hours ago', () => {
    const afterMidnight = '2026-11-21T21:00:00Z'
    expect(relativeTime('2026-11-21T19:00:00Z', { now: afterMidnight, locale: 'fa' })).toBe('۲ ساعت پیش')
  })
})
