import type { Locale } from '../locale.ts'
import { accept, type Result, refuse } from '../result.ts'
import { plainCharacters } from '../text/characters.ts'
import { formatNumber } from './format-number.ts'
import { numberInWords } from './number-in-words.ts'
import { parseDecimal } from './parse-number.ts'

/** What amounts are shown and typed in. Amounts themselves are always whole Rial. */
export type MoneyUnit = 'rial' | 'toman'

export type MoneyError = 'empty' | 'format' | 'fraction'

const RIALS_PER_TOMAN = 10n

const UNIT_NAMES = {
  fa: { rial: 'ریال', toman: 'تومان' },
  en: { rial: 'Rial', toman: 'Toman' },
} as const satisfies Record<Locale, Record<MoneyUnit, string>>

const TYPED_UNITS = /\s*(?:(ریال|rials?|irr)|تومان|تومن|tomans?|irt)$/i
const TYPED_SCALES: Record<string, number> = { هزار: 3, میلیون: 6, میلیارد: 9, تریلیون: 12 }

type FormatMoneyOptions = {
  unit: MoneyUnit
  locale: Locale
  /** Writes the unit after the number; default true. */
  withUnit?: boolean
  /** Negative amounts as in accounts, «(۱٬۲۳۴)»; default a minus sign. */
  parentheses?: boolean
}

/** An amount in Rial as «۱٬۲۳۴٬۵۶۷ ریال» or «۱۲۳٬۴۵۶٫۷ تومان». */
export function formatMoney(amountRial: string | bigint, options: FormatMoneyOptions): string {
  const { unit, locale, withUnit = true, parentheses = false } = options
  const rial = BigInt(amountRial)
  const inParentheses = parentheses && rial < 0n
  const shown = decimalIn(unit, inParentheses ? -rial : rial)
  const figure = formatNumber(shown, { locale, decimals: 1 })
  return `${inParentheses ? `(${figure})` : figure}${withUnit ? ` ${UNIT_NAMES[locale][unit]}` : ''}`
}

/**
 * A typed amount as whole Rial. `unit` is what the field shows; a unit written in the text wins. Understands
 * separators of both languages, «۲/۵ میلیون» and «۵ میلیون و ۲۰۰ هزار تومان». A lone group of three after a point
 * or slash is thousands («۱.۲۰۰»). `fraction` when less than one Rial remains.
 */
export function parseMoney(text: string, options: { unit: MoneyUnit }): Result<bigint, MoneyError> {
  const typed = plainCharacters(text).trim()
  const written = TYPED_UNITS.exec(typed)
  const figures = written ? typed.slice(0, written.index) : typed
  if (figures === '') return refuse(typed === '' ? 'empty' : 'format')
  const unit = written ? (written[1] ? 'rial' : 'toman') : options.unit

  let total = 0n
  let lastScale = Number.POSITIVE_INFINITY
  for (const part of figures.split(/\s+و\s+/)) {
    const { scale, figure } = splitScale(part)
    const amount = parsePart(figure, scale, unit)
    if (!amount.ok) return amount
    const isFirst = lastScale === Number.POSITIVE_INFINITY
    if (scale >= lastScale || (!isFirst && amount.value < 0n)) return refuse('format')
    total += total < 0n ? -amount.value : amount.value
    lastScale = scale
  }
  return accept(total)
}

/** «یک میلیون و دویست هزار», with «ریال» or «تومان» after it when a unit is given; odd Rials are spelt after Toman. */
export function amountInWords(
  amountRial: string | bigint | number,
  options: { unit?: MoneyUnit } = {},
): string {
  const rial = BigInt(amountRial)
  if (options.unit === undefined) return numberInWords(rial)
  if (options.unit === 'rial') return `${numberInWords(rial)} ریال`
  if (rial < 0n) return `منفی ${amountInWords(-rial, options)}`
  const toman = rial / RIALS_PER_TOMAN
  const oddRials = rial % RIALS_PER_TOMAN
  if (oddRials === 0n) return `${numberInWords(toman)} تومان`
  const rials = `${numberInWords(oddRials)} ریال`
  return toman === 0n ? rials : `${numberInWords(toman)} تومان و ${rials}`
}

/** An average of whole Rial, rounded half up to whole ones of the unit in which it is shown; null of nothing. */
export function averageAmount(
  totalRial: string | bigint,
  count: number,
  { unit }: { unit: MoneyUnit },
): bigint | null {
  if (count === 0) return null
  const step = unit === 'toman' ? RIALS_PER_TOMAN : 1n
  const by = BigInt(count) * step
  const twice = BigInt(totalRial) * 2n + by
  // Division of bigint cuts towards zero; half up is towards the greater one, also below zero.
  const cut = twice / (by * 2n)
  return (twice < 0n && twice % (by * 2n) !== 0n ? cut - 1n : cut) * step
}

function decimalIn(unit: MoneyUnit, rial: bigint): string {
  if (unit === 'rial') return rial.toString()
  const magnitude = rial < 0n ? -rial : rial
  const sign = rial < 0n ? '-' : ''
  return `${sign}${magnitude / RIALS_PER_TOMAN}.${magnitude % RIALS_PER_TOMAN}`
}

function splitScale(part: string): { scale: number; figure: string } {
  const word = /\s*(هزار|میلیون|میلیارد|تریلیون)$/.exec(part)
  return word
    ? { scale: TYPED_SCALES[word[1] ?? ''] ?? 0, figure: part.slice(0, word.index) }
    : { scale: 0, figure: part }
}

function parsePart(figure: string, scale: number, unit: MoneyUnit): Result<bigint, 'format' | 'fraction'> {
  const decimal = parseDecimal(figure, { loneGroupIsThousands: scale === 0 })
  if (!decimal.ok) return refuse('format')
  const [whole = '', fraction = ''] = decimal.value.split('.')
  const zeros = scale + (unit === 'toman' ? 1 : 0)
  if (fraction.length > zeros) return refuse('fraction')
  return accept(BigInt(whole + fraction.padEnd(zeros, '0')))
}
