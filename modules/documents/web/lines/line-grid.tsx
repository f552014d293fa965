import { useT } from '@peyvand/platform/web'
import { cx, useFormat, useUi } from '@peyvand/ui'
import { cellAt, type GridCell, useGridFocus, useLatest } from '@peyvand/ui/data'
import { type CSSProperties, type MouseEvent, useId, useState } from 'react'
import type { EditEnd } from './cell-input.tsx'
import { type DraftLine, isEmptyLine, newLine } from './draft-line.ts'
import { insertLines, moveLine, putLine, removeLine, withCellOf, withoutCell } from './edit-lines.ts'
import { columnWidths, isFigure, lineColumns, unitOfColumn } from './line-columns.ts'
import type { LineEditing } from './line-editing.ts'
import { LineRow } from './line-row.tsx'
import { useCellWords } from './use-cell-words.ts'
import { beside, useLineKeys } from './use-line-keys.ts'
import { useLinePaste } from './use-line-paste.ts'

type Editing = { key: string; column: number; typed: string | null }

/** Lines as a spreadsheet, worked by the keyboard alone; below them is always one to begin. */
export const LineGrid = ({ lines, history, hasPrices, reading, priced, faults, onDetails }: LineEditing) => {
  const t = useT()
  const { locale, moneyUnit } = useUi()
  const format = useFormat()
  const helpId = useId()
  const columns = lineColumns(hasPrices)
  const words = useCellWords(reading.currency)
  const [blank, setBlank] = useState(newLine)
  if (lines.some(({ key }) => key === blank.key)) setBlank(newLine())
  const rows = [...lines, blank]
  const { change, undo, redo } = history
  const [editing, setEditing] = useState<Editing | null>(null)
  // Where Enter goes back to below: the column in which a row was begun.
  const [begun, setBegun] = useState(0)
  const {
    grid,
    active,
    moveTo: focusCell,
    setActive,
  } = useGridFocus({ rows: rows.length, columns: columns.length })
  const [line, column] = [rows[active.row] ?? blank, columns[active.column] ?? 'product']

  const moveTo = (cell: GridCell) => {
    setBegun(cell.column)
    focusCell(cell)
  }
  const put = (next: DraftLine) => change(putLine(lines, next))
  const edit = (cell: GridCell, typed: string | null) => {
    const key = rows[cell.row]?.key
    if (key === undefined) return
    if (columns[cell.column] === 'total') return onDetails(key)
    setActive(cell)
    setEditing({ key, column: cell.column, typed: typed === null ? null : format.digits(typed) })
  }
  const onEnd = useLatest((next: DraftLine | null, end: EditEnd) => {
    if (!editing) return
    const at = { row: rows.findIndex(({ key }) => key === editing.key), column: editing.column }
    setEditing(null)
    if (next && !(isEmptyLine(next) && next.key === blank.key)) put(next)
    if (end === 'next' && next?.product && columns[at.column] === 'product')
      focusCell({ row: at.row, column: columns.indexOf('quantity') })
    else if (end === 'next' || end === 'previous')
      focusCell(beside(at, { columns: columns.length, step: end === 'next' ? 1 : -1 }))
    else if (end === 'stay') focusCell(at)
    else focusCell({ row: Math.max(0, at.row + (end === 'below' ? 1 : -1)), column: begun })
  })
  const onRemove = useLatest((key: string) => {
    const at = lines.findIndex((one) => one.key === key)
    if (at >= 0) change(removeLine(lines, at))
  })
  const showDetails = useLatest(onDetails)
  const paste = useLinePaste({ lines, rows, blank, active, columns, reading, change, moveTo })
  const isBlank = line.key === blank.key
  const onKeyDown = useLineKeys({
    active,
    rows: rows.length,
    columns: columns.length,
    isRtl: locale === 'fa',
    isBlank,
    moveTo,
    actions: {
      edit: (typed) => edit(active, typed),
      clear: () => !isBlank && put(withoutCell(line, column)),
      copyAbove: () => {
        const above = lines[active.row - 1]
        if (above) put(withCellOf(line, above, column))
      },
      insert: () => {
        change(insertLines(lines, active.row))
        focusCell({ row: active.row, column: 0 })
      },
      remove: () => {
        if (isBlank) return
        change(removeLine(lines, active.row))
        focusCell(active)
      },
      move: (by) => {
        const moved = moveLine(lines, active.row, by)
        if (!moved) return
        change(moved)
        focusCell({ ...active, row: active.row + by })
      },
      details: () => !isBlank && onDetails(line.key),
      // The line that had the focus may be gone.
      undo: () => {
        undo()
        focusCell(active)
      },
      redo: () => {
        redo()
        focusCell(active)
      },
    },
  })
  const pressed = (event: MouseEvent): GridCell | null =>
    (event.target as Element).closest('[data-editing], button') ? null : cellAt(event.target)
  const unit = unitOfColumn(t, { currency: reading.currency, moneyUnit })
  return (
    <div className="relative max-h-[70dvh] overflow-auto rounded-panel border border-line bg-surface shadow-1">
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('documents.field.lines')}
        aria-describedby={helpId}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 2}
        className="outline-none"
        style={
          { '--line-columns': template(columns), minWidth: hasPrices ? '71rem' : '42rem' } as CSSProperties
        }
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const cell = pressed(event)
          if (cell) moveTo(cell)
        }}
        onDoubleClick={(event) => {
          const cell = pressed(event)
          if (cell) edit(cell, null)
        }}
        onPaste={paste.onPaste}
        onCopy={(event) => {
          if (editing) return
          event.clipboardData.setData('text/plain', words(line, column, priced.get(line.key)).text)
          event.preventDefault()
        }}
        onFocus={({ target }) => {
          const cell = cellAt(target)
          if (cell && (cell.row !== active.row || cell.column !== active.column)) setActive(cell)
        }}
      >
        <div
          role="row"
          aria-rowindex={1}
          className="sticky top-0 z-2 grid h-head grid-cols-(--line-columns) border-b border-line bg-surface-2 text-meta font-medium text-muted"
        >
          <span role="columnheader" className="grid place-items-center">
            {t('documents.ui.lineNumber')}
          </span>
          {columns.map((one) => (
            <span
              key={one}
              role="columnheader"
              className={cx('flex items-center gap-1 truncate px-2', isFigure(one) && 'justify-end')}
            >
              {t(`documents.line.${one}`)}
              {(one === 'unitPrice' || one === 'total') && <span className="font-normal">({unit})</span>}
            </span>
          ))}
          <span role="columnheader">
            <span className="sr-only">{t('web.more')}</span>
          </span>
        </div>
        {rows.map((one, index) => (
          <LineRow
            key={one.key}
            line={one}
            index={index}
            columns={columns}
            words={words}
            reading={reading}
            priced={priced.get(one.key)}
            faults={faults.get(one.key)}
            isBlank={one.key === blank.key}
            activeColumn={active.row === index ? active.column : null}
            editing={editing?.key === one.key ? editing : null}
            onEnd={onEnd}
            onDetails={showDetails}
            onRemove={onRemove}
          />
        ))}
      </div>
      <p id={helpId} hidden>
        {t('documents.ui.gridHelp')}
      </p>
      <output className="sr-only">{paste.said}</output>
    </div>
  )
}

const template = (columns: ReturnType<typeof lineColumns>) =>
  `2.75rem ${columns.map((column) => columnWidths[column]).join(' ')} 5.75rem`
