import { expect, test } from 'vitest'
import { joinFacts } from './isolate.ts'

test('facts stand beside each other, each isolated, without empty ones', () => {
  expect(joinFacts(['Incoming', null, 'پریسا توکلی', undefined, '', false, '45 minutes ago'])).toBe(
    '\u2068Incoming\u2069 · \u2068پریسا توکلی\u2069 · \u206845 minutes ago\u2069',
  )
  expect(joinFacts([null, ''])).toBe('')
})
