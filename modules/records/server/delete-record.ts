import {
  anyOf,
  type Ctx,
  claimCustomUniques,
  forbidden,
  recordOperation,
  releaseCustomUniques,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
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
  await moveToBin(ctx, kind, [row])
  await recordOperation(ctx, {
    kind: deleteKind,
    input: { kind: key, id },
    result: { kind: kindName(ctx, kind), title: row.title },
  })
}

/** Brings a record back. @throws AppError records.kindNotFound, records.notFound (404), customFields.valueTaken (409) */
export async function restoreRecord(ctx: Ctx, { kind: key, id }: RecordName): Promise<FirmRecord> {
  const kind = await requireReadableKind(ctx, key)
  await takeFromBin(ctx, kind, [await requireRecord(ctx, kind, id, { deleted: true, lock: true })])
  return recordView(ctx, kind, id)
}

/** Moves locked records of a kind to the recycle bin. */
export async function moveToBin(ctx: Ctx, kind: KindRow, rows: readonly StoredRecord[]): Promise<void> {
  if (rows.length === 0) return
  const deleted = await setDeleted(ctx, rows, ctx.now().toISOString())
  releaseCustomUniques(
    ctx,
    rows.map(({ id }) => id),
  )
  tell(ctx, kind, deleted, { action: 'delete', event: recordDeleted })
}

/** Takes locked records of a kind out of it. @throws AppError customFields.valueTaken (409) */
export async function takeFromBin(ctx: Ctx, kind: KindRow, rows: readonly StoredRecord[]): Promise<void> {
  if (rows.length === 0) return
  const restored = await setDeleted(ctx, rows, null)
  await claimCustomUniques(ctx, { record: recordTypeOf(kind.key), ids: rows.map(({ id }) => id) })
  tell(ctx, kind, restored, { action: 'restore', event: recordRestored })
}

function tell(
  ctx: Ctx,
  kind: KindRow,
  rows: readonly StoredRecord[],
  { action, event }: { action: 'delete' | 'restore'; event: typeof recordDeleted },
): void {
  for (const row of rows) {
    ctx.audit({ action, ...auditOf(row) })
    tellOfRecord(ctx, event, kind, row)
  }
}

const setDeleted = (ctx: Ctx, rows: readonly StoredRecord[], at: string | null): Promise<StoredRecord[]> =>
  ctx.db
    .updateTable('records')
    .set({ deletedAt: at, deletedBy: at && ctx.actor.userId, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where(
      anyOf(
        sql`id`,
        rows.map(({ id }) => id),
      ),
    )
    .returningAll()
    .execute()
