import { applyDiscounts } from './discounts.ts'
import { one } from './exact.ts'
import type { LineQuestion, Passed, PriceBook, Sale, Step } from './facts.ts'
import { type LineAmounts, lineAmounts, manualCut } from './line-amounts.ts'
import { factorOf, listPrice } from './list-price.ts'
import { withOptions } from './option-effects.ts'
import { whyNotRule } from './why-not.ts'

/** A line's price and the way to it; amounts in minor units of the sale's currency. */
export interface PricedLine extends LineAmounts {
  listPrice: bigint
  unitPrice: bigint
  floor: bigint | null
  needsApproval: boolean
  steps: Step[]
  passed: Passed[]
}

interface Asked {
  sale: Sale
  line: LineQuestion
  /** Hundredths of a percent in force on the day of the sale. */
  vatPoints: bigint
}

/**
 * Price list, then options, then discounts, then what a person takes off; null where no list has a price. Only a person's discount
 * or a list that is itself too low comes below the floor, and then the line needs approval. A unit's price is rounded
 * to the half up at every step, a line's amounts too, value added tax down.
 */
export function priceLine(book: PriceBook, { sale, line, vatPoints }: Asked): PricedLine | null {
  const { product, unitId, quantity, manual, options } = line
  const wanted = { product, unitId, quantity, sale }
  const plain = listPrice(book, wanted)
  const listed = plain && withOptions(book, { listed: plain, options, wanted })
  if (!listed) return null
  const factor = factorOf(product, unitId)
  const rules = book.rules.map((rule) => ({
    rule,
    reason: whyNotRule(rule, { sale, product, quantity: (quantity * factor) / one }),
  }))
  const fitting = rules.flatMap(({ rule, reason }) => (reason ? [] : [rule]))
  const discounted = applyDiscounts({ ...listed, factor }, fitting)
  const byHand = manualCut(discounted.price, manual)
  const unitPrice = discounted.price - byHand
  return {
    listPrice: listed.price,
    unitPrice,
    floor: listed.floor,
    needsApproval: listed.floor !== null && unitPrice < listed.floor,
    ...lineAmounts({ listPrice: listed.price, unitPrice, quantity, vatPoints }),
    steps: [
      ...listed.steps,
      ...discounted.steps,
      ...(byHand > 0n ? [{ type: 'manual' as const, price: unitPrice, cut: byHand }] : []),
    ],
    passed: [
      ...listed.passed,
      ...rules.flatMap(({ rule, reason }) =>
        reason ? [{ type: 'rule' as const, id: rule.id, reason }] : [],
      ),
      ...discounted.passed,
    ],
  }
}
