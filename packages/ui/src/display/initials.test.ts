import { expect, test } from 'vitest'
import { initials, toneOf } from './initials.ts'

test.each([
  ['سارا صادقی', 'س\u200cص'],
  ['جناب آقای دکتر پویا رضایی', 'پ\u200cر'],
  ['شرکت داروسازی سپهر', 'د\u200cس'],
  ['نرگس نیک‌نژاد', 'ن\u200cن'],
  ['Sara (VIP) Sadeghi', 'S\u200cS'],
  ['پیوند', 'پ'],
  ['', ''],
])('the initials of «%s»', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('a name keeps its colour', () => {
  expect(toneOf('سارا صادقی')).toBe(toneOf('سارا صادقی'))
  expect(new Set(['آ', 'ب', 'پ', 'ت', 'ث', 'ج'].map(toneOf)).size).toBeGreaterThan(3)
})
