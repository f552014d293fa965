import { expect, test } from 'vitest'
import { likeValues } from './like-values.ts'

type Known = Parameters<typeof likeValues>[1]['of'][number]
const field = (key: string, given: Partial<Known> = {}): Known => ({
  key,
  type: 'text',
  unique: false,
  options: [],
  archivedAt: null,
  ...given,
})
const size = (...values: string[]) =>
  field('size', {
    type: 'oneOf',
    options: values.map((value) => ({ value, labelFa: value, labelEn: value })),
  })

test('what has a like field goes along: of the same key and type, that knows the value, and is not of one record alone', () => {
  const values = { site: 'یزد', code: '۱۲', budget: 5, size: 'large', scans: ['x'], gone: 'x', none: null }
  const of = [
    ...['site', 'code', 'gone', 'none'].map((key) => field(key)),
    field('budget', { type: 'number' }),
    size('small', 'large'),
    field('scans', { type: 'file' }),
  ]
  const into = [
    field('site'),
    field('code', { unique: true }),
    field('budget', { type: 'money' }),
    field('scans', { type: 'file' }),
    field('gone', { archivedAt: '2026-11-22T09:00:00.000Z' }),
    field('none'),
  ]
  expect(likeValues(values, { of, into: [...into, size('large')] })).toEqual({ site: 'یزد', size: 'large' })
  expect(likeValues(values, { of, into: [size('small')] })).toEqual({})
})
