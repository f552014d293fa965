import {
  AppError,
  type Ctx,
  claimCustomUniques,
  notFound,
  recordOperation,
  releaseCustomUniques,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Document, documentDeleted, documentRestored } from '../contract/index.ts'
import { lockDocument, type StoredDocument, visibleDocuments } from './document-access.ts'
import { auditOf, tellOfDocument } from './document-events.ts'
import { getDocument } from './document-queries.ts'
import { storedLines } from './line-inputs.ts'
import { inPlaceOf, requireOpen } from './open-quantities.ts'

/** Deletions by hand, among what can be taken back. */
export const deleteKind = 'documents.deleteDraft'

/** Moves a draft to the recycle bin. @throws AppError documents.notFound (404), forbidden (403), documents.issuedAlready (409) */
export async function deleteDocument(ctx: Ctx, id: string): Promise<void> {
  const row = await lockDocument(ctx, id, 'delete')
  if (row.status !== 'draft') throw new AppError('documents.issuedAlready', { status: 409 })
  await setDeleted(ctx, id, ctx.now().toISOString())
  releaseCustomUniques(ctx, [id])
  ctx.audit({ action: 'delete', ...auditOf(row) })
  tellOfDocument(ctx, documentDeleted, row)
  const name = row.title ?? ctx.registry.translate(ctx.locale, `documents.kind.${row.kind}`)
  await recordOperation(ctx, { kind: deleteKind, input: { id }, result: { name } })
}

/**
 * Brings a draft back.
 * @throws AppError documents.notFound (404), customFields.valueTaken, documents.overdrawn (409)
 */
export async function restoreDocument(ctx: Ctx, id: string): Promise<Document> {
  const row = await binnedDocument(ctx, id)
  if (!row) throw notFound('documents.notFound')
  await requireOpen(ctx, row, await storedLines(ctx, id), { except: inPlaceOf(row) })
  await setDeleted(ctx, id, null)
  await claimCustomUniques(ctx, { record: 'documents', ids: [id] })
  ctx.audit({ action: 'restore', ...auditOf(row) })
  tellOfDocument(ctx, documentRestored, row)
  return getDocument(ctx, id)
}

/** The draft where it lies in the recycle bin and the caller may take it out; locked. */
export const binnedDocument = (ctx: Ctx, id: string): Promise<StoredDocument | undefined> =>
  visibleDocuments(ctx, { deleted: true })
    .selectAll('d')
    .where('d.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

const setDeleted = (ctx: Ctx, id: string, at: string | null) =>
  ctx.db
    .updateTable('documents')
    .set({ deletedAt: at, deletedBy: at && ctx.actor.userId, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
