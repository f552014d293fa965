import { accept, type Result, refuse } from '../result.ts'
import { cleanCode } from '../text/clean.ts'

/** The digits of a typed identifier, its spaces, dashes and dots dropped; `format` when anything else remains. */
export function identifierDigits(text: string): Result<string, 'empty' | 'format'> {
  const digits = cleanCode(text).replace(/[-._]/g, '')
  if (digits === '') return refuse('empty')
  return /^\d+$/.test(digits) ? accept(digits) : refuse('format')
}

export const isOneDigitRepeated = (digits: string): boolean => /^(\d)\1*$/.test(digits)
