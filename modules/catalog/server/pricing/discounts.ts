import { type Millionths, one, shareHalfUp } from './exact.ts'
import type { Passed, RuleFacts, Step } from './facts.ts'

interface Discountable {
  /** Of one unit, by the list. */
  price: bigint
  floor: bigint | null
  /** Base units in one unit. */
  factor: Millionths
}

type Cut = Extract<Step, { type: 'discount' }>

interface Discounted {
  price: bigint
  steps: Step[]
  passed: Passed[]
}

const wholeInPoints = 10_000n

/**
 * The best for the customer: the stackable discounts one after the other in their order, or one of the others alone.
 * No rule goes below the floor; a list price that is below it already stays as it is.
 */
export function applyDiscounts(given: Discountable, rules: readonly RuleFacts[]): Discounted {
  const stack = chain(
    given,
    rules.filter(({ stackable }) => stackable),
  )
  const alone = rules.filter(({ stackable }) => !stackable).map((rule) => chain(given, [rule]))
  const best = [stack, ...alone].reduce((found, one) =>
    priceAfter(given, one) < priceAfter(given, found) ? one : found,
  )
  const used = new Set(best.map(({ rule }) => rule.id))
  const price = priceAfter(given, best)
  const held = given.floor !== null && price < given.floor && best.length > 0
  const lowest = held ? lesser(given.price, given.floor as bigint) : price
  return {
    price: lowest,
    steps: held ? [...best, { type: 'floor', price: lowest, floor: given.floor as bigint }] : best,
    passed: rules
      .filter(({ id }) => !used.has(id))
      .map(({ id }) => ({ type: 'rule', id, reason: 'lessThanOther' })),
  }
}

const priceAfter = ({ price }: Discountable, cuts: readonly Cut[]): bigint => cuts.at(-1)?.price ?? price

function chain({ price, factor }: Discountable, rules: readonly RuleFacts[]): Cut[] {
  let left = price
  return rules.map((rule) => {
    const wished =
      rule.kind === 'percent'
        ? shareHalfUp(left, rule.points, wholeInPoints)
        : shareHalfUp(rule.amount, factor, one)
    const cut = lesser(wished, left)
    left -= cut
    return { type: 'discount', rule, cut, price: left }
  })
}

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b)
