import { accept, type Result, refuse } from '../result.ts'
import { identifierDigits, isOneDigitRepeated } from './identifier-digits.ts'

export type LegalNationalIdError = 'empty' | 'format' | 'length' | 'checkDigit'

const WEIGHTS = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]

/** شناسهٔ ملی of an organisation: 11 digits, the last a check digit over the others shifted by the tenth plus 2. */
export function parseLegalNationalId(text: string): Result<string, LegalNationalIdError> {
  const digits = identifierDigits(text)
  if (!digits.ok) return digits
  const { value } = digits
  if (value.length !== 11) return refuse('length')
  const isBlank = isOneDigitRepeated(value) || value.slice(3, 9) === '000000'
  return isBlank || checkDigit(value) !== Number(value[10]) ? refuse('checkDigit') : accept(value)
}

function checkDigit(digits: string): number {
  const shift = Number(digits[9]) + 2
  const sum = WEIGHTS.reduce((total, weight, i) => total + (Number(digits[i]) + shift) * weight, 0)
  return (sum % 11) % 10
}
