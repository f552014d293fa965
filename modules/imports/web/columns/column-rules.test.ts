import type { ColumnMapping } from '@peyvand/imports/contract'
import { expect, test } from 'vitest'
import { assignField, layTemplate, rowShape } from './column-rules.ts'

const map = (...fields: (string | null)[]): ColumnMapping[] =>
  fields.map((field, column) => ({ column, field, calendar: 'jalali', unit: 'rial' }))
const fields = [
  { key: 'name', many: false },
  { key: 'mobile', many: true },
]
const fieldsOf = (mapping: ColumnMapping[]) => mapping.map(({ field }) => field)

test('a field of one value moves to the column it is given to', () => {
  expect(fieldsOf(assignField(map('name', null), { column: 1, field: 'name', fields }))).toEqual([
    null,
    'name',
  ])
})

test('several columns may go to a field of many values', () => {
  const mapping = assignField(map('mobile', null), { column: 1, field: 'mobile', fields })
  expect(fieldsOf(mapping)).toEqual(['mobile', 'mobile'])
})

test('leaving a column out leaves the others as they are', () => {
  expect(fieldsOf(assignField(map('name', null), { column: 1, field: null, fields }))).toEqual(['name', null])
})

test('a template finds its columns by header, however they are spelt and ordered', () => {
  const columns = ['تلفن‌ همراه', 'چیز دیگر', 'نام شركت'].map((header, column) => ({
    header,
    column,
    samples: [],
  }))
  const template = {
    columns: [
      { header: 'نام شرکت', field: 'organizationName', calendar: 'jalali', unit: 'toman' },
      { header: 'تلفن همراه', field: 'mobile', calendar: 'gregorian', unit: 'rial' },
    ],
    settings: {},
  } as const
  expect(layTemplate(columns, { columns: [...template.columns], settings: {} })).toEqual([
    { column: 0, field: 'mobile', calendar: 'gregorian', unit: 'rial' },
    { column: 1, field: null, calendar: 'jalali', unit: 'rial' },
    { column: 2, field: 'organizationName', calendar: 'jalali', unit: 'toman' },
  ])
})

test('a row is of both when it names an organisation and a person', () => {
  expect(rowShape(map('organizationName', 'lastName'))).toBe('both')
  expect(rowShape(map('organizationName', 'mobile'))).toBe('one')
  expect(rowShape(map('name', 'jobTitle'))).toBe('one')
})
