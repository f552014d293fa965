import { expect, test } from 'vitest'
import { netChanges, rewind } from './rewind.ts'

const change = (
  id: string,
  changes: Record<string, { from?: unknown; to?: unknown }>,
  action = 'update',
) => ({
  id,
  action,
  changes,
})

test('taking changes back step by step tells what was, by which change it was lost, and whether that is sure', () => {
  const past = rewind({ fields: { owner: 'ج', level: 'طلایی', city: 'یزد' }, deleted: true }, [
    change('4', {}, 'delete'),
    change('3', { owner: { from: 'ب', to: 'ج' } }),
    change('2', { owner: { from: 'الف', to: 'ب' }, level: { from: null, to: 'نقره‌ای' } }),
  ])
  expect(past).toMatchObject({ existed: true, deleted: false })
  expect(past.fields.get('owner')).toEqual({ value: 'الف', changeId: '2', certain: true })
  expect(past.fields.get('level')).toEqual({ value: null, changeId: '2', certain: false })
  expect(past.fields.get('city')).toEqual({ value: 'یزد', changeId: null, certain: true })
})

test('before its creation a record was not there', () => {
  expect(
    rewind({ fields: {}, deleted: false }, [change('1', { name: { to: 'الف' } }, 'create')]).existed,
  ).toBe(false)
})

test('what was changed and changed back is no change', () => {
  const changes = [
    change('2', { owner: { from: 'ب', to: 'الف' }, tags: { from: [], to: ['ویژه'] } }),
    change('1', { owner: { from: 'الف', to: 'ب' } }),
  ]
  expect(netChanges(changes)).toEqual(['tags'])
})
