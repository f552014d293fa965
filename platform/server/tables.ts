import type { Generated, JSONColumnType } from 'kysely'
import type { CustomCondition } from '../contract/index.ts'

/**
 * Every table of the program. Each module adds its own by
 * `declare module '@peyvand/platform/tables' { interface Tables { … } }`.
 * Column names are camelCase here and snake_case in the database.
 */
export interface Tables {
  outbox: OutboxTable
  handledEvents: { tenantId: number; listener: string; eventId: string; at: Generated<string> }
  auditLog: AuditLogTable
  auditSeals: { tenantId: number; day: string; seq: number; auditId: string; hash: string }
  operations: OperationsTable
  idempotencyKeys: IdempotencyKeysTable
  numberCounters: { tenantId: number; series: string; period: string; value: string }
  customFields: CustomFieldsTable
  customSections: CustomSectionsTable
  customUniques: { tenantId: number; fieldId: string; key: string; recordId: string }
  customTexts: CustomValueTable<string>
  customNumbers: CustomValueTable<string>
  customDates: CustomValueTable<string>
  customInstants: CustomValueTable<string>
  calendarDays: CalendarDaysTable
}

/** A `jsonb` column: read as `T`, written as JSON text through `json()`. */
export type Json<T extends object | null> = JSONColumnType<T, unknown, unknown>

interface OutboxTable {
  tenantId: number
  id: string
  name: string
  payload: Json<Record<string, unknown>>
  actorId: string | null
  at: Generated<string>
}

interface AuditLogTable {
  tenantId: number
  id: string
  at: string
  actorId: string | null
  actorName: string
  via: string
  action: string
  record: string
  recordId: string | null
  label: string | null
  changes: Json<Record<string, unknown>>
  ip: string | null
  requestId: string | null
}

interface OperationsTable {
  tenantId: number
  id: string
  kind: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'
  input: Json<Record<string, unknown>>
  total: number | null
  done: Generated<number>
  failed: Generated<number>
  result: Json<Record<string, unknown>>
  /** Where a resumed run goes on. */
  checkpoint: Json<Record<string, unknown>>
  cancelRequested: Generated<boolean>
  createdBy: string | null
  createdAt: Generated<string>
  startedAt: string | null
  finishedAt: string | null
  undoUntil: string | null
}

interface IdempotencyKeysTable {
  tenantId: number
  userId: string
  key: string
  fingerprint: string
  status: number | null
  answer: Json<Record<string, unknown> | null>
  at: Generated<string>
}

interface CustomFieldsTable {
  tenantId: number
  id: string
  record: string
  key: string
  type: string
  labelFa: string
  labelEn: string
  helpFa: string | null
  helpEn: string | null
  required: boolean
  requiredFor: Json<string[]>
  unique: boolean
  defaultValue: unknown
  options: Json<{ value: string; labelFa: string; labelEn: string }[]>
  appliesTo: Json<string[]>
  showWhen: Json<CustomCondition | null>
  sectionId: string | null
  position: number
  archivedAt: string | null
  /** Since then records may exist that are not found by the field's words. */
  reopenedAt: Generated<string | null>
  version: Generated<number>
}

interface CustomSectionsTable {
  tenantId: number
  id: string
  record: string
  titleFa: string
  titleEn: string
  position: number
  version: Generated<number>
}

/** Typed side rows of custom values, so that filters and sorts keep their indexes under row-level security. */
interface CustomValueTable<T> {
  tenantId: number
  recordId: string
  fieldId: string
  ord: number
  value: T
}

interface CalendarDaysTable {
  day: string
  jy: number
  jm: number
  jd: number
  season: number
  weekday: number
  weekStart: string
}
