/** A place in the grid; row −1 is the header. */
export type GridCell = { row: number; column: number }

type Bounds = { rows: number; columns: number; page: number; isRtl: boolean }

/**
 * Where a key moves the active cell, or null when it is not a moving key. Arrow keys are geometric: in a
 * right-to-left grid the left arrow goes to the next column.
 */
export const moveCell = (
  key: string,
  from: GridCell,
  { rows, columns, page, isRtl, isCtrl }: Bounds & { isCtrl: boolean },
): GridCell | null => {
  const row = (to: number) => ({ ...from, row: Math.max(-1, Math.min(rows - 1, to)) })
  const column = (to: number) => ({ ...from, column: Math.max(0, Math.min(columns - 1, to)) })
  switch (key) {
    case 'ArrowDown':
      return row(from.row + 1)
    case 'ArrowUp':
      return row(from.row - 1)
    case 'ArrowLeft':
      return column(from.column + (isRtl ? 1 : -1))
    case 'ArrowRight':
      return column(from.column + (isRtl ? -1 : 1))
    case 'PageDown':
      return row(from.row + page)
    case 'PageUp':
      return row(Math.max(0, from.row - page))
    case 'Home':
      return isCtrl ? { row: Math.min(0, rows - 1), column: 0 } : column(0)
    case 'End':
      return isCtrl ? { row: rows - 1, column: columns - 1 } : column(columns - 1)
    default:
      return null
  }
}
