import type { ManualDiscount } from '@peyvand/catalog/contract'
import {
  lineAmounts,
  manualCut,
  type OfferedLine,
  offerLines,
  one,
  toMillionths,
} from '@peyvand/catalog/server'
import type { Ctx, Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import {
  type CreateDocument,
  type DocumentLineInput,
  documentKinds,
  type PricedLine,
} from '../contract/index.ts'
import { bodyOf, lineOf } from './document-input.ts'
import { type BoughtBefore, lastPurchasePrices } from './last-purchase-prices.ts'
import { type SourceLine, sourceLines } from './source-lines.ts'
import { type VatOfDay, vatOfDay } from './vat-of-day.ts'

type StoredLine = Selectable<Tables['documentLines']>

/** A line with its figures, before it is written; names are for screens alone. */
export type FiguredLine = Omit<StoredLine, 'tenantId' | 'id' | 'documentId' | 'position'> & {
  productName: string | null
  unitName: string | null
}

/** Why a line has no figures, with the field of the line where it is told. */
export interface Refused {
  field: string
  code: string
  params: Record<string, unknown>
}

export type LineAnswer = { line: FiguredLine } | { refused: Refused }

export type PricedHeader = Pick<CreateDocument, 'kind' | 'currency' | 'channel' | 'discountCodes'> & {
  partyId: string | null
  issuedOn: string
}

interface Known {
  header: PricedHeader
  offered: OfferedLine | null
  source: SourceLine | null
  bought: BoughtBefore
  vats: VatOfDay
}

/**
 * Figures of lines in their order: by the price list of the document's day, by hand, or of the lines that they were
 * carried on from. Purchases ask what was paid before; inquiries bear nothing.
 * @throws AppError notFound (404) for a party out of sight
 */
export async function priceLines(
  ctx: Ctx,
  header: PricedHeader,
  lines: readonly DocumentLineInput[],
): Promise<LineAnswer[]> {
  const products = lines.filter(({ productId }) => productId !== null)
  const { kind, partyId, issuedOn: on, currency, channel, discountCodes: codes } = header
  const { side } = documentKinds[kind]
  const offered = await offerLines(ctx, {
    // Price lists tell what customers pay; of what suppliers are paid they know the facts of products alone.
    partyId: side === 'sales' ? partyId : null,
    on,
    currency,
    channel,
    codes,
    lines: products.map(({ productId, unitId, quantity, manual, configuration }) => ({
      productId: productId as string,
      ...(unitId ? { unitId } : {}),
      quantity,
      manual,
      configuration,
    })),
  })
  const offers = new Map(products.map((line, index) => [line, offered[index] as OfferedLine]))
  const sources = await sourceLines(ctx, lines)
  const bought = side === 'purchase' ? await lastPurchasePrices(ctx, { partyId, currency, lines }) : new Map()
  const vats = await vatOfDay(ctx, on)
  return lines.map((line) =>
    figuresOf(line, {
      header,
      offered: offers.get(line) ?? null,
      source: (line.fromLineId && sources.get(line.fromLineId)) || null,
      bought,
      vats,
    }),
  )
}

function figuresOf(line: DocumentLineInput, known: Known): LineAnswer {
  const { offered, source } = known
  const { prices, side } = documentKinds[known.header.kind]
  if (line.fromLineId !== null && !source) return refusal('fromLineId', 'documents.sourceUnfit')
  if (offered && !offered.product) {
    // What was sold is taken back or delivered although it is not offered any more.
    return source ? figuresOf(line, { ...known, offered: null }) : refusal('productId', 'option')
  }
  if (offered && !offered.unit) return refusal('unitId', 'catalog.unitOfProduct')
  const vat = vatFor(line, known)
  if (!vat) return refusal('vatClassId', 'documents.vatClassUnknown')
  if (vat.percent === null) return refusal('productId', 'catalog.noVatRate', { name: vat.name })
  const facts = factsOf(line, known, { ...vat, percent: vat.percent })
  const figured = (price: UnitPrice): LineAnswer => ({
    line: { ...facts, ...amounts(line, price, facts.vatPercent) },
  })

  if (prices === 'none') return figured(withoutPrice)
  if (source && (line.priceBy === 'source' || (line.priceBy === 'list' && !offered)))
    return figured(carriedOn(source))
  // Floors are for what is sold, not for what is bought.
  if (line.priceBy === 'hand' || !offered) return figured(byHand(line, side === 'sales' ? offered : null))
  if (side === 'purchase') {
    const before = known.bought.get(`${line.productId} ${facts.unitId}`)
    return before === undefined
      ? refusal('unitPrice', 'documents.noPurchasePrice')
      : figured(reduced(BigInt(before), line.manual))
  }
  if (offered.price) return figured(byList(offered.price, offered))
  // Papers that go with goods are written whether the goods have a price or not.
  return prices === 'hidden' ? figured(withoutPrice) : refusedBy(offered)
}

function refusedBy({ fault, product }: OfferedLine): LineAnswer {
  const [field] = fault?.options.fields ?? []
  if (field) return refusal(field.path.split('.').at(-1) ?? 'productId', field.code, field.params)
  return refusal(
    'unitPrice',
    fault?.code ?? 'catalog.noPrice',
    fault?.options.params ?? { name: product?.name },
  )
}

interface UnitPrice {
  listPrice: bigint
  unitPrice: bigint
  floor: bigint | null
  belowFloor: boolean
  manual: ManualDiscount | null
  why: Pick<PricedLine, 'steps' | 'passedOver'>
}

const unexplained = { steps: [], passedOver: [] }
const withoutPrice: UnitPrice = {
  listPrice: 0n,
  unitPrice: 0n,
  floor: null,
  belowFloor: false,
  manual: null,
  why: unexplained,
}

const byList = (price: NonNullable<OfferedLine['price']>, { floor }: OfferedLine): UnitPrice => ({
  listPrice: BigInt(price.listPrice),
  unitPrice: BigInt(price.unitPrice),
  floor,
  belowFloor: price.needsApproval,
  manual: null,
  why: { steps: price.steps, passedOver: price.passedOver },
})

const carriedOn = (source: SourceLine): UnitPrice => ({
  listPrice: BigInt(source.listPrice),
  unitPrice: BigInt(source.unitPrice),
  floor: source.floor === null ? null : BigInt(source.floor),
  belowFloor: source.belowFloor,
  manual: source.manual,
  why: source.why,
})

function byHand(line: DocumentLineInput, offered: OfferedLine | null): UnitPrice {
  const price = reduced(BigInt(line.unitPrice ?? 0), line.manual)
  const floor = offered?.floor ?? null
  return { ...price, floor, belowFloor: floor !== null && price.unitPrice < floor }
}

function reduced(listPrice: bigint, manual: ManualDiscount | null): UnitPrice {
  const cut = manualCut(listPrice, manual)
  const unitPrice = listPrice - cut
  const steps = cut > 0n ? [{ type: 'manual' as const, price: String(unitPrice), cut: String(cut) }] : []
  return { ...withoutPrice, listPrice, unitPrice, manual, why: { ...unexplained, steps } }
}

function amounts(line: DocumentLineInput, price: UnitPrice, vatPercent: string) {
  const { listPrice, unitPrice, floor, belowFloor, manual, why } = price
  const { gross, discount, net, vatAmount, total } = lineAmounts({
    listPrice,
    unitPrice,
    quantity: toMillionths(line.quantity),
    vatPoints: (toMillionths(vatPercent) * 100n) / one,
  })
  return {
    listPrice: String(listPrice),
    unitPrice: String(unitPrice),
    floor: floor === null ? null : String(floor),
    belowFloor,
    // Asked again at the next save, so it stays as it was typed.
    manual: line.priceBy === 'source' ? manual : line.manual,
    why,
    gross: String(gross),
    discount: String(discount),
    net: String(net),
    vatAmount: String(vatAmount),
    total: String(total),
  }
}

/** What is taken back bears the tax that it was sold with; everything else that of the document's day. */
function vatFor(line: DocumentLineInput, { header, offered, source, vats }: Known) {
  if (source && (documentKinds[header.kind].sign < 0 || (line.productId !== null && !offered)))
    return { treatment: source.vatTreatment, percent: source.vatPercent, name: source.vatName }
  if (offered) return offered.vat
  return vats.get(line.vatClassId ?? source?.vatClassId ?? null)
}

type Facts = Pick<
  FiguredLine,
  | 'productId'
  | 'code'
  | 'name'
  | 'taxCode'
  | 'description'
  | 'unitId'
  | 'quantity'
  | 'priceBy'
  | 'vatClassId'
  | 'vatTreatment'
  | 'vatPercent'
  | 'vatName'
  | 'configuration'
  | 'note'
  | 'fromLineId'
  | 'serials'
  | 'productName'
  | 'unitName'
>

function factsOf(
  line: DocumentLineInput,
  { offered, source, vats }: Known,
  vat: { treatment: FiguredLine['vatTreatment']; percent: string; name: string },
): Facts {
  const product = offered?.product ?? null
  const unit = offered?.unit ?? null
  return {
    productId: line.productId,
    code: product?.code ?? source?.code ?? '',
    name: lineOf(line.name ?? null) ?? product?.name ?? source?.name ?? '',
    taxCode: product?.taxCode ?? source?.taxCode ?? null,
    description: bodyOf(line.description),
    unitId: unit?.id ?? line.unitId ?? source?.unitId ?? null,
    quantity: line.quantity,
    priceBy: line.productId === null && line.priceBy === 'list' ? 'hand' : line.priceBy,
    vatClassId: line.productId === null ? (line.vatClassId ?? source?.vatClassId ?? vats.standardId) : null,
    vatTreatment: vat.treatment,
    vatPercent: vat.percent,
    vatName: vat.name,
    configuration: offered?.price?.configuration ?? line.configuration,
    note: bodyOf(line.note),
    fromLineId: line.fromLineId,
    serials: line.serials,
    productName: product?.name ?? null,
    unitName: unit?.name ?? null,
  }
}

const refusal = (field: string, code: string, params: Record<string, unknown> = {}): LineAnswer => ({
  refused: { field, code, params },
})
