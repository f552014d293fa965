import { partyStanding } from '@peyvand/parties/server'
import { localDate } from '@peyvand/persian'
import { AppError, badField, type Ctx } from '@peyvand/platform/server'
import type {
  PriceLine,
  PriceQuestion,
  PriceStep,
  QuestionLine,
  SaleQuestion,
  VatClass,
} from '../contract/index.ts'
import {
  broughtAlong,
  canBeSold,
  chosenOf,
  namedOptions,
  pricedOptions,
} from './configurator/chosen-options.ts'
import { configuratorsOf } from './configurator/configurators.ts'
import { loadPriceBook, type ProductFacts } from './price-book.ts'
import { priceSteps, unitNames, unitOf } from './price-steps.ts'
import { fromMillionths, toBasisPoints, toMillionths } from './pricing/exact.ts'
import type { Sale, Step } from './pricing/facts.ts'
import { type PricedLine, priceLine } from './pricing/price-line.ts'
import { vatRateOn } from './pricing/vat-rate.ts'
import { seenFloor } from './see-floors.ts'
import { listVatClasses } from './vat-classes.ts'

/**
 * What lines cost for a customer, each with the way to its price.
 * @throws AppError notFound (404) for a party out of sight; catalog.noPrice, catalog.noVatRate,
 * catalog.configurationInvalid (409) with the product's name; badInput (400) at `lines.<index>.productId`, `.unitId` or
 * `.configuration`
 */
export async function askPrices(ctx: Ctx, question: PriceQuestion): Promise<PriceLine[]> {
  const asked = await loadAsked(ctx, question)
  return question.lines.map((line, index) => priceAsked(ctx, asked, { line, index }).view)
}

export type Asked = Awaited<ReturnType<typeof loadAsked>>

/** Everything that the prices of the lines depend on. @throws AppError notFound (404) for a party out of sight */
export async function loadAsked(ctx: Ctx, question: PriceQuestion) {
  const sale = await saleOf(ctx, question)
  const ids = question.lines.map(({ productId }) => productId)
  const designs = await configuratorsOf(ctx, ids)
  const loaded = await loadPriceBook(ctx, [...ids, ...[...designs.values()].flatMap(broughtAlong)])
  const vatClasses = new Map((await listVatClasses(ctx)).map((one) => [one.id, one]))
  const units = await unitNames(ctx, loaded)
  return { sale, designs, loaded, vatClasses, units, stepOf: priceSteps(ctx, { loaded, units }) }
}

/** The price of one line, with the floor for who decides. @throws AppError as `askPrices` */
export function priceAsked(
  ctx: Ctx,
  { sale, designs, loaded, vatClasses, units, stepOf }: Asked,
  { line, index }: { line: QuestionLine; index: number },
): { view: PriceLine; floor: bigint | null } {
  const product = loaded.products.get(line.productId)
  if (!product) throw badField(`lines.${index}.productId`, 'option')
  const unitId = line.unitId ?? product.baseUnitId
  if (!product.units.has(unitId)) throw badField(`lines.${index}.unitId`, 'catalog.unitOfProduct')
  const vatClass = vatClasses.get(product.vatClassId) as VatClass
  const percent = vatRateOn(vatClass, sale.on)
  const refused = (code: string) => new AppError(code, { status: 409, params: { name: product.name } })
  const design = designs.get(product.id)
  if (!design && line.configuration && line.configuration.options.length > 0)
    throw badField(`lines.${index}.configuration`, 'option')
  const chosen = design ? chosenOf(design, line.configuration) : []
  if (design && !canBeSold(design, chosen)) throw refused('catalog.configurationInvalid')
  if (percent === null) throw refused('catalog.noVatRate')
  const quantity = toMillionths(line.quantity)
  const priced = priceLine(loaded.book, {
    sale,
    line: {
      product,
      unitId,
      quantity,
      manual: line.manual,
      options: design ? pricedOptions(design, chosen, loaded.products) : [],
    },
    vatPoints: toBasisPoints(percent),
  })
  if (!priced) throw refused('catalog.noPrice')
  const view = lineView(priced, {
    product,
    configuration: design ? namedOptions(design, chosen) : null,
    unit: unitOf(units, unitId),
    quantity: fromMillionths(quantity),
    currency: sale.currency,
    floor: seenFloor(ctx, priced.floor),
    vat: { treatment: vatClass.treatment, name: vatClass.name, percent },
    stepOf,
    names: loaded.names,
  })
  return { view, floor: priced.floor }
}

/** Who asks, when and where. @throws AppError notFound (404) for a party out of sight */
export async function saleOf(ctx: Ctx, question: SaleQuestion): Promise<Sale> {
  const { partyId, on = localDate(ctx.now(), ctx.timeZone), currency, channel, codes } = question
  const standing = partyId === null ? { levelId: null, groups: [] } : await partyStanding(ctx, partyId, on)
  return { ...standing, on, currency, channel, codes }
}

interface Shown extends Pick<PriceLine, 'unit' | 'configuration' | 'quantity' | 'currency' | 'vat'> {
  product: ProductFacts
  floor: bigint | null
  stepOf: (step: Step) => PriceStep
  names: ReadonlyMap<string, string>
}

function lineView(line: PricedLine, { product, floor, stepOf, names, ...shown }: Shown): PriceLine {
  return {
    product: { id: product.id, name: product.name },
    ...shown,
    listPrice: String(line.listPrice),
    unitPrice: String(line.unitPrice),
    floor: floor === null ? null : String(floor),
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
