import type { Locale } from '../locale.ts'

const formatters = new Map<string, Intl.NumberFormat>()

type FormatNumberOptions = {
  locale: Locale
  /** Digits after the point at most; default 2. */
  decimals?: number
  /** `false` for years and numbers of documents; default true. */
  grouping?: boolean
}

/**
 * «۱٬۲۳۴٬۵۶۷٫۵» or "1,234,567.5". Takes decimal strings so that large amounts stay exact; throws RangeError for
 * other strings.
 */
export function formatNumber(
  value: number | bigint | string,
  { locale, decimals = 2, grouping = true }: FormatNumberOptions,
): string {
  if (typeof value === 'string' && !isDecimal(value)) throw new RangeError(`Not a number: ${value}`)
  const key = `${locale}/${decimals}/${grouping}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale === 'fa' ? 'fa-IR' : 'en-US', {
      maximumFractionDigits: decimals,
      useGrouping: grouping,
    })
    formatters.set(key, formatter)
  }
  return formatter.format(value)
}

/** A share of one as «۱۲٫۵٪» or "12.5%"; one decimal at most unless told. */
export function formatPercent(
  ratio: number,
  { locale, decimals = 1 }: Omit<FormatNumberOptions, 'grouping'>,
): string {
  return `${formatNumber(ratio * 100, { locale, decimals })}${locale === 'fa' ? '٪' : '%'}`
}

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)
