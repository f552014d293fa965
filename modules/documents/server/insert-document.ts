import { partyName } from '@peyvand/parties/server'
import type { CustomValues } from '@peyvand/platform/contract'
import { type Ctx, changesBetween, insertCustomSides, insertRows, newId } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Charge, type DocumentOrigin, documentCreated, documentKinds } from '../contract/index.ts'
import type { StoredDocument } from './document-access.ts'
import { audited, auditOf, tellOfDocument } from './document-events.ts'
import { documentSearch } from './document-input.ts'
import type { DocumentTotals } from './figures/document-totals.ts'
import type { FiguredLine } from './price-lines.ts'

/** What a person decides of a document; the rest follows. */
export type Header = Pick<
  StoredDocument,
  | 'kind'
  | 'title'
  | 'partyId'
  | 'contactId'
  | 'dealId'
  | 'ownerId'
  | 'teamId'
  | 'issuedOn'
  | 'validUntil'
  | 'dueOn'
  | 'promisedOn'
  | 'preparationId'
  | 'currency'
  | 'exchangeRate'
  | 'settlement'
  | 'channel'
  | 'discountCodes'
  | 'shippingMethodId'
  | 'shipTo'
  | 'vehicle'
  | 'driver'
  | 'terms'
  | 'note'
  | 'internalNote'
  | 'roundTo'
>

/** A draft with everything checked and figured. */
export interface NewDocument {
  id?: string
  header: Header
  charges: Charge[]
  lines: readonly FiguredLine[]
  totals: DocumentTotals
  custom: CustomValues
  /** Of a revision: the number and revision that it will bear. */
  revises?: Pick<StoredDocument, 'id' | 'revision'>
}

/** Writes a draft with its lines and tells of it; asks nobody's rights. Answers its id. */
export async function insertDocument(
  ctx: Ctx,
  { id = newId(), header, charges, lines, totals, custom, revises }: NewDocument,
  { origin, originId }: { origin: DocumentOrigin; originId?: string },
): Promise<string> {
  const now = ctx.now().toISOString()
  const { name: party } = await nameOfParty(ctx, header.partyId)
  const document = {
    ...header,
    ...sumsOf(totals),
    tenantId: ctx.tenantId,
    id,
    side: documentKinds[header.kind].side,
    status: 'draft' as const,
    number: null,
    fiscalYear: null,
    revision: revises ? revises.revision + 1 : 0,
    revisedFrom: revises?.id ?? null,
    charges,
    partyBlock: null,
    firmBlock: null,
    approval: null,
    delivery: null,
    invoicing: null,
    sentAt: null,
    seenAt: null,
    answer: null,
    cancelledReason: null,
    custom,
    search: documentSearch({ number: null, title: header.title, party, lines }),
    origin,
    originId: originId ?? null,
    issuedAt: null,
    issuedBy: null,
    createdAt: now,
    createdBy: ctx.actor.userId,
    updatedAt: now,
    updatedBy: ctx.actor.userId,
    deletedAt: null,
    deletedBy: null,
    version: 1,
  }
  await insertRows(ctx, 'documents', [document])
  await writeLines(ctx, id, { lines })
  await insertCustomSides(ctx, 'documents', [{ id, custom }])
  ctx.audit({
    action: 'create',
    ...auditOf(document),
    changes: changesBetween<Record<string, unknown>>({}, audited(document)),
  })
  tellOfDocument(ctx, documentCreated, document)
  return id
}

/** Inserts lines of a document that has none, with the ids that are given. */
export async function writeLines(
  ctx: Ctx,
  documentId: string,
  { lines, ids = [] }: { lines: readonly FiguredLine[]; ids?: readonly (string | undefined)[] },
): Promise<void> {
  await insertRows(
    ctx,
    'documentLines',
    lines.map(({ productName: _product, unitName: _unit, ...line }, position) => ({
      ...line,
      tenantId: ctx.tenantId,
      id: ids[position] ?? newId(),
      documentId,
      position,
    })),
  )
}

/** Totals as the columns of a document. */
export const sumsOf = (totals: DocumentTotals) => ({
  gross: String(totals.gross),
  discount: String(totals.discount),
  net: String(totals.net),
  chargesAmount: String(totals.charges),
  vat: String(totals.vat),
  rounding: String(totals.rounding),
  total: String(totals.total),
  netRial: textOf(totals.netRial),
  vatRial: textOf(totals.vatRial),
  totalRial: textOf(totals.totalRial),
})

const textOf = (amount: bigint | null): string | null => (amount === null ? null : String(amount))

export async function nameOfParty(ctx: Ctx, id: string): Promise<{ name: string }> {
  const { rows } = await sql<{ name: string | null }>`select ${partyName(sql`${id}::uuid`)} as name`.execute(
    ctx.db,
  )
  return { name: rows[0]?.name ?? '' }
}
