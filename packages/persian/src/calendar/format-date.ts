import type { Locale } from '../locale.ts'
import { localizeDigits } from '../numbers/digits.ts'
import { gregorianParts, type IsoDate, weekday } from './iso-date.ts'
import { toJalali } from './jalali.ts'
import { type Calendar, monthNames, weekdayNames } from './names.ts'
import { localClock, TEHRAN } from './time-zone.ts'

/**
 * `short` ۱۴۰۵/۰۹/۰۱ or 2026-11-22 · `dayMonth` ۱ آذر · `medium` ۱ آذر ۱۴۰۵ or 22 Nov 2026 ·
 * `long` ۱ آذر ۱۴۰۵ or 22 November 2026 · `full` یکشنبه ۱ آذر ۱۴۰۵ or Sunday 22 November 2026.
 */
export type DateStyle = 'short' | 'dayMonth' | 'medium' | 'long' | 'full'

type FormatDateOptions = {
  locale: Locale
  /** Default `medium`. */
  style?: DateStyle
  /** Default: Jalali in Persian, Gregorian in English. */
  calendar?: Calendar
}

type FormatInstantOptions = FormatDateOptions & {
  /** Default Asia/Tehran. */
  timeZone?: string
}

/** A day in the words and digits of the language. */
export function formatDate(date: IsoDate, options: FormatDateOptions): string {
  const { locale, style = 'medium', calendar = calendarOf(locale) } = options
  const { year, month, day } = calendar === 'jalali' ? toJalali(date) : gregorianParts(date)
  if (style === 'short') {
    const separator = locale === 'en' && calendar === 'gregorian' ? '-' : '/'
    const parts = [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))]
    return localizeDigits(parts.join(separator), locale)
  }
  const monthName = monthNames(locale, calendar)[month - 1] ?? ''
  const abbreviated =
    locale === 'en' && calendar === 'gregorian' && (style === 'medium' || style === 'dayMonth')
  const dayMonth = `${day} ${abbreviated ? monthName.slice(0, 3) : monthName}`
  if (style === 'dayMonth') return localizeDigits(dayMonth, locale)
  const weekdayName = style === 'full' ? `${weekdayNames(locale)[weekday(date)]} ` : ''
  return localizeDigits(`${weekdayName}${dayMonth} ${year}`, locale)
}

/** The month a day lies in, as a heading: «آذر ۱۴۰۵», "November 2026". */
export function formatMonth(date: IsoDate, options: Omit<FormatDateOptions, 'style'>): string {
  const { locale, calendar = calendarOf(locale) } = options
  const { year, month } = calendar === 'jalali' ? toJalali(date) : gregorianParts(date)
  return localizeDigits(`${monthNames(locale, calendar)[month - 1]} ${year}`, locale)
}

/** The clock time of an instant in a zone: «۱۴:۳۰». */
export function formatTime(instant: string | Date, options: { locale: Locale; timeZone?: string }): string {
  return localizeDigits(localClock(instant, options.timeZone ?? TEHRAN).time, options.locale)
}

/** Day and time of an instant in a zone: «۱ آذر ۱۴۰۵، ۱۴:۳۰», "22 Nov 2026, 14:30"; `short` has a space only. */
export function formatDateTime(instant: string | Date, options: FormatInstantOptions): string {
  const { date, time } = localClock(instant, options.timeZone ?? TEHRAN)
  const separator = options.style === 'short' ? ' ' : options.locale === 'fa' ? '، ' : ', '
  return `${formatDate(date, options)}${separator}${localizeDigits(time, options.locale)}`
}

const calendarOf = (locale: Locale): Calendar => (locale === 'fa' ? 'jalali' : 'gregorian')
