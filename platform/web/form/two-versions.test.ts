import { expect, test } from 'vitest'
import { differingFields, mergeVersions } from './two-versions.ts'

const before = { name: 'کریمی', phone: '1', tags: ['a'], note: null as string | null }

test('what I did not touch stays as the others left it', () => {
  const mine = { ...before, name: 'کریمی‌نژاد' }
  const theirs = { ...before, phone: '2', tags: ['a', 'b'] }
  expect(mergeVersions({ before, mine, theirs })).toEqual({ ...theirs, name: 'کریمی‌نژاد' })
})

test('where both changed the same field, mine is over theirs', () => {
  const versions = { before, mine: { ...before, phone: '3' }, theirs: { ...before, phone: '2' } }
  expect(mergeVersions(versions).phone).toBe('3')
})

test('the order in which a row names its parts is no difference', () => {
  const rows = (row: object) => ({ rows: [row] as unknown[] })
  const versions = {
    before: rows({ value: '1', label: 'x' }),
    mine: rows({ value: '1', label: 'x' }),
    theirs: rows({ label: 'x', value: '1' }),
  }
  expect(differingFields(versions)).toEqual([])
})

test('what either changed is told, what is the same is not', () => {
  const mine = { ...before, name: 'الف', phone: '2', note: 'x' }
  const theirs = { ...before, phone: '2', tags: [] }
  expect(differingFields({ before, mine, theirs })).toEqual(['name', 'tags', 'note'])
})
