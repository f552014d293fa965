import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type MouseEvent, useId, useRef, useState } from 'react'
import { useLocale } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { useLatest } from '../use-latest.ts'
import { type ColumnLayout, moveColumn, setWidth } from './column-layout.ts'
import type { EditEnd } from './editable-cell.tsx'
import { CHECK_WIDTH } from './grid-cell-class.ts'
import { GridHeader } from './grid-header.tsx'
import { GridRow } from './grid-row.tsx'
import { GridSkeleton } from './grid-states.tsx'
import type { DataGridProps, GridItem } from './grid-types.ts'
import { GroupRow } from './group-row.tsx'
import type { GridCell } from './move-cell.ts'
import { loadedState } from './selection.ts'
import { nextSort, type SortKey } from './sort.ts'
import { useEndReached } from './use-end-reached.ts'
import { type PlacedColumn, useGridColumns } from './use-grid-columns.ts'
import { cellAt, useGridFocus } from './use-grid-focus.ts'
import { useGridKeys } from './use-grid-keys.ts'
import type { GridSelectionActions } from './use-grid-selection.ts'
import { useRowHeight } from './use-row-height.ts'

export type GridTableProps<Row> = DataGridProps<Row> & {
  items: readonly GridItem<Row>[]
  toggleGroup: (key: string) => void
  picks: GridSelectionActions
  layout: ColumnLayout
  setLayout: (layout: ColumnLayout) => void
  sort: readonly SortKey[]
  setSort: (sort: readonly SortKey[]) => void
  say: (text: string) => void
}

/** Anything in a cell that answers a press by itself. */
const CONTROLS = 'a, button, input, select, textarea, label, [role=button]'

