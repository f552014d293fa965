import { expect, test } from 'vitest'
import { dayInSpan } from './day-in-span.ts'

// آذر 1405 from today on, دی 1405, and what comes after شهریور 1406.
const azar = { from: '2026-11-24', to: '2026-12-21' }
const dey = { from: '2026-12-22', to: '2027-01-20' }
const later = { from: '2027-09-23', to: null }

test.each([
  ['the same day of the month', '2026-12-01', dey, '2026-12-31'],
  ['not before today', '2026-12-23', azar, '2026-11-24'],
  ['the 31st of شهریور becomes the 30th of دی', '2026-09-22', dey, '2027-01-20'],
  ['a span without an end', '2026-12-01', later, '2027-10-02'],
  ['the last day for a deal without one', null, dey, '2027-01-20'],
  ['no day at all', '2026-12-01', { from: null, to: null }, null],
])('a deal is put to %s', (_, before, span, day) => {
  expect(dayInSpan(before, span)).toBe(day)
})
