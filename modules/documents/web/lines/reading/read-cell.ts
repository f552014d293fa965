import { type Currency, type ManualDiscount, Percent, Quantity } from '@peyvand/catalog/contract'
import { readAmount } from '@peyvand/catalog/web'
import { type MoneyUnit, parseDecimal, searchKey } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import type { DraftLine, FigureColumn } from '../draft-line.ts'
import { withoutCell } from '../edit-lines.ts'

/** What figures in cells are read by. */
export interface Reading {
  currency: Currency
  moneyUnit: MoneyUnit
  /** Units by name. */
  units: readonly Ref[]
}

type Read = { [C in FigureColumn]: DraftLine[C] }

/** The line with a text written into one of its cells; what cannot be read stays there as it is. */
export function withCell(
  line: DraftLine,
  { column, text, reading }: { column: FigureColumn; text: string; reading: Reading },
): DraftLine {
  if (text.trim() === '') return withoutCell(line, column)
  const { [column]: _, ...unread } = line.unread
  const value = readers[column](text.trim(), reading)
  if (value === undefined) return { ...line, unread: { ...unread, [column]: text.trim() } }
  return { ...line, [column]: value, ...(column === 'unitPrice' && { priceBy: 'hand' }), unread }
}

const readers: { [C in FigureColumn]: (text: string, reading: Reading) => Read[C] | undefined } = {
  quantity: (text) => {
    const decimal = parseDecimal(text)
    return decimal.ok && Quantity.safeParse(decimal.value).success ? decimal.value : undefined
  },
  unit: (text, { units }) => units.find(({ name }) => searchKey(name) === searchKey(text)),
  unitPrice: (text, reading) => readAmount(text, reading) ?? undefined,
  discount: readDiscount,
}

const percentSign = /[%٪]|درصد|percent/gi

/**
 * «۱۰٪» and plain numbers up to a hundred are percents, more is an amount off each unit; nought is no discount.
 */
export function readDiscount(text: string, reading: Reading): ManualDiscount | null | undefined {
  const figure = parseDecimal(text.replace(percentSign, ''))
  const isPercent = text.search(percentSign) >= 0 || (figure.ok && Number(figure.value) <= 100)
  if (figure.ok && Number(figure.value) === 0) return null
  if (isPercent) {
    if (!figure.ok || !Percent.safeParse(figure.value).success) return undefined
    return { kind: 'percent', percent: figure.value }
  }
  const amount = readAmount(text, reading)
  return amount ? { kind: 'amount', amount } : undefined
}
