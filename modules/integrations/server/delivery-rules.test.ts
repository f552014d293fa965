import { expect, test } from 'vitest'
import { holdUntil, isToStop, nextAttempt } from './delivery-rules.ts'

const start = new Date('2026-11-22T08:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

test('a delivery is tried ever more seldom, and given up before a day is over', () => {
  const minutes: number[] = []
  let now = start
  for (let attempts = 1; attempts < 100; attempts++) {
    const next = nextAttempt({ attempts, createdAt: start }, now)
    if (!next) break
    now = next
    minutes.push((now.getTime() - start.getTime()) / 60_000)
  }
  expect(minutes).toEqual([1, 6, 36, 96, 216, 456, 936, 1416])
})

test('a receiver that fails again and again is left alone, an hour at most at a time', () => {
  const held = [1, 4, 5, 6, 9, 20].map((failures) => holdUntil(failures, start))
  expect(held).toEqual([null, null, later(1), later(2), later(16), later(60)])
})

test.each([
  [9, 6000, false],
  [10, 60, false],
  [10, 4319, false],
  [10, 4320, true],
  [500, 5000, true],
])('%i failures in %i minutes: switched off is %s', (failures, minutes, expected) => {
  expect(isToStop({ failures, failingSince: start }, later(minutes))).toBe(expected)
})
