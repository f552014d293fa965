import { expect, test } from 'vitest'
import { mergedInto } from './merged-into.ts'

test.each([
  ['', 0, 'قالب'],
  ['  \n', 1, 'قالب'],
  ['پیش', 3, 'پیش\nقالب'],
  ['پیش\n', 4, 'پیش\nقالب'],
  ['پس', 0, 'قالب\nپس'],
  ['پیش\nپس', 4, 'پیش\nقالب\nپس'],
])('%j at %i', (before, caret, text) => {
  expect(mergedInto(before, 'قالب', caret)).toBe(text)
})
