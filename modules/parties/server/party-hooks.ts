import { defineHook } from '@peyvand/platform/server'
import type { RawBuilder, SqlBool } from 'kysely'
import type { NextStep, PartyAlert, SourceKind } from '../contract/index.ts'

/** What must be known before contacting the party: open tickets, overdue invoices, … */
export const partyAlerts = defineHook<{ partyId: string }, PartyAlert[]>('parties.alerts')

/** Open steps with the party that the caller may see: activities, referrals, … At most ten per module. */
export const partyNextSteps = defineHook<{ partyId: string }, NextStep[]>('parties.nextSteps')

/** Counts for the tabs of the file: `{ files: 3 }`. */
export const partyCounts = defineHook<{ partyId: string }, Record<string, number>>('parties.counts')

/** Records that write into files and that not everybody sees who sees the party. */
interface TimelineSubject {
  subjectType: string
  /** Whether the caller sees the record of an id, as SQL; null where they see every one. */
  isSeen: ((id: RawBuilder<unknown>) => RawBuilder<SqlBool>) | null
}
export const timelineSubjects = defineHook<undefined, TimelineSubject>('parties.timelineSubjects')

/** Whether records that must stay point to any of these parties, which therefore cannot be deleted for ever. */
export const partiesInUse = defineHook<{ partyIds: readonly string[] }, boolean>('parties.inUse')

/** Those of the parties that records other than their own file tell of: activities, documents, … */
export const partiesWorkedOn = defineHook<{ partyIds: readonly string[] }, readonly string[]>(
  'parties.workedOn',
)

/** Tells, in the transaction, which parties came into a group, new ones with how they were recorded; not what left. */
export const groupJoined = defineHook<
  { group: string; partyIds: readonly string[]; sourceKind: SourceKind },
  void
>('parties.groupJoined')
