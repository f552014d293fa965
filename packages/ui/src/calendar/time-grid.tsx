import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { cx } from '../cx.ts'
import { useUi } from '../provider/ui-context.ts'
import { useFormat } from '../provider/use-format.ts'
import { AllDayRow } from './all-day-row.tsx'
import { clockText } from './clock-text.ts'
import type { DayItem, GridColumn, TimedItem, TimeSpan } from './grid-types.ts'
import { itemClass } from './item-class.ts'
import { layOutLanes } from './lay-out-lanes.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useTimeDrag } from './use-time-drag.ts'

export interface TimeGridProps {
  label: string
  /** Names the row of what takes whole days. */
  allDayLabel: string
  columns: readonly GridColumn[]
  items: readonly TimedItem[]
  dayItems: readonly DayItem[]
  /** Minutes from midnight of today's column. */
  now?: number | undefined
  /** The minute that is scrolled to at first. */
  startAt?: number
  /** What is being made, while its form is open. */
  draft?: (TimeSpan & { content: ReactNode; onPlace: (element: HTMLElement) => void }) | null
  onCreate?: ((span: TimeSpan, element: HTMLElement) => void) | undefined
  onCreateDay?: ((day: string, element: HTMLElement) => void) | undefined
  onMove?: ((key: string, span: TimeSpan) => void) | undefined
  onMoveDay?: ((key: string, day: string) => void) | undefined
  onOpen: (key: string, element: HTMLElement) => void
}

const hourPixels = 48
const dayMinutes = 1440
const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** Days beside one another, hours below one another; in Persian the days go from right to left. */
export const TimeGrid = (props: TimeGridProps) => {
  const { label, allDayLabel, columns, items, dayItems, now, startAt = 7 * 60, draft = null } = props
  const { onCreate, onCreateDay, onMove, onMoveDay, onOpen } = props
  const format = useFormat()
  const { locale } = useUi()
  const scroller = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const isRtl = locale === 'fa'
  const created = (span: TimeSpan) => {
    const column = body.current?.querySelector<HTMLElement>(`[data-column="${span.column}"]`)
    if (column) onCreate?.(span, column)
  }
  const { drag, endsDrag, handlers } = useTimeDrag({
    root: body,
    items,
    columns: columns.map(({ key }) => key),
    isRtl,
    onCreate: onCreate && created,
    onMove,
  })
  useKeptFocus(scroller)
  useEffect(() => {
    scroller.current?.scrollTo({ top: (startAt / 60) * hourPixels })
  }, [startAt])

  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (endsDrag()) return
    const target = event.target as HTMLElement
    const item = target.closest<HTMLElement>('[data-item]')
    if (item) {
      onOpen(item.dataset['item'] ?? '', item)
      return
    }
    const column = target.closest<HTMLElement>('[data-column]')
    if (!column) return
    const { top, height } = column.getBoundingClientRect()
    const minute = ((event.clientY - top) / height) * dayMinutes
    const from = Math.min(Math.floor(minute / 30) * 30, dayMinutes - 60)
    created({ column: column.dataset['column'] ?? '', from, until: from + 60 })
  }
  const template = { gridTemplateColumns: `3.5rem repeat(${columns.length}, minmax(0, 1fr))` }
  return (
    <section
      ref={scroller}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain rounded-panel border border-line bg-surface"
    >
      <div className="sticky top-0 z-20 border-b border-line bg-surface">
        <div className="grid" style={template}>
          <span />
          {columns.map(({ key, header, isToday }) => (
            <div
              key={key}
              className={cx('min-w-0 border-s border-line px-1.5 py-1', isToday && 'bg-accent-soft')}
            >
              {header}
            </div>
          ))}
        </div>
        <AllDayRow
          label={allDayLabel}
          columns={columns}
          items={dayItems}
          template={template}
          onOpen={onOpen}
          onMove={onMoveDay}
          onCreate={onCreateDay}
        />
      </div>
      <div
        ref={body}
        className="relative grid touch-pan-y select-none"
        style={{ ...template, height: 24 * hourPixels }}
        {...{ ...handlers, onClick }}
      >
        <div aria-hidden className="relative">
          {hours.slice(1).map((hour) => (
            <span
              key={hour}
              className="absolute end-1.5 -translate-y-1/2 text-badge text-muted"
              style={{ top: hour * hourPixels }}
            >
              {format.digits(clockText(hour * 60))}
            </span>
          ))}
        </div>
        {columns.map((column) => (
          <Column
            key={column.key}
            column={column}
            items={items.filter((item) => item.column === column.key)}
            now={column.isToday ? now : undefined}
            hidden={drag?.key ?? null}
          >
            {drag?.span.column === column.key && (
              <Ghost span={drag.span}>
                {format.digits(`${clockText(drag.span.from)}–${clockText(drag.span.until)}`)}
              </Ghost>
            )}
            {draft?.column === column.key && !drag && (
              <Ghost span={draft} onPlace={draft.onPlace}>
                {draft.content}
              </Ghost>
            )}
          </Column>
        ))}
      </div>
    </section>
  )
}

