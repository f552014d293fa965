import { useT } from '@peyvand/platform/web'
import { useMemo } from 'react'
import type { LineFault, PricedLine } from '../../contract/index.ts'
import { type DraftLine, isEmptyLine, unreadOf } from './draft-line.ts'
import type { LineColumn } from './line-columns.ts'

/** What is wrong with a line, at its cells; `line` is for what belongs to none. */
export type CellFaults = Partial<Record<LineColumn | 'line', string>>

interface Given {
  lines: readonly DraftLine[]
  /** Texts that name no product. */
  unknown: ReadonlySet<string>
  /** What the server found wrong, by the key of the line. */
  found: ReadonlyMap<string, LineFault>
  /** Figures of lines by key, as far as the server has told them. */
  priced: ReadonlyMap<string, PricedLine>
}

/** What is to be mended in lines, by their keys. */
export function useLineFaults({ lines, unknown, found, priced }: Given): ReadonlyMap<string, CellFaults> {
  const t = useT()
  return useMemo(() => {
    const faultsOf = (line: DraftLine): CellFaults => {
      const refused = found.get(line.key)
      return {
        ...(refused && { [columnOf(refused)]: refused.message }),
        ...(unknown.has(line.wanted) && { product: t('documents.ui.unknownProduct', { text: line.wanted }) }),
        ...(!line.product && !line.wanted && !line.name && { name: t('error.required') }),
        ...(line.quantity === null && { quantity: t('error.required') }),
        ...(isOverPrice(line, priced.get(line.key)) && { discount: t('documents.ui.discountOverPrice') }),
        ...Object.fromEntries(unreadOf(line).map((column) => [column, t(`documents.ui.unread.${column}`)])),
      }
    }
    return new Map(
      // A line that is not begun is no line: it is not saved.
      lines.flatMap((line) => {
        const faults = isEmptyLine(line) ? {} : faultsOf(line)
        return Object.keys(faults).length > 0 ? [[line.key, faults] as const] : []
      }),
    )
  }, [lines, unknown, found, priced, t])
}

/** More is taken off a unit than it costs: the line would be for nothing. */
const isOverPrice = ({ discount, unitPrice }: DraftLine, priced: PricedLine | undefined): boolean => {
  const price = unitPrice ?? priced?.listPrice
  return discount?.kind === 'amount' && price !== undefined && Number(discount.amount) > Number(price)
}

const columns: Record<string, LineColumn> = {
  'catalog.noPrice': 'unitPrice',
  'catalog.unitOfProduct': 'unit',
  'catalog.productNotFound': 'product',
}
const columnOf = ({ code }: LineFault): LineColumn | 'line' => columns[code] ?? 'line'
