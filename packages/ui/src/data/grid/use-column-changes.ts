import type { RefObject } from 'react'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { type ColumnLayout, moveColumn, setWidth } from './column-layout.ts'
import type { DataGridColumn } from './grid-types.ts'
import type { GridCell } from './move-cell.ts'
import type { PlacedColumn } from './place-columns.ts'
import { nextSort, type SortKey } from './sort.ts'

type ColumnChanges<Row> = {
  columns: readonly DataGridColumn<Row>[]
  placed: readonly PlacedColumn<Row>[]
  /** Columns before the first of data. */
  shift: number
  scroller: RefObject<HTMLDivElement | null>
  layout: ColumnLayout
  setLayout: (layout: ColumnLayout) => void
  sort: readonly SortKey[]
  setSort: (sort: readonly SortKey[]) => void
  moveTo: (cell: GridCell) => void
  say: (text: string) => void
}

/** Sorting, resizing and moving of columns, each said aloud. */
export const useColumnChanges = <Row>(grid: ColumnChanges<Row>) => {
  const { columns, placed, shift, layout, setLayout, sort, setSort, say } = grid
  const t = useDataTexts()
  const format = useFormat()

  const onSort = (column: PlacedColumn<Row>, isMulti: boolean) => {
    if (!column.sortable) return
    const next = nextSort(sort, column.id, isMulti)
    setSort(next)
    const key = next.find(({ id }) => id === column.id)
    say(
      !key
        ? t.sortCleared
        : key.direction === 'asc'
          ? t.sortedUp(column.header)
          : t.sortedDown(column.header),
    )
  }
  const measure = () => {
    const cells = grid.scroller.current?.querySelectorAll<HTMLElement>('[data-column]') ?? []
    return Object.fromEntries(
      [...cells].map((cell) => [cell.dataset['column'] ?? '', Math.round(cell.offsetWidth)]),
    )
  }
  const onResize = (widths: Readonly<Record<string, number>>) =>
    setLayout(
      placed.reduce((next, { id, minWidth }) => {
        const width = widths[id]
        return width === undefined ? next : setWidth(next, { id, width, ...(minWidth ? { minWidth } : {}) })
      }, layout),
    )
  const onResizeBy = ({ id, header }: PlacedColumn<Row>, by: number) => {
    const widths = measure()
    const width = Math.max(0, (widths[id] ?? 0) + by)
    onResize({ ...widths, [id]: width })
    say(t.columnWidth(header, format.number(width)))
  }
  const onResetWidth = (id: string) => {
    const { [id]: _, ...widths } = layout.widths ?? {}
    setLayout({ ...layout, widths })
  }
  const onMove = (column: PlacedColumn<Row>, by: -1 | 1) => {
    const at = placed.findIndex(({ id }) => id === column.id)
    const next = moveColumn(columns, layout, { id: column.id, by })
    const other = placed[at + by]
    if (next === layout || !other || (other.stickyAt === null) !== (column.stickyAt === null)) return
    setLayout(next)
    grid.moveTo({ row: -1, column: at + by + shift })
    say(t.columnMoved(column.header, format.number(at + by + 1), format.number(placed.length)))
  }
  return { onSort, measure, onResize, onResizeBy, onResetWidth, onMove }
}
