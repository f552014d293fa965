import { accept, type Result, refuse } from '../result.ts'
import { identifierDigits, isOneDigitRepeated } from './identifier-digits.ts'

export type SayadIdError = 'empty' | 'format' | 'length'

/** شناسهٔ صیادی of a cheque: 16 digits; its check digit is not public. */
export function parseSayadId(text: string): Result<string, SayadIdError> {
  const digits = identifierDigits(text)
  if (!digits.ok) return digits
  if (digits.value.length !== 16) return refuse('length')
  return isOneDigitRepeated(digits.value) ? refuse('format') : accept(digits.value)
}
