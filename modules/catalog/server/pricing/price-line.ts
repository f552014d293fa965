import { applyDiscounts } from './discounts.ts'
import { one, shareDown, shareHalfUp, toBasisPoints } from './exact.ts'
import type { LineQuestion, Passed, PriceBook, Sale, Step } from './facts.ts'
import { factorOf, listPrice } from './list-price.ts'
import { withOptions } from './option-effects.ts'
import { whyNotRule } from './why-not.ts'

/** A line's price and the way to it; amounts in minor units of the sale's currency. */
export interface PricedLine {
  listPrice: bigint
  unitPrice: bigint
  floor: bigint | null
  needsApproval: boolean
  gross: bigint
  discount: bigint
  net: bigint
  vatAmount: bigint
  total: bigint
  steps: Step[]
  passed: Passed[]
}

interface Asked {
  sale: Sale
  line: LineQuestion
  /** Hundredths of a percent in force on the day of the sale. */
  vatPoints: bigint
}

const wholeInPoints = 10_000n

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
  const gross = shareHalfUp(listed.price, quantity, one)
  const net = shareHalfUp(unitPrice, quantity, one)
  const vatAmount = shareDown(net, vatPoints, wholeInPoints)
  return {
    listPrice: listed.price,
    unitPrice,
    floor: listed.floor,
    needsApproval: listed.floor !== null && unitPrice < listed.floor,
    gross,
    discount: gross - net,
    net,
    vatAmount,
    total: net + vatAmount,
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

function manualCut(price: bigint, manual: LineQuestion['manual']): bigint {
  if (!manual) return 0n
  const cut =
    manual.kind === 'percent'
      ? shareHalfUp(price, toBasisPoints(manual.percent), wholeInPoints)
      : BigInt(manual.amount)
  return cut < price ? cut : price
}
