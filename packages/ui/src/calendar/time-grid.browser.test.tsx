import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { renderUi } from '../testing/render-ui.tsx'
import type { DayItem, GridColumn, TimedItem, TimeSpan } from './grid-types.ts'
import { TimeGrid } from './time-grid.tsx'

const days = ['2026-11-21', '2026-11-22', '2026-11-23']
const columns: GridColumn[] = days.map((key, index) => ({
  key,
  label: key,
  header: key,
  isOff: index === 2,
  isToday: index === 1,
  work: [{ from: 480, until: 1020 }],
}))
const meeting: TimedItem = {
  key: 'm',
  column: '2026-11-22',
  from: 600,
  until: 660,
  tone: 'violet',
  look: 'solid',
  label: 'جلسه',
  content: 'جلسه',
  canMove: true,
}
const task: DayItem = {
  ...meeting,
  key: 't',
  from: '2026-11-22',
  until: '2026-11-23',
  label: 'کار',
  content: 'کار',
}

const onCreate = vi.fn<(span: TimeSpan, element: HTMLElement) => void>()
const onMove = vi.fn<(key: string, span: TimeSpan) => void>()
const onMoveDay = vi.fn<(key: string, day: string) => void>()
const onOpen = vi.fn<(key: string, element: HTMLElement) => void>()

beforeEach(() => {
  for (const spy of [onCreate, onMove, onMoveDay, onOpen]) spy.mockReset()
  return page.viewport(1200, 900)
})

const show = (locale: 'fa' | 'en', item: Partial<TimedItem> = {}) =>
  renderUi(
    <div style={{ height: 800, display: 'flex' }}>
      <TimeGrid
        label="ساعت‌ها"
        allDayLabel="تمام روز"
        columns={columns}
        items={[{ ...meeting, ...item }]}
        dayItems={[task]}
        startAt={0}
        onCreate={onCreate}
        onMove={onMove}
        onMoveDay={onMoveDay}
        onOpen={onOpen}
      />
    </div>,
    { locale },
  )
const columnOf = (day: string) => {
  const found = document.querySelector(`[data-column="${day}"]`)
  if (!found) throw new Error(`no column ${day}`)
  return found.getBoundingClientRect()
}
/** Where a minute of a day lies on the screen. */
const at = (day: string, minute: number) => {
  const { left, width, top, height } = columnOf(day)
  return { clientX: left + width / 2, clientY: top + (minute / 1440) * height }
}
const drag = (target: Element, from: object, to: object) => {
  const pointer = { pointerId: 1, pointerType: 'mouse', button: 0, bubbles: true }
  // A made-up pointer cannot be captured.
  const body = target.closest('.touch-pan-y') as HTMLElement
  body.setPointerCapture = () => undefined
  act(() => {
    fireEvent.pointerDown(target, { ...pointer, ...from })
    fireEvent.pointerMove(target, { ...pointer, ...to })
  })
  act(() => {
    fireEvent.pointerMove(target, { ...pointer, ...to })
  })
  act(() => {
    fireEvent.pointerUp(target, { ...pointer, ...to })
  })
}
const block = () => screen.getByRole('button', { name: 'جلسه' })

describe('the direction of the script', () => {
  test('in Persian the days go from right to left, in English from left to right', () => {
    show('fa')
    expect(columnOf('2026-11-21').left).toBeGreaterThan(columnOf('2026-11-22').left)
    show('en')
    expect(columnOf('2026-11-21').left).toBeLessThan(columnOf('2026-11-22').left)
  })
})

describe('by pointer', () => {
  test('a block stands at its hours', () => {
    show('fa')
    const { top, height } = block().getBoundingClientRect()
    expect(Math.round(top)).toBe(Math.round(at('2026-11-22', 600).clientY))
    expect(Math.round(height)).toBe(48)
  })

  test('it is moved to another day and hour, by quarters', () => {
    show('fa')
    drag(block(), at('2026-11-22', 630), at('2026-11-21', 727))
    expect(onMove).toHaveBeenCalledExactlyOnceWith('m', { column: '2026-11-21', from: 690, until: 750 })
    expect(onOpen).not.toHaveBeenCalled()
  })

  test('its end is drawn', () => {
    show('fa')
    const handle = block().querySelector('[data-resize]') as Element
    drag(handle, at('2026-11-22', 659), at('2026-11-22', 722))
    expect(onMove).toHaveBeenCalledExactlyOnceWith('m', { column: '2026-11-22', from: 600, until: 720 })
  })

  test('a time is drawn for something new; a press makes an hour', async () => {
    show('fa')
    const column = document.querySelector('[data-column="2026-11-21"]') as Element
    drag(column, at('2026-11-21', 480), at('2026-11-21', 570))
    expect(onCreate.mock.calls[0]?.[0]).toEqual({ column: '2026-11-21', from: 480, until: 570 })
    onCreate.mockReset()
    act(() => {
      fireEvent.pointerDown(column, { pointerId: 2, pointerType: 'touch', ...at('2026-11-21', 545) })
      fireEvent.click(column, at('2026-11-21', 545))
    })
    expect(onCreate.mock.calls[0]?.[0]).toEqual({ column: '2026-11-21', from: 540, until: 600 })
  })

  test('what may not be moved only opens', async () => {
    show('fa', { canMove: false })
    drag(block(), at('2026-11-22', 630), at('2026-11-21', 727))
    expect(onMove).not.toHaveBeenCalled()
    await userEvent.click(block())
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('m', block())
  })

  test('Escape ends a move without moving', () => {
    show('fa')
    act(() => block().focus())
    act(() => {
      fireEvent.keyDown(block(), { key: 'ArrowDown', altKey: true })
    })
    act(() => {
      fireEvent.keyDown(block(), { key: 'Escape' })
    })
    act(() => {
      fireEvent.keyUp(block(), { key: 'Alt' })
    })
    expect(onMove).not.toHaveBeenCalled()
  })
})

describe('by keyboard', () => {
  test.each([
    ['fa', 'ArrowLeft', '2026-11-23'],
    ['fa', 'ArrowRight', '2026-11-21'],
    ['en', 'ArrowLeft', '2026-11-21'],
    ['en', 'ArrowRight', '2026-11-23'],
  ] as const)('in %s Alt with %s goes to %s when Alt is let go', async (locale, key, column) => {
    show(locale)
    act(() => block().focus())
    await userEvent.keyboard(`{Alt>}{${key}}{ArrowDown}`)
    expect(onMove).not.toHaveBeenCalled()
    await userEvent.keyboard('{/Alt}')
    expect(onMove).toHaveBeenCalledExactlyOnceWith('m', { column, from: 615, until: 675 })
  })

  test('with Shift the end moves', async () => {
    show('fa')
    act(() => block().focus())
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{ArrowDown}{/Shift}{/Alt}')
    expect(onMove).toHaveBeenCalledExactlyOnceWith('m', { column: '2026-11-22', from: 600, until: 690 })
  })

  test('a task of the day goes to the next day, and Enter opens', async () => {
    show('fa')
    const day = screen.getByRole('button', { name: 'کار' })
    act(() => day.focus())
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(onMoveDay).toHaveBeenCalledExactlyOnceWith('t', '2026-11-23')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(onOpen).toHaveBeenCalledExactlyOnceWith('t', day))
  })
})
