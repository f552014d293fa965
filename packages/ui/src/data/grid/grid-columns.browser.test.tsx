import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { TextField } from '../../fields/text-field.tsx'
import { lazyPart } from '../../lazy-part.tsx'
import {
  at,
  focusAt,
  focused,
  makeRows,
  press,
  type Row,
  renderGrid,
  saved,
} from '../../testing/render-grid.tsx'
import { editableCell } from './editable-cell.tsx'
import type { DataGridProps } from './grid-types.ts'

afterEach(() => void saved.mockReset())

test('headers sort with Enter, Shift adds a key, aria-sort and the announcement follow', async () => {
  const seen = await renderGrid(makeRows(5))
  focusAt(-1, 1)
  await press('{Enter}')
  expect(seen.sort).toEqual([{ id: 'name', direction: 'asc' }])
  expect(at(-1, 1).getAttribute('aria-sort')).toBe('ascending')
  expect(at(-1, 2).getAttribute('aria-sort')).toBe('none')
  expect(at(-1, 3).hasAttribute('aria-sort')).toBe(false)
  await screen.findByText('مرتب‌شده صعودی بر اساس نام')
  await press('{ArrowLeft}{Shift>}{Enter}{/Shift}')
  expect(seen.sort).toEqual([
    { id: 'name', direction: 'asc' },
    { id: 'company', direction: 'asc' },
  ])
})

test('a column grows by as much as its edge is dragged to the left in Persian, the others stay', async () => {
  const seen = await renderGrid(makeRows(5))
  const before = at(-1, 1).getBoundingClientRect()
  const other = at(-1, 2).offsetWidth
  const handle = document.querySelector('[data-resizer=name]')
  if (!(handle instanceof HTMLElement)) throw new Error('no handle')
  // Only a real pointer can be captured.
  handle.setPointerCapture = () => {}
  fireEvent.pointerDown(handle, { clientX: 500, button: 0, pointerId: 1 })
  fireEvent.pointerMove(handle, { clientX: 440, pointerId: 1 })
  fireEvent.pointerUp(handle, { pointerId: 1 })
  const after = at(-1, 1).getBoundingClientRect()
  expect(Math.round(after.width - before.width)).toBe(60)
  expect(Math.round(after.right)).toBe(Math.round(before.right))
  expect(at(-1, 2).offsetWidth).toBe(other)
  expect(seen.layout.widths?.['name']).toBe(Math.round(before.width) + 60)
})

test('Shift with an arrow resizes by keyboard as the arrow points, Ctrl moves the column', async () => {
  const seen = await renderGrid(makeRows(5))
  focusAt(-1, 2)
  const before = at(-1, 2).offsetWidth
  await press('{Shift>}{ArrowLeft}{/Shift}')
  expect(at(-1, 2).offsetWidth).toBe(before + 16)
  await screen.findByText(/^عرض ستون شرکت/)
  await press('{Control>}{ArrowLeft}{/Control}')
  expect(seen.layout.order).toEqual(['name', 'value', 'company'])
  await waitFor(() => expect(focused()).toBe('-1:3'))
})

test('Enter edits an editable cell: Enter saves and goes down, Escape leaves the value, Tab goes on', async () => {
  const onOpen = vi.fn<(row: Row) => void>()
  await renderGrid(makeRows(5), { onOpen })
  focusAt(0, 2)
  await press('{Enter}')
  await userEvent.fill(screen.getByRole('textbox', { name: 'ویرایش شرکت' }), 'تازه')
  await press('{Enter}')
  expect(saved).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'r0' }), 'تازه')
  expect(focused()).toBe('1:2')
  await press('{F2}')
  await userEvent.fill(screen.getByRole('textbox'), 'رها')
  await press('{Escape}')
  expect(saved).toHaveBeenCalledTimes(1)
  expect(focused()).toBe('1:2')
  await press('{Enter}{Tab}')
  expect(focused()).toBe('1:3')
  expect(onOpen).not.toHaveBeenCalled()
  await press('{Enter}')
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'r1' }))
})

test('columns are hidden and moved in the chooser; one that must stay cannot be hidden', async () => {
  const seen = await renderGrid(makeRows(5))
  await userEvent.click(screen.getByRole('button', { name: 'ستون‌ها' }))
  const chooser = await screen.findByRole('dialog', { name: 'ستون‌ها' })
  const name = await within(chooser).findByRole<HTMLInputElement>('checkbox', { name: 'نمایش ستون نام' })
  expect(name.disabled).toBe(true)
  await userEvent.click(within(chooser).getByText('شرکت'))
  expect(seen.layout.hidden).toEqual(['company'])
  await userEvent.click(within(chooser).getByRole('button', { name: 'ارزش به جلوتر' }))
  expect(seen.layout.order).toEqual(['name', 'value', 'company'])
  await userEvent.click(within(chooser).getByRole('button', { name: 'بازگشت به چیدمان اصلی' }))
  expect(seen.layout).toEqual({})
})

test('a block of a spreadsheet is pasted from the active cell on, and what does not fit is told at its cell', async () => {
  const saveCells = vi.fn<NonNullable<DataGridProps<Row>['saveCells']>>(async () => [])
  await renderGrid(makeRows(3), { saveCells })
  focusAt(1, 2)
  const data = new DataTransfer()
  data.setData('text/plain', 'سپهر\txyz\nآریا\tpqr\nبیرون')
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  )
  await waitFor(() =>
    expect(saveCells.mock.calls[0]?.[0].map(({ row, values }) => [row.id, values])).toEqual([
      ['r1', { company: 'سپهر' }],
      ['r2', { company: 'آریا' }],
    ]),
  )
  await waitFor(() => expect(at(1, 3).getAttribute('aria-invalid')).toBe('true'))
  expect(at(1, 2).getAttribute('aria-invalid')).toBeNull()
})

test('a column tells what was chosen of its values', async () => {
  const onFooterChange = vi.fn<(column: string, chosen: string | null) => void>()
  await renderGrid(makeRows(3), {
    footers: { value: { options: [{ id: 'sum', label: 'جمع' }], chosen: null, text: null } },
    onFooterChange,
  })
  await userEvent.click(screen.getByRole('button', { name: 'محاسبه ارزش' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'جمع' }))
  expect(onFooterChange).toHaveBeenCalledExactlyOnceWith('value', 'sum')
})

test('a field whose code comes after it was asked for takes the focus when it is there', async () => {
  const Late = lazyPart<{ label: string }>(async () => {
    await new Promise(requestAnimationFrame)
    return ({ label }) => <TextField aria-label={label} value="" />
  })
  const edit = editableCell<Row, string>({
    value: () => '',
    field: (_draft, _onChange, label) => <Late label={label} />,
    save: () => {},
  })
  await renderGrid(makeRows(3), { columns: [{ id: 'name', header: 'نام', cell: (row) => row.name, edit }] })
  focusAt(1, 1)
  await press('{Enter}')
  const field = await screen.findByRole('textbox')
  await waitFor(() => expect(document.activeElement).toBe(field))
})
