import type { CustomValues } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated, GeneratedAlways } from 'kysely'
import type { z } from 'zod'
import type {
  ActivityKind,
  ActivitySource,
  ActivityStatus,
  Confidentiality,
  Direction,
  LetterUrgency,
  ParticipantResponse,
  PartyRole,
  Priority,
  Recurrence,
} from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    activities: ActivitiesTable
    activitySeries: ActivitySeriesTable
    letters: LettersTable
    faxes: OfActivity & { number: string | null; pages: number | null }
    calls: OfActivity & { number: string | null; answered: boolean; durationSeconds: number | null }
    tasks: OfActivity & { progress: number }
    checklistItems: ChecklistItemsTable
    meetings: OfActivity & {
      place: string | null
      link: string | null
      endsAt: string | null
      minutes: string | null
    }
    messages: OfActivity & { sender: string | null; addresses: string[]; copies: string[] }
    activityTargets: OfActivity & {
      targetType: string
      targetId: string
      role: z.infer<typeof PartyRole>
      position: number
    }
    activityParticipants: OfActivity & {
      participantType: 'user' | 'party'
      participantId: string
      response: ParticipantResponse
      position: number
    }
    activityBulkChanges: OfActivity & {
      operationId: string
      before: Json<Record<string, unknown>>
      after: Json<Record<string, unknown> | null>
    }
    /** Users and teams that see an activity for another reason than their scope or the party's file. */
    activityViewers: OfActivity & { viewerId: string; reason: 'creator' | 'participant' | 'referral' }
  }
}

interface OfActivity {
  tenantId: number
  activityId: string
}

interface ActivitiesTable {
  tenantId: number
  id: string
  kind: ActivityKind
  direction: Direction
  status: ActivityStatus
  subject: string
  body: string | null
  occurredAt: string | null
  plannedAt: string | null
  /** The last moment of the day when the whole day is meant. */
  dueAt: string | null
  dueAllDay: Generated<boolean>
  doneAt: string | null
  createdAt: string
  at: GeneratedAlways<string>
  /** By when something open must be done: due, or else planned. */
  deadlineAt: GeneratedAlways<string | null>
  durationMinutes: number | null
  resultId: string | null
  priority: Priority
  cost: string | null
  currency: Generated<string>
  ownerId: string
  teamId: string | null
  viaMarketerId: string | null
  followUpOf: string | null
  seriesId: string | null
  occurrence: number | null
  confidentiality: Confidentiality
  number: string | null
  custom: Json<CustomValues>
  source: ActivitySource
  sourceId: string | null
  search: string
  createdBy: string | null
  updatedAt: string
  version: Generated<number>
  deletedAt: string | null
  deletedBy: string | null
}

interface ActivitySeriesTable {
  tenantId: number
  id: string
  frequency: Recurrence['frequency']
  every: number
  calendar: Recurrence['calendar']
  weekdays: number[]
  monthlyOn: Generated<Recurrence['monthlyOn']>
  /** The day of the occurrence that the others are counted from, and its number. */
  anchor: string
  anchorOccurrence: number
  until: string | null
  times: number | null
}

interface LettersTable extends OfActivity {
  letterNo: string | null
  letterDate: string | null
  registryNo: string | null
  registeredAt: string | null
  recipients: string[]
  copies: string[]
  enclosures: number
  registerId: string | null
  urgency: LetterUrgency
}

interface ChecklistItemsTable extends OfActivity {
  id: string
  position: number
  title: string
  done: boolean
  doneAt: string | null
  doneBy: string | null
}
