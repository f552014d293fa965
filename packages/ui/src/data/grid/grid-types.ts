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
  /** The field it shows, where its id is another. */
  field?: string
  /** Made by `editableCell`; Enter, F2 or a double click then edits instead of opening. */
  edit?: CellEdit<Row>
}

export type GridTotal = { value: number; exact: boolean }

/** Rows that have a value in common. What is loaded of them and whether they are shown is the caller's. */
export type GridGroup<Row> = {
  key: string
  label: string
  /** 1 stands within the group of level 0 before it. */
  level?: 0 | 1
  /** How many rows it has in all. */
  count: number
  /** Column → what is told of the group's values, formatted. */
  values?: Readonly<Record<string, string>>
  isOpen: boolean
  /** Those loaded so far, where it is open. */
  rows: readonly Row[]
  hasMore: boolean
  isLoading: boolean
}

/** What can be told of all values of a column, and what is. */
export type GridFooter = {
  options: readonly { id: string; label: string }[]
  chosen: string | null
  /** «جمع: ۱۲٬۰۰۰»; null while it is on its way. */
  text: string | null
}

/** New values of one row, by column. */
export type CellChange<Row> = { row: Row; values: Readonly<Record<string, unknown>> }

/** Column → what is wrong with its value, in words. */
export type CellFaults = Readonly<Record<string, string>>

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
  /** Instead of `rows`: heads that open and close. */
  groups?: readonly GridGroup<Row>[]
  onToggleGroup?: (key: string) => void
  onMoreOfGroup?: (key: string) => void
  /** By column; with them a row under the others tells sums and the like. */
  footers?: Readonly<Record<string, GridFooter>>
  onFooterChange?: (columnId: string, chosen: string | null) => void
  /** Shows or hides the row of footers. */
  onToggleFooters?: () => void
  /** Counts exactly what is only estimated. */
  onCount?: () => void
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
  /**
   * Writes cells, values as the columns' `edit.parse` gave them: what was pasted from a spreadsheet. Answers what is
   * wrong, change by change.
   */
  saveCells?: (changes: readonly CellChange<Row>[]) => Promise<readonly CellFaults[]>
  className?: string
}

/** What stands in the body, in order. */
export type GridItem<Row> =
  | { kind: 'row'; row: Row; id: string; groupKey?: string }
  | { kind: 'group'; group: GridGroup<Row> }
  /** The rest of a group that is not loaded yet. */
  | { kind: 'more'; group: GridGroup<Row> }
