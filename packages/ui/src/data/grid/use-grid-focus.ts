import { useLayoutEffect, useRef, useState } from 'react'
import type { GridCell } from './move-cell.ts'

/** The one cell of the grid that is in the page's tab order, and moving the focus to another. */
export const useGridFocus = ({ rows, columns }: { rows: number; columns: number }) => {
  const grid = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<GridCell>({ row: 0, column: 0 })
  const isMoving = useRef(false)
  const active: GridCell = {
    row: Math.min(wanted.row, rows - 1),
    column: Math.max(0, Math.min(wanted.column, columns - 1)),
  }

  // After every render: the row of the wanted cell may only now have been made.
  useLayoutEffect(() => {
    if (!isMoving.current) return
    const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${active.row}:${active.column}"]`)
    if (!cell) return
    isMoving.current = false
    const target = cell.querySelector<HTMLElement>('[data-cell-focus]') ?? cell
    target.focus({ preventScroll: true })
    // The scroller's scroll padding keeps the cell out from under the header and the sticky columns.
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const moveTo = (cell: GridCell) => {
    isMoving.current = true
    setWanted({ ...cell })
  }
  return { grid, active, moveTo, setActive: setWanted }
}

/** The place of the cell in which an event happened. */
export const cellAt = (target: EventTarget): GridCell | null => {
  const at = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : null
  const [row, column] = (at ?? '').split(':').map(Number)
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column }
}
