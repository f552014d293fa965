import { expect, test } from 'vitest'
import { nextSort, type SortKey } from './sort.ts'

const up = (id: string): SortKey => ({ id, direction: 'asc' })
const down = (id: string): SortKey => ({ id, direction: 'desc' })

test('a header goes through ascending, descending and none', () => {
  expect(nextSort([], 'name', false)).toEqual([up('name')])
  expect(nextSort([up('name')], 'name', false)).toEqual([down('name')])
  expect(nextSort([down('name')], 'name', false)).toEqual([])
})

test('another header alone replaces, with Shift it joins at the end', () => {
  expect(nextSort([up('name')], 'date', false)).toEqual([up('date')])
  expect(nextSort([up('name')], 'date', true)).toEqual([up('name'), up('date')])
  expect(nextSort([up('name'), up('date')], 'name', true)).toEqual([down('name'), up('date')])
  expect(nextSort([down('name'), up('date')], 'name', true)).toEqual([up('date')])
})

test('three keys at most', () => {
  expect(nextSort([up('a'), up('b'), up('c')], 'd', true)).toEqual([up('a'), up('b'), up('d')])
})
