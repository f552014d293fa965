import type { Locale } from '../locale.ts'
import { localizeDigits } from '../numbers/digits.ts'
import { accept, type Result, refuse } from '../result.ts'
import { identifierDigits } from './identifier-digits.ts'

export type PostalCodeError = 'empty' | 'format' | 'length'

const USUAL_PATTERN = /^(?!(\d)\1{3})[13-9]{4}[1346-9][013-9]{5}$/

/** کد پستی: 10 digits, not beginning with 0. Codes outside the old pattern exist, so they are only `unusual`. */
export function parsePostalCode(text: string): Result<string, PostalCodeError, 'unusual'> {
  const digits = identifierDigits(text)
  if (!digits.ok) return digits
  const { value } = digits
  if (value.length !== 10) return refuse('length')
  if (value.startsWith('0')) return refuse('format')
  return USUAL_PATTERN.test(value) ? accept(value) : { ...accept(value), warning: 'unusual' }
}

/** As written on envelopes: «۱۲۳۴۵-۶۷۸۹۰». */
export const formatPostalCode = (postalCode: string, locale: Locale): string =>
  localizeDigits(`${postalCode.slice(0, 5)}-${postalCode.slice(5)}`, locale)
