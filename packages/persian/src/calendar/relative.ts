import type { Locale } from '../locale.ts'
import { daysBetween, type IsoDate } from './iso-date.ts'
import { localDate, TEHRAN } from './time-zone.ts'

const SECONDS_PER_HOUR = 3600
const formatters = new Map<string, Intl.RelativeTimeFormat>()

/** A day as seen from today: «امروز», «دیروز», «۳ روز پیش», «۲ هفته بعد», «۱ ماه پیش», «۲ سال پیش». */
export function relativeDate(date: IsoDate, options: { today: IsoDate; locale: Locale }): string {
  const days = daysBetween(options.today, date)
  const distance = Math.abs(days)
  const say = (unitDays: number, unit: Intl.RelativeTimeFormatUnit) =>
    relative(Math.trunc(days / unitDays), unit, options.locale)
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

function relative(value: number, unit: Intl.RelativeTimeFormatUnit, locale: Locale): string {
  // Only days get words: 31 days ago is not yet «last month» of the calendar.
  const numeric = unit === 'day' ? 'auto' : 'always'
  const key = `${locale}/${numeric}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.RelativeTimeFormat(locale === 'fa' ? 'fa-IR' : 'en-US', { numeric })
    formatters.set(key, formatter)
  }
  return formatter.format(value, unit)
}
