import { Amount, defineRoute, Id, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { SalesChannel } from './conditions.ts'
import { ConfiguredOptions } from './configured-options.ts'
import { Currency } from './currencies.ts'
import { Percent, Price, Quantity } from './quantity.ts'
import { VatTreatment } from './vat-classes.ts'

/** What a person takes off by hand, after the rules. */
export const ManualDiscount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percent: Percent }),
  /** Off each unit asked for. */
  z.strictObject({ kind: z.literal('amount'), amount: Price }),
])
export type ManualDiscount = z.infer<typeof ManualDiscount>

/** Why a price list or a discount rule did not count. */
export const PassedOver = z.enum([
  'inactive',
  'notYet',
  'expired',
  'currency',
  'channel',
  'level',
  'group',
  'product',
  'noPrice',
  'quantity',
  'code',
  /** An earlier list gave the price. */
  'later',
  /** Another discount that does not add up with it gives more. */
  'lessThanOther',
])
export type PassedOver = z.infer<typeof PassedOver>

const Step = { price: Amount }

/** The way to a price, in order; `price` is that of one unit after the step. */
export const PriceStep = z.discriminatedUnion('type', [
  z.object({ type: z.literal('list'), ...Step, list: Ref, unit: Ref, minQuantity: z.string() }),
  /** The list has the price of another unit: one asked for is `factor` of it. */
  z.object({ type: z.literal('unit'), ...Step, unit: Ref, factor: z.string() }),
  /** A bundle without a price of its own costs what its parts cost. */
  z.object({
    type: z.literal('parts'),
    ...Step,
    parts: z.array(z.object({ product: Ref, quantity: z.string(), price: Amount })),
  }),
  z.object({
    type: z.literal('option'),
    ...Step,
    option: Ref.extend({ group: z.string() }),
    kind: z.enum(['amount', 'percent', 'product']),
    percent: z.string().nullable(),
    /** Below nothing where it makes the product cheaper. */
    add: Amount,
  }),
  z.object({
    type: z.literal('discount'),
    ...Step,
    rule: Ref,
    kind: z.enum(['percent', 'amount']),
    percent: z.string().nullable(),
    cut: Amount,
  }),
  /** The rules would have gone lower; how low they may is told only who may see floors. */
  z.object({ type: z.literal('floor'), ...Step, floor: Amount.nullable() }),
  z.object({ type: z.literal('manual'), ...Step, cut: Amount }),
])
export type PriceStep = z.infer<typeof PriceStep>

export const PriceLine = z.object({
  product: Ref,
  unit: Ref,
  quantity: z.string(),
  currency: Currency,
  /** What was chosen of the product's options; null for a product without options. */
  configuration: ConfiguredOptions.nullable(),
  /** Of one unit, by the price list, with its options. */
  listPrice: Amount,
  /** Of one unit, after discounts. */
  unitPrice: Amount,
  /** The lowest price of one unit that needs nobody's approval; null also for who may not see floors. */
  floor: Amount.nullable(),
  needsApproval: z.boolean(),
  /** `listPrice` times quantity, to the half up. */
  gross: Amount,
  discount: Amount,
  net: Amount,
  vat: z.object({ treatment: VatTreatment, percent: z.string(), name: z.string() }),
  /** Of `net`, rounded down. */
  vatAmount: Amount,
  total: Amount,
  steps: z.array(PriceStep),
  /** What was looked at and did not count. */
  passedOver: z.array(z.object({ type: z.enum(['list', 'rule']), of: Ref, reason: PassedOver })),
})
export type PriceLine = z.infer<typeof PriceLine>

/** For whom, when and where prices are asked. */
export const SaleQuestion = z.strictObject({
  partyId: Id.nullable().default(null),
  /** Today where it is left out. */
  on: IsoDate.optional(),
  currency: Currency.default('IRR'),
  channel: SalesChannel.default('staff'),
  /** Campaign codes that the customer named. */
  codes: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
})
export type SaleQuestion = z.output<typeof SaleQuestion>

export const QuestionLine = z.strictObject({
  productId: Id,
  /** The product's base unit where it is left out. */
  unitId: Id.optional(),
  quantity: Quantity,
  manual: ManualDiscount.nullable().default(null),
  /** Null for what the product is offered with; only the ids count. */
  configuration: ConfiguredOptions.nullish(),
})
export type QuestionLine = z.output<typeof QuestionLine>

export const PriceQuestion = SaleQuestion.extend({ lines: z.array(QuestionLine).min(1).max(200) })
export type PriceQuestion = z.output<typeof PriceQuestion>

/** What a campaign code is worth for a sale. */
export const CodeVerdict = z.object({
  code: z.string(),
  /** The discount that it belongs to; null for a code that the firm does not have. */
  rule: Ref.nullable(),
  /** Why the discount is not for this sale; null where it is. */
  reason: PassedOver.nullable(),
})
export type CodeVerdict = z.infer<typeof CodeVerdict>

export const judgeCodesRoute = defineRoute({
  method: 'POST',
  path: '/prices/codes',
  summary: 'What campaign codes are worth for a customer on a day, before lines are asked for',
  permission: 'catalog.read',
  body: SaleQuestion,
  answer: z.object({ items: z.array(CodeVerdict) }),
})

export const askPricesRoute = defineRoute({
  method: 'POST',
  path: '/prices/ask',
  summary: 'What lines cost for a customer on a day, each with the way to its price',
  permission: 'catalog.read',
  body: PriceQuestion,
  answer: z.object({ lines: z.array(PriceLine) }),
  errors: ['catalog.noPrice', 'catalog.noVatRate', 'catalog.configurationInvalid'],
})
