import { removeTimeline, writeTimeline } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import type { StoredDocument } from './document-access.ts'

/** A document in its party's file once it has a number; amounts stay with those who see the document. */
export async function publishDocument(ctx: Ctx, document: StoredDocument): Promise<void> {
  const { id, kind, side, number, title, status, answer, issuedAt, partyId } = document
  // Rights to purchases are apart from those to files.
  if (issuedAt === null || side === 'purchase') return
  const row = (type: string, occurredAt: string) => ({
    partyId,
    occurredAt,
    subjectType: 'documents',
    subjectId: id,
    type,
    summary: { kind, number, title },
  })
  await writeTimeline(ctx, [
    row('documentIssued', issuedAt),
    ...(answer ? [row(answer.accepted ? 'documentAccepted' : 'documentRejected', answer.at)] : []),
    ...(status === 'cancelled' ? [row('documentCancelled', document.updatedAt)] : []),
  ])
}

/** Writes it anew after a change of what the file shows. */
export async function republishDocument(ctx: Ctx, document: StoredDocument): Promise<void> {
  await removeTimeline(ctx, { subjectType: 'documents', subjectId: document.id })
  await publishDocument(ctx, document)
}
