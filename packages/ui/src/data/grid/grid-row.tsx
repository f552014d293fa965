import { memo } from 'react'
import { cx } from '../../cx.ts'
import { useDataTexts } from '../texts.ts'
import type { EditEnd } from './editable-cell.tsx'
import { CHECK_WIDTH, gridCellClass, stickyStyle } from './grid-cell-class.ts'
import type { CellFaults } from './grid-types.ts'
import type { PlacedColumn } from './place-columns.ts'
import { RowCheck } from './row-check.tsx'

export type GridRowProps<Row> = {
  row: Row
  label: string
  /** Place in the body, from 0. */
  index: number
  /** Pixels from the top of the body. */
  top: number
  columns: readonly PlacedColumn<Row>[]
  isSelectable: boolean
  isSelected: boolean
  isCurrent: boolean
  isPressable: boolean
  /** The cell in the tab order, when it is in this row. */
  activeColumn: number | null
  editingColumn: number | null
  onEditEnd: (end: EditEnd) => void
  onFault: (rowId: string, columnId: string, fault: string | null) => void
  rowId: string
  /** What is wrong with values just written. */
  faults?: CellFaults | undefined
}

const Row = <R,>({
  row,
  label,
  index,
  top,
  columns,
  isSelectable,
  isSelected,
  isCurrent,
  isPressable,
  activeColumn,
  editingColumn,
  onEditEnd,
  onFault,
  rowId,
  faults,
}: GridRowProps<R>) => {
  const t = useDataTexts()
  const shift = isSelectable ? 1 : 0
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isSelected : undefined}
      aria-current={isCurrent || undefined}
      className={cx(
        'absolute start-0 top-0 grid h-row w-full grid-cols-(--grid-columns) border-b border-line',
        isSelected || isCurrent ? 'bg-accent-soft' : 'bg-surface hover:bg-surface-2',
        isPressable && 'cursor-pointer',
      )}
      style={{ transform: `translateY(${top}px)` }}
    >
      {isSelectable && (
        <div
          role="gridcell"
          aria-colindex={1}
          data-at={`${index}:0`}
          className="sticky start-0 z-1 grid place-items-center bg-inherit"
          style={{ width: CHECK_WIDTH }}
        >
          <RowCheck
            label={t.selectRow(label)}
            state={isSelected ? 'all' : 'none'}
            tabIndex={activeColumn === 0 ? 0 : -1}
          />
        </div>
      )}
      {columns.map((column, i) => {
        const at = i + shift
        const isEditing = editingColumn === at
        const fault = faults?.[column.id]
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 1}
            data-at={`${index}:${at}`}
            data-editing={isEditing || undefined}
            tabIndex={activeColumn === at && !isEditing ? 0 : -1}
            aria-invalid={fault ? true : undefined}
            title={fault}
            className={gridCellClass(
              column,
              cx(isEditing && 'px-1', fault && 'bg-bad-soft outline-1 outline-bad'),
            )}
            style={stickyStyle(column)}
          >
            {isEditing && column.edit ? (
              <column.edit.Editor
                row={row}
                label={t.editCell(column.header)}
                onEnd={onEditEnd}
                onFault={(fault) => onFault(rowId, column.id, fault)}
              />
            ) : (
              <div className="min-w-0 truncate">
                {column.cell(row)}
                {fault && <span className="sr-only">{fault}</span>}
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** One row of the body. Memoised: scrolling makes only the rows that come into sight. */
export const GridRow = memo(Row) as typeof Row
