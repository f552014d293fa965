import { type Currency, currencyPlaces } from '@peyvand/catalog/contract'
import { one, shareHalfUp, toMillionths } from '@peyvand/catalog/server'
import type { Rounding } from '../../contract/index.ts'

interface Amounts {
  gross: bigint
  discount: bigint
  net: bigint
  vatAmount: bigint
}

interface Summed {
  lines: readonly Amounts[]
  charges: readonly { amount: bigint; vatAmount: bigint }[]
  roundTo: Rounding
  currency: Currency
  exchangeRate: string | null
}

/** In minor units of the document's currency; those in Rial are null where the rate is missing. */
export interface DocumentTotals {
  gross: bigint
  discount: bigint
  net: bigint
  charges: bigint
  vat: bigint
  rounding: bigint
  total: bigint
  netRial: bigint | null
  vatRial: bigint | null
  totalRial: bigint | null
}

/** Every figure is the sum of those of lines and charges; only the total of a Rial document is rounded, a half up. */
export function documentTotals({ lines, charges, roundTo, currency, exchangeRate }: Summed): DocumentTotals {
  const net = sum(lines.map((line) => line.net))
  const extra = sum(charges.map(({ amount }) => amount))
  const vat = sum([...lines, ...charges].map(({ vatAmount }) => vatAmount))
  const exact = net + extra + vat
  const rounding = currency === 'IRR' && roundTo > 0 ? nearest(exact, BigInt(roundTo)) - exact : 0n
  const inRial = (amount: bigint) => rialOf(amount, currency, exchangeRate)
  return {
    gross: sum(lines.map(({ gross }) => gross)),
    discount: sum(lines.map(({ discount }) => discount)),
    net,
    charges: extra,
    vat,
    rounding,
    total: exact + rounding,
    netRial: inRial(net),
    vatRial: inRial(vat),
    totalRial: inRial(exact + rounding),
  }
}

/** An amount of minor units in Rial, a half up; `exchangeRate` is Rial for one whole unit. */
export function rialOf(amount: bigint, currency: Currency, exchangeRate: string | null): bigint | null {
  if (currency === 'IRR') return amount
  if (exchangeRate === null) return null
  return shareHalfUp(amount, toMillionths(exchangeRate), one * 10n ** BigInt(currencyPlaces[currency]))
}

const nearest = (amount: bigint, unit: bigint): bigint => ((amount * 2n + unit) / (unit * 2n)) * unit

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
