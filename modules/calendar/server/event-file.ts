import ICAL from 'ical.js'

/** A person of an event; without an address other programs cannot tell who it is. */
export interface EventPerson {
  name: string
  email: string
  response?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
}

/** An event as calendar programs understand it. */
export interface CalendarEvent {
  uid: string
  title: string
  /** An instant, or a day where `allDay`. */
  start: string
  end: string
  allDay: boolean
  description?: string
  place?: string | null
  url?: string
  /** Rises with each change. */
  sequence: number
  changedAt: string
  organizer?: EventPerson
  attendees?: readonly EventPerson[]
  /** It leaves the time free, as a holiday or a task of the day does. */
  isTransparent?: boolean
}

interface EventFile {
  method: 'PUBLISH' | 'REQUEST' | null
  /** The name that programs show for the calendar. */
  name?: string
  events: readonly CalendarEvent[]
  /** When the file is written, ISO. */
  now: string
}

/**
 * iCalendar (RFC 5545) of events. Times are UTC, so that no zone has to be described; recurring ones are given one by
 * one, because Jalali months have no rule there.
 */
export function writeEventFile({ method, name, events, now }: EventFile): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Peyvand//Calendar//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  if (method) calendar.addPropertyWithValue('method', method)
  if (name) {
    calendar.addPropertyWithValue('x-wr-calname', name)
    calendar
      .addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H'))
      .setParameter('value', 'DURATION')
  }
  for (const event of events) calendar.addSubcomponent(eventComponent(event, now))
  return `${calendar.toString()}\r\n`
}

function eventComponent(event: CalendarEvent, now: string): ICAL.Component {
  const component = new ICAL.Component('vevent')
  const put = (key: string, value: string | ICAL.Time | undefined | null) => {
    if (value !== undefined && value !== null && value !== '') component.addPropertyWithValue(key, value)
  }
  put('uid', event.uid)
  put('dtstamp', utc(now))
  put('dtstart', event.allDay ? ICAL.Time.fromDateString(event.start) : utc(event.start))
  put('dtend', event.allDay ? ICAL.Time.fromDateString(event.end) : utc(event.end))
  put('summary', event.title)
  put('description', event.description)
  put('location', event.place)
  put('url', event.url)
  put('last-modified', utc(event.changedAt))
  put('sequence', String(event.sequence))
  put('status', 'CONFIRMED')
  put('transp', event.isTransparent ? 'TRANSPARENT' : 'OPAQUE')
  if (event.organizer) person(component, 'organizer', event.organizer)
  for (const attendee of event.attendees ?? []) {
    const property = person(component, 'attendee', attendee)
    property.setParameter('partstat', attendee.response ?? 'NEEDS-ACTION')
    property.setParameter('rsvp', 'TRUE')
  }
  return component
}

function person(component: ICAL.Component, key: string, { name, email }: EventPerson): ICAL.Property {
  const property = component.addPropertyWithValue(key, `mailto:${email}`)
  property.setParameter('cn', name)
  return property
}

const utc = (instant: string): ICAL.Time => ICAL.Time.fromJSDate(new Date(instant), true)
