import { expect, test } from 'vitest'
import { leadReached } from './due-times.ts'

const timed = (now: string, leadMinutes: number[], since = '2026-01-01T00:00:00.000Z') =>
  leadReached(
    { at: '2026-11-25T10:00:00.000Z', allDay: false },
    { now: new Date(now), since, leadMinutes, morningAt: '08:00', timeZone: 'Asia/Tehran' },
  )

test.each([
  ['2026-11-25T09:29:59Z', null],
  ['2026-11-25T09:30:00Z', 30],
  ['2026-11-25T09:59:00Z', 30],
])('a reminder half an hour before 10:00 at %s', (now, expected) => {
  expect(timed(now, [30])).toBe(expected)
})

test('of several that have come the nearest is told', () => {
  expect(timed('2026-11-24T10:00:00Z', [30, 1440])).toBe(1440)
  expect(timed('2026-11-25T09:45:00Z', [30, 1440])).toBe(30)
})

test('what was made within the lead is not reminded of by it', () => {
  expect(timed('2026-11-25T09:45:00Z', [30, 1440], '2026-11-25T09:40:00.000Z')).toBeNull()
  expect(timed('2026-11-25T09:55:00Z', [10, 30], '2026-11-25T09:40:00.000Z')).toBe(10)
})

const wholeDay = (now: string, leadMinutes: number[], timeZone: string, at: string) =>
  leadReached(
    { at, allDay: true },
    { now: new Date(now), since: '2026-01-01T00:00:00.000Z', leadMinutes, morningAt: '08:00', timeZone },
  )

test.each([
  // The day is 25 November in Tehran: its last moment is 20:29:59.999 UTC, eight in the morning 04:30 UTC.
  ['Asia/Tehran', '2026-11-25T20:29:59.999Z', '2026-11-25T04:29:00Z', [30], null],
  ['Asia/Tehran', '2026-11-25T20:29:59.999Z', '2026-11-25T04:30:00Z', [30], 0],
  ['Asia/Tehran', '2026-11-25T20:29:59.999Z', '2026-11-24T04:30:00Z', [30, 1440], 1440],
  // Clocks of Berlin go from 02:00 to 03:00 on 29 March 2026: eight is 06:00 UTC, and 07:00 UTC the day before.
  ['Europe/Berlin', '2026-03-29T21:59:59.999Z', '2026-03-29T05:59:00Z', [0], null],
  ['Europe/Berlin', '2026-03-29T21:59:59.999Z', '2026-03-29T06:00:00Z', [0], 0],
  ['Europe/Berlin', '2026-03-29T21:59:59.999Z', '2026-03-28T06:59:00Z', [1440], null],
  ['Europe/Berlin', '2026-03-29T21:59:59.999Z', '2026-03-28T07:00:00Z', [1440], 1440],
] as const)('a whole day in %s until %s, at %s', (zone, at, now, leads, expected) => {
  expect(wholeDay(now, [...leads], zone, at)).toBe(expected)
})
