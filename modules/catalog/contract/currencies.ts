import { z } from 'zod'

/** Currencies that prices are kept in, with the places of their minor unit. Rial has none. */
export const currencyPlaces = {
  IRR: 0,
  USD: 2,
  EUR: 2,
  AED: 2,
  TRY: 2,
  CNY: 2,
  IQD: 3,
  OMR: 3,
} as const

export type Currency = keyof typeof currencyPlaces

export const Currency = z.enum(Object.keys(currencyPlaces) as [Currency, ...Currency[]])

export const currencies = Currency.options

/** An amount of minor units as a decimal of the currency: 1999 cents are `19.99`. */
export function inMajorUnits(amount: string, currency: Currency): string {
  const places = currencyPlaces[currency]
  if (places === 0) return amount
  const digits = amount.padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return `${digits.slice(0, -places)}${fraction && `.${fraction}`}`
}

/** The opposite; null where the decimal has more places than the currency. */
export function inMinorUnits(decimal: string, currency: Currency): string | null {
  const [whole = '', fraction = ''] = decimal.split('.')
  const places = currencyPlaces[currency]
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > places) return null
  return `${whole}${fraction.padEnd(places, '0')}`.replace(/^0+(?=\d)/, '')
}
