import { ChevronDown } from 'lucide-react'
import { Button, MenuTrigger } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { Menu, MenuItem } from '../../overlays/menu.tsx'
import { useDataTexts } from '../texts.ts'
import { CHECK_WIDTH, gridCellClass, stickyStyle } from './grid-cell-class.ts'
import type { GridFooter } from './grid-types.ts'
import type { PlacedColumn } from './place-columns.ts'

export type FooterRowProps<Row> = {
  columns: readonly PlacedColumn<Row>[]
  footers: Readonly<Record<string, GridFooter>>
  onChange: (columnId: string, chosen: string | null) => void
  isSelectable: boolean
  rowIndex: number
}

const none = 'none'

/** Under the rows: what is told of all values of a column, chosen from its menu. */
export const FooterRow = <Row,>(props: FooterRowProps<Row>) => {
  const { columns, footers, onChange, isSelectable, rowIndex } = props
  const t = useDataTexts()
  const shift = isSelectable ? 1 : 0
  return (
    <div role="rowgroup" className="sticky bottom-0 z-3">
      <div
        role="row"
        aria-rowindex={rowIndex}
        className="grid h-row grid-cols-(--grid-columns) border-t border-line bg-surface-2 text-meta"
      >
        {isSelectable && (
          <div
            role="gridcell"
            aria-colindex={1}
            aria-label={t.showFooters}
            className="sticky start-0 z-1 bg-inherit"
            style={{ width: CHECK_WIDTH }}
          />
        )}
        {columns.map((column, i) => {
          const footer = footers[column.id]
          return (
            <div
              key={column.id}
              role="gridcell"
              aria-colindex={i + 1 + shift}
              className={gridCellClass(column, 'px-1')}
              style={stickyStyle(column)}
            >
              {footer && (
                <FooterCell
                  header={column.header}
                  footer={footer}
                  onChange={(chosen) => onChange(column.id, chosen)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type FooterCellProps = { header: string; footer: GridFooter; onChange: (chosen: string | null) => void }

const FooterCell = ({ header, footer, onChange }: FooterCellProps) => {
  const t = useDataTexts()
  const { chosen, text, options } = footer
  return (
    <MenuTrigger>
      <Button
        aria-label={`${t.compute} ${header}${chosen && text ? `، ${text}` : ''}`}
        className={cx(
          'flex min-h-tag max-w-full min-w-0 cursor-pointer items-center gap-1 rounded-tag px-2 data-hovered:bg-surface',
          chosen ? 'font-medium text-text' : 'text-muted',
        )}
      >
        <span className="truncate" title={text ?? undefined}>
          {chosen ? (text ?? '…') : t.compute}
        </span>
        {!chosen && <ChevronDown size={12} className="shrink-0" aria-hidden />}
      </Button>
      <Menu
        aria-label={`${t.compute} ${header}`}
        selectionMode="single"
        selectedKeys={[chosen ?? none]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : Array.from(keys, String)
          onChange(key === undefined || key === none ? null : key)
        }}
      >
        {[{ id: none, label: t.computeNothing }, ...options].map(({ id, label }) => (
          <MenuItem key={id} id={id}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
