import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { similarity } from './similarity.ts'

// Second numbers are what pg_trgm of PostgreSQL 18 answers in a C.UTF-8 database.
test.each([
  ['شرکت پیوند', 'شرکت پیوندگستر', 0.625],
  ['کتاب', 'کتاب', 1],
  ['word', 'two words', 4 / 11],
  ['کتاب', 'xyz', 0],
  ['', '', 0],
])('%j and %j are alike by %d', (a, b, likeness) => expect(similarity(a, b)).toBeCloseTo(likeness, 6))

test('likeness is mutual and between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const likeness = similarity(a, b)
      expect(likeness).toBe(similarity(b, a))
      expect(likeness).toBeGreaterThanOrEqual(0)
      expect(likeness).toBeLessThanOrEqual(1)
    }),
  )
})
