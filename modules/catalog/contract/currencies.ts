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
