import { hoursOn, usualWeek } from '@peyvand/calendar/contract'
import { expect, test } from 'vitest'
import { afterWorkingMinutes, workingMinutesBetween } from './response-clock.ts'

const calendar = { week: usualWeek, holidays: new Set(['2026-11-23']) }
const timeZone = 'Asia/Tehran'

test.each([
  ['within the day', '2026-11-22T08:00:00Z', 60, '2026-11-22T09:00:00.000Z'],
  ['over a holiday to the day after', '2026-11-22T13:00:00Z', 60, '2026-11-24T05:00:00.000Z'],
  ['from the evening on, when the firm opens', '2026-11-21T18:00:00Z', 30, '2026-11-22T05:00:00.000Z'],
  ['over half a Thursday and Friday', '2026-11-26T09:00:00Z', 60, '2026-11-28T05:00:00.000Z'],
])('the clock counts working minutes: %s', (_, since, count, due) => {
  expect(hoursOn(calendar, '2026-11-23')).toEqual([])
  const after = afterWorkingMinutes(calendar, { since: new Date(since), minutes: count, timeZone })
  expect(after?.toISOString()).toBe(due)
  const until = after as Date
  expect(workingMinutesBetween(calendar, { since: new Date(since), until, timeZone })).toBe(count)
})

test('a firm that never works has no clock', () => {
  const never = { week: { ...usualWeek, days: [[], [], [], [], [], [], []] }, holidays: new Set<string>() }
  expect(
    afterWorkingMinutes(never, { since: new Date('2026-11-22T08:00:00Z'), minutes: 1, timeZone }),
  ).toBeNull()
})
