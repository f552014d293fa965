import { cleanText, toLatinDigits } from '@peyvand/persian'
import { type DraftLine, newLine } from '../draft-line.ts'
import { guessColumns } from './guess-columns.ts'
import { type Reading, withCell } from './read-cell.ts'

const written = ['quantity', 'unit', 'unitPrice', 'discount'] as const

/** Rows of a spreadsheet as lines whose products are still to be found; whatever cannot be read stays to be mended. */
export function readPastedLines(cells: readonly (readonly string[])[], reading: Reading): DraftLine[] {
  const filled = cells.filter((row) => row.some((cell) => cell.trim() !== ''))
  const { columns, hasHeadings } = guessColumns(
    filled,
    reading.units.map(({ name }) => name),
  )
  return filled.slice(hasHeadings ? 1 : 0).map((row) => {
    const textOf = (column: string) => row[columns.indexOf(column as never)]?.trim() ?? ''
    const wanted = cleanText(toLatinDigits(textOf('product')))
    const line = newLine({ wanted, name: cleanText(textOf('description')), quantity: '1' })
    return written.reduce((read, column) => {
      const text = textOf(column)
      return text === '' ? read : withCell(read, { column, text, reading })
    }, line)
  })
}
