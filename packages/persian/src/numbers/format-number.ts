import type { Locale } from '../locale.ts'

type Figure = number | bigint | string

const formatters = new Map<string, Intl.NumberFormat>()

type FormatNumberOptions = {
  locale: Locale
  /** Digits after the point at most; default 2. */
  decimals?: number
  /** `false` for years and numbers of documents; default true. */
  grouping?: boolean
}

/** «۱٬۲۳۴٬۵۶۷٫۵» or "1,234,567.5". Takes decimal strings so that large amounts stay exact. */
export function formatNumber(
  value: Figure,
  { locale, decimals = 2, grouping = true }: FormatNumberOptions,
): string {
  const key = `${locale}/${decimals}/${grouping}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale === 'fa' ? 'fa-IR' : 'en-US', {
      maximumFractionDigits: decimals,
      useGrouping: grouping,
    })
    formatters.set(key, formatter)
  }
  return formatter.format(value as Intl.StringNumericLiteral)
}

/** A share of one as «۱۲٫۵٪» or "12.5%"; one decimal at most unless told. */
export function formatPercent(
  ratio: number,
  { locale, decimals = 1 }: Omit<FormatNumberOptions, 'grouping'>,
): string {
  return `${formatNumber(ratio * 100, { locale, decimals })}${locale === 'fa' ? '٪' : '%'}`
}
