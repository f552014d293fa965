import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { type ColumnLayout, columnOrder, DEFAULT_WIDTH, isHidden, MIN_WIDTH } from './column-layout.ts'
import type { DataGridColumn } from './grid-types.ts'

export type PlacedColumn<Row> = DataGridColumn<Row> & {
  /** Pixels from the inline start of the grid, of a sticky column. */
  stickyAt: number | null
  isLastSticky: boolean
}

export type GridColumns<Row> = {
  placed: readonly PlacedColumn<Row>[]
  /** `grid-template-columns` of every row. */
  template: string
  /** Pixels under which the grid scrolls sideways. */
  minWidth: number
}

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})
const noData: Record<string, never>[] = []

/**
 * The visible columns in order with their widths. Columns never resized share free room; once one is resized
 * all have a width and the room left over stays empty at the end.
 */
export const useGridColumns = <Row>(
  columns: readonly DataGridColumn<Row>[],
  { layout, checkWidth }: { layout: ColumnLayout; checkWidth: number },
): GridColumns<Row> => {
  const defs = useMemo(
    () =>
      columns.map(({ id, width, minWidth }) => ({
        id,
        size: width ?? DEFAULT_WIDTH,
        minSize: minWidth ?? MIN_WIDTH,
      })),
    [columns],
  )
  const state = useMemo(
    () => ({
      columnOrder: [...columnOrder(columns, layout)],
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, !isHidden(column, layout)])),
      columnSizing: { ...layout.widths },
      columnPinning: { start: columns.filter((column) => column.sticky).map(({ id }) => id), end: [] },
    }),
    [columns, layout],
  )
  const table = useTable({ features, columns: defs, data: noData, state })

  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    const pinned = table.getStartVisibleLeafColumns()
    const visible = [...pinned, ...table.getCenterVisibleLeafColumns()]
    const placed = visible.flatMap((column, i): PlacedColumn<Row>[] => {
      const own = byId.get(column.id)
      if (!own) return []
      const stickyAt = i < pinned.length ? checkWidth + column.getStart('start') : null
      return [{ ...own, stickyAt, isLastSticky: i === pinned.length - 1 }]
    })
    const isResized = Object.keys(layout.widths ?? {}).length > 0
    const tracks = visible.map((column, i) => {
      const size = column.getSize()
      return isResized || i < pinned.length ? `${size}px` : `minmax(${size}px, ${size}fr)`
    })
    const template = [
      ...(checkWidth > 0 ? [`${checkWidth}px`] : []),
      ...tracks,
      ...(isResized ? ['1fr'] : []),
    ]
    return {
      placed,
      template: template.join(' '),
      minWidth: visible.reduce((sum, column) => sum + column.getSize(), checkWidth),
    }
    // The table is a new object at every render; what it answers changes with `state`, made of columns and layout.
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/memo-dependencies
  }, [state, checkWidth])
}
