import { expect, test } from 'vitest'
import { moveCell } from './move-cell.ts'

const bounds = { rows: 100, columns: 5, page: 10, isRtl: true, isCtrl: false }
const from = { row: 20, column: 2 }

test.each([
  ['ArrowLeft', true, { row: 20, column: 3 }],
  ['ArrowRight', true, { row: 20, column: 1 }],
  ['ArrowLeft', false, { row: 20, column: 1 }],
  ['ArrowRight', false, { row: 20, column: 3 }],
])('%s with right-to-left %s', (key, isRtl, expected) => {
  expect(moveCell(key, from, { ...bounds, isRtl })).toEqual(expected)
})

test('Home and End stay in the row, with Ctrl they reach the corners', () => {
  expect(moveCell('Home', from, bounds)).toEqual({ row: 20, column: 0 })
  expect(moveCell('End', from, bounds)).toEqual({ row: 20, column: 4 })
  expect(moveCell('Home', from, { ...bounds, isCtrl: true })).toEqual({ row: 0, column: 0 })
  expect(moveCell('End', from, { ...bounds, isCtrl: true })).toEqual({ row: 99, column: 4 })
})

test('pages stay inside the rows, the up arrow reaches the header', () => {
  expect(moveCell('PageDown', { row: 95, column: 0 }, bounds)).toEqual({ row: 99, column: 0 })
  expect(moveCell('PageUp', { row: 5, column: 0 }, bounds)).toEqual({ row: 0, column: 0 })
  expect(moveCell('ArrowUp', { row: 0, column: 1 }, bounds)).toEqual({ row: -1, column: 1 })
})

test('other keys are left to the page', () => {
  expect(moveCell('a', from, bounds)).toBeNull()
})
