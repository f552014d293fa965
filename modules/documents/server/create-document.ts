import { attachFiles } from '@peyvand/files/server'
import { addDays, localDate } from '@peyvand/persian'
import { badField, type Ctx, checkCustomValues, forbidden, newId } from '@peyvand/platform/server'
import { type CreateDocument, type Document, documentKinds } from '../contract/index.ts'
import { reaches } from './document-access.ts'
import { bodyOf, lineOf, ownerFrom, requireReferences } from './document-input.ts'
import { getDocument } from './document-queries.ts'
import { documentSettings } from './document-settings.ts'
import { type Header, insertDocument } from './insert-document.ts'
import { requireOpen } from './open-quantities.ts'
import { priceDocument, requirePriced } from './price-document.ts'

/**
 * Begins a document as a draft, with the prices of its day.
 * @throws AppError forbidden (403), documents.overdrawn, documents.sourceUnfit (409); badInput (400) at the field
 */
export async function createDocument(
  ctx: Ctx,
  { lines, charges, custom: given = {}, fileIds = [], ownerId, teamId, ...input }: CreateDocument,
): Promise<Document> {
  const facts = documentKinds[input.kind]
  const owner = await ownerFrom(ctx, { ownerId, teamId })
  if (!reaches(ctx, 'create', { ...owner, side: facts.side })) throw forbidden()
  await requireReferences(ctx, input)
  const header = await withDefaults(ctx, { ...input, ...owner })
  requirePeriod(header)
  const figures = await priceDocument(ctx, { ...header, charges }, lines)
  const priced = requirePriced(figures.lines)
  await requireOpen(ctx, header, priced)
  const custom = await checkCustomValues(ctx, { record: 'documents', values: given })
  const id = newId()
  await insertDocument(
    ctx,
    { id, header, charges: figures.charges, lines: priced, totals: figures.totals, custom },
    { origin: ctx.actor.kind === 'apiKey' ? 'api' : 'manual' },
  )
  await attachFiles(ctx, 'documents', id, fileIds)
  return getDocument(ctx, id)
}

/** @throws AppError badInput (400) at `validUntil` where it is before the document's day */
export function requirePeriod({ issuedOn, validUntil }: Pick<Header, 'issuedOn' | 'validUntil'>): void {
  if (validUntil !== null && validUntil < issuedOn) throw badField('validUntil', 'documents.validBeforeIssue')
}

type Given = Omit<CreateDocument, 'lines' | 'charges' | 'custom' | 'fileIds' | 'ownerId' | 'teamId'> &
  Pick<Header, 'ownerId' | 'teamId'>

/** A header with what was left out: today, and what the firm's settings say of its kind. */
export async function withDefaults(
  ctx: Ctx,
  { issuedOn, validUntil, dueOn, roundTo, ...given }: Given,
): Promise<Header> {
  const facts = documentKinds[given.kind]
  const settings = await documentSettings(ctx)
  const on = issuedOn ?? localDate(ctx.now(), ctx.timeZone)
  const after = (days: number | null, asked: boolean) => (asked && days !== null ? addDays(on, days) : null)
  return {
    ...given,
    title: lineOf(given.title),
    terms: bodyOf(given.terms),
    note: bodyOf(given.note),
    internalNote: bodyOf(given.internalNote),
    issuedOn: on,
    validUntil: validUntil === undefined ? after(settings.validDays, facts.validity) : validUntil,
    dueOn: dueOn === undefined ? after(settings.dueDays, facts.due && given.settlement === 'credit') : dueOn,
    roundTo: roundTo ?? (given.currency === 'IRR' && facts.prices === 'shown' ? settings.roundTo : 0),
  }
}
