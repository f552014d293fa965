import { accept, type Result, refuse } from '../result.ts'
import { dialledDigits } from './dialled-digits.ts'

export type MobileError = 'empty' | 'format' | 'length' | 'notMobile'

/**
 * An Iranian mobile number as `+989…`, from 0912…, 912…, 98912…, +98912… or 0098912…. Operator prefixes are not
 * judged: numbers move between operators.
 */
export function parseMobile(text: string): Result<string, MobileError> {
  const dialled = dialledDigits(text)
  if (!dialled.ok) return dialled
  const { digits, country } = dialled.value
  if (country === 'other' || !digits.startsWith('9')) return refuse('notMobile')
  return digits.length === 10 ? accept(`+98${digits}`) : refuse('length')
}
