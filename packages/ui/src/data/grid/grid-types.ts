import type { ReactNode } from 'react'
import type { ColumnLayout } from './column-layout.ts'
import type { CellEdit } from './editable-cell.tsx'
import type { GridSelection } from './selection.ts'
import type { SortKey } from './sort.ts'

export type DataGridColumn<Row> = {
  id: string
  /** Plain text: shown in the header and the column chooser, said in announcements. */
  header: string
  cell: (row: Row) => ReactNode
  /** Pixels; a column not yet resized also takes its share of free room. Default 160. */
  width?: number
  /** Pixels. Default 72. */
  minWidth?: number
  /** `end` for amounts and counts. */
  align?: 'start' | 'end'
  sortable?: boolean
  /** Stays in sight at the inline start while the rest scrolls. */
  sticky?: boolean
  /** Default true; a name column usually is not. */
  hideable?: boolean
  /** Made by `editableCell`; Enter, F2 or a double click then edits instead of opening. */
  edit?: CellEdit<Row>
}

export type GridTotal = { value: number; exact: boolean }

export type GridGroups<Row> = {
  /** Rows arrive sorted by it; a new value starts a new group. */
  keyOf: (row: Row) => string
  label: (key: string) => string
  /** How many rows the group has in all, when the server said so; otherwise the loaded ones are counted. */
  count?: (key: string) => number | undefined
}

export type DataGridProps<Row> = {
  /** Names the grid for screen readers. */
  label: string
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** A row in words, for its checkbox and announcements. */
  rowLabel: (row: Row) => string
  columns: readonly DataGridColumn<Row>[]

  /** Order, hidden columns and widths; kept inside when left out. */
  layout?: ColumnLayout
  onLayoutChange?: (layout: ColumnLayout) => void
  sort?: readonly SortKey[]
  onSortChange?: (sort: readonly SortKey[]) => void
  /** With it rows can be selected. */
  selection?: GridSelection
  onSelectionChange?: (selection: GridSelection) => void

  total?: GridTotal
  /** First page on its way. */
  isLoading?: boolean
  isLoadingMore?: boolean
  /** Called when the end of the loaded rows comes near; the caller ignores it while loading or at the end. */
  onEndReached?: () => void
  /** What went wrong, in words; the grid then offers to try again. */
  error?: ReactNode
  onRetry?: () => void

  /** Click or tap on a row: a peek, usually. */
  onPress?: (row: Row) => void
  /** Enter or double click: opens the record. */
  onOpen?: (row: Row) => void
  groups?: GridGroups<Row>
  /** The row shown beside the list at the moment, marked. */
  currentId?: string | undefined
  /** Buttons of the bar that slides over the header while something is selected. */
  bulkActions?: (selection: GridSelection, count: number) => ReactNode
  /** Beside the count at the bottom: sums, for example. */
  footer?: ReactNode
  empty?: ReactNode
  /** A row as a two-line card, used under 640 px; without it the table scrolls sideways. */
  renderCard?: (row: Row) => ReactNode
  hideColumnChooser?: boolean
  className?: string
}

/** What stands in the body, in order. */
export type GridItem<Row> =
  | { kind: 'row'; row: Row; id: string; index: number }
  | { kind: 'group'; key: string; label: string; count: number; isOpen: boolean }
