import { valueLabel } from '@peyvand/customization/server'
import { getParty } from '@peyvand/parties/server'
import { localDate } from '@peyvand/persian'
import type { Ref } from '@peyvand/platform/contract'
import { AppError, badField, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PriceLine, PriceQuestion, PriceStep, VatClass } from '../contract/index.ts'
import { type LoadedBook, loadPriceBook, type ProductFacts } from './price-book.ts'
import { fromBasisPoints, fromMillionths, toBasisPoints, toMillionths } from './pricing/exact.ts'
import type { Sale, Step } from './pricing/facts.ts'
import { type PricedLine, priceLine } from './pricing/price-line.ts'
import { vatRateOn } from './pricing/vat-rate.ts'
import { listVatClasses } from './vat-classes.ts'

/**
 * What lines cost for a customer, each with the way to its price.
 * @throws AppError notFound (404) for a party out of sight; catalog.noPrice, catalog.noVatRate (409) with the product's name;
 * badInput (400) at `lines.<index>.productId` or `.unitId`
 */
export async function askPrices(ctx: Ctx, question: PriceQuestion): Promise<PriceLine[]> {
  const sale = await saleOf(ctx, question)
  const loaded = await loadPriceBook(
    ctx,
    question.lines.map(({ productId }) => productId),
  )
  const vatClasses = new Map((await listVatClasses(ctx)).map((one) => [one.id, one]))
  const units = await unitNames(ctx, loaded)
  return question.lines.map((line, index) => {
    const product = loaded.products.get(line.productId)
    if (!product) throw badField(`lines.${index}.productId`, 'option')
    const unitId = line.unitId ?? product.baseUnitId
    if (!product.units.has(unitId)) throw badField(`lines.${index}.unitId`, 'catalog.unitOfProduct')
    const vatClass = vatClasses.get(product.vatClassId) as VatClass
    const percent = vatRateOn(vatClass, sale.on)
    const refused = (code: string) => new AppError(code, { status: 409, params: { name: product.name } })
    if (percent === null) throw refused('catalog.noVatRate')
    const quantity = toMillionths(line.quantity)
    const priced = priceLine(loaded.book, {
      sale,
      line: { product, unitId, quantity, manual: line.manual },
      vatPoints: toBasisPoints(percent),
    })
    if (!priced) throw refused('catalog.noPrice')
    return lineView(priced, {
      product,
      unit: unitOf(units, unitId),
      quantity: fromMillionths(quantity),
      currency: sale.currency,
      vat: { treatment: vatClass.treatment, name: vatClass.name, percent },
      stepOf: stepViews(loaded, units),
      names: loaded.names,
    })
  })
}

async function saleOf(ctx: Ctx, { partyId, on, currency, channel, codes }: PriceQuestion): Promise<Sale> {
  const party = partyId === null ? null : await getParty(ctx, partyId)
  return {
    levelId: party?.level?.id ?? null,
    groups: (party?.groups ?? []).map(({ key }) => key),
    on: on ?? localDate(ctx.now(), ctx.timeZone),
    currency,
    channel,
    codes,
  }
}

interface Shown extends Pick<PriceLine, 'unit' | 'quantity' | 'currency' | 'vat'> {
  product: ProductFacts
  stepOf: (step: Step) => PriceStep
  names: ReadonlyMap<string, string>
}

function lineView(line: PricedLine, { product, stepOf, names, ...shown }: Shown): PriceLine {
  return {
    product: { id: product.id, name: product.name },
    ...shown,
    listPrice: String(line.listPrice),
    unitPrice: String(line.unitPrice),
    floor: line.floor === null ? null : String(line.floor),
    needsApproval: line.needsApproval,
    gross: String(line.gross),
    discount: String(line.discount),
    net: String(line.net),
    vatAmount: String(line.vatAmount),
    total: String(line.total),
    steps: line.steps.map(stepOf),
    passedOver: line.passed.map(({ type, id, reason }) => ({
      type,
      of: { id, name: names.get(id) ?? '' },
      reason,
    })),
  }
}

const stepViews =
  ({ names, products }: LoadedBook, units: ReadonlyMap<string, string>) =>
  (step: Step): PriceStep => {
    const price = String(step.price)
    switch (step.type) {
      case 'list':
        return {
          type: 'list',
          price,
          list: { id: step.listId, name: names.get(step.listId) ?? '' },
          unit: unitOf(units, step.unitId),
          minQuantity: fromMillionths(step.minQuantity),
        }
      case 'unit':
        return { type: 'unit', price, unit: unitOf(units, step.unitId), factor: fromMillionths(step.factor) }
      case 'parts':
        return {
          type: 'parts',
          price,
          parts: step.parts.map((part) => ({
            product: { id: part.productId, name: products.get(part.productId)?.name ?? '' },
            quantity: fromMillionths(part.quantity),
            price: String(part.price),
          })),
        }
      case 'discount':
        return {
          type: 'discount',
          price,
          rule: { id: step.rule.id, name: step.rule.name },
          kind: step.rule.kind,
          percent: step.rule.kind === 'percent' ? fromBasisPoints(step.rule.points) : null,
          cut: String(step.cut),
        }
      case 'floor':
        return { type: 'floor', price, floor: String(step.floor) }
      case 'manual':
        return { type: 'manual', price, cut: String(step.cut) }
    }
  }

const unitOf = (units: ReadonlyMap<string, string>, id: string): Ref => ({ id, name: units.get(id) ?? '' })

async function unitNames(ctx: Ctx, { products }: LoadedBook): Promise<Map<string, string>> {
  const ids = [...new Set([...products.values()].flatMap(({ units }) => [...units.keys()]))]
  const { rows } = await sql<{ id: string; name: string | null }>`
    select u.id, ${valueLabel(ctx, sql.ref('u.id'))} as name from unnest(${sql.val(ids)}::uuid[]) as u (id)`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}
