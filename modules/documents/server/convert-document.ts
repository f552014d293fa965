import { fromMillionths, toMillionths } from '@peyvand/catalog/server'
import { localDate } from '@peyvand/persian'
import { AppError, badField, type Ctx, forbidden } from '@peyvand/platform/server'
import {
  type ChargeInput,
  type ConvertDocument,
  type Document,
  type DocumentLineInput,
  documentKinds,
  isConvertible,
} from '../contract/index.ts'
import { carriedCustom } from './carried-custom.ts'
import { withDefaults } from './create-document.ts'
import { lockDocument, reaches, type StoredDocument } from './document-access.ts'
import { ownerFrom, requireReferences } from './document-input.ts'
import { getDocument } from './document-queries.ts'
import { insertDocument } from './insert-document.ts'
import { inputOf, storedLines } from './line-inputs.ts'
import { requireOpen, takenOf } from './open-quantities.ts'
import { plainQuantity } from './plain-quantity.ts'
import { type FiguredHeader, type Figures, priceDocument, requirePriced } from './price-document.ts'

/**
 * Makes a draft of the next kind of what is left of a document, or of a part of it, at the prices it had; what was
 * asked for without prices is priced by the list.
 * @throws AppError documents.notFound (404), forbidden (403), documents.statusForbids, documents.notConvertible,
 * documents.overdrawn (409); badInput (400) at `partyId`
 */
export async function convertDocument(
  ctx: Ctx,
  id: string,
  { kind, lines: chosen, partyId }: ConvertDocument,
): Promise<Document> {
  const source = await lockDocument(ctx, id, 'read')
  const from = documentKinds[source.kind]
  const to = documentKinds[kind]
  if (!from.convertsTo.includes(kind)) throw new AppError('documents.notConvertible', { status: 409 })
  if (!isConvertible(source.status)) throw new AppError('documents.statusForbids', { status: 409 })
  if (from.side !== to.side && partyId === undefined) throw badField('partyId', 'required')
  await requireReferences(ctx, { partyId })
  const owner = await ownerOf(ctx, source, to.side)
  const stored = await storedLines(ctx, id)
  const taken = await takenOfKind(ctx, stored, kind)
  const header = await withDefaults(ctx, {
    ...carriedHeader(source),
    ...owner,
    kind,
    issuedOn: localDate(ctx.now(), ctx.timeZone),
    partyId: (from.side === to.side ? undefined : partyId) ?? source.partyId,
  })
  // Freight is charged with the first of several deliveries, and is not paid back.
  const charges = taken.size === 0 && to.sign >= 0 && to.prices === 'shown' ? chargesOf(source) : []
  const inputs = openLines(stored, { from: source.kind, taken, chosen })
  const figures = await pricedOrFree(ctx, { ...header, charges }, inputs)
  const priced = requirePriced(figures.lines)
  await requireOpen(ctx, header, priced)
  const made = await insertDocument(
    ctx,
    {
      header,
      charges: figures.charges,
      lines: priced,
      totals: figures.totals,
      custom: await carriedCustom(ctx, source),
    },
    { origin: ctx.actor.kind === 'apiKey' ? 'api' : 'manual' },
  )
  ctx.live({ topic: 'documents', id })
  return getDocument(ctx, made)
}

/** Where no list has the price of what was asked for, a person sets it in the draft. */
async function pricedOrFree(
  ctx: Ctx,
  header: FiguredHeader,
  inputs: readonly DocumentLineInput[],
): Promise<Figures> {
  const figures = await priceDocument(ctx, header, inputs)
  const lacks = (index: number) => {
    const answer = figures.lines[index]
    return answer !== undefined && 'refused' in answer && answer.refused.field === 'unitPrice'
  }
  if (!inputs.some((_, index) => lacks(index))) return figures
  return priceDocument(
    ctx,
    header,
    inputs.map((input, index) =>
      lacks(index) ? { ...input, priceBy: 'hand' as const, unitPrice: '0' } : input,
    ),
  )
}

