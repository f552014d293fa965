import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TextField } from '../../fields/text-field.tsx'
import { UiProvider } from '../../provider/ui-provider.tsx'
import { renderUi } from '../../testing/render-ui.tsx'
import type { ColumnLayout } from './column-layout.ts'
import { DataGrid } from './data-grid.tsx'
import { editableCell } from './editable-cell.tsx'
import type { DataGridColumn, DataGridProps } from './grid-types.ts'
import { type GridSelection, noSelection } from './selection.ts'
import type { SortKey } from './sort.ts'

type Row = { id: string; name: string; company: string; value: number }

const makeRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: `r${i}`, name: `نام ${i}`, company: `شرکت ${i}`, value: i }))

const saved = vi.fn<(row: Row, value: string) => void>()
const columns: DataGridColumn<Row>[] = [
  {
    id: 'name',
    header: 'نام',
    width: 200,
    sticky: true,
    hideable: false,
    sortable: true,
    cell: (row) => row.name,
  },
  {
    id: 'company',
    header: 'شرکت',
    width: 200,
    sortable: true,
    cell: (row) => row.company,
    edit: editableCell({
      value: (row: Row) => row.company,
      field: (draft, onChange, label) => (
        <TextField aria-label={label} value={draft} onChange={onChange} autoFocus />
      ),
      save: saved,
      parse: (text) => text,
    }),
  },
  { id: 'value', header: 'ارزش', width: 200, align: 'end', cell: (row) => String(row.value) },
]
const rowId = (row: Row) => row.id
const rowLabel = (row: Row) => row.name

type Seen = { layout: ColumnLayout; sort: readonly SortKey[]; selection: GridSelection }

const setUp = async (
  rows: readonly Row[],
  props: Partial<DataGridProps<Row>> = {},
  locale: 'fa' | 'en' = 'fa',
) => {
  const seen: Seen = { layout: {}, sort: [], selection: noSelection }
  const Case = () => {
    const [layout, setLayout] = useState<ColumnLayout>({})
    const [sort, setSort] = useState<readonly SortKey[]>([])
    const [selection, setSelection] = useState<GridSelection>(noSelection)
    Object.assign(seen, { layout, sort, selection })
    return (
      <DataGrid
        className="h-120 w-200"
        label="فهرست"
        rows={rows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        layout={layout}
        onLayoutChange={setLayout}
        sort={sort}
        onSortChange={setSort}
        selection={selection}
        onSelectionChange={setSelection}
        total={{ value: rows.length, exact: true }}
        {...props}
      />
    )
  }
  renderUi(<Case />, { locale })
  if (rows.length > 0) await screen.findByText(rows[0]?.name ?? '')
  return seen
}

const at = (row: number, column: number) => {
  const cell = document.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)
  if (!cell) throw new Error(`no cell ${row}:${column}`)
  return cell
}
const focusAt = (row: number, column: number) => act(() => at(row, column).focus())
const focused = () => document.activeElement?.closest('[data-at]')?.getAttribute('data-at')
const press = (keys: string) => userEvent.keyboard(keys)

afterEach(async () => {
  saved.mockReset()
  await page.viewport(1440, 900)
})

