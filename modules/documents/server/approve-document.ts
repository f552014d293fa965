import type { Ctx } from '@peyvand/platform/server'
import { type Approval, type Document, documentDeclined, type Noted } from '../contract/index.ts'
import { requireNext, takeAction } from './change-status.ts'
import { type DocumentRight, lockDocument, type StoredDocument } from './document-access.ts'
import { aboutDocument } from './document-events.ts'
import { getDocument, requireLatest } from './document-queries.ts'
import { decided, issueNow } from './issue-document.ts'
import type { DocumentValues } from './write-document.ts'

/** Approves a document that waits, and issues it. @throws AppError documents.notFound (404), documents.statusForbids (409) */
export async function approveDocument(ctx: Ctx, id: string, { version, note }: Noted): Promise<Document> {
  const before = await lockWaiting(ctx, id, { version, right: 'approve' })
  requireNext(before, 'approve')
  await issueNow(ctx, before, 'approve', { approval: judged(ctx, before, 'approved', note) })
  return getDocument(ctx, id)
}

/** Gives a document that waits back to be changed. @throws AppError as `approveDocument` */
export async function declineDocument(ctx: Ctx, id: string, { version, note }: Noted): Promise<Document> {
  const before = await lockWaiting(ctx, id, { version, right: 'approve' })
  const after = await takeAction(ctx, before, 'decline', {
    approval: judged(ctx, before, 'declined', note),
  })
  ctx.emit(documentDeclined, aboutDocument(after))
  return getDocument(ctx, id)
}

/** Takes a document back that waits. @throws AppError as `approveDocument` */
export async function withdrawDocument(
  ctx: Ctx,
  id: string,
  { version }: { version: number },
): Promise<Document> {
  await takeAction(ctx, await lockWaiting(ctx, id, { version, right: 'issue' }), 'withdraw', {
    approval: null,
  })
  return getDocument(ctx, id)
}

async function lockWaiting(
  ctx: Ctx,
  id: string,
  { version, right }: { version: number; right: DocumentRight },
): Promise<StoredDocument> {
  const row = await lockDocument(ctx, id, right)
  await requireLatest(ctx, row, version)
  return row
}

const judged = (
  ctx: Ctx,
  { approval }: StoredDocument,
  decision: 'approved' | 'declined',
  note: string | null,
) => decided(ctx, approval as Approval, decision, note) as DocumentValues['approval']
