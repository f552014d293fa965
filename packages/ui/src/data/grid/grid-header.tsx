import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useLocale } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { ColumnResizer, type ColumnResizerProps } from './column-resizer.tsx'
import { CHECK_WIDTH, gridCellClass, stickyStyle } from './grid-cell-class.ts'
import type { PlacedColumn } from './place-columns.ts'
import { RowCheck } from './row-check.tsx'
import type { SelectionState } from './selection.ts'
import type { SortKey } from './sort.ts'

export type GridHeaderProps<Row> = {
  columns: readonly PlacedColumn<Row>[]
  sort: readonly SortKey[]
  onSort: (column: PlacedColumn<Row>, isMulti: boolean) => void
  loaded: SelectionState | null
  onSelectLoaded: (isOn: boolean) => void
  /** The header cell in the tab order. */
  activeColumn: number | null
  /** By so many pixels. */
  onResizeBy: (column: PlacedColumn<Row>, by: number) => void
  onMove: (column: PlacedColumn<Row>, by: -1 | 1) => void
} & Pick<ColumnResizerProps, 'measure' | 'onResize'> & { onResetWidth: (id: string) => void }

const RESIZE_STEP = 16

export const GridHeader = <Row,>(props: GridHeaderProps<Row>) => {
  const { columns, sort, onSort, loaded, onSelectLoaded, activeColumn } = props
  const t = useDataTexts()
  const format = useFormat()
  const { direction } = useLocale()
  const shift = loaded === null ? 0 : 1

  const onKeyDown = (event: KeyboardEvent, column: PlacedColumn<Row>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onSort(column, event.shiftKey)
      return
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const by = (event.key === 'ArrowRight') === (direction === 'ltr') ? 1 : -1
    if (event.shiftKey) props.onResizeBy(column, by * RESIZE_STEP)
    else if (event.ctrlKey || event.metaKey) props.onMove(column, by)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="rowgroup" className="sticky top-0 z-3 bg-surface-2">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-head grid-cols-(--grid-columns) border-b border-line bg-surface-2 text-meta font-medium text-muted"
      >
        {loaded !== null && (
          <div
            role="columnheader"
            aria-colindex={1}
            data-at="-1:0"
            className="sticky start-0 z-1 grid place-items-center bg-inherit"
            style={{ width: CHECK_WIDTH }}
          >
            <RowCheck
              label={t.selectLoaded}
              state={loaded}
              tabIndex={activeColumn === 0 ? 0 : -1}
              onChange={onSelectLoaded}
            />
          </div>
        )}
        {columns.map((column, i) => {
          const at = sort.findIndex((key) => key.id === column.id)
          const key = sort[at]
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={i + shift + 1}
              aria-sort={ariaSort(column.sortable ?? false, key)}
              data-at={`-1:${i + shift}`}
              data-column={column.id}
              tabIndex={activeColumn === i + shift ? 0 : -1}
              onClick={(event: MouseEvent) => onSort(column, event.shiftKey)}
              onKeyDown={(event) => onKeyDown(event, column)}
              className={gridCellClass(
                column,
                cx(
                  'relative gap-1 select-none',
                  column.sortable && 'cursor-pointer hover:text-text',
                  key && 'text-text',
                ),
              )}
              style={stickyStyle(column)}
            >
              <span className="truncate">{column.header}</span>
              {key &&
                (key.direction === 'asc' ? (
                  <ArrowUp size={14} aria-hidden />
                ) : (
                  <ArrowDown size={14} aria-hidden />
                ))}
              {key && sort.length > 1 && (
                <span className="text-badge" aria-hidden>
                  {format.number(at + 1)}
                </span>
              )}
              <ColumnResizer
                columnId={column.id}
                measure={props.measure}
                onResize={props.onResize}
                onReset={() => props.onResetWidth(column.id)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const ariaSort = (isSortable: boolean, key: SortKey | undefined) => {
  if (!isSortable) return undefined
  if (!key) return 'none'
  return key.direction === 'asc' ? 'ascending' : 'descending'
}
