import { defineRoute } from '@peyvand/platform/contract'
import { z } from 'zod'

const Address = z.url({ protocol: /^https?$/ }).max(1000)

/** How a CalDAV server is reached; the password never comes back. */
export const CaldavLogin = z.object({
  url: Address,
  username: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(500),
})
export type CaldavLogin = z.output<typeof CaldavLogin>

/** My calendar on a CalDAV server, kept alike in both directions. */
export const CaldavAccount = z.object({
  connected: z.boolean(),
  url: z.string().nullable(),
  username: z.string().nullable(),
  calendarName: z.string().nullable(),
  state: z.enum(['active', 'failing']).nullable(),
  /** The code of the last failure; its text stands under `error.<code>`. */
  lastError: z.string().nullable(),
  lastSyncAt: z.string().nullable(),
})
export type CaldavAccount = z.infer<typeof CaldavAccount>

const failures = [
  'caldav.unreachable',
  'caldav.wrongPassword',
  'caldav.noCalendar',
  'outgoing.insideHost',
  'outgoing.unknownHost',
] as const

export const getCaldavRoute = defineRoute({
  method: 'GET',
  path: '/calendar/caldav',
  summary: 'Which calendar of another server mine is kept alike with',
  permission: 'activities.read',
  answer: CaldavAccount,
})

export const findCaldavCalendarsRoute = defineRoute({
  method: 'POST',
  path: '/calendar/caldav/calendars',
  summary: 'The calendars of a CalDAV account, to choose one',
  permission: 'activities.read',
  body: CaldavLogin,
  answer: z.object({ items: z.array(z.object({ url: z.string(), name: z.string() })) }),
  errors: failures,
  ratePerMinute: 20,
})

export const connectCaldavRoute = defineRoute({
  method: 'PUT',
  path: '/calendar/caldav',
  summary: 'Keep my calendar alike with one of a CalDAV account',
  permission: 'activities.read',
  body: CaldavLogin.extend({ calendarUrl: Address }),
  answer: CaldavAccount,
  errors: failures,
  ratePerMinute: 20,
})

export const syncCaldavRoute = defineRoute({
  method: 'POST',
  path: '/calendar/caldav/sync',
  summary: 'Bring both calendars up to date now, as a job',
  permission: 'activities.read',
  answer: CaldavAccount,
  status: 202,
  errors: ['caldav.notConnected'],
})

export const disconnectCaldavRoute = defineRoute({
  method: 'DELETE',
  path: '/calendar/caldav',
  summary: 'End it; what is in either calendar stays',
  permission: 'activities.read',
  answer: CaldavAccount,
})
