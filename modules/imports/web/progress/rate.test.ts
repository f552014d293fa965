import { expect, test } from 'vitest'
import { rateOf, secondsLeft, withSample } from './rate.ts'

const samplesOf = (...points: [at: number, done: number][]) =>
  points.reduce(
    (samples, [at, done]) => withSample(samples, { at, done }),
    withSample([], { at: 0, done: 0 }),
  )

test('the rate is that of the last seconds', () => {
  expect(rateOf(samplesOf([1000, 2000]))).toBe(2000)
  expect(rateOf(samplesOf([1000, 100], [20_000, 1000], [30_000, 11_000]))).toBe(1000)
})

test('nothing is told before there is something to tell by', () => {
  expect(rateOf(samplesOf())).toBeNull()
  expect(rateOf(samplesOf([100, 50]))).toBeNull()
})

test('work that begins anew is measured anew', () => {
  expect(rateOf(samplesOf([1000, 5000], [2000, 0], [3000, 300]))).toBe(300)
})

test('the time left is rounded up and never nought', () => {
  expect(secondsLeft(100, { done: 0, total: 250 })).toBe(3)
  expect(secondsLeft(100, { done: 250, total: 250 })).toBe(1)
  expect(secondsLeft(100, { done: 0, total: null })).toBeNull()
  expect(secondsLeft(null, { done: 0, total: 10 })).toBeNull()
})
