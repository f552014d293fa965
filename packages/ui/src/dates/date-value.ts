import {
  type CalendarDate,
  type DateValue,
  GregorianCalendar,
  parseAbsolute,
  parseDate,
  parseTime,
  type Time,
  toCalendar,
  toCalendarDate,
  type ZonedDateTime,
} from '@internationalized/date'
import { isIsoDate } from '@peyvand/persian'

const gregorian = new GregorianCalendar()

/** `YYYY-MM-DD` as React Aria takes it; null when empty or not a day. */
export const dateFromIso = (iso: string | null | undefined): CalendarDate | null =>
  iso && isIsoDate(iso) ? parseDate(iso) : null

/** The Gregorian `YYYY-MM-DD` of a day in any calendar. */
export const isoFromDate = (date: DateValue | null): string | null =>
  date ? toCalendar(toCalendarDate(date), gregorian).toString() : null

export const instantFromIso = (iso: string | null | undefined, timeZone: string): ZonedDateTime | null =>
  iso && !Number.isNaN(Date.parse(iso)) ? parseAbsolute(iso, timeZone) : null

/** `HH:mm`, 24 hours. */
export const timeFromText = (text: string | null | undefined): Time | null =>
  text && /^([01]\d|2[0-3]):[0-5]\d/.test(text) ? parseTime(text.slice(0, 5)) : null

export const textFromTime = (time: { hour: number; minute: number } | null): string | null =>
  time ? [time.hour, time.minute].map((part) => String(part).padStart(2, '0')).join(':') : null
