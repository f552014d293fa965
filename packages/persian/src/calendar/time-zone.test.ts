import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, localClock, localDate, startOfDay } from './time-zone.ts'

test.each([
  ['an ordinary day', '2026-11-22', '2026-11-21T20:30:00.000Z'],
  ['1 Farvardin 1400', '2021-03-21', '2021-03-20T20:30:00.000Z'],
  ['2 Farvardin 1400, whose midnight the clocks skipped', '2021-03-22', '2021-03-21T20:30:00.000Z'],
  ['a summer day of 1401', '2022-07-01', '2022-06-30T19:30:00.000Z'],
  ['a summer day of 1402, without summer time', '2023-07-01', '2023-06-30T20:30:00.000Z'],
])('%s begins in Tehran', (_, date, instant) => expect(startOfDay(date)).toBe(instant))

test('a repeated hour is its first passing', () => {
  expect(instantAt('2021-09-21', '23:30')).toBe('2021-09-21T19:00:00.000Z')
  expect(localClock('2021-09-21T20:00:00Z')).toEqual({ date: '2021-09-21', time: '23:30' })
})

test('a skipped time is the end of the gap', () => {
  expect(instantAt('2021-03-22', '00:30')).toBe('2021-03-21T20:30:00.000Z')
})

test('other zones have their own days', () => {
  expect(localDate('2026-11-22T23:00:00Z', 'UTC')).toBe('2026-11-22')
  expect(localDate('2026-11-22T23:00:00Z')).toBe('2026-11-23')
  expect(instantAt('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z')
  expect(() => localDate('2026-11-22T23:00:00Z', 'Nowhere/Here')).toThrow(RangeError)
})

test('the clock shown for an instant leads back to it, hours that pass twice aside', () => {
  const minute = fc.integer({ min: Date.UTC(1980, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
  const zone = fc.constantFrom('Asia/Tehran', 'UTC', 'America/New_York', 'Asia/Kabul')
  fc.assert(
    fc.property(minute, zone, (minutes, timeZone) => {
      const instant = new Date(minutes * 60_000).toISOString()
      const { date, time } = localClock(instant, timeZone)
      const back = instantAt(date, time, timeZone)
      expect(localClock(back, timeZone)).toEqual({ date, time })
      expect(back <= instant).toBe(true)
    }),
  )
})