/** The one who has the source, where the caller may write for them; else the caller. @throws AppError forbidden (403) */
async function ownerOf(ctx: Ctx, { ownerId, teamId }: StoredDocument, side: StoredDocument['side']) {
  if (reaches(ctx, 'create', { ownerId, teamId, side })) return { ownerId, teamId }
  const own = await ownerFrom(ctx, {})
  if (!reaches(ctx, 'create', { ...own, side })) throw forbidden()
  return own
}

/** What a document made of another has of its head. */
export const carriedHeader = (source: StoredDocument) => ({
  kind: source.kind,
  title: source.title,
  partyId: source.partyId,
  contactId: source.contactId,
  dealId: source.dealId,
  promisedOn: source.promisedOn,
  preparationId: null,
  currency: source.currency,
  exchangeRate: source.exchangeRate,
  settlement: source.settlement,
  channel: source.channel,
  discountCodes: source.discountCodes,
  shippingMethodId: source.shippingMethodId,
  shipTo: source.shipTo,
  vehicle: source.vehicle,
  driver: source.driver,
  terms: source.terms,
  note: source.note,
  internalNote: source.internalNote,
  roundTo: source.roundTo,
})

export const chargesOf = ({ charges }: StoredDocument): ChargeInput[] =>
  charges.map(({ label, amount, vatClassId }) => ({ label, amount, vatClassId }))

type StoredLine = Awaited<ReturnType<typeof storedLines>>[number]

/** By line, how much of it documents of a kind have. */
async function takenOfKind(
  ctx: Ctx,
  lines: readonly StoredLine[],
  kind: StoredDocument['kind'],
): Promise<ReadonlyMap<string, string>> {
  const taken = await takenOf(
    ctx,
    lines.map(({ id }) => id),
  )
  return new Map(
    [...taken].flatMap(([id, all]) => {
      const quantity = all.find((of) => of.kind === kind)?.quantity
      return quantity === undefined ? [] : [[id, quantity] as const]
    }),
  )
}

interface Wanted {
  from: StoredDocument['kind']
  taken: ReadonlyMap<string, string>
  chosen: ConvertDocument['lines']
}

/** The lines chosen with their quantities, or all that something is left of. */
function openLines(stored: readonly StoredLine[], { from, taken, chosen }: Wanted): DocumentLineInput[] {
  const known = new Set(stored.map((line) => line.id))
  if (chosen?.some(({ lineId }) => !known.has(lineId)))
    throw new AppError('documents.sourceUnfit', { status: 409 })
  const wanted = new Map(chosen?.map(({ lineId, quantity }) => [lineId, quantity]))
  const quantityOf = (line: StoredLine) => {
    if (chosen) return wanted.get(line.id)
    const left = toMillionths(plainQuantity(line.quantity)) - toMillionths(taken.get(line.id) ?? '0')
    return left > 0n ? fromMillionths(left) : undefined
  }
  const inputs = stored.flatMap((line) => {
    const quantity = quantityOf(line)
    const { id: fromLineId, unitPrice: _, ...input } = inputOf(line)
    return quantity === undefined
      ? []
      : [{ ...input, ...pricedAs(from, line), quantity, fromLineId: fromLineId as string }]
  })
  if (inputs.length > 0) return inputs
  const [name] = stored.map((line) => line.name)
  throw new AppError('documents.overdrawn', { status: 409, params: { name: name ?? '', open: '0' } })
}

/** What bore a price keeps it; what was only asked for is priced by the list, or by a person where it is of no list. */
function pricedAs(
  from: StoredDocument['kind'],
  { productId }: { productId: string | null },
): Pick<DocumentLineInput, 'priceBy' | 'unitPrice'> {
  if (documentKinds[from].prices !== 'none') return { priceBy: 'source' }
  return productId === null ? { priceBy: 'hand', unitPrice: '0' } : { priceBy: 'list' }
}
