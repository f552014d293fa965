import { expect, test } from 'vitest'
import { arrangement, formRows } from './arrange-fields.ts'

const field = (id: string, sectionId: string | null = null) =>
  ({ id, sectionId, labelFa: id, labelEn: id }) as Parameters<typeof formRows>[0][number]
const section = (id: string) => ({ id, titleFa: id, titleEn: id }) as Parameters<typeof formRows>[1][number]

const rows = formRows(
  [field('a'), field('b'), field('c', 'S'), field('d', 'S'), field('e', 'T')],
  [section('S'), section('T')],
  'fa',
)
const moved = (id: string, position: 'before' | 'after', targetId: string) =>
  arrangement(rows, { ids: [id], position, targetId })
    .map(({ id: of, fieldIds }) => `${of ?? ''}:${fieldIds.join('')}`)
    .join(' ')

test.each([
  ['a', 'after', 'b', ':ba S:cd T:e'],
  ['a', 'after', 'S', ':b S:acd T:e'],
  ['e', 'before', 'S', ':abe S:cd T:'],
  ['c', 'after', 'e', ':ab S:d T:ec'],
  // A heading takes its fields along and never cuts another section in two.
  ['T', 'before', 'S', ':ab T:e S:cd'],
  ['T', 'before', 'd', ':ab S:cd T:e'],
  ['S', 'after', 'e', ':ab T:e S:cd'],
  ['S', 'after', 'T', ':ab T:e S:cd'],
  ['S', 'before', 'c', ':ab S:cd T:e'],
  ['T', 'before', 'a', ':ab T:e S:cd'],
] as const)('%s dropped %s %s', (id, position, target, expected) => {
  expect(moved(id, position, target)).toBe(expected)
})
