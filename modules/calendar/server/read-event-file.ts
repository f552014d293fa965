import type { Recurrence } from '@peyvand/activities/contract'
import { type IsoDate, instantAt, startOfDay } from '@peyvand/persian'
import ICAL from 'ical.js'

/** An event of a file, its times as instants. */
export interface ReadEvent {
  uid: string
  title: string
  start: string
  end: string
  allDay: boolean
  description: string
  place: string
  url: string
  sequence: number
  /** When its maker last changed it, ISO; null where it does not say. */
  changedAt: string | null
  isCancelled: boolean
  organizer: string | null
  /** Addresses of those invited, in lower case. */
  attendees: string[]
  recurrence: Recurrence | null
  /** It recurs by a rule that cannot be told in ours. */
  hasOtherRule: boolean
}

/**
 * Reads the events of an iCalendar file. Times without a zone are of the zone given, days begin there.
 * @returns null where the text is no iCalendar
 */
export function readEventFile(ics: string, timeZone: string): ReadEvent[] | null {
  const calendars = parsed(ics)
  if (!calendars) return null
  return calendars.flatMap((calendar) => {
    const isCancelled = String(calendar.getFirstPropertyValue('method') ?? '').toUpperCase() === 'CANCEL'
    const zones = new Map(
      calendar.getAllSubcomponents('vtimezone').map((component) => {
        const zone = new ICAL.Timezone(component)
        return [zone.tzid, zone] as const
      }),
    )
    return calendar
      .getAllSubcomponents('vevent')
      .flatMap((component) => readEvent(component, { timeZone, zones, isCancelled }) ?? [])
  })
}

interface Reading {
  timeZone: string
  zones: ReadonlyMap<string, ICAL.Timezone>
  isCancelled: boolean
}

function parsed(ics: string): ICAL.Component[] | null {
  try {
    // One calendar, or several one after the other.
    const jcal: unknown[] = ICAL.parse(ics)
    const all = typeof jcal[0] === 'string' ? [jcal] : (jcal as unknown[][])
    const calendars = all.map((one) => new ICAL.Component(one as never))
    return calendars.length > 0 && calendars.every(({ name }) => name === 'vcalendar') ? calendars : null
  } catch {
    return null
  }
}

function readEvent(component: ICAL.Component, reading: Reading): ReadEvent | null {
  const text = (key: string) => String(component.getFirstPropertyValue(key) ?? '').trim()
  const startTime = timeOf(component, 'dtstart')
  const uid = text('uid')
  if (!startTime || !uid || component.hasProperty('recurrence-id')) return null
  const start = instantOf(component, 'dtstart', startTime, reading)
  const end = endOf(component, { startTime, start, reading })
  const modified = timeOf(component, 'last-modified') ?? timeOf(component, 'dtstamp')
  const rule = component.getFirstPropertyValue('rrule')
  const recurrence = rule instanceof ICAL.Recur ? recurrenceFrom(rule, startTime) : null
  return {
    uid,
    title: text('summary'),
    start,
    end: end > start ? end : new Date(Date.parse(start) + 3_600_000).toISOString(),
    allDay: startTime.isDate,
    description: text('description'),
    place: text('location'),
    url: text('url'),
    sequence: Number.parseInt(text('sequence'), 10) || 0,
    changedAt: modified ? modified.toJSDate().toISOString() : null,
    isCancelled: reading.isCancelled || text('status').toUpperCase() === 'CANCELLED',
    organizer: addressOf(component.getFirstPropertyValue('organizer')),
    attendees: component
      .getAllProperties('attendee')
      .flatMap((property) => addressOf(property.getFirstValue()) ?? []),
    recurrence,
    hasOtherRule: (rule !== null && recurrence === null) || component.hasProperty('rdate'),
  }
}

function timeOf(component: ICAL.Component, key: string): ICAL.Time | null {
  const value = component.getFirstPropertyValue(key)
  return value instanceof ICAL.Time ? value : null
}

