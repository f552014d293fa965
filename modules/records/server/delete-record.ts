import {
  type Ctx,
  claimCustomUniques,
  forbidden,
  recordOperation,
  releaseCustomUniques,
} from '@peyvand/platform/server'
import { type FirmRecord, recordDeleted, recordRestored, recordTypeOf } from '../contract/index.ts'
import { reaches, requireReadableKind, requireRecord, type StoredRecord } from './record-access.ts'
import { auditOf, tellOfRecord } from './record-events.ts'
import { type KindRow, kindName } from './record-kinds.ts'
import { recordView } from './record-queries.ts'

/** Deletions by hand, among what can be taken back. */
export const deleteKind = 'records.delete'

interface RecordName {
  kind: string
  id: string
}

/** Moves a record to the recycle bin. @throws AppError records.kindNotFound, records.notFound, forbidden */
export async function deleteRecord(ctx: Ctx, { kind: key, id }: RecordName): Promise<void> {
  const kind = await requireReadableKind(ctx, key)
  const row = await requireRecord(ctx, kind, id, { lock: true })
  if (!reaches(ctx, kind, 'delete', row)) throw forbidden()
  await moveToBin(ctx, kind, row)
  await recordOperation(ctx, {
    kind: deleteKind,
    input: { kind: key, id },
    result: { kind: kindName(ctx, kind), title: row.title },
  })
}

/** Brings a record back. @throws AppError records.kindNotFound, records.notFound (404), customFields.valueTaken (409) */
export async function restoreRecord(ctx: Ctx, { kind: key, id }: RecordName): Promise<FirmRecord> {
  const kind = await requireReadableKind(ctx, key)
  await takeFromBin(ctx, kind, await requireRecord(ctx, kind, id, { deleted: true, lock: true }))
  return recordView(ctx, kind, id)
}

export async function moveToBin(ctx: Ctx, kind: KindRow, row: StoredRecord): Promise<void> {
  const deleted = await setDeleted(ctx, row, ctx.now().toISOString())
  releaseCustomUniques(ctx, [row.id])
  ctx.audit({ action: 'delete', ...auditOf(row) })
  tellOfRecord(ctx, recordDeleted, kind, deleted)
}

export async function takeFromBin(ctx: Ctx, kind: KindRow, row: StoredRecord): Promise<void> {
  const restored = await setDeleted(ctx, row, null)
  await claimCustomUniques(ctx, { record: recordTypeOf(kind.key), ids: [row.id] })
  ctx.audit({ action: 'restore', ...auditOf(row) })
  tellOfRecord(ctx, recordRestored, kind, restored)
}

const setDeleted = (ctx: Ctx, row: StoredRecord, at: string | null): Promise<StoredRecord> =>
  ctx.db
    .updateTable('records')
    .set({ deletedAt: at, deletedBy: at && ctx.actor.userId, version: row.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
