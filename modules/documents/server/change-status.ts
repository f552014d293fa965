import { nextState } from '@peyvand/platform/contract'
import { AppError, type Ctx } from '@peyvand/platform/server'
import {
  type CancelDocument,
  type Document,
  type DocumentAction,
  documentCancelled,
  documentFinished,
  isConvertible,
  transitionsOf,
} from '../contract/index.ts'
import { lockDocument, type StoredDocument } from './document-access.ts'
import { aboutDocument, noteChange } from './document-events.ts'
import { getDocument, requireLatest } from './document-queries.ts'
import { republishDocument } from './document-timeline.ts'
import { hasFollowers } from './open-quantities.ts'
import { noteProgress } from './order-progress.ts'
import { type DocumentValues, writeDocument } from './write-document.ts'

/** Notes that nothing is left to do. @throws AppError documents.notFound (404), documents.statusForbids (409) */
export async function finishDocument(ctx: Ctx, id: string, given: { version: number }): Promise<Document> {
  const before = await lockLatest(ctx, id, given)
  const after = await takeAction(ctx, before, 'finish')
  ctx.emit(documentFinished, aboutDocument(after))
  return getDocument(ctx, id)
}

/** Notes that there is something to do again. @throws AppError as `finishDocument` */
export async function reopenDocument(ctx: Ctx, id: string, given: { version: number }): Promise<Document> {
  await takeAction(ctx, await lockLatest(ctx, id, given), 'reopen')
  return getDocument(ctx, id)
}

/**
 * Cancels an issued document; its number stays and is not given again.
 * @throws AppError documents.notFound (404), documents.statusForbids, documents.hasFollowers (409)
 */
export async function cancelDocument(
  ctx: Ctx,
  id: string,
  { version, reason }: CancelDocument,
): Promise<Document> {
  const before = await lockDocument(ctx, id, 'cancel')
  await requireLatest(ctx, before, version)
  await requireNoFollowers(ctx, id)
  const after = await takeAction(ctx, before, 'cancel', { cancelledReason: reason })
  await republishDocument(ctx, after)
  ctx.emit(documentCancelled, { ...aboutDocument(after), reason })
  return getDocument(ctx, id)
}

/** @throws AppError documents.hasFollowers (409) where something that counts was made of it */
export async function requireNoFollowers(ctx: Ctx, id: string): Promise<void> {
  if (await hasFollowers(ctx, id)) throw new AppError('documents.hasFollowers', { status: 409 })
}

/** Brings a locked document to the status that an action leads to. @throws AppError documents.statusForbids (409) */
export async function takeAction(
  ctx: Ctx,
  before: StoredDocument,
  action: DocumentAction,
  values: DocumentValues = {},
): Promise<StoredDocument> {
  const after = await writeDocument(ctx, before, { ...values, status: requireNext(before, action) })
  noteChange(ctx, before, after)
  if (isConvertible(before.status) !== isConvertible(after.status)) await noteProgress(ctx, after)
  return after
}

/** @throws AppError documents.statusForbids (409) */
export function requireNext(
  { kind, status }: Pick<StoredDocument, 'kind' | 'status'>,
  action: DocumentAction,
) {
  const next = nextState(transitionsOf(kind), status, action)
  if (next === undefined)
    throw new AppError('documents.statusForbids', { status: 409, params: { status, action } })
  return next
}

async function lockLatest(ctx: Ctx, id: string, { version }: { version: number }): Promise<StoredDocument> {
  const row = await lockDocument(ctx, id, 'issue')
  await requireLatest(ctx, row, version)
  return row
}
