import { historyRoutes } from '@peyvand/history/contract'
import { defineRoute, Id, IdParams, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Party, PartyKind } from './parties.ts'
import { PartyLink } from './party-links.ts'
import { TimelinePage } from './timeline.ts'

/** Something to know before doing anything with the party; the text key takes `params`. */
export const PartyAlert = z.object({
  /** Text key: `parties.alert.doNotContact`. */
  text: z.string(),
  tone: z.enum(['info', 'warning', 'danger']),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type PartyAlert = z.infer<typeof PartyAlert>

/** An open step with the party: overdue ones first, then by time. */
export const NextStep = z.object({
  subjectType: z.string(),
  subjectId: Id,
  /** Finer kind for the icon: `call`, `meeting`, `nextContact`. */
  kind: z.string(),
  title: z.string().nullable(),
  /** A day (`YYYY-MM-DD`) or a moment. */
  dueAt: z.string().nullable(),
  overdue: z.boolean(),
  owner: Ref.nullable(),
})
export type NextStep = z.infer<typeof NextStep>

/** The first screen of a party's file in one answer. */
export const PartyFile = z.object({
  party: Party,
  alerts: z.array(PartyAlert),
  nextSteps: z.array(NextStep),
  /** Timeline rows by type, and what other modules count (`files`, `openTasks`). */
  counts: z.record(z.string(), z.number().int()),
  links: z.array(PartyLink),
  timeline: TimelinePage,
})
export type PartyFile = z.infer<typeof PartyFile>

export const getPartyFileRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/file',
  summary: "Everything on the first screen of a party's file",
  permission: 'parties.read',
  params: IdParams,
  answer: PartyFile,
})

export const {
  changes: listPartyChangesRoute,
  asOf: partyAsOfRoute,
  restore: restorePartyFieldRoute,
} = historyRoutes({
  path: '/parties',
  name: 'a party',
  read: 'parties.read',
  update: 'parties.update',
  record: Party,
})

const VisitedParty = Ref.extend({ kind: PartyKind, starred: z.boolean(), seenAt: z.string().nullable() })

export const listRecentPartiesRoute = defineRoute({
  method: 'GET',
  path: '/parties/recent',
  summary: 'My starred files and those I opened last',
  permission: 'parties.read',
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
  answer: z.object({ starred: z.array(VisitedParty), recent: z.array(VisitedParty) }),
})

export const visitPartyRoute = defineRoute({
  method: 'PUT',
  path: '/parties/:id/visit',
  summary: 'Remember that I opened a file',
  permission: 'parties.read',
  params: IdParams,
  answer: 'none',
})

export const starPartyRoute = defineRoute({
  method: 'PUT',
  path: '/parties/:id/star',
  summary: 'Keep a file among my starred ones, or no longer',
  permission: 'parties.read',
  params: IdParams,
  body: z.object({ starred: z.boolean() }),
  answer: 'none',
})
