import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { cx } from '../cx.ts'
import { useUi } from '../provider/ui-context.ts'
import type { DayItem } from './grid-types.ts'
import { itemClass } from './item-class.ts'
import { useDayDrag } from './use-day-drag.ts'
import { useKeptFocus } from './use-kept-focus.ts'

export interface MonthCell {
  /** The ISO day. */
  day: string
  label: string
  header: ReactNode
  isOff: boolean
  isToday: boolean
  /** Of the month before or after. */
  isOutside: boolean
}

export interface MonthGridProps {
  label: string
  /** Names of the days, in the order of the columns. */
  weekdays: readonly string[]
  /** Whole weeks. */
  cells: readonly MonthCell[]
  items: readonly DayItem[]
  /** Says how many of a day are not shown. */
  moreLabel: (count: number) => string
  onMore: (day: string) => void
  onCreate?: ((day: string, element: HTMLElement) => void) | undefined
  onMove?: ((key: string, day: string) => void) | undefined
  onOpen: (key: string, element: HTMLElement) => void
}

const itemPixels = 24
const headPixels = 30

/** A month by whole weeks; an item of several days stands in each of them. */
export const MonthGrid = ({
  label,
  weekdays,
  cells,
  items,
  moreLabel,
  onMore,
  onCreate,
  onMove,
  onOpen,
}: MonthGridProps) => {
  const { locale } = useUi()
  const weeks = cells.length / 7
  const grid = useRef<HTMLDivElement>(null)
  useKeptFocus(grid)
  const fitting = useFitting(grid, weeks)
  const { drag, endsDrag, handlers } = useDayDrag({ items, isRtl: locale === 'fa', rowLength: 7, onMove })
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (endsDrag()) return
    const target = event.target as HTMLElement
    const item = target.closest<HTMLElement>('[data-item]')
    const cell = target.closest<HTMLElement>('[data-day]')
    if (item) onOpen(item.dataset['item'] ?? '', item)
    else if (cell && !target.closest('button, a')) onCreate?.(cell.dataset['day'] ?? '', cell)
  }
  return (
    <section
      aria-label={label}
      className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-panel border border-line bg-surface"
    >
      <div aria-hidden className="grid grid-cols-7 border-b border-line">
        {weekdays.map((name, index) => (
          <span
            key={name}
            className={cx('truncate px-2 py-1.5 text-meta text-muted', index > 0 && 'border-s border-line')}
          >
            {name}
          </span>
        ))}
      </div>
      <div
        ref={grid}
        className="grid min-h-0 flex-1 grid-cols-7 select-none"
        style={{ gridTemplateRows: `repeat(${weeks}, minmax(5.5rem, 1fr))` }}
        {...{ ...handlers, onClick }}
      >
        {cells.map((cell, index) => {
          const own = items.filter(({ from, until }) => from <= cell.day && cell.day < until)
          const shown = own.length > fitting ? own.slice(0, Math.max(1, fitting - 1)) : own
          return (
            <div
              key={cell.day}
              data-day={cell.day}
              className={cx(
                'flex min-w-0 flex-col gap-0.5 overflow-hidden p-1',
                index % 7 > 0 && 'border-s border-line',
                index >= 7 && 'border-t border-line',
                cell.isOff && 'bg-bad-soft/35',
                cell.isOutside && 'bg-surface-2',
                cell.isToday && 'bg-accent-soft/60',
                drag?.day === cell.day && 'outline-2 -outline-offset-2 outline-accent outline-solid',
              )}
            >
              {cell.header}
              <ul aria-label={cell.label} className="flex min-w-0 flex-col gap-0.5">
                {shown.map((item) => (
                  <li key={item.key} className={cx(item.key === drag?.key && 'opacity-40')}>
                    <button
                      type="button"
                      data-item={item.key}
                      aria-label={item.label}
                      className={itemClass(
                        item,
                        'h-5.5 w-full truncate px-1 leading-5 max-sm:px-0.5 max-sm:text-[0.6875rem] max-sm:[&_svg]:hidden',
                      )}
                    >
                      {item.content}
                    </button>
                  </li>
                ))}
              </ul>
              {own.length > shown.length && (
                <button
                  type="button"
                  className="cursor-pointer rounded-tag px-1 text-start text-badge text-muted hover:bg-surface-2 hover:text-text"
                  onClick={() => onMore(cell.day)}
                >
                  {moreLabel(own.length - shown.length)}
                </button>
              )}
            </div>
          )
        })}
      </div>
    </section>
  )
}

/** How many items have room in a cell. */
function useFitting(grid: { current: HTMLElement | null }, weeks: number): number {
  const [fitting, setFitting] = useState(3)
  useEffect(() => {
    const element = grid.current
    if (!element) return undefined
    const observer = new ResizeObserver(() =>
      setFitting(Math.max(1, Math.floor((element.clientHeight / weeks - headPixels) / itemPixels))),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [grid, weeks])
  return fitting
}
