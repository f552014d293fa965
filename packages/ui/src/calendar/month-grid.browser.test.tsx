import { addDays } from '@peyvand/persian'
import { act, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { renderUi } from '../testing/render-ui.tsx'
import type { DayItem } from './grid-types.ts'
import { MonthGrid } from './month-grid.tsx'

const first = '2026-11-21'
const cells = Array.from({ length: 35 }, (_, index) => {
  const day = addDays(first, index)
  return {
    day,
    label: day,
    header: <span>{day}</span>,
    isOff: index % 7 === 6,
    isToday: index === 1,
    isOutside: false,
  }
})
const item = (key: string, from: string, until: string): DayItem => ({
  key,
  from,
  until,
  tone: 'ok',
  look: 'solid',
  label: key,
  content: key,
  canMove: true,
})
const onMove = vi.fn<(key: string, day: string) => void>()
const onMore = vi.fn<(day: string) => void>()
const onCreate = vi.fn<(day: string, element: HTMLElement) => void>()
const onOpen = vi.fn<(key: string, element: HTMLElement) => void>()

beforeEach(() => {
  for (const spy of [onMove, onMore, onCreate, onOpen]) spy.mockReset()
  return page.viewport(1200, 900)
})
const show = (items: DayItem[], locale: 'fa' | 'en' = 'fa') =>
  renderUi(
    <div style={{ height: 700, display: 'flex' }}>
      <MonthGrid
        label="ماه"
        weekdays={['ش', 'ی', 'د', 'س', 'چ', 'پ', 'ج']}
        cells={cells}
        items={items}
        moreLabel={(count) => `${count} مورد دیگر`}
        onMore={onMore}
        onCreate={onCreate}
        onMove={onMove}
        onOpen={onOpen}
      />
    </div>,
    { locale },
  )

test('Saturday stands at the start of the script', () => {
  const left = (day: string) =>
    document.querySelector(`[data-day="${day}"]`)?.getBoundingClientRect().left ?? 0
  show([])
  expect(left(first)).toBeGreaterThan(left(addDays(first, 6)))
  show([], 'en')
  expect(left(first)).toBeLessThan(left(addDays(first, 6)))
})

test('an item of several days stands in each of them', () => {
  show([item('سفر', '2026-11-23', '2026-11-26')])
  expect(screen.getAllByRole('button', { name: 'سفر' })).toHaveLength(3)
})

test('what has no room is counted and leads to its day', async () => {
  show(Array.from({ length: 12 }, (_, index) => item(`کار ${index}`, '2026-11-23', '2026-11-24')))
  await userEvent.click(screen.getByRole('button', { name: /مورد دیگر/ }))
  expect(onMore).toHaveBeenCalledExactlyOnceWith('2026-11-23')
})

test('by keyboard an item goes to another day or week', async () => {
  show([item('کار', '2026-11-23', '2026-11-24')])
  act(() => screen.getByRole('button', { name: 'کار' }).focus())
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowLeft}{/Alt}')
  expect(onMove).toHaveBeenCalledExactlyOnceWith('کار', '2026-12-01')
})

test('a press on a day makes something new, on an item opens it', async () => {
  show([item('کار', '2026-11-23', '2026-11-24')])
  await userEvent.click(document.querySelector('[data-day="2026-11-25"]') as HTMLElement)
  expect(onCreate.mock.calls[0]?.[0]).toBe('2026-11-25')
  await userEvent.click(screen.getByRole('button', { name: 'کار' }))
  expect(onOpen.mock.calls[0]?.[0]).toBe('کار')
  expect(onCreate).toHaveBeenCalledTimes(1)
})

test('dragged by the mouse it lands on the day under the pointer', async () => {
  show([item('کار', '2026-11-23', '2026-11-24')])
  await userEvent.dragAndDrop(
    screen.getByRole('button', { name: 'کار' }),
    document.querySelector('[data-day="2026-11-30"]') as HTMLElement,
  )
  expect(onMove).toHaveBeenCalledExactlyOnceWith('کار', '2026-11-30')
})
