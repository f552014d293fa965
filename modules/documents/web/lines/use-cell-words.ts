import { type Currency, currencyPlaces, inMajorUnits } from '@peyvand/catalog/contract'
import { useFormat } from '@peyvand/ui'
import { useCallback } from 'react'
import type { PricedLine } from '../../contract/index.ts'
import type { DraftLine } from './draft-line.ts'
import type { LineColumn } from './line-columns.ts'

/** Writes amounts of a currency without its name, as columns of figures have them. */
export function useFigure(currency: Currency): (amount: string) => string {
  const format = useFormat()
  return useCallback(
    (amount) =>
      currency === 'IRR'
        ? format.money(amount, { withUnit: false })
        : format.number(inMajorUnits(amount, currency), { decimals: currencyPlaces[currency] }),
    [format, currency],
  )
}

/** What stands in the cells of a line: as it was written, and where nothing was, as the price list has it. */
export function useCellWords(currency: Currency) {
  const format = useFormat()
  const figure = useFigure(currency)
  return useCallback(
    (line: DraftLine, column: LineColumn, priced?: PricedLine): { text: string; isOwn: boolean } => {
      const own = (text: string) => ({ text, isOwn: true })
      const given = (text: string) => ({ text, isOwn: false })
      const unread = line.unread[column as 'unit']
      if (unread !== undefined) return own(unread)
      switch (column) {
        case 'product':
          return own(line.product ? format.digits(line.product.code) : line.wanted)
        case 'name':
          return own(line.name)
        case 'quantity':
          return own(line.quantity === null ? '' : format.number(line.quantity, { decimals: 6 }))
        case 'unit':
          return line.unit ? own(line.unit.name) : given(priced?.unit?.name ?? '')
        case 'unitPrice':
          return line.unitPrice === null
            ? given(priced ? figure(priced.listPrice) : '')
            : own(figure(line.unitPrice))
        case 'discount':
          if (line.discount?.kind === 'percent')
            return own(format.percent(Number(line.discount.percent) / 100, 2))
          if (line.discount) return own(figure(line.discount.amount))
          return given(priced && priced.discount !== '0' ? figure(priced.discount) : '')
        case 'total':
          return given(priced ? figure(priced.net) : '')
      }
    },
    [format, figure],
  )
}
