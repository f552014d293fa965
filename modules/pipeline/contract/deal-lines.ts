import { ConfiguredOptions, Percent, Price, Quantity } from '@peyvand/catalog/contract'
import { Amount, defineRoute, Id, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

/** A product on a deal, as it is asked for. */
export const DealLineInput = z.strictObject({
  productId: Id,
  /** The product's base unit where it is left out. */
  unitId: Id.optional(),
  /** The options chosen, of a product that has some; null for what it is offered with. */
  configuration: ConfiguredOptions.nullable().default(null),
  quantity: Quantity,
  /** Of one unit, in Rial; by price lists and discounts where it is null. */
  priceByHand: Price.nullable().default(null),
  /** What a person takes off after the rules. */
  discountPercent: Percent.nullable().default(null),
})
export type DealLineInput = z.output<typeof DealLineInput>

/** Lines of a deal, in order, whole. */
export const DealLines = z.array(DealLineInput).max(100)

/** A product on a deal with what it cost when the lines were saved. */
export const DealLine = z.object({
  product: Ref,
  unit: Ref,
  configuration: ConfiguredOptions.nullable(),
  quantity: z.string(),
  priceByHand: Amount.nullable(),
  discountPercent: z.string().nullable(),
  /** Of one unit by the price lists; null where no list has the product. */
  listPrice: Amount.nullable(),
  /** Of one unit, after everything that was taken off. */
  unitPrice: Amount,
  /** `unitPrice` times quantity, to the half up, without VAT. */
  net: Amount,
  /** Below the floor of its price list. */
  needsApproval: z.boolean(),
})
export type DealLine = z.infer<typeof DealLine>

export const priceDealLinesRoute = defineRoute({
  method: 'POST',
  path: '/deals/prices',
  summary: 'What lines of a deal would cost its customer today, and their sum',
  permission: 'deals.read',
  body: z.strictObject({ partyId: Id.nullable().default(null), lines: DealLines.min(1) }),
  answer: z.object({ lines: z.array(DealLine), sum: Amount }),
  errors: ['catalog.noVatRate', 'catalog.configurationInvalid'],
})
