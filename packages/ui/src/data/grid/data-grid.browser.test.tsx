import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { UiProvider } from '../../provider/ui-provider.tsx'
import {
  at,
  columns,
  focusAt,
  focused,
  makeRows,
  press,
  type Row,
  renderGrid,
  rowId,
  rowLabel,
} from '../../testing/render-grid.tsx'
import { DataGrid } from './data-grid.tsx'
import type { DataGridColumn, DataGridProps } from './grid-types.ts'
import { noSelection } from './selection.ts'

afterEach(() => page.viewport(1440, 900))

test('ten thousand rows stand in the page as a few dozen, told in full to screen readers', async () => {
  await renderGrid(makeRows(10_000))
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  const grid = screen.getByRole('grid', { name: 'فهرست' })
  expect(grid.getAttribute('aria-rowcount')).toBe('10001')
  expect(grid.getAttribute('aria-colcount')).toBe('4')
  expect(at(0, 1).closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('2')
  expect(at(0, 1).getAttribute('aria-colindex')).toBe('2')
})

test('in Persian the left arrow goes to the next column, in English the right one', async () => {
  await renderGrid(makeRows(50))
  focusAt(0, 1)
  await press('{ArrowLeft}')
  expect(focused()).toBe('0:2')
  await press('{ArrowRight}{ArrowDown}')
  expect(focused()).toBe('1:1')

  await renderGrid(makeRows(50), {}, 'en')
  focusAt(0, 1)
  await press('{ArrowRight}')
  expect(focused()).toBe('0:2')
})

test('the far end is one key away and only one cell is in the tab order', async () => {
  await renderGrid(makeRows(10_000))
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
  await renderGrid(makeRows(5_000))
  focusAt(3, 1)
  const scroller = screen.getByRole('grid').parentElement
  if (scroller) scroller.scrollTop = 60_000
  await screen.findByText('نام 1590')
  expect(focused()).toBe('3:1')
  await press('{ArrowDown}')
  await waitFor(() => expect(focused()).toBe('4:1'))
})

test('Space selects, Shift takes the range, and the count is announced', async () => {
  const seen = await renderGrid(makeRows(20))
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
  const seen = await renderGrid(makeRows(20), { total: { value: 1240, exact: true }, bulkActions })
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

test('more rows are asked for once near the end', async () => {
  const onEndReached = vi.fn<() => void>()
  await renderGrid(makeRows(100), { onEndReached })
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
  await renderGrid([], {
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

test('empty, failed and loading lists say so, and a failed one can be asked again', async () => {
  const onRetry = vi.fn<() => void>()
  await renderGrid([], { empty: <p>سرنخی نیست</p> })
  expect(screen.getByText('سرنخی نیست')).toBeTruthy()
  await renderGrid([], { error: 'قطع ارتباط', onRetry })
  await userEvent.click(within(screen.getByRole('alert')).getByRole('button'))
  expect(onRetry).toHaveBeenCalledTimes(1)
  await renderGrid([], { isLoading: true })
  expect(await screen.findByRole('status', { name: 'در حال بارگذاری…' })).toBeTruthy()
})

test('on a phone rows are cards that open and can be selected', async () => {
  await page.viewport(390, 844)
  const onPress = vi.fn<(row: Row) => void>()
  const seen = await renderGrid(makeRows(300), {
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
  await renderGrid(makeRows(1_000), { columns: own })
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
