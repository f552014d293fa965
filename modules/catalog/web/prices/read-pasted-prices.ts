import { type MoneyUnit, parseDecimal } from '@peyvand/persian'
import type { Currency } from '../../contract/index.ts'
import { readAmount } from './read-amount.ts'

export interface PastedPrice {
  code: string
  price: string
  floor: string | null
  minQuantity: string
}

interface Pasted {
  prices: PastedPrice[]
  /** Numbers of the lines that are no prices, from 1. */
  faulty: number[]
}

/**
 * Lines of a spreadsheet: code or barcode, price, and where they are there floor and smallest quantity, parted by
 * tabs. A first line without a price is taken for the headings.
 */
export function readPastedPrices(text: string, units: { currency: Currency; moneyUnit: MoneyUnit }): Pasted {
  const pasted: Pasted = { prices: [], faulty: [] }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const price = readLine(line.split('\t'), units)
    if (price) pasted.prices.push(price)
    else if (index > 0) pasted.faulty.push(index + 1)
  }
  return pasted
}

function readLine(
  [code = '', price = '', floor = '', minQuantity = '']: string[],
  units: { currency: Currency; moneyUnit: MoneyUnit },
): PastedPrice | null {
  const amount = readAmount(price, units)
  const lowest = readAmount(floor, units)
  const least = minQuantity.trim() === '' ? '0' : decimalOrNull(minQuantity)
  if (code.trim() === '' || !amount || lowest === undefined || least === null) return null
  return { code: code.trim(), price: amount, floor: lowest, minQuantity: least }
}

function decimalOrNull(text: string): string | null {
  const decimal = parseDecimal(text)
  return decimal.ok && !decimal.value.startsWith('-') ? decimal.value : null
}
