import type { CSSProperties, MouseEvent } from 'react'
import { cx } from '../cx.ts'
import { useUi } from '../provider/ui-context.ts'
import type { DayItem, GridColumn } from './grid-types.ts'
import { itemClass } from './item-class.ts'
import { layOutLanes } from './lay-out-lanes.ts'
import { useDayDrag } from './use-day-drag.ts'

interface Props {
  label: string
  columns: readonly GridColumn[]
  items: readonly DayItem[]
  template: CSSProperties
  onOpen: (key: string, element: HTMLElement) => void
  onMove: ((key: string, day: string) => void) | undefined
  onCreate: ((day: string, element: HTMLElement) => void) | undefined
}

/** What takes whole days, above the hours. */
export const AllDayRow = ({ label, columns, items, template, onOpen, onMove, onCreate }: Props) => {
  const { locale } = useUi()
  const days = columns.map(({ key }) => key)
  const shown = items.filter(({ from, until }) => from <= (days.at(-1) ?? '') && until > (days[0] ?? ''))
  const lanes = layOutLanes(shown)
  const rows = Math.max(1, ...[...lanes.values()].map(({ lane }) => lane + 1))
  const { drag, endsDrag, handlers } = useDayDrag({ items: shown, isRtl: locale === 'fa', onMove })
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (endsDrag()) return
    const target = event.target as HTMLElement
    const item = target.closest<HTMLElement>('[data-item]')
    if (item) onOpen(item.dataset['item'] ?? '', item)
    else {
      const cell = target.closest<HTMLElement>('[data-day]')
      if (cell) onCreate?.(cell.dataset['day'] ?? '', cell)
    }
  }
  return (
    <div
      className="relative grid max-h-40 select-none gap-y-0.5 overflow-y-auto border-t border-line py-0.5"
      style={{ ...template, gridTemplateRows: `repeat(${rows}, minmax(1.5rem, auto))` }}
      {...{ ...handlers, onClick }}
    >
      <span className="truncate px-1.5 text-badge leading-6 text-muted" style={{ gridColumn: 1, gridRow: 1 }}>
        {label}
      </span>
      {columns.map(({ key, isOff, isToday }, index) => (
        <span
          key={key}
          data-day={key}
          aria-hidden
          className={cx(
            '-my-0.5 border-s border-line',
            isOff && 'bg-bad-soft/35',
            isToday && 'bg-accent-soft/60',
            drag?.day === key && 'outline-2 -outline-offset-2 outline-accent outline-solid',
          )}
          style={{ gridColumn: index + 2, gridRow: `1 / span ${rows}` }}
        />
      ))}
      <ul className="contents" aria-label={label}>
        {shown.map((item) => {
          const start = Math.max(
            0,
            days.findIndex((day) => day >= item.from),
          )
          const end = days.findIndex((day) => day >= item.until)
          return (
            <li
              key={item.key}
              className={cx('min-w-0 px-0.5', item.key === drag?.key && 'opacity-40')}
              style={{
                gridColumn: `${start + 2} / ${(end === -1 ? days.length : end) + 2}`,
                gridRow: (lanes.get(item.key)?.lane ?? 0) + 1,
              }}
            >
              <button
                type="button"
                data-item={item.key}
                aria-label={item.label}
                className={itemClass(item, 'h-6 w-full px-1.5 leading-5.5 pointer-coarse:h-9')}
              >
                {item.content}
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
