import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'

/** My calendar as an address that other programs read; whoever has it reads it, so it is shown once. */
export const CalendarFeed = z.object({
  active: z.boolean(),
  createdAt: z.string().nullable(),
  lastReadAt: z.string().nullable(),
})
export type CalendarFeed = z.infer<typeof CalendarFeed>

export const getCalendarFeedRoute = defineRoute({
  method: 'GET',
  path: '/calendar/feed',
  summary: 'Whether my calendar can be read by a secret address',
  permission: 'activities.read',
  answer: CalendarFeed,
})

export const renewCalendarFeedRoute = defineRoute({
  method: 'POST',
  path: '/calendar/feed',
  summary: 'A new secret address of my calendar; the one before no longer works',
  permission: 'activities.read',
  answer: CalendarFeed.extend({ url: z.string() }),
})

export const removeCalendarFeedRoute = defineRoute({
  method: 'DELETE',
  path: '/calendar/feed',
  summary: 'Close the secret address of my calendar',
  permission: 'activities.read',
  answer: CalendarFeed,
})

export const readCalendarFeedRoute = defineRoute({
  method: 'GET',
  path: '/calendar/feeds/:token',
  summary: 'A calendar by its secret address, as iCalendar (RFC 5545)',
  permission: 'public',
  params: z.object({ token: z.string().max(120) }),
  answer: 'file',
  errors: ['calendar.noFeed'],
  ratePerMinute: 60,
})

export const downloadEventRoute = defineRoute({
  method: 'GET',
  path: '/calendar/events/:id',
  summary: 'One activity as iCalendar; with guests it is an invitation (METHOD:REQUEST)',
  permission: 'activities.read',
  params: IdParams,
  answer: 'file',
  errors: ['activities.notFound', 'calendar.noTime'],
})

export const ImportedEvent = z.object({
  id: Id.nullable(),
  subject: z.string(),
  outcome: z.enum(['created', 'updated', 'cancelled', 'unchanged', 'refused']),
  /** It comes again by a rule that Peyvand does not know; only its first time was taken. */
  once: z.boolean(),
})
export type ImportedEvent = z.infer<typeof ImportedEvent>

export const importEventsRoute = defineRoute({
  method: 'POST',
  path: '/calendar/import',
  summary:
    'Events of an iCalendar file or an invitation as meetings; one that came before is brought up to date',
  permission: 'activities.create',
  body: z.object({ ics: z.string().min(1).max(1_000_000) }),
  answer: z.object({ items: z.array(ImportedEvent) }),
  errors: ['calendar.notIcs'],
})
