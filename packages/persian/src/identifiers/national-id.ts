import { accept, type Result, refuse } from '../result.ts'
import { identifierDigits, isOneDigitRepeated } from './identifier-digits.ts'

export type NationalIdError = 'empty' | 'format' | 'length' | 'checkDigit'

/**
 * کد ملی of a person: 10 digits, the last a check digit mod 11. Eight or nine digits, as spreadsheets leave them,
 * are padded with zeros and marked `padded`. The issuing-office prefix is not judged.
 */
export function parseNationalId(text: string): Result<string, NationalIdError, 'padded'> {
  const digits = identifierDigits(text)
  if (!digits.ok) return digits
  if (digits.value.length < 8 || digits.value.length > 10) return refuse('length')
  const value = digits.value.padStart(10, '0')
  if (isOneDigitRepeated(value) || checkDigit(value) !== Number(value[9])) return refuse('checkDigit')
  return digits.value.length === 10 ? accept(value) : { ...accept(value), warning: 'padded' }
}

function checkDigit(digits: string): number {
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const remainder = sum % 11
  return remainder < 2 ? remainder : 11 - remainder
}
