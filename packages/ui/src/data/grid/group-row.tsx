import { ChevronDown } from 'lucide-react'
import { cx } from '../../cx.ts'
import { Badge } from '../../display/badge.tsx'
import { Spinner } from '../../display/spinner.tsx'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { gridCellClass } from './grid-cell-class.ts'
import type { GridGroup } from './grid-types.ts'
import type { PlacedColumn } from './place-columns.ts'

type Place = { index: number; top: number; isActive: boolean }

export type GroupRowProps<Row> = Place & {
  group: GridGroup<Row>
  columns: readonly PlacedColumn<Row>[]
  isSelectable: boolean
}

const rowClass = 'absolute start-0 top-0 h-row w-full border-b border-line bg-surface-2'

/** The head of a group of rows, with its count and what is told of its values; pressing it opens or closes the group. */
export const GroupRow = <Row,>({
  group,
  columns,
  isSelectable,
  index,
  top,
  isActive,
}: GroupRowProps<Row>) => {
  const t = useDataTexts()
  const format = useFormat()
  const { label, count, isOpen, level = 0, values = {} } = group
  const shift = isSelectable ? 1 : 0
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-expanded={isOpen}
      className={cx(rowClass, 'grid cursor-pointer grid-cols-(--grid-columns)')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={1 + shift}
        aria-label={`${isOpen ? t.groupClose(label) : t.groupOpen(label)}، ${format.number(count)}`}
        data-at={`${index}:0`}
        tabIndex={isActive ? 0 : -1}
        style={{ gridColumn: `span ${1 + shift}` }}
        className={cx(
          'sticky start-0 z-1 flex h-full min-w-0 items-center gap-2 bg-inherit pe-3.5 -outline-offset-2',
          level === 0 ? 'ps-3.5 font-semibold' : 'ps-9 font-medium',
        )}
      >
        <ChevronDown
          size={16}
          className={cx('shrink-0 transition-transform duration-120', !isOpen && '-rotate-90 rtl:rotate-90')}
          aria-hidden
        />
        <span className="truncate">{label}</span>
        <Badge className="bg-surface">{format.number(count)}</Badge>
      </div>
      {columns.slice(1).map((column, i) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={i + 2 + shift}
          data-at={`${index}:0`}
          className={gridCellClass(
            { ...column, stickyAt: null, isLastSticky: false },
            'text-meta text-muted',
          )}
        >
          <span className="truncate">{values[column.id]}</span>
        </div>
      ))}
    </div>
  )
}

export type MoreRowProps = Place & { columnCount: number; isLoading: boolean }

/** Under the loaded rows of a group: loads further ones. */
export const MoreRow = ({ index, top, columnCount, isActive, isLoading }: MoreRowProps) => {
  const t = useDataTexts()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={rowClass}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columnCount}
        data-at={`${index}:0`}
        tabIndex={isActive ? 0 : -1}
        className="sticky start-0 flex h-full w-fit cursor-pointer items-center gap-2 px-3.5 text-accent-text -outline-offset-2"
      >
        {isLoading ? <Spinner /> : t.loadMore}
      </div>
    </div>
  )
}
