import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useLocale } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { useDataTexts } from '../texts.ts'
import { useEndReached } from '../use-end-reached.ts'
import { useLatest } from '../use-latest.ts'
import type { ColumnLayout } from './column-layout.ts'
import type { EditEnd } from './editable-cell.tsx'
import { FooterRow } from './footer-row.tsx'
import { CHECK_WIDTH } from './grid-cell-class.ts'
import { GridHeader } from './grid-header.tsx'
import { GridRow } from './grid-row.tsx'
import { GridSkeleton } from './grid-states.tsx'
import type { DataGridProps, GridItem } from './grid-types.ts'
import { GroupRow, MoreRow } from './group-row.tsx'
import type { GridCell } from './move-cell.ts'
import { placeColumns } from './place-columns.ts'
import { loadedState } from './selection.ts'
import type { SortKey } from './sort.ts'
import { useCellPaste } from './use-cell-paste.ts'
import { useColumnChanges } from './use-column-changes.ts'
import { cellAt, useGridFocus } from './use-grid-focus.ts'
import { itemKey } from './use-grid-items.ts'
import { useGridKeys } from './use-grid-keys.ts'
import type { GridSelectionActions } from './use-grid-selection.ts'
import { useRowHeight } from './use-row-height.ts'

export type GridTableProps<Row> = DataGridProps<Row> & {
  items: readonly GridItem<Row>[]
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
  const { direction } = useLocale()
  const helpId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const heights = useRowHeight()
  const isSelectable = props.selection !== undefined
  const shift = isSelectable ? 1 : 0

  const grid = useMemo(
    () => placeColumns(columns, { layout, checkWidth: isSelectable ? CHECK_WIDTH : 0 }),
    [columns, layout, isSelectable],
  )
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
    getItemKey: (index) => itemKey(items[index]),
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

  const currentAt = props.currentId
    ? items.findIndex((item) => item.kind === 'row' && item.id === props.currentId)
    : -1
  useEffect(() => {
    if (currentAt >= 0) virtualizer.scrollToIndex(currentAt, { align: 'auto' })
    // Scrolled when another row becomes the current one, not when the list changes under it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/memo-dependencies
  }, [props.currentId])
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
  const header = useColumnChanges({
    columns,
    placed: grid.placed,
    shift,
    scroller,
    layout,
    setLayout,
    sort,
    setSort,
    moveTo: focus.moveTo,
    say,
  })
  const paste = useCellPaste({
    items,
    columns: grid.placed,
    shift,
    active: focus.active,
    say,
    ...(props.saveCells && { saveCells: props.saveCells }),
  })
  const onFault = useLatest(paste.mark)
  const onKeyDown = useGridKeys({
    items,
    columnCount,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / heights.row) - 2),
    isRtl: direction === 'rtl',
    active: focus.active,
    moveTo: focus.moveTo,
    startEdit,
    toggleGroup: props.onToggleGroup,
    moreOfGroup: props.onMoreOfGroup,
    ...(isSelectable ? { toggle: picks.toggle, selectLoaded: () => picks.setLoaded(true) } : {}),
    ...(onOpen ? { onOpen } : {}),
  })
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const cell = cellAt(event.target)
    const item = cell && items[cell.row]
    if (!cell || !item || !(event.target instanceof Element) || event.target.closest('[data-editing]')) return
    if (item.kind === 'group') return props.onToggleGroup?.(item.group.key)
    if (item.kind === 'more') return props.onMoreOfGroup?.(item.group.key)
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
        onPaste={paste.onPaste}
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
          {...header}
          loaded={isSelectable ? loadedState(picks.selection, picks.ids) : null}
          onSelectLoaded={picks.setLoaded}
          activeColumn={focus.active.row < 0 ? focus.active.column : null}
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
                  group={item.group}
                  {...place}
                  columns={grid.placed}
                  isSelectable={isSelectable}
                  isActive={activeColumn !== null}
                />
              )
            }
            if (item.kind === 'more') {
              return (
                <MoreRow
                  key={key}
                  {...place}
                  columnCount={columnCount}
                  isLoading={item.group.isLoading}
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
                rowId={item.id}
                onFault={onFault}
                faults={paste.faultsOf(item.id)}
              />
            )
          })}
        </div>
        {props.footers && props.onFooterChange && items.length > 0 && (
          <FooterRow
            columns={grid.placed}
            footers={props.footers}
            onChange={props.onFooterChange}
            isSelectable={isSelectable}
            rowIndex={items.length + 2}
          />
        )}
      </div>
      <p id={helpId} hidden>
        {t.gridHelp}
      </p>
      {props.isLoadingMore && <GridSkeleton rows={3} />}
    </div>
  )
}