/** The grid on wide screens: header and the rows in sight. */
export const GridTable = <Row,>(props: GridTableProps<Row>) => {
  const { items, columns, picks, layout, setLayout, sort, setSort, say, total, onPress, onOpen } = props
  const t = useDataTexts()
  const format = useFormat()
  const { direction } = useLocale()
  const helpId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const heights = useRowHeight()
  const isSelectable = props.selection !== undefined
  const shift = isSelectable ? 1 : 0

  const grid = useGridColumns(columns, { layout, checkWidth: isSelectable ? CHECK_WIDTH : 0 })
  const columnCount = grid.placed.length + shift
  const focus = useGridFocus({ rows: items.length, columns: columnCount })
  const [editing, setEditing] = useState<GridCell | null>(null)
  const kept = editing?.row ?? focus.active.row

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => heights.row,
    overscan: 8,
    scrollMargin: heights.head,
    // The row with the tab stop stays in the page however far the list is scrolled.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      if (kept < 0 || kept >= items.length || shown.includes(kept)) return shown
      return [...shown, kept].toSorted((a, b) => a - b)
    },
    getItemKey: (index) => {
      const item = items[index]
      return item?.kind === 'row' ? item.id : `group ${item?.key}`
    },
  })
  // A change of density changes every height at once.
  const measured = useRef(heights.row)
  if (measured.current !== heights.row) {
    measured.current = heights.row
    virtualizer.measure()
  }
  const shown = virtualizer.getVirtualItems()
  useEndReached({
    lastIndex: virtualizer.range?.endIndex ?? -1,
    count: items.length,
    lastKey: picks.ids.at(-1),
    onEndReached: props.onEndReached,
  })

  const startEdit = (cell: GridCell): boolean => {
    const item = items[cell.row]
    const column = grid.placed[cell.column - shift]
    if (item?.kind !== 'row' || !column?.edit?.canEdit(item.row)) return false
    focus.setActive(cell)
    setEditing(cell)
    return true
  }
  const endEdit = useLatest((end: EditEnd) => {
    if (!editing) return
    setEditing(null)
    const by = { stay: [0, 0], down: [1, 0], next: [0, 1], previous: [0, -1] }[end]
    focus.moveTo({
      row: Math.min(items.length - 1, editing.row + (by[0] ?? 0)),
      column: editing.column + (by[1] ?? 0),
    })
  })
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
    const cells = scroller.current?.querySelectorAll<HTMLElement>('[data-column]') ?? []
    return Object.fromEntries(
      [...cells].map((cell) => [cell.dataset['column'] ?? '', Math.round(cell.offsetWidth)]),
    )
  }
  const resize = (widths: Readonly<Record<string, number>>) =>
    setLayout(
      grid.placed.reduce((next, { id, minWidth }) => {
        const width = widths[id]
        return width === undefined ? next : setWidth(next, { id, width, ...(minWidth ? { minWidth } : {}) })
      }, layout),
    )
  const resizeBy = ({ id, header }: PlacedColumn<Row>, by: number) => {
    const widths = measure()
    const width = Math.max(0, (widths[id] ?? 0) + by)
    resize({ ...widths, [id]: width })
    say(t.columnWidth(header, format.number(width)))
  }
  const resetWidth = (id: string) => {
    const { [id]: _, ...widths } = layout.widths ?? {}
    setLayout({ ...layout, widths })
  }
  const move = (column: PlacedColumn<Row>, by: -1 | 1) => {
    const at = grid.placed.findIndex(({ id }) => id === column.id)
    const next = moveColumn(columns, layout, { id: column.id, by })
    const other = grid.placed[at + by]
    if (next === layout || !other || (other.stickyAt === null) !== (column.stickyAt === null)) return
    setLayout(next)
    focus.moveTo({ row: -1, column: at + by + shift })
    say(t.columnMoved(column.header, format.number(at + by + 1), format.number(grid.placed.length)))
  }
  const onKeyDown = useGridKeys({
    items,
    columnCount,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / heights.row) - 2),
    isRtl: direction === 'rtl',
    active: focus.active,
    moveTo: focus.moveTo,
    startEdit,
    toggleGroup: props.toggleGroup,
    ...(isSelectable ? { toggle: picks.toggle, selectLoaded: () => picks.setLoaded(true) } : {}),
    ...(onOpen ? { onOpen } : {}),
  })
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const cell = cellAt(event.target)
    const item = cell && items[cell.row]
    if (!cell || !item || !(event.target instanceof Element) || event.target.closest('[data-editing]')) return
    if (item.kind === 'group') return props.toggleGroup(item.key)
    if (isSelectable && cell.column === 0) {
      if (event.target instanceof HTMLInputElement) picks.toggle(item.id, event.shiftKey)
      return
    }
    if (event.target.closest(CONTROLS)) return
    if (isSelectable && (event.shiftKey || event.ctrlKey || event.metaKey))
      picks.toggle(item.id, event.shiftKey)
    else onPress?.(item.row)
  }
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const cell = cellAt(event.target)
    const item = cell && items[cell.row]
    if (!cell || item?.kind !== 'row' || !(event.target instanceof Element)) return
    if (event.target.closest(`${CONTROLS}, [data-editing]`)) return
    if (!startEdit(cell)) onOpen?.(item.row)
  }
  const stickyWidth = grid.placed.reduce(
    (width, column) =>
      column.isLastSticky
        ? (column.stickyAt ?? 0) + (layout.widths?.[column.id] ?? column.width ?? 0)
        : width,
    shift * CHECK_WIDTH,
  )
  const rowCount = props.groups || !total?.exact ? -1 : total.value + 1

  return (
    <div
      ref={scroller}
      className={cx('relative min-h-0 overflow-auto', items.length > 0 ? 'flex-1' : 'shrink-0')}
      style={{ scrollPaddingBlockStart: heights.head, scrollPaddingInlineStart: stickyWidth }}
    >
      <span ref={heights.probe} aria-hidden className="invisible absolute h-row w-head" />
      <div
        ref={focus.grid}
        role="grid"
        tabIndex={-1}
        aria-label={props.label}
        aria-describedby={helpId}
        aria-rowcount={total ? rowCount : items.length + 1}
        aria-colcount={columnCount}
        aria-multiselectable={isSelectable || undefined}
        aria-busy={props.isLoading || undefined}
        className="outline-none"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={(event) => {
          const cell = cellAt(event.target)
          if (cell && (cell.row !== focus.active.row || cell.column !== focus.active.column))
            focus.setActive(cell)
        }}
        style={{ '--grid-columns': grid.template, minWidth: grid.minWidth } as CSSProperties}
      >
        <GridHeader
          columns={grid.placed}
          sort={sort}
          onSort={onSort}
          loaded={isSelectable ? loadedState(picks.selection, picks.ids) : null}
          onSelectLoaded={picks.setLoaded}
          activeColumn={focus.active.row < 0 ? focus.active.column : null}
          measure={measure}
          onResize={resize}
          onResizeBy={resizeBy}
          onResetWidth={resetWidth}
          onMove={move}
        />
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {shown.map(({ index, start, key }) => {
            const item = items[index]
            const place = { index, top: start - heights.head }
            const activeColumn = focus.active.row === index ? focus.active.column : null
            if (!item) return null
            if (item.kind === 'group') {
              return (
                <GroupRow
                  key={key}
                  label={item.label}
                  count={item.count}
                  isOpen={item.isOpen}
                  {...place}
                  columnCount={columnCount}
                  isActive={activeColumn !== null}
                />
              )
            }
            return (
              <GridRow
                key={key}
                {...place}
                row={item.row}
                label={props.rowLabel(item.row)}
                columns={grid.placed}
                isSelectable={isSelectable}
                isSelected={isSelectable && picks.isSelected(item.id)}
                isCurrent={item.id === props.currentId}
                isPressable={onPress !== undefined}
                activeColumn={activeColumn}
                editingColumn={editing?.row === index ? editing.column : null}
                onEditEnd={endEdit}
              />
            )
          })}
        </div>
      </div>
      <p id={helpId} hidden>
        {t.gridHelp}
      </p>
      {props.isLoadingMore && <GridSkeleton rows={3} />}
    </div>
  )
}
