import { type Millionths, one, shareHalfUp } from './exact.ts'
import type { ListedPrice, Passed, PriceBook, PricedProduct, PriceListFacts, Sale, Step } from './facts.ts'
import { whyNot } from './why-not.ts'

export interface ListPrice {
  /** Of one unit asked for. */
  price: bigint
  floor: bigint | null
  steps: Step[]
  passed: Passed[]
}

export interface Wanted {
  product: PricedProduct
  unitId: string
  quantity: Millionths
  sale: Sale
}

/**
 * The price of one unit before discounts: of the first list in order that is for the sale and has the product from
 * this quantity on. A bundle that no list has costs what its parts cost. Null where there is no price.
 */
export function listPrice(book: PriceBook, wanted: Wanted): ListPrice | null {
  const passed: Passed[] = []
  let found: ListPrice | null = null
  for (const list of book.lists) {
    const reason = found ? 'later' : reasonOf(book, list, wanted)
    if (reason) passed.push({ type: 'list', id: list.id, reason })
    else found = priceIn(book, list, wanted)
  }
  const price = found ?? partsPrice(book, wanted)
  return price && { ...price, passed: [...passed, ...price.passed] }
}

function reasonOf(book: PriceBook, list: PriceListFacts, wanted: Wanted): Passed['reason'] | null {
  const ofSale = whyNot(list, wanted.sale)
  if (ofSale) return ofSale
  if (list.currency !== wanted.sale.currency) return 'currency'
  const offered = offersOf(book, list, wanted)
  if (offered.length === 0) return 'noPrice'
  return bestOffer(offered, wanted) ? null : 'quantity'
}

function priceIn(book: PriceBook, list: PriceListFacts, wanted: Wanted): ListPrice | null {
  const offer = bestOffer(offersOf(book, list, wanted), wanted)
  if (!offer) return null
  const { price, floor, unitId, minQuantity } = offer
  const steps: Step[] = [{ type: 'list', price, listId: list.id, unitId, minQuantity }]
  if (unitId === wanted.unitId) return { price, floor, steps, passed: [] }
  const factor = factorOf(wanted.product, wanted.unitId)
  const converted = shareHalfUp(price, factor, one)
  return {
    price: converted,
    floor: floor === null ? null : shareHalfUp(floor, factor, one),
    steps: [...steps, { type: 'unit', price: converted, unitId: wanted.unitId, factor }],
    passed: [],
  }
}

/** Prices of the unit asked for; only where there are none, those of the base unit. */
function offersOf({ prices }: PriceBook, list: PriceListFacts, { product, unitId }: Wanted): ListedPrice[] {
  const ofProduct = prices.filter((price) => price.listId === list.id && price.productId === product.id)
  const ofUnit = ofProduct.filter((price) => price.unitId === unitId)
  return ofUnit.length > 0 ? ofUnit : ofProduct.filter((price) => price.unitId === product.baseUnitId)
}

/** The offer of the highest quantity that is reached. */
function bestOffer(
  offers: readonly ListedPrice[],
  { product, unitId, quantity }: Wanted,
): ListedPrice | undefined {
  const asked = quantity * factorOf(product, unitId)
  return offers
    .filter((offer) => offer.minQuantity * factorOf(product, offer.unitId) <= asked)
    .reduce<ListedPrice | undefined>(
      (best, offer) => (best && best.minQuantity >= offer.minQuantity ? best : offer),
      undefined,
    )
}

/** What one unit of a bundle costs by its parts; its floor is theirs, a part without one may cost nothing. */
function partsPrice(book: PriceBook, { product, unitId, quantity, sale }: Wanted): ListPrice | null {
  if (product.parts.length === 0) return null
  const factor = factorOf(product, unitId)
  const parts: Extract<Step, { type: 'parts' }>['parts'] = []
  let [price, floor, hasFloor] = [0n, 0n, false]
  for (const part of product.parts) {
    const ofOne = (part.quantity * factor) / one
    const found = listPrice(book, {
      product: part.product,
      unitId: part.product.baseUnitId,
      quantity: (ofOne * quantity) / one,
      sale,
    })
    if (!found) return null
    price += shareHalfUp(found.price, ofOne, one)
    floor += shareHalfUp(found.floor ?? 0n, ofOne, one)
    hasFloor ||= found.floor !== null
    parts.push({ productId: part.product.id, quantity: ofOne, price: found.price })
  }
  return { price, floor: hasFloor ? floor : null, steps: [{ type: 'parts', price, parts }], passed: [] }
}

/** Base units in one of a unit. @throws RangeError where the product has no such unit; who asks has looked before */
export function factorOf({ units, id }: PricedProduct, unitId: string): Millionths {
  const factor = units.get(unitId)
  if (factor === undefined) throw new RangeError(`product ${id} has no unit ${unitId}`)
  return factor
}
