import { Percent, Price, VatTreatment } from '@peyvand/catalog/contract'
import { Amount, Id } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Rial for one unit of another currency, as a decimal of at most six places. */
export const ExchangeRate = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/)
  .refine((text) => Number(text) > 0)

/** Rial to which a total is rounded, a half up; 0 leaves it as it is. */
export const Rounding = z.union([z.literal(0), z.literal(1000), z.literal(10_000)])
export type Rounding = z.infer<typeof Rounding>

/** What comes to the lines: freight, packing, installation. */
export const ChargeInput = z.strictObject({
  label: z.string().trim().min(1).max(120),
  amount: Price,
  /** Bears no value added tax where it is null. */
  vatClassId: Id.nullable().default(null),
})
export type ChargeInput = z.output<typeof ChargeInput>

export const Vat = z.object({ treatment: VatTreatment, percent: Percent, name: z.string() })
export type Vat = z.infer<typeof Vat>

export const Charge = z.object({
  label: z.string(),
  amount: Amount,
  vatClassId: Id.nullable(),
  vatPercent: Percent,
  vatAmount: Amount,
})
export type Charge = z.infer<typeof Charge>

/** In minor units of the document's currency; every figure is the sum of those of the lines. */
export const Totals = z.object({
  gross: Amount,
  discount: Amount,
  net: Amount,
  /** Of the charges, without their tax. */
  charges: Amount,
  /** Of lines and charges. */
  vat: Amount,
  /** What rounding added, or took off where it is negative. */
  rounding: Amount,
  total: Amount,
  /** The total by the exchange rate, to the half up; null where a rate is still missing. */
  totalRial: Amount.nullable(),
  /** The total of Rial documents in Persian words, in the firm's unit of display. */
  words: z.string().nullable(),
})
export type Totals = z.infer<typeof Totals>
