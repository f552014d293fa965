import { expect, test } from 'vitest'
import { placeColumns } from './place-columns.ts'

const render = () => null
const columns = [
  { id: 'name', header: 'Name', cell: render, sticky: true, width: 200 },
  { id: 'company', header: 'Company', cell: render },
  { id: 'stage', header: 'Stage', cell: render, width: 50 },
]

test('columns never resized share free room, the sticky ones keep their width and place', () => {
  const { placed, template, minWidth } = placeColumns(columns, { layout: {}, checkWidth: 44 })
  expect(template).toBe('44px 200px minmax(160px, 160fr) minmax(72px, 72fr)')
  expect(minWidth).toBe(44 + 200 + 160 + 72)
  expect(placed.map(({ id, stickyAt, isLastSticky }) => [id, stickyAt, isLastSticky])).toEqual([
    ['name', 44, true],
    ['company', null, false],
    ['stage', null, false],
  ])
})

test('once a column is resized all have a width and the rest stays empty at the end', () => {
  const layout = { widths: { stage: 90 }, hidden: ['company'], order: ['stage', 'company', 'name'] }
  const { placed, template } = placeColumns(columns, { layout, checkWidth: 0 })
  expect(placed.map(({ id }) => id)).toEqual(['name', 'stage'])
  expect(template).toBe('200px 90px 1fr')
})
