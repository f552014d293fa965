import type { KeyboardEvent } from 'react'
import type { GridItem } from './grid-types.ts'
import { type GridCell, moveCell } from './move-cell.ts'

type GridKeys<Row> = {
  items: readonly GridItem<Row>[]
  columnCount: number
  /** Rows that Page Up and Page Down move by. */
  page: number
  isRtl: boolean
  active: GridCell
  moveTo: (cell: GridCell) => void
  startEdit: (cell: GridCell) => boolean
  toggleGroup: ((key: string) => void) | undefined
  moreOfGroup: ((key: string) => void) | undefined
  toggle?: (id: string, isRange: boolean) => void
  selectLoaded?: () => void
  onOpen?: (row: Row) => void
}

/** The keyboard of the grid's body: moving, selecting, editing, opening. */
export const useGridKeys =
  <Row>(grid: GridKeys<Row>) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target instanceof Element && event.target.closest('[data-editing]')) return
    const { items, active } = grid
    const isCtrl = event.ctrlKey || event.metaKey
    const isActed = () => {
      const next = moveCell(event.key, active, {
        ...grid,
        rows: items.length,
        columns: grid.columnCount,
        isCtrl,
      })
      if (next) {
        grid.moveTo(next)
        const item = items[next.row]
        if (event.shiftKey && next.row !== active.row && item?.kind === 'row') grid.toggle?.(item.id, true)
        return true
      }
      if (isCtrl && event.code === 'KeyA' && grid.selectLoaded) {
        grid.selectLoaded()
        return true
      }
      const item = items[active.row]
      return item !== undefined && actOn(grid, item, event)
    }
    if (isActed()) event.preventDefault()
  }

const actOn = <Row>(grid: GridKeys<Row>, item: GridItem<Row>, event: KeyboardEvent): boolean => {
  const { key } = event
  // A link or button inside a cell answers its own keys; the row's checkbox is the grid's.
  if (event.target instanceof Element && event.target.matches('a, button, select, textarea')) return false
  if (item.kind !== 'row') {
    if (key !== 'Enter' && key !== ' ') return false
    if (item.kind === 'group') grid.toggleGroup?.(item.group.key)
    else grid.moreOfGroup?.(item.group.key)
    return true
  }
  if (key === ' ' && grid.toggle) {
    grid.toggle(item.id, event.shiftKey)
    return true
  }
  if ((key === 'Enter' || key === 'F2') && !event.ctrlKey && grid.startEdit(grid.active)) return true
  if (key !== 'Enter' || !grid.onOpen) return false
  grid.onOpen(item.row)
  return true
}
