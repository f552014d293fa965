import { expect, test } from 'vitest'
import { quietUntil } from './quiet-hours.ts'
import { usualWorkWeek } from './work-week.ts'

const ends = (now: string, quiet: Partial<Parameters<typeof quietUntil>[0]>, timeZone = 'Asia/Tehran') =>
  quietUntil(
    { quietFrom: '22:00', quietUntil: '07:00', quietOnDaysOff: false, ...quiet },
    { now: new Date(now), timeZone, week: usualWorkWeek },
  )?.toISOString() ?? null

// Tehran is 03:30 ahead of UTC.
test.each([
  ['in the evening before', '2026-11-22T18:29:00Z', null],
  ['from ten at night', '2026-11-22T18:30:00Z', '2026-11-23T03:30:00.000Z'],
  ['after midnight', '2026-11-22T22:00:00Z', '2026-11-23T03:30:00.000Z'],
  ['not from seven on', '2026-11-23T03:30:00Z', null],
])('a night is quiet %s', (_name, now, expected) => {
  expect(ends(now, {})).toBe(expected)
})

test('hours within a day are quiet between them', () => {
  const noon = { quietFrom: '12:00', quietUntil: '14:00' }
  expect(ends('2026-11-22T09:00:00Z', noon)).toBe('2026-11-22T10:30:00.000Z')
  expect(ends('2026-11-22T11:00:00Z', noon)).toBeNull()
})

test('a day off is quiet to its end, and the night before runs into it', () => {
  // 27 November 2026 is a Friday; its night goes on until seven on Saturday.
  expect(ends('2026-11-27T09:00:00Z', { quietOnDaysOff: true })).toBe('2026-11-28T03:30:00.000Z')
  expect(ends('2026-11-26T20:00:00Z', { quietOnDaysOff: true })).toBe('2026-11-28T03:30:00.000Z')
  expect(ends('2026-11-27T09:00:00Z', { quietFrom: null, quietUntil: null, quietOnDaysOff: true })).toBe(
    '2026-11-27T20:30:00.000Z',
  )
})

test('a night over a change of the clocks ends when the wall shows seven', () => {
  // Berlin: summer time begins on 29 March 2026 and ends on 25 October.
  expect(ends('2026-03-28T23:00:00Z', {}, 'Europe/Berlin')).toBe('2026-03-29T05:00:00.000Z')
  expect(ends('2026-10-24T23:00:00Z', {}, 'Europe/Berlin')).toBe('2026-10-25T06:00:00.000Z')
})

test('nothing is quiet where nothing was chosen', () => {
  expect(ends('2026-11-22T22:00:00Z', { quietFrom: null, quietUntil: null })).toBeNull()
})
