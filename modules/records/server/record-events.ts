import { type Ctx, changesBetween, readCustomValues } from '@peyvand/platform/server'
import { type recordCreated, recordUpdated } from '../contract/index.ts'
import type { StoredRecord } from './record-access.ts'
import type { KindRow } from './record-kinds.ts'

/** What the audit log and the event say of a record. */
export const auditOf = (row: StoredRecord) => ({
  record: 'records',
  recordId: row.id,
  label: row.title,
})

/** Tells the rest of the program that a record was made, deleted or brought back. */
export function tellOfRecord(ctx: Ctx, event: typeof recordCreated, kind: KindRow, row: StoredRecord): void {
  ctx.emit(event, about(kind, row))
  ctx.live({ topic: 'records', id: row.id })
}

/** Audit, event and open screens after a change; nothing where nothing changed. */
export function noteChange(
  ctx: Ctx,
  kind: KindRow,
  { before, after, more = {} }: { before: StoredRecord; after: StoredRecord; more?: Changes },
): void {
  const changes = { ...changesBetween<Record<string, unknown>>(audited(before), audited(after)), ...more }
  const fields = Object.keys(changes)
  if (fields.length === 0) return
  ctx.audit({ action: 'update', ...auditOf(after), changes })
  ctx.emit(recordUpdated, { ...about(kind, after), fields })
  ctx.live({ topic: 'records', id: after.id })
}

type Changes = Record<string, { from?: unknown; to?: unknown }>

const about = (kind: KindRow, { id, ownerId, partyId }: StoredRecord) => ({
  recordId: id,
  kind: kind.key,
  ownerId,
  partyId,
})

/** Columns that the audit log shows old and new values of. */
export const audited = ({ number, title, state, partyId, ownerId, teamId, custom }: StoredRecord) => ({
  number,
  title,
  state,
  partyId,
  ownerId,
  teamId,
  ...Object.fromEntries(
    Object.entries(readCustomValues(custom)).map(([key, value]) => [`custom.${key}`, value]),
  ),
})
