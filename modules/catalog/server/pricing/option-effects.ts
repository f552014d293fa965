import { one, shareHalfUp } from './exact.ts'
import type { ChosenOption, OptionEffectFacts, PriceBook, Step } from './facts.ts'
import { factorOf, type ListPrice, listPrice, type Wanted } from './list-price.ts'

const wholeInPoints = 10_000n

/**
 * The list price with what the chosen options do to it, one after the other, never below nothing. A percent is of the
 * price without options, so that their order changes nothing. The floor goes with the price: by amounts and percents
 * where the product has one, and by the floors of the products that come along. Null where one of those has no price,
 * or an amount is of another currency.
 */
export function withOptions(
  book: PriceBook,
  { listed, options, wanted }: { listed: ListPrice; options: readonly ChosenOption[]; wanted: Wanted },
): ListPrice | null {
  const steps: Step[] = []
  let { price, floor } = listed
  for (const option of options) {
    const { effect } = option
    if (effect.kind === 'none') continue
    const added = addedBy(book, { effect, listed, wanted })
    if (!added) return null
    const after = atLeastNothing(price + added.price)
    steps.push({ type: 'option', option, price: after, add: after - price })
    price = after
    floor = floorWith(floor, added.floor, effect.kind === 'product')
  }
  return { ...listed, price, floor, steps: [...listed.steps, ...steps] }
}

interface Adding {
  effect: Exclude<OptionEffectFacts, { kind: 'none' }>
  listed: ListPrice
  wanted: Wanted
}

interface Added {
  price: bigint
  floor: bigint | null
}

function addedBy(book: PriceBook, { effect, listed, wanted }: Adding): Added | null {
  const factor = factorOf(wanted.product, wanted.unitId)
  switch (effect.kind) {
    case 'amount': {
      if (effect.currency !== wanted.sale.currency) return null
      const amount = shareSigned(effect.amount, factor, one)
      return { price: amount, floor: amount }
    }
    case 'percent':
      return {
        price: shareSigned(effect.points, listed.price, wholeInPoints),
        floor: shareSigned(effect.points, listed.floor ?? 0n, wholeInPoints),
      }
    case 'product': {
      const { product, quantity } = effect
      if (!product) return null
      const ofOne = (quantity * factor) / one
      const found = listPrice(book, {
        product,
        unitId: product.baseUnitId,
        quantity: (ofOne * wanted.quantity) / one,
        sale: wanted.sale,
      })
      return (
        found && {
          price: shareHalfUp(found.price, ofOne, one),
          floor: found.floor === null ? null : shareHalfUp(found.floor, ofOne, one),
        }
      )
    }
  }
}

/** A product that comes along brings its floor; everything else moves one that is there. */
function floorWith(floor: bigint | null, added: bigint | null, isProduct: boolean): bigint | null {
  if (added === null || (floor === null && !isProduct)) return floor
  return atLeastNothing((floor ?? 0n) + added)
}

const atLeastNothing = (amount: bigint): bigint => (amount < 0n ? 0n : amount)

/** A half goes away from nothing on both sides. */
const shareSigned = (amount: bigint, of: bigint, whole: bigint): bigint =>
  amount < 0n ? -shareHalfUp(-amount, of, whole) : shareHalfUp(amount, of, whole)
