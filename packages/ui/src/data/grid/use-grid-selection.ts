import { useMemo, useRef } from 'react'
import type { DataGridProps, GridItem } from './grid-types.ts'
import {
  type GridSelection,
  noSelection,
  rangeOf,
  selectionCount,
  selectionTest,
  setSelected,
} from './selection.ts'

/** Toggling, ranges with Shift and the whole of the loaded rows, over the caller's selection. */
export const useGridSelection = <Row>(
  items: readonly GridItem<Row>[],
  {
    selection = noSelection,
    onSelectionChange,
    total,
  }: Pick<DataGridProps<Row>, 'selection' | 'onSelectionChange' | 'total'>,
) => {
  const anchor = useRef<string | null>(null)
  const ids = useMemo(() => items.flatMap((item) => (item.kind === 'row' ? [item.id] : [])), [items])
  const isSelected = useMemo(() => selectionTest(selection), [selection])
  const change = (next: GridSelection) => onSelectionChange?.(next)

  return {
    selection,
    isSelected,
    ids,
    count: selectionCount(selection, total?.value ?? ids.length),
    clear: () => change(noSelection),
    selectAllMatching: () => change({ mode: 'all', except: [] }),
    setLoaded: (isOn: boolean) => change(setSelected(selection, ids, isOn)),
    toggle: (id: string, isRange: boolean) => {
      const isOn = !isSelected(id)
      const changed = isRange ? rangeOf(ids, anchor.current, id) : [id]
      anchor.current = id
      // A range always ends as its last row: the box just pressed.
      change(setSelected(selection, changed, isOn))
    },
  }
}
export type GridSelectionActions = ReturnType<typeof useGridSelection>
