import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { type GridCell, pastedCells } from '@peyvand/ui/data'
import { type ClipboardEvent, useState } from 'react'
import { type DraftLine, newLine } from './draft-line.ts'
import { putLine } from './edit-lines.ts'
import type { LineColumn } from './line-columns.ts'
import { type Reading, withCell } from './reading/read-cell.ts'
import { readPastedLines } from './reading/read-pasted-lines.ts'

type Lines = readonly DraftLine[]

interface Pasting {
  lines: Lines
  /** With the one that is not begun yet. */
  rows: Lines
  blank: DraftLine
  active: GridCell
  columns: readonly LineColumn[]
  reading: Reading
  change: (lines: Lines) => void
  moveTo: (cell: GridCell) => void
}

/**
 * A block of a spreadsheet pasted at the first column becomes lines before the active one, its columns known by their
 * headings or by what they hold; at another column it fills the cells from there on.
 */
export function useLinePaste({ lines, rows, blank, active, columns, reading, change, moveTo }: Pasting) {
  const t = useT()
  const format = useFormat()
  const [said, say] = useState('')
  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-editing], input')) return
    const cells = pastedCells(event.clipboardData.getData('text/plain')).filter((row) => row.some(Boolean))
    if (cells.length === 0) return
    event.preventDefault()
    const isLines = columns[active.column] === 'product'
    const [line, text] = [lines[active.row], cells.length === 1 && cells[0]?.length === 1 && cells[0][0]]
    if (isLines && line && text) change(putLine(lines, { ...line, product: null, wanted: text }))
    else if (isLines) change(lines.toSpliced(active.row, 0, ...readPastedLines(cells, reading)))
    else change(filled(cells))
    // The row that had the focus may have gone down.
    moveTo(active)
    say(t('documents.ui.pasted', { count: format.number(cells.length) }))
  }
  const filled = (cells: readonly (readonly string[])[]): DraftLine[] => {
    const written = cells.map((texts, down) => {
      const line = rows[active.row + down] ?? newLine()
      return texts.reduce((made, text, along) => {
        const column = columns[active.column + along]
        if (!column || column === 'total' || column === 'product') return made
        return column === 'name' ? { ...made, name: text } : withCell(made, { column, text, reading })
      }, line)
    })
    const count = active.row < lines.length ? written.length : 0
    const kept = lines.toSpliced(active.row, count, ...written)
    return kept.map((line) => (line.key === blank.key ? { ...line, quantity: line.quantity ?? '1' } : line))
  }
  return { onPaste, said }
}