test('ten thousand rows stand in the page as a few dozen, told in full to screen readers', async () => {
  await setUp(makeRows(10_000))
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  const grid = screen.getByRole('grid', { name: 'فهرست' })
  expect(grid.getAttribute('aria-rowcount')).toBe('10001')
  expect(grid.getAttribute('aria-colcount')).toBe('4')
  expect(at(0, 1).closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('2')
  expect(at(0, 1).getAttribute('aria-colindex')).toBe('2')
})

test('in Persian the left arrow goes to the next column, in English the right one', async () => {
  await setUp(makeRows(50))
  focusAt(0, 1)
  await press('{ArrowLeft}')
  expect(focused()).toBe('0:2')
  await press('{ArrowRight}{ArrowDown}')
  expect(focused()).toBe('1:1')

  await setUp(makeRows(50), {}, 'en')
  focusAt(0, 1)
  await press('{ArrowRight}')
  expect(focused()).toBe('0:2')
})

test('the far end is one key away and only one cell is in the tab order', async () => {
  await setUp(makeRows(10_000))
  focusAt(0, 1)
  await press('{Control>}{End}{/Control}')
  await waitFor(() => expect(focused()).toBe('9999:3'))
  await waitFor(() => expect(document.activeElement?.getBoundingClientRect().bottom).toBeLessThan(480))
  await press('{Home}')
  expect(focused()).toBe('9999:0')
  await press('{PageUp}')
  const [row = 0] = (focused() ?? '').split(':').map(Number)
  expect(row).toBeLessThan(9999)
  expect(row).toBeGreaterThan(9950)
  const grid = screen.getByRole('grid')
  expect(grid.querySelectorAll('[tabindex="0"]').length).toBe(1)
})

test('the focused cell survives being scrolled out of sight', async () => {
  await setUp(makeRows(5_000))
  focusAt(3, 1)
  const scroller = screen.getByRole('grid').parentElement
  if (scroller) scroller.scrollTop = 60_000
  await screen.findByText('نام 1590')
  expect(focused()).toBe('3:1')
  await press('{ArrowDown}')
  await waitFor(() => expect(focused()).toBe('4:1'))
})

test('headers sort with Enter, Shift adds a key, aria-sort and the announcement follow', async () => {
  const seen = await setUp(makeRows(5))
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
  const seen = await setUp(makeRows(5))
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
  const seen = await setUp(makeRows(5))
  focusAt(-1, 2)
  const before = at(-1, 2).offsetWidth
  await press('{Shift>}{ArrowLeft}{/Shift}')
  expect(at(-1, 2).offsetWidth).toBe(before + 16)
  await screen.findByText(/^عرض ستون شرکت/)
  await press('{Control>}{ArrowLeft}{/Control}')
  expect(seen.layout.order).toEqual(['name', 'value', 'company'])
  await waitFor(() => expect(focused()).toBe('-1:3'))
})

test('Space selects, Shift takes the range, and the count is announced', async () => {
  const seen = await setUp(makeRows(20))
  focusAt(1, 1)
  await press(' ')
  expect(at(1, 1).closest('[role=row]')?.getAttribute('aria-selected')).toBe('true')
  await userEvent.click(screen.getByRole('checkbox', { name: 'انتخاب نام 4' }), { modifiers: ['Shift'] })
  expect(seen.selection).toEqual({ mode: 'ids', ids: ['r1', 'r2', 'r3', 'r4'] })
  expect(screen.getByText('۴ مورد انتخاب شده', { selector: 'output' })).toBeTruthy()
})

test('all matching can be selected beyond the loaded page, and then rows taken out', async () => {
  const bulkActions = vi.fn<NonNullable<DataGridProps<Row>['bulkActions']>>(() => (
    <button type="button">واگذاری</button>
  ))
  const seen = await setUp(makeRows(20), { total: { value: 1240, exact: true }, bulkActions })
  await userEvent.click(screen.getByRole('checkbox', { name: 'انتخاب همهٔ ردیف‌های نمایان' }))
  expect(seen.selection).toMatchObject({ mode: 'ids' })
  await userEvent.click(screen.getByRole('button', { name: 'انتخاب همهٔ ۱٬۲۴۰ مورد' }))
  expect(seen.selection).toEqual({ mode: 'all', except: [] })
  expect(bulkActions).toHaveBeenLastCalledWith({ mode: 'all', except: [] }, 1240)
  await userEvent.click(screen.getByRole('checkbox', { name: 'انتخاب نام 2' }))
  expect(seen.selection).toEqual({ mode: 'all', except: ['r2'] })
  expect(bulkActions).toHaveBeenLastCalledWith({ mode: 'all', except: ['r2'] }, 1239)
  const [clear] = screen.getAllByRole('button', { name: 'لغو انتخاب' })
  if (clear) await userEvent.click(clear)
  expect(seen.selection).toEqual(noSelection)
  expect(screen.queryByText('واگذاری')).toBeNull()
})

test('Enter edits an editable cell: Enter saves and goes down, Escape leaves the value, Tab goes on', async () => {
  const onOpen = vi.fn<(row: Row) => void>()
  await setUp(makeRows(5), { onOpen })
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
  const seen = await setUp(makeRows(5))
  await userEvent.click(screen.getByRole('button', { name: 'ستون‌ها' }))
  const chooser = await screen.findByRole('dialog', { name: 'ستون‌ها' })
  expect(within(chooser).getByRole<HTMLInputElement>('checkbox', { name: 'نمایش ستون نام' }).disabled).toBe(
    true,
  )
  await userEvent.click(within(chooser).getByText('شرکت'))
  expect(seen.layout.hidden).toEqual(['company'])
  await userEvent.click(within(chooser).getByRole('button', { name: 'ارزش به جلوتر' }))
  expect(seen.layout.order).toEqual(['name', 'value', 'company'])
  await userEvent.click(within(chooser).getByRole('button', { name: 'بازگشت به چیدمان اصلی' }))
  expect(seen.layout).toEqual({})
})

test('more rows are asked for once near the end', async () => {
  const onEndReached = vi.fn<() => void>()
  await setUp(makeRows(100), { onEndReached })
  expect(onEndReached).not.toHaveBeenCalled()
  const scroller = screen.getByRole('grid').parentElement
  if (scroller) scroller.scrollTop = 100_000
  await waitFor(() => expect(onEndReached).toHaveBeenCalledTimes(1))
})

test('groups show their count and values, open by Enter and load more', async () => {
  const onToggleGroup = vi.fn<(key: string) => void>()
  const onMoreOfGroup = vi.fn<(key: string) => void>()
  const rows = makeRows(6)
  const group = { hasMore: false, isLoading: false, isOpen: false, rows: [] }
  await setUp([], {
    groups: [
      { ...group, key: 'low', label: 'کم', count: 4, values: { value: 'جمع: ۶' } },
      { ...group, key: 'high', label: 'زیاد', count: 9, isOpen: true, rows: rows.slice(4), hasMore: true },
    ],
    onToggleGroup,
    onMoreOfGroup,
  })
  focusAt(0, 0)
  const head = at(0, 0).closest('[role=row]')
  expect(head?.getAttribute('aria-expanded')).toBe('false')
  expect(head?.textContent).toContain('۴')
  expect(head?.textContent).toContain('جمع: ۶')
  await press('{Enter}')
  expect(onToggleGroup).toHaveBeenCalledExactlyOnceWith('low')
  expect(screen.getByText('نام 4')).toBeTruthy()
  await userEvent.click(screen.getByText('نمایش موارد بیشتر'))
  expect(onMoreOfGroup).toHaveBeenCalledExactlyOnceWith('high')
})

test('a block of a spreadsheet is pasted from the active cell on, and what does not fit is told at its cell', async () => {
  const saveCells = vi.fn<NonNullable<DataGridProps<Row>['saveCells']>>(async () => [])
  await setUp(makeRows(3), { saveCells })
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
  await setUp(makeRows(3), {
    footers: { value: { options: [{ id: 'sum', label: 'جمع' }], chosen: null, text: null } },
    onFooterChange,
  })
  await userEvent.click(screen.getByRole('button', { name: 'محاسبه ارزش' }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'جمع' }))
  expect(onFooterChange).toHaveBeenCalledExactlyOnceWith('value', 'sum')
})

