import { z } from 'zod'

/** A quantity as a decimal string of at most six places, more than nothing. */
export const Quantity = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,6})?$/, { abort: true })
  .refine((text) => Number(text) > 0, { params: { code: 'catalog.moreThanNothing' } })

/** Percent with two places as a decimal string: `12.5`; at most 100. */
export const Percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, { abort: true })
  .refine((text) => Number(text) <= 100, { params: { code: 'catalog.percentTooHigh' } })

/** A price in minor units, never negative. */
export const Price = z.string().regex(/^\d{1,15}$/)
