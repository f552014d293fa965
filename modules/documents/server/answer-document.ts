import { AppError, type Ctx, notFound } from '@peyvand/platform/server'
import {
  type Document,
  type DocumentAnswer,
  documentAccepted,
  documentRejected,
  type Noted,
} from '../contract/index.ts'
import { requireNoFollowers, takeAction } from './change-status.ts'
import { lockDocument, type StoredDocument } from './document-access.ts'
import { aboutDocument } from './document-events.ts'
import { getDocument, requireLatest } from './document-queries.ts'
import { isExpired } from './document-rows.ts'
import { republishDocument } from './document-timeline.ts'
import type { DocumentValues } from './write-document.ts'

/** Notes that the other side accepted an offer. @throws AppError documents.notFound (404), documents.statusForbids (409) */
export const acceptDocument = (ctx: Ctx, id: string, given: Noted): Promise<Document> =>
  noteAnswer(ctx, id, { ...given, accepted: true })

/** Notes that it rejected one. @throws AppError as `acceptDocument`, documents.hasFollowers (409) */
export const rejectDocument = (ctx: Ctx, id: string, given: Noted): Promise<Document> =>
  noteAnswer(ctx, id, { ...given, accepted: false })

async function noteAnswer(
  ctx: Ctx,
  id: string,
  { version, accepted, note }: Noted & { accepted: boolean },
): Promise<Document> {
  const before = await lockDocument(ctx, id, 'issue')
  await requireLatest(ctx, before, version)
  if (!accepted) await requireNoFollowers(ctx, id)
  await answer(ctx, before, { accepted, signer: null, comment: note })
  return getDocument(ctx, id)
}

/**
 * The answer of the other side itself, on the public page: once, while the offer holds. Asks nobody's rights.
 * @throws AppError documents.notFound (404), documents.statusForbids, documents.expired (409)
 */
export async function answerOffer(
  ctx: Ctx,
  id: string,
  given: { accepted: boolean; signer: string; comment: string | null },
): Promise<void> {
  const before = await ctx.db
    .selectFrom('documents')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw notFound('documents.notFound')
  if (before.status !== 'issued') throw new AppError('documents.statusForbids', { status: 409 })
  if (isExpired(ctx, before)) throw new AppError('documents.expired', { status: 409 })
  await answer(ctx, before, given)
}

async function answer(ctx: Ctx, before: StoredDocument, given: Omit<DocumentAnswer, 'at'>): Promise<void> {
  const answered = { ...given, at: ctx.now().toISOString() }
  const after = await takeAction(ctx, before, given.accepted ? 'accept' : 'reject', {
    answer: answered as DocumentValues['answer'],
  })
  await republishDocument(ctx, after)
  const about = { ...aboutDocument(after), bySigner: given.signer !== null }
  ctx.emit(given.accepted ? documentAccepted : documentRejected, about)
}

/** Notes that a document went to the other side, or that it was looked at there; the first time counts of the latter. */
export async function noteTransit(ctx: Ctx, id: string, what: 'sent' | 'seen'): Promise<void> {
  const now = ctx.now().toISOString()
  await ctx.db
    .updateTable('documents')
    .set(what === 'sent' ? { sentAt: now } : (eb) => ({ seenAt: eb.fn.coalesce('seenAt', eb.val(now)) }))
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.live({ topic: 'documents', id })
}
