import type { Conditions, Currency, ManualDiscount, PassedOver, SalesChannel } from '../../contract/index.ts'
import type { Millionths } from './exact.ts'

/** Who asks, when and where. */
export interface Sale {
  levelId: string | null
  /** Keys of the groups that the customer is in. */
  groups: readonly string[]
  on: string
  currency: Currency
  channel: SalesChannel
  codes: readonly string[]
}

/** Of a list the price of one unit of a product, from a quantity of that unit on. */
export interface ListedPrice {
  listId: string
  productId: string
  unitId: string
  minQuantity: Millionths
  price: bigint
  floor: bigint | null
}

/** Lists stand in the order in which they are asked. */
export interface PriceListFacts extends Conditions {
  id: string
  name: string
  currency: Currency
}

/** Rules stand in the order in which they are applied. */
export interface RuleFacts extends Conditions {
  id: string
  name: string
  kind: 'percent' | 'amount'
  /** Hundredths of a percent, of `percent`. */
  points: bigint
  /** Off each base unit, of `amount`. */
  amount: bigint
  currency: Currency
  /** In base units. */
  minQuantity: Millionths
  /** Either names the product: itself, or a group that it is in. */
  productIds: readonly string[]
  productGroupIds: readonly string[]
  code: string | null
  /** Adds up with others of its kind; one that does not competes with them. */
  stackable: boolean
}

export interface PricedProduct {
  id: string
  /** Its group and those above. */
  groupIds: readonly string[]
  baseUnitId: string
  /** Base units in one unit, the base unit's own among them. */
  units: ReadonlyMap<string, Millionths>
  /** Of a bundle: what is in one, in base units of the parts. */
  parts: readonly { product: PricedProduct; quantity: Millionths }[]
}

export interface PriceBook {
  lists: readonly PriceListFacts[]
  prices: readonly ListedPrice[]
  rules: readonly RuleFacts[]
}

/** What an option does to the price of one base unit. */
export type OptionEffectFacts =
  | { kind: 'none' }
  | { kind: 'amount'; amount: bigint; currency: Currency }
  /** Hundredths of a percent of the list price. */
  | { kind: 'percent'; points: bigint }
  /** Null where there is no such product any more. */
  | { kind: 'product'; product: PricedProduct | null; quantity: Millionths }

export interface ChosenOption {
  id: string
  name: string
  group: string
  effect: OptionEffectFacts
}

export interface LineQuestion {
  product: PricedProduct
  unitId: string
  quantity: Millionths
  manual: ManualDiscount | null
  /** What was chosen of what the product is offered with. */
  options: readonly ChosenOption[]
}

/** The way to a price, by ids; the same steps as the contract's. */
export type Step =
  | { type: 'list'; price: bigint; listId: string; unitId: string; minQuantity: Millionths }
  | { type: 'unit'; price: bigint; unitId: string; factor: Millionths }
  | {
      type: 'parts'
      price: bigint
      parts: { productId: string; quantity: Millionths; price: bigint }[]
    }
  | { type: 'option'; price: bigint; option: ChosenOption; add: bigint }
  | { type: 'discount'; price: bigint; rule: RuleFacts; cut: bigint }
  | { type: 'floor'; price: bigint; floor: bigint }
  | { type: 'manual'; price: bigint; cut: bigint }

export interface Passed {
  type: 'list' | 'rule'
  id: string
  reason: PassedOver
}
