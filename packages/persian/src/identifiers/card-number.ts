import type { Locale } from '../locale.ts'
import { localizeDigits } from '../numbers/digits.ts'
import { accept, type Result, refuse } from '../result.ts'
import { identifierDigits, isOneDigitRepeated } from './identifier-digits.ts'

export type CardNumberError = 'empty' | 'format' | 'length' | 'checkDigit'

/** شمارهٔ کارت بانکی: 16 digits with the Luhn check digit. */
export function parseCardNumber(text: string): Result<string, CardNumberError> {
  const digits = identifierDigits(text)
  if (!digits.ok) return digits
  const { value } = digits
  if (value.length !== 16) return refuse('length')
  return isOneDigitRepeated(value) || luhnSum(value) % 10 !== 0 ? refuse('checkDigit') : accept(value)
}

/** In groups of four: «۶۰۳۷ ۹۹۴۲ ۸۴۵۸ ۶۶۰۷». */
export const formatCardNumber = (card: string, locale: Locale): string =>
  localizeDigits(card.replace(/(.{4})(?=.)/g, '$1 '), locale)

/** First six and last four digits, the rest starred: `6037-99**-****-6607`. The form to store and show. */
export const maskCardNumber = (card: string): string =>
  `${card.slice(0, 4)}-${card.slice(4, 6)}**-****-${card.slice(-4)}`

function luhnSum(digits: string): number {
  return Array.from(digits).reduce((sum, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
}
