import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { cx, useFormat } from '@peyvand/ui'
import { PencilLine, SlidersHorizontal, StickyNote, X } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { PricedLine } from '../../contract/index.ts'
import type { EditEnd } from './cell-input.tsx'
import type { DraftLine } from './draft-line.ts'
import { LineCell } from './line-cell.tsx'
import { isFigure, type LineColumn } from './line-columns.ts'
import type { Reading } from './reading/read-cell.ts'
import { faultMark } from './show-fault.ts'
import type { useCellWords } from './use-cell-words.ts'
import type { CellFaults } from './use-line-faults.ts'

export interface LineRowProps {
  line: DraftLine
  /** From 0. */
  index: number
  columns: readonly LineColumn[]
  words: ReturnType<typeof useCellWords>
  reading: Reading
  priced: PricedLine | undefined
  faults: CellFaults | undefined
  /** The line that nothing is written into yet, below the others. */
  isBlank: boolean
  /** The cell in the tab order, when it is in this row. */
  activeColumn: number | null
  editing: { column: number; typed: string | null } | null
  onEnd: (line: DraftLine | null, end: EditEnd) => void
  onDetails: (key: string) => void
  onRemove: (key: string) => void
}

const Row = (props: LineRowProps) => {
  const { line, index, columns, isBlank, faults, priced, onDetails, onRemove } = props
  const t = useT()
  const format = useFormat()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="grid min-h-row grid-cols-(--line-columns) border-b border-line bg-surface last:border-b-0"
    >
      <span
        role="rowheader"
        className="grid place-items-center border-e border-line bg-surface-2 text-meta text-muted"
      >
        {isBlank ? '+' : format.number(index + 1)}
      </span>
      {columns.map((column, at) => (
        <Cell key={column} {...props} column={column} at={at} />
      ))}
      <span role="gridcell" className="flex items-center justify-end">
        {!isBlank && (
          <>
            {line.note && (
              <StickyNote size={14} aria-label={t('documents.field.note')} className="text-muted" />
            )}
            <RowButton
              label={t('documents.ui.lineDetails', { line: format.number(index + 1) })}
              fault={faults?.line}
              onPress={() => onDetails(line.key)}
              className={cx(priced?.belowFloor && 'text-warn', faults?.line && 'text-bad')}
            >
              <SlidersHorizontal />
            </RowButton>
            <RowButton
              label={t('documents.ui.removeLine', { line: format.number(index + 1) })}
              onPress={() => onRemove(line.key)}
              className="hover:text-bad"
            >
              <X />
            </RowButton>
          </>
        )}
      </span>
    </div>
  )
}

type RowButtonProps = {
  label: string
  /** What is wrong with the whole line. */
  fault?: string | undefined
  onPress: () => void
  className: string
  children: ReactNode
}

/** Plain, since hundreds of them stand in a grid; the keyboard has keys of its own for what they do. */
const RowButton = ({ label, fault, onPress, className, children }: RowButtonProps) => (
  <button
    type="button"
    tabIndex={-1}
    aria-label={fault ? joinFacts([label, fault]) : label}
    title={fault ?? label}
    {...(fault && faultMark)}
    onClick={onPress}
    className={cx(
      'grid size-8 shrink-0 cursor-pointer place-items-center rounded-control text-muted hover:bg-surface-2 [&_svg]:size-4',
      className,
    )}
  >
    {children}
  </button>
)

/** One line of the grid. Memoised: of two hundred only the one that changes is made again. */
export const LineRow = memo(Row)

type CellProps = LineRowProps & { column: LineColumn; at: number }

const Cell = ({ line, index, column, at, words, priced, faults, reading, ...props }: CellProps) => {
  const t = useT()
  const { activeColumn, editing, onEnd, isBlank } = props
  const isEditing = editing?.column === at
  const isActive = activeColumn === at
  const { text, isOwn } = words(line, column, priced)
  const fault = faults?.[column]
  const isByHand = column === 'unitPrice' && line.priceBy === 'hand'
  return (
    <div
      role="gridcell"
      aria-colindex={at + 2}
      data-at={`${index}:${at}`}
      data-editing={isEditing || undefined}
      tabIndex={isActive && !isEditing ? 0 : -1}
      aria-invalid={fault ? true : undefined}
      title={fault}
      {...(fault && faultMark)}
      className={cx(
        'flex min-w-0 items-center gap-1.5 border-e border-line text-body -outline-offset-2',
        !isEditing && 'cursor-cell px-2',
        isFigure(column) && 'justify-end text-end',
        !isOwn && 'text-muted',
        column === 'total' && 'font-medium text-text!',
        fault && 'bg-bad-soft outline-1 outline-bad',
      )}
    >
      {isEditing ? (
        <LineCell
          {...{ line, column, reading, onEnd }}
          text={isOwn ? text : ''}
          typed={editing.typed}
          label={t('documents.ui.cellLabel', { column: t(`documents.line.${column}`), line: index + 1 })}
        />
      ) : (
        <>
          {isByHand && (
            <PencilLine size={13} aria-label={t('documents.ui.priceByHand')} className="shrink-0 text-warn" />
          )}
          {isBlank && column === 'product' && index === 0 ? (
            <span className="truncate text-muted">{t('documents.ui.firstCell')}</span>
          ) : (
            <bdi className="truncate">{text}</bdi>
          )}
          {fault && <span className="sr-only">{fault}</span>}
        </>
      )}
    </div>
  )
}
