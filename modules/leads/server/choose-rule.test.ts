import { expect, test } from 'vitest'
import { fits, leastLoaded, nextInTurn } from './choose-rule.ts'

test('a rule asks for all that it names, turns go round, the least loaded comes first', () => {
  const lead = { sourceId: 's', provinces: ['23'], cities: ['تهران'], productGroupIds: ['leaf', 'root'] }
  const any = { sourceIds: [], provinces: [], cities: [], productGroupIds: [] }
  expect(fits(any, lead)).toBe(true)
  expect(fits({ ...any, productGroupIds: ['root'], provinces: ['10', '23'] }, lead)).toBe(true)
  expect(fits({ ...any, sourceIds: ['s'], cities: ['یزد'] }, lead)).toBe(false)
  expect([null, 'a', 'c', 'gone'].map((last) => nextInTurn(['a', 'b', 'c'], last))).toEqual([
    'a',
    'b',
    'a',
    'a',
  ])
  expect(nextInTurn([], 'a')).toBeNull()
  expect(
    leastLoaded(
      ['a', 'b', 'c'],
      new Map([
        ['a', 2],
        ['c', 1],
      ]),
    ),
  ).toBe('b')
})
