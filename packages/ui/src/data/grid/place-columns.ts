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

/**
 * The visible columns in order with their widths, `checkWidth` pixels of check boxes before them. Columns never resized
 * share free room; once one is resized all have a width and the room left over stays empty at the end.
 */
export const placeColumns = <Row>(
  columns: readonly DataGridColumn<Row>[],
  { layout, checkWidth }: { layout: ColumnLayout; checkWidth: number },
): GridColumns<Row> => {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const visible = columnOrder(columns, layout)
    .flatMap((id) => byId.get(id) ?? [])
    .filter((column) => !isHidden(column, layout))
  const sizes = visible.map((column) => widthOf(column, layout))
  const stickyCount = visible.filter(({ sticky }) => sticky).length
  const isResized = Object.keys(layout.widths ?? {}).length > 0
  let end = checkWidth
  const placed = visible.map((column, i): PlacedColumn<Row> => {
    const start = end
    end += sizes[i] ?? 0
    return { ...column, stickyAt: i < stickyCount ? start : null, isLastSticky: i === stickyCount - 1 }
  })
  const tracks = sizes.map((size, i) =>
    isResized || i < stickyCount ? `${size}px` : `minmax(${size}px, ${size}fr)`,
  )
  const template = [...(checkWidth > 0 ? [`${checkWidth}px`] : []), ...tracks, ...(isResized ? ['1fr'] : [])]
  return { placed, template: template.join(' '), minWidth: end }
}

const widthOf = <Row>({ id, width, minWidth }: DataGridColumn<Row>, { widths }: ColumnLayout): number =>
  Math.max(minWidth ?? MIN_WIDTH, widths?.[id] ?? width ?? DEFAULT_WIDTH)
