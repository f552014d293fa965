import { type RecordAccess, scopeReason } from '@peyvand/identity/server'
import { type Ctx, may } from '@peyvand/platform/server'
import { canSeeDocument, type DocumentRight, maySide, reaches } from './document-access.ts'
import { documentName } from './document-targets.ts'
import './tables.ts'

const rights: readonly DocumentRight[] = ['read', 'create', 'update', 'issue', 'approve', 'cancel', 'delete']

/** Why the caller sees a document or not; null where there is none. */
export async function explainDocumentAccess(ctx: Ctx, id: string): Promise<RecordAccess | null> {
  const row = await ctx.db
    .selectFrom('documents')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    name: documentName(ctx, row),
    sees: await canSeeDocument(ctx, id),
    reasons: [
      await scopeReason(ctx, 'documents.read', row),
      ...(maySide(ctx, row.side) ? [] : [{ opens: false, key: 'documents.access.purchases' }]),
      ...(row.deletedAt ? [{ opens: false, key: 'documents.access.inBin' }] : []),
    ],
    allowed: rights
      .filter((right) => (right === 'create' ? may(ctx.actor, 'documents.create') : reaches(ctx, right, row)))
      .map((right) => `documents.${right}`),
  }
}
