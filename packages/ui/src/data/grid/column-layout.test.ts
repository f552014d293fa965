import { expect, test } from 'vitest'
import { columnOrder, isHidden, moveColumn, setWidth, toggleColumn } from './column-layout.ts'

const columns = [
  { id: 'name', sticky: true, hideable: false },
  { id: 'company' },
  { id: 'stage' },
  { id: 'value' },
]

test('a column added since the view was saved stands in its default place', () => {
  expect(columnOrder(columns, { order: ['name', 'value', 'company'] })).toEqual([
    'name',
    'value',
    'stage',
    'company',
  ])
})

test('columns that no longer exist are forgotten', () => {
  expect(columnOrder(columns, { order: ['gone', 'name', 'value', 'stage', 'company'] })).toEqual([
    'name',
    'value',
    'stage',
    'company',
  ])
})

test('a column moves by one visible place and never before a sticky one', () => {
  expect(moveColumn(columns, {}, { id: 'value', by: -1 }).order).toEqual([
    'name',
    'company',
    'value',
    'stage',
  ])
  expect(moveColumn(columns, {}, { id: 'company', by: -1 }).order).toEqual([
    'name',
    'company',
    'stage',
    'value',
  ])
  expect(moveColumn(columns, { hidden: ['stage'] }, { id: 'value', by: -1 }).order).toEqual([
    'name',
    'value',
    'company',
    'stage',
  ])
  const last = {}
  expect(moveColumn(columns, last, { id: 'value', by: 1 })).toBe(last)
})

test('a column that may not be hidden is never hidden', () => {
  const layout = toggleColumn(toggleColumn({}, 'name'), 'stage')
  expect(columns.filter((column) => isHidden(column, layout)).map(({ id }) => id)).toEqual(['stage'])
  expect(toggleColumn(layout, 'stage').hidden).toEqual(['name'])
})

test('a width is whole pixels and not under the least', () => {
  expect(setWidth({}, { id: 'name', width: 12.4 }).widths).toEqual({ name: 72 })
  expect(setWidth({ widths: { stage: 90 } }, { id: 'name', width: 200.4 }).widths).toEqual({
    stage: 90,
    name: 200,
  })
})
