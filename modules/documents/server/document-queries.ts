import { toMillionths } from '@peyvand/catalog/server'
import { valueLabel } from '@peyvand/customization/server'
import { filesOf } from '@peyvand/files/server'
import { firmSettings, userName } from '@peyvand/identity/server'
import { amountInWords } from '@peyvand/persian'
import type { ListQuery, ListSummary, Locale, SummaryQuery } from '@peyvand/platform/contract'
import {
  type Ctx,
  describeList,
  requireVersion,
  runList,
  summarizeList,
  together,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  type Document,
  type DocumentLine,
  type DocumentRow,
  documentKinds,
  type Totals,
} from '../contract/index.ts'
import { documentAbilities } from './document-abilities.ts'
import {
  maySide,
  openableDocument,
  type StoredDocument,
  visibleDocumentParts,
  visibleDocuments,
} from './document-access.ts'
import { followersOf, revisionsOf, sourcesOf } from './document-links.ts'
import { documentRow, ref, selectNamed } from './document-rows.ts'
import { documentSource } from './document-source.ts'
import { linesOf } from './line-views.ts'
import { shownPartyBlock } from './party-block.ts'
import { plainQuantity } from './plain-quantity.ts'

/** One page of the documents that the caller sees, or of the drafts in the bin. */
export async function listDocuments(
  ctx: Ctx,
  { deleted = false, ...query }: ListQuery & { deleted?: boolean },
) {
  const page = await runList(ctx, {
    source: await documentSource(ctx),
    rows: selectNamed(ctx, visibleDocuments(ctx, { deleted })),
    ...(deleted ? {} : { parts: visibleDocumentParts(ctx).map((part) => part.select('d.id')) }),
    query,
  })
  return { ...page, items: page.items.map((row) => documentRow(ctx, row)) }
}

/** The list's fields for the filter builder and the column chooser. */
export const documentFields = async (ctx: Ctx) => describeList(ctx, await documentSource(ctx))

/** Counts and values over everything that a filter of the list matches, whole and by group. */
export const summarizeDocuments = async (ctx: Ctx, query: SummaryQuery): Promise<ListSummary> =>
  summarizeList(ctx, {
    source: await documentSource(ctx),
    rows: visibleDocuments(ctx).select('d.id'),
    query,
  })

/** One document; for who may take it out of the bin also from there. @throws AppError documents.notFound (404) */
export async function getDocument(ctx: Ctx, id: string): Promise<Document> {
  const { deletedAt } = await openableDocument(ctx, id)
  const row = await selectNamed(ctx, visibleDocuments(ctx, { deleted: deletedAt !== null }))
    .select([
      userName(sql`d.created_by`).as('createdByName'),
      userName(sql`d.updated_by`).as('updatedByName'),
      userName(sql`d.issued_by`).as('issuedByName'),
      valueLabel(ctx, sql`d.shipping_method_id`).as('shippingMethodName'),
    ])
    .where('d.id', '=', id)
    .executeTakeFirstOrThrow()
  const lines = await linesOf(ctx, row)
  const [files, sources, followers, revisions, partyBlock, words] = await together([
    filesOf(ctx, 'documents', id),
    sourcesOf(
      ctx,
      lines.flatMap(({ fromLineId }) => fromLineId ?? []),
    ),
    followersOf(
      ctx,
      lines.map((line) => line.id),
    ),
    revisionsOf(ctx, row),
    row.partyBlock ?? shownPartyBlock(ctx, { id: row.partyId, name: row.partyName }),
    inWords(ctx, row),
  ])
  const open = openKinds(ctx, row, lines)
  const can = documentAbilities(ctx, row, { hasFollowers: lines.some(({ taken }) => taken.length > 0) })
  return {
    ...documentRow(ctx, row),
    fiscalYear: row.fiscalYear,
    exchangeRate: row.exchangeRate && plainQuantity(row.exchangeRate),
    channel: row.channel,
    discountCodes: row.discountCodes,
    shippingMethod: ref(row.shippingMethodId, row.shippingMethodName),
    shipTo: row.shipTo,
    vehicle: row.vehicle,
    driver: row.driver,
    terms: row.terms,
    note: row.note,
    internalNote: row.internalNote,
    roundTo: row.roundTo,
    charges: row.charges,
    lines,
    totals: totalsOf(row, words),
    partyBlock,
    firmBlock: row.firmBlock,
    approval: row.approval,
    cancelledReason: row.cancelledReason,
    sources,
    followers,
    revisions,
    convertsTo: can.convert ? open : [],
    origin: row.origin,
    files,
    createdBy: ref(row.createdBy, row.createdByName),
    updatedBy: ref(row.updatedBy, row.updatedByName),
    issuedBy: ref(row.issuedBy, row.issuedByName),
    can: { ...can, convert: can.convert && open.length > 0 },
  }
}

