import { AppError, type Ctx, forbidden } from '@peyvand/platform/server'
import { type Document, documentKinds } from '../contract/index.ts'
import { carriedCustom } from './carried-custom.ts'
import { requireNext, requireNoFollowers } from './change-status.ts'
import { carriedHeader, chargesOf } from './convert-document.ts'
import { withDefaults } from './create-document.ts'
import { lockDocument, reaches, type StoredDocument } from './document-access.ts'
import { ownerFrom } from './document-input.ts'
import { getDocument } from './document-queries.ts'
import { type Header, insertDocument, type NewDocument } from './insert-document.ts'
import { inputsOf } from './line-inputs.ts'
import { priceDocument, requirePriced } from './price-document.ts'

/**
 * Begins the next revision of an issued document: the same to the last line, under the same number once it is issued;
 * until then this one counts.
 * @throws AppError documents.notFound (404), forbidden (403), documents.notConvertible, documents.statusForbids,
 * documents.hasFollowers, documents.revisionOpen (409)
 */
export async function reviseDocument(ctx: Ctx, id: string): Promise<Document> {
  const before = await lockDocument(ctx, id, 'create')
  if (!documentKinds[before.kind].revisable) throw new AppError('documents.notConvertible', { status: 409 })
  requireNext(before, 'supersede')
  await requireNoFollowers(ctx, id)
  await requireNoRevision(ctx, id)
  const header = await withDefaults(ctx, {
    ...carriedHeader(before),
    ownerId: before.ownerId,
    teamId: before.teamId,
  })
  return again(ctx, before, { header, revises: before })
}

/**
 * Begins a document of the same kind with the same lines, at the prices of today; what a person set stays.
 * @throws AppError documents.notFound (404), forbidden (403)
 */
export async function copyDocument(ctx: Ctx, id: string): Promise<Document> {
  const before = await lockDocument(ctx, id, 'read')
  const owner = await ownerFrom(ctx, {})
  if (!reaches(ctx, 'create', { ...owner, side: before.side })) throw forbidden()
  const header = await withDefaults(ctx, { ...carriedHeader(before), ...owner, promisedOn: null })
  return again(ctx, before, { header })
}

async function again(
  ctx: Ctx,
  before: StoredDocument,
  { header, revises }: { header: Header; revises?: NewDocument['revises'] },
): Promise<Document> {
  const charges = chargesOf(before)
  const stored = await inputsOf(ctx, before.id)
  const inputs = stored.map((line) => {
    if (revises) return line
    if (line.priceBy !== 'source') return { ...line, fromLineId: null }
    return { ...line, fromLineId: null, priceBy: 'list' as const, manual: null }
  })
  const figures = await priceDocument(ctx, { ...header, charges }, inputs)
  const made = await insertDocument(
    ctx,
    {
      header,
      charges: figures.charges,
      lines: requirePriced(figures.lines),
      totals: figures.totals,
      custom: await carriedCustom(ctx, before),
      ...(revises ? { revises } : {}),
    },
    { origin: ctx.actor.kind === 'apiKey' ? 'api' : 'manual' },
  )
  return getDocument(ctx, made)
}

/** @throws AppError documents.revisionOpen (409) where a revision is being written already */
async function requireNoRevision(ctx: Ctx, id: string): Promise<void> {
  const open = await ctx.db
    .selectFrom('documents')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('revisedFrom', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (open) throw new AppError('documents.revisionOpen', { status: 409 })
}
