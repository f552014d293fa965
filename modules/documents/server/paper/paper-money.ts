import { type Currency, currencyPlaces, inMajorUnits } from '@peyvand/catalog/contract'
import {
  amountInWords,
  formatMoney,
  formatNumber,
  localizeDigits,
  type MoneyUnit,
  numberInWords,
} from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import { numberInEnglish } from './english-words.ts'
import { paperWords } from './paper-words.ts'

interface Unit {
  currency: Currency
  /** What Rial are shown in. */
  moneyUnit: MoneyUnit
}

/** How a paper writes amounts: figures without their unit, its name, and whole sums in words. */
export interface PaperMoney {
  unit: string
  figure(amount: string): string
  /** With its unit. */
  amount(amount: string): string
  words(amount: string): string
}

/** Amounts are minor units of the currency. */
export function paperMoney(locale: Locale, { currency, moneyUnit }: Unit): PaperMoney {
  const { currencies, toman } = paperWords[locale]
  const isToman = currency === 'IRR' && moneyUnit === 'toman'
  const isCoded = locale === 'en' && currency !== 'IRR'
  const unit = isToman ? toman : isCoded ? currency : currencies[currency].name
  const figure = (amount: string) =>
    currency === 'IRR'
      ? formatMoney(amount, { unit: moneyUnit, locale, withUnit: false })
      : foreignFigure(amount, currency, locale)
  return {
    unit,
    figure,
    amount: (amount) => `${figure(amount)} ${unit}`,
    words: (amount) =>
      locale === 'fa' && currency === 'IRR'
        ? amountInWords(amount, { unit: moneyUnit })
        : wordsOf(amount, { locale, currency, isToman }),
  }
}

/** With all places of the minor unit: 1,200.50. */
function foreignFigure(amount: string, currency: Currency, locale: Locale): string {
  const isNegative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = inMajorUnits(amount.replace('-', ''), currency).split('.')
  const point = locale === 'fa' ? '٫' : '.'
  const digits = localizeDigits(fraction.padEnd(currencyPlaces[currency], '0'), locale)
  const minus = isNegative ? (locale === 'fa' ? '\u200e−' : '-') : ''
  return `${minus}${formatNumber(whole, { locale })}${digits ? `${point}${digits}` : ''}`
}

function wordsOf(
  amount: string,
  { locale, currency, isToman }: { locale: Locale; currency: Currency; isToman: boolean },
): string {
  const words = paperWords[locale]
  const inWords = locale === 'fa' ? numberInWords : numberInEnglish
  const { name, minor } = words.currencies[currency]
  const value = BigInt(amount.replace('-', ''))
  if (isToman) {
    const odd = value % 10n
    const rest = odd > 0n ? `${words.and}${inWords(odd)} ${name}` : ''
    return `${inWords(value / 10n)} ${words.toman}${rest}`
  }
  const scale = 10n ** BigInt(currencyPlaces[currency])
  const fraction = value % scale
  const rest = fraction > 0n ? `${words.and}${inWords(fraction)} ${minor}` : ''
  return `${inWords(value / scale)} ${name}${rest}`
}