/** The same for readers of a language, whoever reads: units and ways of shipping have a name in each. */
export const documentIn = (ctx: Ctx, id: string, language: Locale): Promise<Document> =>
  getDocument({ ...ctx, locale: language }, id)

const totalsOf = (row: StoredDocument, words: string | null): Totals => ({
  gross: row.gross,
  discount: row.discount,
  net: row.net,
  charges: row.chargesAmount,
  vat: row.vat,
  rounding: row.rounding,
  total: row.total,
  totalRial: row.totalRial,
  words,
})

/** A Rial total in Persian words, in the unit that the firm shows amounts in. */
export async function inWords(
  ctx: Ctx,
  { currency, total }: Pick<StoredDocument, 'currency' | 'total'>,
): Promise<string | null> {
  if (currency !== 'IRR') return null
  return amountInWords(total, { unit: (await firmSettings(ctx)).moneyUnit })
}

/** Kinds that the caller may make of what is left of the lines. */
const openKinds = (ctx: Ctx, { kind }: Pick<StoredDocument, 'kind'>, lines: readonly DocumentLine[]) =>
  documentKinds[kind].convertsTo.filter(
    (to) =>
      maySide(ctx, documentKinds[to].side) &&
      lines.some(({ quantity, taken }) => {
        const gone = taken.find((of) => of.kind === to)?.quantity ?? '0'
        return toMillionths(quantity) > toMillionths(gone)
      }),
  )

/** @throws AppError versionConflict (409) with the document as it is now, where it was changed since `given` */
export async function requireLatest(ctx: Ctx, row: StoredDocument, given: number): Promise<void> {
  if (row.version !== given) requireVersion(row, given, await getDocument(ctx, row.id))
}

const mostOfRecord = 200

type OfRecord = { items: DocumentRow[]; more: boolean }

/** Documents of a party, or that name it as the person to talk to, that the caller sees; the latest first. */
export const documentsOfParty = (ctx: Ctx, partyId: string): Promise<OfRecord> =>
  documentsWhere(ctx, sql`(d.party_id = ${partyId}::uuid or d.contact_id = ${partyId}::uuid)`)

/** Documents of a deal that the caller sees, the latest first. */
export const documentsOfDeal = (ctx: Ctx, dealId: string): Promise<OfRecord> =>
  documentsWhere(ctx, sql`d.deal_id = ${dealId}::uuid`)

async function documentsWhere(ctx: Ctx, which: RawBuilder<SqlBool>): Promise<OfRecord> {
  const rows = await selectNamed(ctx, visibleDocuments(ctx))
    .where(which)
    .orderBy('d.issuedOn', 'desc')
    .orderBy('d.id', 'desc')
    .limit(mostOfRecord + 1)
    .execute()
  return {
    items: rows.slice(0, mostOfRecord).map((row) => documentRow(ctx, row)),
    more: rows.length > mostOfRecord,
  }
}
