import { createHash } from 'node:crypto'
import { startOfDay } from '@peyvand/persian'
import type { CalendarItem } from '../../contract/index.ts'
import type { ReadEvent } from '../read-event-file.ts'

type Said = Pick<ReadEvent, 'title' | 'start' | 'end' | 'allDay' | 'place'>

/** What is kept alike on both sides, as a short text that is the same when they say the same. */
export const fingerprintOf = ({ title, start, end, allDay, place }: Said): string =>
  createHash('sha256')
    .update([title.trim(), seconds(start), seconds(end), allDay, place.trim()].join('\n'))
    .digest('base64url')

/** An item as it reads once written to a file and read again. */
export const saidBy = ({ title, start, end, allDay, place }: CalendarItem, timeZone: string): Said => ({
  title,
  allDay,
  start: allDay ? startOfDay(start, timeZone) : start,
  end: allDay ? startOfDay(end, timeZone) : end,
  place: place ?? '',
})

// Files tell whole seconds.
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)
