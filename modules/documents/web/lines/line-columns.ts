import type { Currency } from '@peyvand/catalog/contract'
import type { MoneyUnit } from '@peyvand/persian'
import type { T } from '@peyvand/platform/web'
import type { FigureColumn } from './draft-line.ts'

export type LineColumn = 'product' | 'name' | FigureColumn | 'total'

const withoutPrices: readonly LineColumn[] = ['product', 'name', 'quantity', 'unit']
const withPrices: readonly LineColumn[] = [...withoutPrices, 'unitPrice', 'discount', 'total']

/** Columns of the grid from the first to the last; papers that go with goods show no prices. */
export const lineColumns = (hasPrices: boolean): readonly LineColumn[] =>
  hasPrices ? withPrices : withoutPrices

export const columnWidths: Record<LineColumn, string> = {
  product: 'minmax(7.5rem, 9rem)',
  name: 'minmax(12rem, 1fr)',
  quantity: '6rem',
  unit: '6.5rem',
  unitPrice: '10rem',
  discount: '8.5rem',
  total: '10.5rem',
}

export const isFigure = (column: LineColumn): boolean =>
  column === 'quantity' || column === 'unitPrice' || column === 'discount' || column === 'total'

/** The name of what amounts are shown in. */
export const unitOfColumn = (
  t: T,
  { currency, moneyUnit }: { currency: Currency; moneyUnit: MoneyUnit },
): string =>
  t(currency === 'IRR' && moneyUnit === 'toman' ? 'catalog.ui.toman' : `catalog.currency.${currency}`)