function endOf(
  component: ICAL.Component,
  { startTime, start, reading }: { startTime: ICAL.Time; start: string; reading: Reading },
): string {
  const endTime = timeOf(component, 'dtend')
  if (endTime) return instantOf(component, 'dtend', endTime, reading)
  const duration = component.getFirstPropertyValue('duration')
  const seconds = duration instanceof ICAL.Duration ? duration.toSeconds() : startTime.isDate ? 86_400 : 3600
  return new Date(Date.parse(start) + seconds * 1000).toISOString()
}

/** By the zone that the file describes, else by a zone of that name, else as a clock time of the reader's zone. */
function instantOf(
  component: ICAL.Component,
  key: string,
  time: ICAL.Time,
  { timeZone, zones }: Reading,
): string {
  const day = dayOf(time)
  if (time.isDate) return startOfDay(day, timeZone)
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toJSDate().toISOString()
  const tzid = component.getFirstProperty(key)?.getFirstParameter('tzid') ?? ''
  const clock = [time.hour, time.minute].map((part) => String(part).padStart(2, '0')).join(':')
  if (tzid && isZone(tzid)) return instantAt(day, clock, tzid)
  const described = zones.get(tzid)
  if (described) {
    const local = time.clone()
    local.zone = described
    return local.toJSDate().toISOString()
  }
  return instantAt(day, clock, timeZone)
}

const dayOf = ({ year, month, day }: ICAL.Time): IsoDate =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const addressOf = (value: unknown): string | null =>
  typeof value === 'string' ? (/^mailto:(.+@.+)$/i.exec(value.trim())?.[1]?.toLowerCase() ?? null) : null

const weekdayOf: Record<string, number> = { SA: 0, SU: 1, MO: 2, TU: 3, WE: 4, TH: 5, FR: 6 }
const frequencyOf = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const

/** The rule in our terms, by Gregorian months; null where ours cannot say it. */
function recurrenceFrom(rule: ICAL.Recur, start: ICAL.Time): Recurrence | null {
  const frequency = frequencyOf[rule.freq as keyof typeof frequencyOf]
  const parts = rule.parts as Record<string, (string | number)[] | undefined>
  const { BYDAY: days = [], BYMONTHDAY: monthDays = [], BYMONTH: months = [], ...others } = parts
  if (!frequency || Object.values(others).some((values) => (values?.length ?? 0) > 0)) return null
  const base = {
    frequency,
    interval: rule.interval || 1,
    calendar: 'gregorian' as const,
    weekdays: [] as number[],
    monthlyOn: 'day' as Recurrence['monthlyOn'],
    until: rule.until ? dayOf(rule.until) : null,
    count: rule.count ?? null,
  }
  if (frequency === 'daily') return days.length + monthDays.length + months.length > 0 ? null : base
  if (frequency === 'weekly') {
    const weekdays = days.map((day) => weekdayOf[String(day)])
    if (weekdays.includes(undefined) || monthDays.length > 0) return null
    return { ...base, weekdays: weekdays as number[] }
  }
  if (frequency === 'yearly' && (months.length > 1 || (months.length === 1 && months[0] !== start.month)))
    return null
  if (frequency === 'monthly' && months.length > 0) return null
  if (days.length > 0) {
    const nth = /^(-?\d)([A-Z]{2})$/.exec(String(days[0]))
    const isSame = nth && weekdayOf[nth[2] ?? ''] === start.dayOfWeek() % 7
    return days.length === 1 && isSame && Number(nth[1]) === Math.ceil(start.day / 7)
      ? { ...base, monthlyOn: 'weekday' }
      : null
  }
  if (monthDays.length === 0 || (monthDays.length === 1 && monthDays[0] === start.day)) return base
  return monthDays.length === 1 && monthDays[0] === -1 ? { ...base, monthlyOn: 'lastDay' } : null
}
