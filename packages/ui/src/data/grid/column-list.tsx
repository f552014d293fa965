import { ArrowDown, ArrowUp, RotateCcw } from 'lucide-react'
import { Button } from '../../actions/button.tsx'
import { IconButton } from '../../actions/icon-button.tsx'
import { Checkbox } from '../../fields/checkbox.tsx'
import { useDataTexts } from '../texts.ts'
import { type ColumnLayout, columnOrder, isHidden, moveColumn, toggleColumn } from './column-layout.ts'
import type { DataGridColumn } from './grid-types.ts'

export type ColumnListProps = {
  columns: readonly Pick<DataGridColumn<unknown>, 'id' | 'header' | 'sticky' | 'hideable'>[]
  layout: ColumnLayout
  onChange: (layout: ColumnLayout) => void
}

/** The columns as check boxes, each with buttons that move it. */
export const ColumnList = ({ columns, layout, onChange }: ColumnListProps) => {
  const t = useDataTexts()
  const byId = new Map(columns.map((column) => [column.id, column]))
  const ordered = columnOrder(columns, layout).flatMap((id) => byId.get(id) ?? [])
  return (
    <>
      <p className="pb-2 font-semibold">{t.columns}</p>
      <ul className="-mx-1 flex flex-col">
        {ordered.map((column, i) => {
          const canMove = (by: -1 | 1) => {
            const other = ordered[i + by]
            return other !== undefined && (other.sticky ?? false) === (column.sticky ?? false)
          }
          return (
            <li key={column.id} className="flex items-center gap-1 rounded-tag px-1 hover:bg-surface-2">
              <Checkbox
                className="min-w-0 flex-1"
                aria-label={t.showColumn(column.header)}
                value={!isHidden(column, layout)}
                isDisabled={column.hideable === false}
                onChange={() => onChange(toggleColumn(layout, column.id))}
              >
                {column.header}
              </Checkbox>
              <IconButton
                label={t.moveEarlier(column.header)}
                icon={<ArrowUp />}
                isDisabled={!canMove(-1)}
                onPress={() => onChange(moveColumn(columns, layout, { id: column.id, by: -1 }))}
              />
              <IconButton
                label={t.moveLater(column.header)}
                icon={<ArrowDown />}
                isDisabled={!canMove(1)}
                onPress={() => onChange(moveColumn(columns, layout, { id: column.id, by: 1 }))}
              />
            </li>
          )
        })}
      </ul>
      <Button size="small" kind="quiet" className="mt-2" icon={<RotateCcw />} onPress={() => onChange({})}>
        {t.resetColumns}
      </Button>
    </>
  )
}
