import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { type Currency, currencyPlaces, inMajorUnits } from '../../contract/index.ts'

/** Writes an amount of minor units with the name of its currency; Rial in the firm's unit. */
export function useAmount() {
  const t = useT()
  const format = useFormat()
  return (amount: string, currency: Currency): string =>
    currency === 'IRR'
      ? format.money(amount)
      : `${format.number(inMajorUnits(amount, currency), { decimals: currencyPlaces[currency] })} ${t(`catalog.currency.${currency}`)}`
}