interface ColumnProps {
  column: GridColumn
  items: readonly TimedItem[]
  now: number | undefined
  /** Being dragged: shown faint where it was. */
  hidden: string | null
  children: ReactNode
}

const share = (minutes: number) => `${(minutes / dayMinutes) * 100}%`

const Column = ({ column, items, now, hidden, children }: ColumnProps) => {
  const lanes = layOutLanes(items)
  return (
    <div
      data-column={column.key}
      className={cx('calendar-hours relative border-s border-line', column.isOff && 'bg-bad-soft/35')}
    >
      {closedHours(column).map(({ from, until }) => (
        <span
          key={from}
          aria-hidden
          className="pointer-events-none absolute inset-x-0 bg-surface-2/70"
          style={{ top: share(from), height: share(until - from) }}
        />
      ))}
      <ul aria-label={column.label}>
        {items
          .toSorted((a, b) => a.from - b.from)
          .map((item) => {
            const { lane, lanes: count } = lanes.get(item.key) ?? { lane: 0, lanes: 1 }
            return (
              <li
                key={item.key}
                className={cx('absolute px-px', item.key === hidden && 'opacity-40')}
                style={{
                  top: share(item.from),
                  height: share(Math.max(20, Math.min(item.until, dayMinutes) - item.from)),
                  insetInlineStart: `${(lane / count) * 100}%`,
                  width: `${100 / count}%`,
                }}
              >
                <button
                  type="button"
                  data-item={item.key}
                  aria-label={item.label}
                  className={itemClass(item, 'relative h-full w-full px-1.5 py-0.5 leading-tight')}
                >
                  {item.content}
                  {item.canMove && (
                    <span
                      data-resize
                      aria-hidden
                      className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize"
                    />
                  )}
                </button>
              </li>
            )
          })}
      </ul>
      {now !== undefined && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-x-0 z-10 border-t-2 border-bad before:absolute before:-start-1 before:-top-[5px] before:size-2 before:rounded-pill before:bg-bad"
          style={{ top: share(now) }}
        />
      )}
      {children}
    </div>
  )
}

interface GhostProps {
  span: TimeSpan
  onPlace?: (element: HTMLElement) => void
  children: ReactNode
}

const Ghost = ({ span: { from, until }, onPlace, children }: GhostProps) => (
  <div
    ref={(element) => {
      if (element) onPlace?.(element)
    }}
    data-ghost
    className="pointer-events-none absolute inset-x-0.5 z-10 overflow-hidden rounded-tag border-2 border-accent bg-accent-soft/90 px-1.5 text-meta font-medium text-accent-text shadow-2"
    style={{ top: share(from), height: share(until - from) }}
  >
    {children}
  </div>
)

/** The hours outside of work; a day off is tinted as a whole instead. */
function closedHours({ work, isOff }: GridColumn): { from: number; until: number }[] {
  if (isOff) return []
  const ends = [0, ...work.flatMap(({ from, until }) => [from, until]), dayMinutes]
  const closed = []
  for (let index = 0; index + 1 < ends.length; index += 2) {
    const [from = 0, until = 0] = ends.slice(index, index + 2)
    if (until > from) closed.push({ from, until })
  }
  return closed
}
