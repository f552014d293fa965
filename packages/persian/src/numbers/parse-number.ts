import { accept, type Result, refuse } from '../result.ts'
import { plainCharacters } from '../text/characters.ts'

export type NumberError = 'empty' | 'format' | 'range'

type DecimalOptions = {
  /** Whole amounts are typed: «۱.۲۰۰» and «۱/۲۰۰» mean 1200, not 1.2. */
  loneGroupIsThousands?: boolean
}

/**
 * A typed number as a canonical decimal string («(۱٬۲۳۴٫۵۰)» is "-1234.5"), exact at any length.
 * Thousands: ٬ , ، ' or a space. Decimal point: ٫ . or the Iranian slash («۲/۵»). Two or more points or slashes
 * between groups of three are thousands too. Minus before or after, or accounting parentheses.
 */
export function parseDecimal(text: string, options: DecimalOptions = {}): Result<string, 'empty' | 'format'> {
  const typed = plainCharacters(text).trim()
  if (typed === '') return refuse('empty')
  const { negative, magnitude } = splitSign(typed)
  const plain = ungroup(magnitude.replace(/[\s\p{Z}]+/gu, ' '), options)
  const match = /^(\d*)(?:\.(\d*))?$/.exec(plain)
  const whole = match?.[1] ?? ''
  const fraction = (match?.[2] ?? '').replace(/0+$/, '')
  if (match === null || !/\d/.test(plain)) return refuse('format')
  const value = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction && `.${fraction}`}`
  return accept(negative && value !== '0' ? `-${value}` : value)
}

/** Like `parseDecimal`, as a number; `range` when the whole part is beyond what a number holds exactly. */
export function parseNumber(text: string): Result<number, NumberError> {
  const decimal = parseDecimal(text)
  if (!decimal.ok) return decimal
  const value = Number(decimal.value)
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? accept(value) : refuse('range')
}

function splitSign(typed: string): { negative: boolean; magnitude: string } {
  const signed = /^-\s*([^-]*)$|^([^-]*)-$|^\(([^()-]*)\)$/.exec(typed)
  if (signed) return { negative: true, magnitude: (signed[1] ?? signed[2] ?? signed[3] ?? '').trim() }
  return { negative: false, magnitude: typed.replace(/^\+\s*/, '') }
}

/** Removes separators that stand between groups of three digits and writes the decimal point as a dot. */
function ungroup(text: string, { loneGroupIsThousands = false }: DecimalOptions): string {
  const grouped = /^\d{1,3}(?:([٬,،'’ ])\d{3})(?:\1\d{3})*(?=$|[./٫])/.exec(text)?.[0]
  if (grouped) return grouped.replace(/\D/g, '') + text.slice(grouped.length).replace(/^[/٫]/, '.')
  if (/^\d{1,3}([./])\d{3}(?:\1\d{3})+$/.test(text)) return text.replace(/\D/g, '')
  if (loneGroupIsThousands && /^[1-9]\d{0,2}[./]\d{3}$/.test(text)) return text.replace(/\D/g, '')
  return text.replace(/[/٫]/, '.')
}
