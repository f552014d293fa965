import { setFiles } from '@peyvand/files/server'
import { dealTitle } from '@peyvand/pipeline/server'
import { AppError, type Ctx, checkCustomValues, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Document, type DocumentChange, editableAfterIssue } from '../contract/index.ts'
import { requirePeriod } from './create-document.ts'
import { lockDocument, type StoredDocument } from './document-access.ts'
import { noteChange } from './document-events.ts'
import { bodyOf, lineOf, ownerFrom, requireReferences } from './document-input.ts'
import { getDocument, requireLatest } from './document-queries.ts'
import { republishDocument } from './document-timeline.ts'
import { inputsOf } from './line-inputs.ts'
import { inPlaceOf, requireOpen } from './open-quantities.ts'
import { priceDocument, requirePriced } from './price-document.ts'
import { type DocumentValues, rewriteLines, writeDocument } from './write-document.ts'

/**
 * Changes what is named; lines, charges and files are sent whole. Prices of a draft are asked anew at every change of
 * what they depend on; of an issued document only what is not printed changes.
 * @throws AppError documents.notFound (404), forbidden (403), versionConflict, documents.issuedAlready,
 * documents.overdrawn, documents.sourceUnfit (409); badInput (400) at the field
 */
export async function updateDocument(ctx: Ctx, id: string, change: DocumentChange): Promise<Document> {
  const before = await lockDocument(ctx, id, 'update')
  await requireLatest(ctx, before, change.version)
  if (before.status !== 'draft') requireUnprinted(change)
  await requireReferences(ctx, change, before)
  const { fileIds, custom: given = {}, ownerId, teamId } = change
  const values = {
    ...headerOf(change),
    dealId: await dealAfter(ctx, before.dealId, change.dealId),
    ...(await ownerChange(ctx, before, { ownerId, teamId })),
  }
  const custom = await checkCustomValues(ctx, {
    record: 'documents',
    values: given,
    stored: readCustomValues(before.custom),
  })
  const figured = before.status === 'draft' ? await figuresAfter(ctx, before, change) : {}
  const after = await writeDocument(ctx, before, { ...values, ...figured, custom })
  requirePeriod(after)
  if (fileIds) await setFiles(ctx, 'documents', id, fileIds)
  const fields = noteChange(ctx, before, after)
  if (before.status !== 'draft' && fields.includes('title')) await republishDocument(ctx, after)
  ctx.live({ topic: 'documents', id })
  return getDocument(ctx, id)
}

/** What lines and their prices depend on; a change of anything else leaves them as they are. */
const priceFields = [
  'lines',
  'charges',
  'partyId',
  'issuedOn',
  'currency',
  'exchangeRate',
  'channel',
  'discountCodes',
  'roundTo',
] as const satisfies readonly (keyof DocumentChange)[]

async function figuresAfter(ctx: Ctx, before: StoredDocument, change: DocumentChange) {
  if (priceFields.every((field) => change[field] === undefined)) return {}
  const header = { ...before, ...newly(change) }
  const lines = change.lines ?? (await inputsOf(ctx, before.id))
  const charges =
    change.charges ?? before.charges.map(({ label, amount, vatClassId }) => ({ label, amount, vatClassId }))
  const figures = await priceDocument(
    ctx,
    {
      kind: before.kind,
      partyId: header.partyId,
      issuedOn: header.issuedOn,
      currency: header.currency,
      exchangeRate: header.exchangeRate,
      channel: header.channel,
      discountCodes: header.discountCodes,
      roundTo: header.roundTo,
      charges,
    },
    lines,
  )
  const priced = requirePriced(figures.lines)
  await requireOpen(ctx, { kind: before.kind, partyId: header.partyId, currency: header.currency }, priced, {
    except: inPlaceOf(before),
  })
  await rewriteLines(ctx, before.id, {
    lines: priced,
    ids: lines.map(({ id }) => id),
  })
  return { figures: { totals: figures.totals, charges: figures.charges, lines: priced } }
}

/** @throws AppError documents.issuedAlready (409) where more is named than may change then */
function requireUnprinted(change: DocumentChange): void {
  const allowed = new Set<string>(['version', ...editableAfterIssue])
  const named = Object.entries(change).filter(([, value]) => value !== undefined)
  if (named.some(([field]) => !allowed.has(field)))
    throw new AppError('documents.issuedAlready', { status: 409 })
}

async function ownerChange(
  ctx: Ctx,
  before: StoredDocument,
  { ownerId, teamId }: Pick<DocumentChange, 'ownerId' | 'teamId'>,
) {
  if (ownerId !== undefined && ownerId !== before.ownerId) return ownerFrom(ctx, { ownerId, teamId })
  return teamId === undefined ? {} : { teamId }
}

/** A deal out of the caller's sight is not taken off by a form that could not show it. */
async function dealAfter(ctx: Ctx, before: string | null, after: string | null | undefined) {
  if (after !== null || before === null) return after
  const { rows } = await sql<{
    title: string | null
  }>`select ${dealTitle(ctx, sql`${before}::uuid`)} as title`.execute(ctx.db)
  return rows[0]?.title === null ? before : null
}

const headerOf = ({ title, terms, note, internalNote, ...change }: DocumentChange): DocumentValues => ({
  partyId: change.partyId,
  contactId: change.contactId,
  issuedOn: change.issuedOn,
  validUntil: change.validUntil,
  dueOn: change.dueOn,
  promisedOn: change.promisedOn,
  currency: change.currency,
  exchangeRate: change.exchangeRate,
  settlement: change.settlement,
  channel: change.channel,
  discountCodes: change.discountCodes,
  shippingMethodId: change.shippingMethodId,
  shipTo: change.shipTo,
  vehicle: change.vehicle,
  driver: change.driver,
  preparationId: change.preparationId,
  roundTo: change.roundTo,
  ...(title === undefined ? {} : { title: lineOf(title) }),
  ...(terms === undefined ? {} : { terms: bodyOf(terms) }),
  ...(note === undefined ? {} : { note: bodyOf(note) }),
  ...(internalNote === undefined ? {} : { internalNote: bodyOf(internalNote) }),
})

/** The new values of what prices depend on. */
const newly = ({
  partyId,
  issuedOn,
  currency,
  exchangeRate,
  channel,
  discountCodes,
  roundTo,
}: DocumentChange) =>
  Object.fromEntries(
    Object.entries({ partyId, issuedOn, currency, exchangeRate, channel, discountCodes, roundTo }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as Partial<StoredDocument>
