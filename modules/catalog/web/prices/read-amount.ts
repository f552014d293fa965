import { type MoneyUnit, parseDecimal, parseMoney } from '@peyvand/persian'
import { type Currency, inMinorUnits } from '../../contract/index.ts'

/**
 * A pasted amount as minor units: Rial in the unit that is shown, unless the text names another. Null of an empty
 * text, undefined where it is no amount.
 */
export function readAmount(
  text: string,
  { currency, moneyUnit }: { currency: Currency; moneyUnit: MoneyUnit },
): string | null | undefined {
  if (text.trim() === '') return null
  if (currency === 'IRR') {
    const amount = parseMoney(text, { unit: moneyUnit })
    return amount.ok && amount.value >= 0n ? amount.value.toString() : undefined
  }
  const decimal = parseDecimal(text)
  return decimal.ok ? (inMinorUnits(decimal.value, currency) ?? undefined) : undefined
}
