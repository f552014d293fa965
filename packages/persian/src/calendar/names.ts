import type { Locale } from '../locale.ts'

/** How days are shown and typed. */
export type Calendar = 'jalali' | 'gregorian'

const JALALI_MONTHS = {
  fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' '),
  en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' '),
}

const GREGORIAN_MONTHS = {
  fa: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

const WEEKDAYS = {
  fa: 'شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه'.split(' '),
  en: 'Saturday Sunday Monday Tuesday Wednesday Thursday Friday'.split(' '),
}

const SEASONS = { fa: 'بهار تابستان پاییز زمستان'.split(' '), en: 'Spring Summer Autumn Winter'.split(' ') }

/** The twelve months, فروردین or January first. */
export const monthNames = (locale: Locale, calendar: Calendar = 'jalali'): readonly string[] =>
  (calendar === 'jalali' ? JALALI_MONTHS : GREGORIAN_MONTHS)[locale]

/** The week from شنبه (Saturday) to جمعه (Friday); index by `weekday()`. */
export const weekdayNames = (locale: Locale): readonly string[] => WEEKDAYS[locale]

/** One-letter weekday heads of a calendar: «ش ی د س چ پ ج». */
export const weekdayLetters = (locale: Locale): readonly string[] =>
  WEEKDAYS[locale].map((name) => name.charAt(0))

/** The four seasons of the Jalali year, بهار first. */
export const seasonNames = (locale: Locale): readonly string[] => SEASONS[locale]
