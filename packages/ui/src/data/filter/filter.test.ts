import { describe, expect, test } from 'vitest'
import {
  asGroup,
  type Filter,
  fromChips,
  isComplete,
  newCondition,
  opsOf,
  tidyFilter,
  toChips,
  withOp,
} from './filter.ts'

const owner: Filter = { field: 'owner', op: 'in', value: ['ali'] }
const due: Filter = { field: 'due', op: 'inPeriod', value: 'thisWeek' }

describe('filter tree', () => {
  test('half-written conditions and empty groups are left out', () => {
    expect(tidyFilter({ and: [owner, { field: 'name', op: 'contains', value: '' }, { or: [] }] })).toEqual(
      owner,
    )
    expect(tidyFilter({ and: [{ or: [owner, due] }, due] })).toEqual({ and: [{ or: [owner, due] }, due] })
    expect(tidyFilter({ and: [{ or: [{ field: 'sum', op: 'between', value: [1, null] }] }] })).toBeNull()
  })

  test('false and zero are values', () => {
    expect(isComplete({ field: 'active', op: 'eq', value: false })).toBe(true)
    expect(isComplete({ field: 'score', op: 'gt', value: 0 })).toBe(true)
    expect(isComplete({ field: 'score', op: 'empty' })).toBe(true)
  })

  test('a tree comes back from its chips unchanged', () => {
    for (const filter of [
      null,
      owner,
      { and: [owner, due] },
      { or: [owner, due] },
      { and: [{ or: [owner, due] }, due] },
    ])
      expect(fromChips(toChips(filter))).toEqual(filter)
  })

  test('a change of comparison keeps a value that still fits', () => {
    expect(withOp({ field: 'owner', op: 'in', value: ['ali'] }, 'user', 'notIn')).toEqual({
      field: 'owner',
      op: 'notIn',
      value: ['ali'],
    })
    expect(withOp({ field: 'sum', op: 'gt', value: 5 }, 'number', 'between')).toEqual({
      field: 'sum',
      op: 'between',
      value: [null, null],
    })
    expect(withOp({ field: 'sum', op: 'gt', value: 5 }, 'number', 'empty')).toEqual({
      field: 'sum',
      op: 'empty',
    })
  })

  test('a new condition starts with the first comparison of its type', () => {
    expect(newCondition({ key: 'due', label: 'Due', type: 'date' })).toEqual({
      field: 'due',
      op: 'inPeriod',
      value: 'thisMonth',
    })
    expect(opsOf.boolean).toEqual(['eq'])
  })

  test('building starts from a group', () => {
    expect(asGroup(null)).toEqual({ and: [] })
    expect(asGroup(owner)).toEqual({ and: [owner] })
    expect(asGroup({ or: [owner, due] })).toEqual({ or: [owner, due] })
  })
})
