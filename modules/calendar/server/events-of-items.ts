import type { CalendarItem } from '../contract/index.ts'
import type { CalendarEvent } from './event-file.ts'

const host = 'peyvand'

/** The name by which other programs know an item for good; one of a series keeps it when it is made. */
export const uidOf = (key: string): string => `${key.replace(':', '-')}@${host}`

interface Words {
  publicUrl: string
  /** What a next contact is called: «تماس بعدی: …». */
  nextContact: (name: string) => string
}

/** An item of the calendar as an event; null for what is nobody's event: absences and what may not be seen. */
export function eventOfItem(item: CalendarItem, { publicUrl, nextContact }: Words): CalendarEvent | null {
  if (item.type === 'busy' || item.type === 'absence' || item.id === null) return null
  const isContact = item.type === 'nextContact'
  const guests = item.participants.map(({ name }) => name)
  return {
    uid: uidOf(item.key),
    title: isContact ? nextContact(item.title) : item.title,
    start: item.start,
    end: item.end,
    allDay: item.allDay,
    description: [item.party?.name, guests.join('، '), item.link].filter(Boolean).join('\n'),
    place: item.place,
    url: `${publicUrl}/${isContact ? 'parties' : 'activities'}/${item.id}`,
    sequence: item.version,
    changedAt: item.changedAt ?? new Date(0).toISOString(),
    isTransparent: item.allDay,
  }
}
