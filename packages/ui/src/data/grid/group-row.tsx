import { ChevronDown } from 'lucide-react'
import { cx } from '../../cx.ts'
import { Badge } from '../../display/badge.tsx'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'

export type GroupRowProps = {
  label: string
  count: number
  isOpen: boolean
  index: number
  top: number
  columnCount: number
  isActive: boolean
}

/** The head of a group of rows, with its count; pressing it opens or closes the group. */
export const GroupRow = ({ label, count, isOpen, index, top, columnCount, isActive }: GroupRowProps) => {
  const t = useDataTexts()
  const format = useFormat()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-expanded={isOpen}
      className="absolute start-0 top-0 h-row w-full border-b border-line bg-surface-2"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columnCount}
        aria-label={`${isOpen ? t.groupClose(label) : t.groupOpen(label)}، ${format.number(count)}`}
        data-at={`${index}:0`}
        tabIndex={isActive ? 0 : -1}
        className="sticky start-0 flex h-full w-fit cursor-pointer items-center gap-2 px-3.5 font-semibold -outline-offset-2"
      >
        <ChevronDown
          size={16}
          className={cx('transition-transform duration-120', !isOpen && '-rotate-90 rtl:rotate-90')}
          aria-hidden
        />
        {label}
        <Badge className="bg-surface">{format.number(count)}</Badge>
      </div>
    </div>
  )
}
