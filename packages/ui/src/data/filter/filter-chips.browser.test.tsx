import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { renderUi } from '../../testing/render-ui.tsx'
import type { Filter, FilterField, FilterRelation } from './filter.ts'
import { FilterChips } from './filter-chips.tsx'

const people = [
  { value: '1', label: 'علی' },
  { value: '2', label: 'سارا' },
]
const fields: FilterField[] = [
  { key: 'name', label: 'نام', type: 'text' },
  {
    key: 'owner',
    label: 'مسئول',
    type: 'user',
    loadOptions: async (text) => people.filter((p) => p.label.includes(text)),
  },
  { key: 'due', label: 'مهلت', type: 'date' },
  { key: 'score', label: 'امتیاز', type: 'number' },
]

const relations: FilterRelation[] = [
  { key: 'calls', label: 'تماس', fields: [{ key: 'overdue', label: 'معوق', type: 'boolean' }] },
]

beforeEach(() => page.viewport(1280, 800))

const setUp = (start: Filter | null = null) => {
  const seen = { filter: start }
  const Case = () => {
    const [filter, setFilter] = useState(start)
    seen.filter = filter
    return <FilterChips fields={fields} relations={relations} value={filter} onChange={setFilter} />
  }
  renderUi(<Case />)
  return seen
}
const button = (name: string) => screen.getByRole('button', { name })

test('a filter is added by keyboard alone: name of the field, choices, apply', async () => {
  const seen = setUp()
  await userEvent.click(button('افزودن فیلتر'))
  await screen.findByRole('searchbox')
  await userEvent.keyboard('مسئ')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await screen.findByRole('option', { name: 'سارا' })
  await userEvent.keyboard('{ArrowDown}{Enter}{ArrowDown}{Enter}')
  await userEvent.click(button('اعمال'))
  expect(seen.filter).toEqual({ field: 'owner', op: 'in', value: ['1', '2'] })
  // Names that only the search knew are remembered.
  await expect.element(button('ویرایش فیلتر مسئول: علی، سارا')).toBeVisible()
})

test('a half-written condition cannot be applied', async () => {
  setUp()
  await userEvent.click(button('افزودن فیلتر'))
  await userEvent.click(await screen.findByRole('option', { name: 'نام' }))
  const apply = await screen.findByRole<HTMLButtonElement>('button', { name: 'اعمال' })
  expect(apply.disabled).toBe(true)
  await userEvent.keyboard('سپهر{Enter}')
  await expect.element(button('ویرایش فیلتر نام: شامل «سپهر»')).toBeVisible()
})

test('a chip is changed in its popover and removed by its button', async () => {
  const seen = setUp({
    and: [
      { field: 'name', op: 'contains', value: 'سپهر' },
      { field: 'due', op: 'inPeriod', value: 'thisWeek' },
    ],
  })
  await userEvent.click(button('ویرایش فیلتر مهلت: این هفته'))
  await userEvent.click(await screen.findByRole('button', { name: 'این هفته مقدار' }))
  await userEvent.click(await screen.findByRole('option', { name: 'پیش از امروز' }))
  await userEvent.click(button('اعمال'))
  expect(seen.filter).toMatchObject({
    and: [{ field: 'name' }, { field: 'due', op: 'inPeriod', value: 'past' }],
  })
  await userEvent.click(button('برداشتن فیلتر مهلت: پیش از امروز'))
  expect(seen.filter).toEqual({ field: 'name', op: 'contains', value: 'سپهر' })
  await userEvent.click(button('پاک کردن فیلترها'))
  expect(seen.filter).toBeNull()
})

test('the builder gives back a nested filter unchanged, and with a condition added', async () => {
  const nested: Filter = {
    and: [
      { field: 'name', op: 'contains', value: 'سپهر' },
      {
        or: [
          { field: 'score', op: 'gte', value: 5 },
          { field: 'due', op: 'empty' },
        ],
      },
    ],
  }
  const seen = setUp(nested)
  await userEvent.click(button('فیلتر پیشرفته'))
  await userEvent.click(await screen.findByRole('button', { name: 'اعمال' }))
  expect(seen.filter).toEqual(nested)

  await userEvent.click(button('فیلتر پیشرفته'))
  const inner = screen.getByRole('group', { name: 'دست‌کم یکی از این شرط‌ها برقرار باشد' })
  await userEvent.click(within(inner).getByRole('button', { name: 'افزودن شرط' }))
  const [, value] = within(inner).getAllByRole('textbox')
  if (value) await userEvent.fill(value, 'آریا')
  await userEvent.click(button('اعمال'))
  expect(seen.filter).toEqual({
    and: [
      { field: 'name', op: 'contains', value: 'سپهر' },
      {
        or: [
          { field: 'score', op: 'gte', value: 5 },
          { field: 'due', op: 'empty' },
          { field: 'name', op: 'contains', value: 'آریا' },
        ],
      },
    ],
  })
})

test('what records have is asked for in the builder, which reads it back', async () => {
  const seen = setUp()
  await userEvent.click(button('افزودن فیلتر'))
  await userEvent.click(await screen.findByRole('option', { name: 'دارای تماس' }))
  const dialog = await screen.findByRole('dialog')
  await userEvent.click(within(dialog).getByRole('button', { name: /تعداد/ }))
  await userEvent.click(await screen.findByRole('option', { name: 'بیش از' }))
  const related = within(dialog).getByRole('group', { name: /^موارد مرتبط با این شرط‌ها/ })
  await userEvent.click(within(related).getByRole('button', { name: 'افزودن شرط' }))
  await expect
    .element(within(dialog).getByRole('status'))
    .toHaveTextContent('بیش از ۲ تماس با شرط (معوق: بله)')
  await userEvent.click(button('اعمال'))
  expect(seen.filter).toEqual({
    relation: 'calls',
    count: { op: 'gt', value: 2 },
    where: { field: 'overdue', op: 'eq', value: true },
  })
})

test('on a phone the filter opens as a sheet', async () => {
  await page.viewport(390, 844)
  const seen = setUp({ field: 'score', op: 'gte', value: 5 })
  await userEvent.click(screen.getByRole('button', { name: /^فیلتر/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'پاک کردن فیلترها' }))
  expect(seen.filter).toBeNull()
})
