import { accept, type Result, refuse } from '../result.ts'
import { cleanCode } from '../text/clean.ts'

type Dialled = {
  /** Without trunk zero and without `98`; numbers of other countries keep their country code. */
  digits: string
  country: 'iran' | 'other'
  /** Dialled as a whole number, so it has an area or operator code. */
  isComplete: boolean
}

/** Reads the ways people write the start of a phone number: +98, 0098, 98, 0 or nothing, also `+98 (0)21`. */
export function dialledDigits(text: string): Result<Dialled, 'empty' | 'format'> {
  const code = cleanCode(text).replace(/[-._()/]/g, '')
  if (code === '') return refuse('empty')
  const [, international = '', digits = ''] = /^(\+|00)?(\d+)$/.exec(code) ?? []
  if (digits === '') return refuse('format')
  if (international !== '' && !digits.startsWith('98')) {
    return accept({ digits, country: 'other', isComplete: true })
  }
  const national = international !== '' || /^980?\d{10}$/.test(digits) ? digits.slice(2) : digits
  const withoutTrunkZero = national.replace(/^0/, '')
  return accept({ digits: withoutTrunkZero, country: 'iran', isComplete: withoutTrunkZero !== code })
}
