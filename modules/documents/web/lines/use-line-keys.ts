import { type GridCell, moveCell } from '@peyvand/ui/data'
import type { KeyboardEvent } from 'react'

export interface LineActions {
  edit: (typed: string | null) => void
  clear: () => void
  copyAbove: () => void
  insert: () => void
  remove: () => void
  move: (by: 1 | -1) => void
  details: () => void
  undo: () => void
  redo: () => void
}

interface Grid {
  active: GridCell
  rows: number
  columns: number
  isRtl: boolean
  /** Nothing is written into the active row: the Tab key leaves the grid there. */
  isBlank: boolean
  moveTo: (cell: GridCell) => void
  actions: LineActions
}

/** The keyboard of the grid of lines while no cell is being written. */
export const useLineKeys =
  (grid: Grid) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element) || event.target.closest('[data-editing], button')) return
    if (act(grid, event)) event.preventDefault()
  }

function act(grid: Grid, event: KeyboardEvent): boolean {
  const { key, altKey, shiftKey } = event
  const isCtrl = event.ctrlKey || event.metaKey
  const { actions, active } = grid
  if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    actions.move(key === 'ArrowUp' ? -1 : 1)
    return true
  }
  const chord = isCtrl && withCtrl[event.code]
  if (chord) {
    chord(actions, shiftKey)
    return true
  }
  if (key === 'Tab') return tab(grid, shiftKey)
  const next = moveCell(key, active, { ...grid, page: 10, isCtrl })
  if (next) {
    grid.moveTo({ ...next, row: Math.max(0, next.row) })
    return true
  }
  const alone = !isCtrl && !altKey && plain[key]
  if (alone) {
    alone(actions)
    return true
  }
  if (isCtrl || altKey || key.length !== 1) return false
  actions.edit(key)
  return true
}

/** By the key's place, so that they work on a Persian keyboard too. */
const withCtrl: Record<string, (actions: LineActions, isShift: boolean) => void> = {
  KeyD: ({ copyAbove }) => copyAbove(),
  KeyZ: ({ undo, redo }, isShift) => (isShift ? redo() : undo()),
  KeyY: ({ redo }) => redo(),
  Delete: ({ remove }) => remove(),
  Enter: ({ details }) => details(),
}

const plain: Record<string, (actions: LineActions) => void> = {
  Enter: ({ edit }) => edit(null),
  F2: ({ edit }) => edit(null),
  Insert: ({ insert }) => insert(),
  Delete: ({ clear }) => clear(),
  Backspace: ({ clear }) => clear(),
}

function tab({ active, columns, isBlank, moveTo }: Grid, isBack: boolean): boolean {
  if (isBack ? active.row === 0 && active.column === 0 : isBlank) return false
  moveTo(beside(active, { columns, step: isBack ? -1 : 1 }))
  return true
}

/** The next or the previous cell in reading order. */
export function beside(
  { row, column }: GridCell,
  { columns, step }: { columns: number; step: 1 | -1 },
): GridCell {
  const at = column + step
  if (at < 0) return { row: Math.max(0, row - 1), column: columns - 1 }
  return at < columns ? { row, column: at } : { row: row + 1, column: 0 }
}
