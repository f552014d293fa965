import { accept, type Result, refuse } from '../result.ts'
import { cleanCode } from '../text/clean.ts'

export type ShebaError = 'empty' | 'format' | 'length' | 'checkDigit'

/** شماره شبا, the Iranian IBAN (ISO 13616): `IR`, two check digits mod 97 and 22 digits. `IR` may be left out. */
export function parseSheba(text: string): Result<string, ShebaError> {
  const code = cleanCode(text).replace(/[-._]/g, '').toUpperCase()
  if (code === '') return refuse('empty')
  const digits = code.replace(/^IR/, '')
  if (!/^\d+$/.test(digits)) return refuse('format')
  if (digits.length !== 24) return refuse('length')
  const check = digits.slice(0, 2)
  const letters = '1827' // I and R as numbers
  const isRight = BigInt(`${digits.slice(2)}${letters}${check}`) % 97n === 1n
  // 00, 01 and 99 satisfy the division as well but are never issued.
  return isRight && check >= '02' && check <= '98' ? accept(`IR${digits}`) : refuse('checkDigit')
}

/** In groups of four: `IR80 0170 5830 …`. Always Latin digits, as banks print it. */
export const formatSheba = (sheba: string): string => sheba.replace(/(.{4})(?=.)/g, '$1 ')
