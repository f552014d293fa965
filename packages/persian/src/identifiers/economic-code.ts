import { accept, type Result, refuse } from '../result.ts'
import { identifierDigits } from './identifier-digits.ts'
import { parseLegalNationalId } from './legal-national-id.ts'
import { parseNationalId } from './national-id.ts'

export type EconomicCodeError = 'empty' | 'format' | 'length' | 'checkDigit'

/**
 * کد اقتصادی: the 11-digit شناسهٔ ملی of an organisation, 14 digits beginning with the کد ملی of a person, or the
 * older 12-digit code, which has no public check digit.
 */
export function parseEconomicCode(text: string): Result<string, EconomicCodeError> {
  const digits = identifierDigits(text)
  if (!digits.ok) return digits
  const { value } = digits
  if (value.length === 12) return accept(value)
  if (value.length === 11) return parseLegalNationalId(value)
  if (value.length !== 14) return refuse('length')
  return parseNationalId(value.slice(0, 10)).ok ? accept(value) : refuse('checkDigit')
}
