import { copyOf, type DraftLine, newLine } from './draft-line.ts'
import type { LineColumn } from './line-columns.ts'

type Lines = readonly DraftLine[]

/** The lines with one written anew; one that is not among them comes last. */
export const putLine = (lines: Lines, line: DraftLine): DraftLine[] =>
  lines.some(({ key }) => key === line.key)
    ? lines.map((one) => (one.key === line.key ? line : one))
    : [...lines, line]

export const insertLines = (lines: Lines, at: number, more: Lines = [newLine()]): DraftLine[] =>
  lines.toSpliced(at, 0, ...more)

export const removeLine = (lines: Lines, at: number): DraftLine[] => lines.toSpliced(at, 1)

export const duplicateLine = (lines: Lines, at: number): DraftLine[] => {
  const line = lines[at]
  return line ? lines.toSpliced(at + 1, 0, copyOf(line)) : [...lines]
}

/** The line goes up or down by one place; null where there is none. */
export function moveLine(lines: Lines, at: number, by: 1 | -1): DraftLine[] | null {
  const [line, other] = [lines[at], lines[at + by]]
  return line && other ? lines.with(at, other).with(at + by, line) : null
}

/** The line with what stands in a cell of another. */
export function withCellOf(line: DraftLine, from: DraftLine, column: LineColumn): DraftLine {
  switch (column) {
    case 'product':
      return {
        ...line,
        product: from.product,
        wanted: from.wanted,
        name: from.name,
        unit: from.unit,
        quantity: line.quantity ?? '1',
        configuration: from.configuration,
      }
    case 'name':
      return { ...line, name: from.name }
    case 'unitPrice':
      return {
        ...line,
        priceBy: from.priceBy === 'hand' ? 'hand' : ownPrice(line),
        unitPrice: from.unitPrice,
      }
    case 'quantity':
    case 'unit':
    case 'discount':
      return { ...line, [column]: from[column] }
    case 'total':
      return line
  }
}

/** Where the price of a line comes from while nobody set it. */
export const ownPrice = ({ fromLineId, priceBy }: DraftLine): 'list' | 'source' =>
  fromLineId !== null && priceBy !== 'list' ? 'source' : 'list'

/** The line with nothing in a cell. */
export function withoutCell(line: DraftLine, column: LineColumn): DraftLine {
  const { [column as 'unit']: _, ...unread } = line.unread
  switch (column) {
    case 'product':
      return { ...line, product: null, wanted: '', configuration: null }
    case 'name':
      return { ...line, name: line.product?.name ?? '' }
    case 'unitPrice':
      return { ...line, unread, priceBy: ownPrice(line), unitPrice: null }
    case 'quantity':
    case 'unit':
    case 'discount':
      return { ...line, unread, [column]: null }
    case 'total':
      return line
  }
}
