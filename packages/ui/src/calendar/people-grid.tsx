import { type MouseEvent, type ReactNode, useRef } from 'react'
import { cx } from '../cx.ts'
import { useUi } from '../provider/ui-context.ts'
import type { DayItem, GridColumn } from './grid-types.ts'
import { itemClass } from './item-class.ts'
import { useDayDrag } from './use-day-drag.ts'
import { useKeptFocus } from './use-kept-focus.ts'

export interface PeopleGridProps {
  label: string
  /** Heads the column of names. */
  peopleLabel: string
  columns: readonly GridColumn[]
  rows: readonly { id: string; name: string; header: ReactNode; items: readonly DayItem[] }[]
  onCreate?: ((day: string, personId: string, element: HTMLElement) => void) | undefined
  onMove?: ((key: string, day: string) => void) | undefined
  onOpen: (key: string, element: HTMLElement) => void
}

/** Days of several people: a row for each, what stands in their days below one another. */
export const PeopleGrid = ({
  label,
  peopleLabel,
  columns,
  rows,
  onCreate,
  onMove,
  onOpen,
}: PeopleGridProps) => {
  const { locale } = useUi()
  const table = useRef<HTMLTableElement>(null)
  useKeptFocus(table)
  const items = rows.flatMap((row) => row.items)
  const { drag, endsDrag, handlers } = useDayDrag({ items, isRtl: locale === 'fa', onMove })
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (endsDrag()) return
    const target = event.target as HTMLElement
    const item = target.closest<HTMLElement>('[data-item]')
    const cell = target.closest<HTMLElement>('[data-day]')
    if (item) onOpen(item.dataset['item'] ?? '', item)
    else if (cell) onCreate?.(cell.dataset['day'] ?? '', cell.dataset['person'] ?? '', cell)
  }
  return (
    <div className="min-h-0 flex-1 overflow-auto rounded-panel border border-line bg-surface">
      <table
        ref={table}
        aria-label={label}
        className="w-full table-fixed border-collapse select-none max-lg:min-w-240"
        {...{ ...handlers, onClick }}
      >
        <thead className="sticky top-0 z-10 bg-surface">
          <tr>
            <th scope="col" className="w-40 border-b border-line px-3 py-1 text-start text-meta text-muted">
              {peopleLabel}
            </th>
            {columns.map(({ key, header, isToday }) => (
              <th
                key={key}
                scope="col"
                className={cx(
                  'border-s border-b border-line px-1.5 py-1 text-start font-normal',
                  isToday && 'bg-accent-soft',
                )}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="border-b border-line px-3 py-2 text-start align-top font-medium">
                {row.header}
              </th>
              {columns.map(({ key, isOff, isToday, label: dayLabel }) => (
                <td
                  key={key}
                  data-day={key}
                  data-person={row.id}
                  className={cx(
                    'h-16 border-s border-b border-line p-0.5 align-top',
                    isOff && 'bg-bad-soft/35',
                    isToday && 'bg-accent-soft/60',
                    drag?.day === key &&
                      row.items.some((item) => item.key === drag.key) &&
                      'outline-2 -outline-offset-2 outline-accent outline-solid',
                  )}
                >
                  <ul aria-label={`${row.name} ${dayLabel}`} className="flex flex-col gap-0.5">
                    {row.items
                      .filter(({ from, until }) => from <= key && key < until)
                      .map((item) => (
                        <li key={item.key} className={cx(item.key === drag?.key && 'opacity-40')}>
                          <button
                            type="button"
                            data-item={item.key}
                            aria-label={item.label}
                            className={itemClass(item, 'w-full truncate px-1 py-0.5 leading-tight')}
                          >
                            {item.content}
                          </button>
                        </li>
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