test('empty, failed and loading lists say so, and a failed one can be asked again', async () => {
  const onRetry = vi.fn<() => void>()
  await setUp([], { empty: <p>سرنخی نیست</p> })
  expect(screen.getByText('سرنخی نیست')).toBeTruthy()
  await setUp([], { error: 'قطع ارتباط', onRetry })
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button'))
  expect(onRetry).toHaveBeenCalledTimes(1)
  await setUp([], { isLoading: true })
  expect(await screen.findByRole('status', { name: 'در حال بارگذاری…' })).toBeTruthy()
})

test('on a phone rows are cards that open and can be selected', async () => {
  await page.viewport(390, 844)
  const onPress = vi.fn<(row: Row) => void>()
  const seen = await setUp(makeRows(300), {
    onPress,
    className: 'h-120 w-full',
    renderCard: (row) => <b>{row.name}</b>,
  })
  expect(screen.queryByRole('grid')).toBeNull()
  expect(screen.getAllByRole('listitem').length).toBeLessThan(40)
  await userEvent.click(screen.getByRole('button', { name: 'نام 1' }))
  expect(onPress).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'r1' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'انتخاب نام 2' }))
  expect(seen.selection).toEqual({ mode: 'ids', ids: ['r2'] })
  expect(document.documentElement.scrollWidth).toBe(390)
})

test('rows take the height of the density, also when it changes while the list is open', async () => {
  const rows = makeRows(200)
  const grid = (density: 'compact' | 'relaxed') => (
    <UiProvider locale="fa" theme="light" density={density}>
      <DataGrid
        className="h-120"
        label="فهرست"
        rows={rows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
      />
    </UiProvider>
  )
  cleanup()
  const { rerender } = render(grid('compact'))
  const top = (index: number) => at(index, 0).getBoundingClientRect().top
  await waitFor(() => expect(top(5) - top(4)).toBe(34))
  rerender(grid('relaxed'))
  await waitFor(() => expect(top(5) - top(4)).toBe(44))
})

test('another page of the same length asks for more again', async () => {
  const onEndReached = vi.fn<() => void>()
  const list = (rows: readonly Row[]) => (
    <UiProvider locale="fa" theme="light">
      <DataGrid
        className="h-120"
        label="فهرست"
        rows={rows}
        rowId={rowId}
        rowLabel={rowLabel}
        columns={columns}
        onEndReached={onEndReached}
      />
    </UiProvider>
  )
  cleanup()
  const { rerender } = render(list(makeRows(8)))
  await waitFor(() => expect(onEndReached).toHaveBeenCalledTimes(1))
  rerender(list(makeRows(8).map((row) => ({ ...row, id: `other-${row.id}` }))))
  await waitFor(() => expect(onEndReached).toHaveBeenCalledTimes(2))
})

test('scrolling and moving the focus make only the rows concerned', async () => {
  const cell = vi.fn<(row: Row) => string>((row) => row.name)
  const own: DataGridColumn<Row>[] = [{ id: 'name', header: 'نام', cell }]
  await setUp(makeRows(1_000), { columns: own })
  await screen.findByText('نام 3')
  cell.mockClear()
  focusAt(2, 1)
  await press('{ArrowDown}')
  expect(cell.mock.calls.length).toBeLessThanOrEqual(6)
  cell.mockClear()
  const scroller = screen.getByRole('grid').parentElement
  if (scroller) scroller.scrollTop = 380
  await screen.findByText('نام 26')
  const made = cell.mock.calls.map(([row]) => row.value)
  expect(made.length).toBeGreaterThan(0)
  expect(made.filter((value) => value < 15)).toEqual([])
})
