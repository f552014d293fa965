import type { Locale } from '../locale.ts'
import { toPersianDigits } from '../numbers/digits.ts'
import { daysBetween, type IsoDate } from './iso-date.ts'
import { localDate, TEHRAN } from './time-zone.ts'

const SECONDS_PER_HOUR = 3600

const FA_UNITS = { minute: 'دقیقه', hour: 'ساعت', day: 'روز', week: 'هفته', month: 'ماه', year: 'سال' }

type Unit = keyof typeof FA_UNITS

// Only days get names: 31 days ago is not yet «last month» of the calendar.
const NEAR_DAYS: Record<Locale, Record<number, string>> = {
  fa: { [-2]: 'پریروز', [-1]: 'دیروز', 0: 'امروز', 1: 'فردا', 2: 'پس‌فردا' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

/** A day as seen from today: «امروز», «دیروز», «۳ روز پیش», «۲ هفته بعد», «۱ ماه پیش», «۲ سال پیش». */
export function relativeDate(date: IsoDate, options: { today: IsoDate; locale: Locale }): string {
  const days = daysBetween(options.today, date)
  const distance = Math.abs(days)
  const say = (unitDays: number, unit: Unit) => relative(Math.trunc(days / unitDays), unit, options.locale)
  if (distance < 14) return say(1, 'day')
  if (distance < 30) return say(7, 'week')
  if (distance < 365) return say(30.44, 'month')
  return say(365.24, 'year')
}

/**
 * An instant as seen from now: «همین حالا», «۵ دقیقه پیش», «۳ ساعت پیش» on the same day or within six hours,
 * otherwise as `relativeDate` of its day in the zone.
 */
export function relativeTime(
  instant: string | Date,
  options: { now: string | Date; locale: Locale; timeZone?: string },
): string {
  const { now, locale, timeZone = TEHRAN } = options
  const seconds = (new Date(instant).getTime() - new Date(now).getTime()) / 1000
  const distance = Math.abs(seconds)
  const [day, today] = [localDate(instant, timeZone), localDate(now, timeZone)]
  if (distance < 60) return locale === 'fa' ? 'همین حالا' : 'just now'
  if (distance < SECONDS_PER_HOUR) return relative(Math.trunc(seconds / 60), 'minute', locale)
  if (day === today || distance < 6 * SECONDS_PER_HOUR) {
    return relative(Math.trunc(seconds / SECONDS_PER_HOUR), 'hour', locale)
  }
  return relativeDate(day, { today, locale })
}

/** Words of our own, because `Intl` words them differently from one ICU version to the next. */
function relative(value: number, unit: Unit, locale: Locale): string {
  const named = unit === 'day' ? NEAR_DAYS[locale][value] : undefined
  if (named !== undefined) return named
  const count = Math.abs(value)
  if (locale === 'fa')
    return `${toPersianDigits(String(count))} ${FA_UNITS[unit]} ${value < 0 ? 'پیش' : 'بعد'}`
  const english = `${count} ${unit}${count === 1 ? '' : 's'}`
  return value < 0 ? `${english} ago` : `in ${english}`
}
