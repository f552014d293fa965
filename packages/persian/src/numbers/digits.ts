import type { Locale } from '../locale.ts'

const PERSIAN_DIGITS = '۰۱۲۳۴۵۶۷۸۹'

/** Persian (۰–۹) and Arabic (٠–٩) digits to 0–9; everything else stays. */
export const toLatinDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))

/** Latin and Arabic digits to ۰–۹; everything else stays. */
export const toPersianDigits = (text: string): string =>
  text.replace(/[0-9٠-٩]/g, (digit) => PERSIAN_DIGITS.charAt(digit.charCodeAt(0) & 15))

/** The digits readers of the language expect. For showing only; stored codes and numbers are Latin. */
export const localizeDigits = (text: string, locale: Locale): string =>
  locale === 'fa' ? toPersianDigits(text) : toLatinDigits(text)
