import { expect, test } from 'vitest'
import {
  type GridSelection,
  loadedState,
  noSelection,
  rangeOf,
  selectionCount,
  selectionTest,
  setSelected,
  toggleSelected,
} from './selection.ts'

const ids = ['a', 'b', 'c', 'd']

test('a row is toggled on and off', () => {
  const once = toggleSelected(noSelection, 'a')
  expect(once).toEqual({ mode: 'ids', ids: ['a'] })
  expect(toggleSelected(once, 'a')).toEqual(noSelection)
})

test('a range reaches from the anchor in either direction', () => {
  expect(rangeOf(ids, 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(ids, 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(rangeOf(ids, null, 'b')).toEqual(['b'])
  expect(rangeOf(ids, 'gone', 'b')).toEqual(['b'])
})

test('under "all matching" a deselected row becomes an exception and is counted out', () => {
  const all: GridSelection = { mode: 'all', except: [] }
  const but = toggleSelected(all, 'b')
  expect(but).toEqual({ mode: 'all', except: ['b'] })
  expect(selectionTest(but)('b')).toBe(false)
  expect(selectionTest(but)('not loaded')).toBe(true)
  expect(selectionCount(but, 1240)).toBe(1239)
  expect(toggleSelected(but, 'b')).toEqual(all)
})

test('selecting a range twice names each row once', () => {
  expect(setSelected({ mode: 'ids', ids: ['b'] }, ['a', 'b'], true)).toEqual({ mode: 'ids', ids: ['a', 'b'] })
})

test('the header box shows none, some or all of the loaded rows', () => {
  expect(loadedState(noSelection, ids)).toBe('none')
  expect(loadedState({ mode: 'ids', ids: ['a'] }, ids)).toBe('some')
  expect(loadedState({ mode: 'ids', ids: [...ids, 'elsewhere'] }, ids)).toBe('all')
  expect(loadedState({ mode: 'all', except: [] }, ids)).toBe('all')
  expect(loadedState({ mode: 'all', except: ['a'] }, ids)).toBe('some')
  expect(loadedState(noSelection, [])).toBe('none')
})
