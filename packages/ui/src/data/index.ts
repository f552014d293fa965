export { describeFilter, type FilterWords } from './filter/describe-filter.ts'
export {
  type Filter,
  type FilterField,
  type FilterFieldType,
  type FilterOp,
  type FilterOption,
  type FilterRelation,
  type Period,
  tidyFilter,
} from './filter/filter.ts'
export { FilterBuilder, type FilterBuilderProps } from './filter/filter-builder.tsx'
export { FilterChips, type FilterChipsProps } from './filter/filter-chips.tsx'
export { type ColumnLayout } from './grid/column-layout.ts'
export { DataGrid } from './grid/data-grid.tsx'
export { type CellEdit, editableCell } from './grid/editable-cell.tsx'
export type {
  CellChange,
  CellFaults,
  DataGridColumn,
  DataGridProps,
  GridFooter,
  GridGroup,
  GridTotal,
} from './grid/grid-types.ts'
export { type GridCell, moveCell } from './grid/move-cell.ts'
export { pastedCells } from './grid/pasted-cells.ts'
export { type GridSelection, noSelection, selectionCount, selectionTest } from './grid/selection.ts'
export type { SortKey } from './grid/sort.ts'
export { cellAt, useGridFocus } from './grid/use-grid-focus.ts'
export {
  CommandPalette,
  type CommandPaletteProps,
  type PaletteItem,
  type PaletteSection,
} from './palette/command-palette.tsx'
export { Highlight } from './palette/highlight.tsx'
export { usePaletteShortcut } from './palette/use-palette-shortcut.ts'
export { PeekPanel, type PeekPanelProps } from './peek/peek-panel.tsx'
export {
  PermissionMatrix,
  type PermissionMatrixProps,
  type PermissionScope,
  type PermissionValue,
  permissionScopes,
} from './permissions/permission-matrix.tsx'
export { type Reorder, reordered, stepOf } from './sortable/reorder.ts'
export { SortableList, type SortableListProps } from './sortable/sortable-list.tsx'
export { type DataTexts, useDataTexts } from './texts.ts'
export { Timeline } from './timeline/timeline.tsx'
export type { TimelineItem, TimelineProps } from './timeline/timeline-types.ts'
export { type ChainStep, StepsTree, type StepsTreeProps } from './tree/steps-tree.tsx'
export { type TreeMove, type TreeNode, TreeView, type TreeViewProps } from './tree/tree-view.tsx'
export { useLatest } from './use-latest.ts'
export { useIsPhone, useMedia } from './use-media.ts'
export { type SavedView, type ViewSharing, ViewTabs, type ViewTabsProps } from './views/view-tabs.tsx'
export { type DayGroup, dayGroupOf } from './worklist/day-group.ts'
export { MasterDetail, type MasterDetailProps } from './worklist/master-detail.tsx'
