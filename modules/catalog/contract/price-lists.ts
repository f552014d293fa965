import { Amount, defineRoute, Id, IdParams, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Conditions, checkPeriod } from './conditions.ts'
import { Currency } from './currencies.ts'
import { lineOf } from './line.ts'
import { Price, Quantity } from './quantity.ts'

const name = lineOf(120)

export const PriceListInput = z
  .strictObject({ name, currency: Currency.default('IRR'), ...Conditions.shape })
  .superRefine(checkPeriod)
export type PriceListInput = z.output<typeof PriceListInput>

/** Sent whole; the currency stays, prices would change their meaning. */
export const PriceListChange = z
  .strictObject({ version: z.number().int(), name, ...Conditions.shape })
  .superRefine(checkPeriod)
export type PriceListChange = z.output<typeof PriceListChange>

export const PriceList = z.object({
  id: Id,
  name: z.string(),
  currency: Currency,
  ...Conditions.shape,
  /** Products that have a price. */
  products: z.number().int(),
  updatedAt: z.string(),
  version: z.number().int(),
})
export type PriceList = z.output<typeof PriceList>

/** `0` where a price has no smallest quantity. */
const MinQuantity = z.union([z.literal('0'), Quantity])

export const ListPriceRow = z.object({
  product: Ref.extend({ code: z.string() }),
  unit: Ref,
  minQuantity: z.string(),
  price: Amount,
  /** Null also for who may not see floors. */
  floor: Amount.nullable(),
})
export type ListPriceRow = z.infer<typeof ListPriceRow>

export const ListPriceInput = z
  .strictObject({
    productId: Id.optional(),
    /** In place of the id: the product's code, or a barcode, which also tells the unit. */
    code: z.string().trim().min(1).max(60).optional(),
    /** The product's base unit where it is left out. */
    unitId: Id.optional(),
    minQuantity: MinQuantity.default('0'),
    /** Null takes the price off the list. */
    price: Price.nullable(),
    floor: Price.nullable().default(null),
  })
  .superRefine(({ productId, code }, ctx) => {
    if (productId === undefined && code === undefined) ctx.addIssue(issue('required', ['code']))
  })
export type ListPriceInput = z.output<typeof ListPriceInput>

const manage = 'catalog.managePrices'
const errors = ['catalog.priceListNotFound'] as const
const Lists = z.object({ items: z.array(PriceList) })

export const listPriceListsRoute = defineRoute({
  method: 'GET',
  path: '/price-lists',
  summary: 'Price lists in the order in which they are asked for a price',
  permission: 'catalog.read',
  answer: Lists,
})

export const createPriceListRoute = defineRoute({
  method: 'POST',
  path: '/price-lists',
  summary: 'Make a price list; it is asked before all others',
  permission: manage,
  body: PriceListInput,
  answer: PriceList,
  status: 201,
})

export const updatePriceListRoute = defineRoute({
  method: 'PATCH',
  path: '/price-lists/:id',
  summary: 'Change for whom and when a price list is',
  permission: manage,
  params: IdParams,
  body: PriceListChange,
  answer: PriceList,
  errors: [...errors],
})

export const orderPriceListsRoute = defineRoute({
  method: 'PUT',
  path: '/price-lists/order',
  summary: 'Put all price lists in the order in which they are asked',
  permission: manage,
  body: z.strictObject({ ids: z.array(Id).min(1).max(1000) }),
  answer: Lists,
  errors: ['catalog.orderIncomplete'],
})

export const deletePriceListRoute = defineRoute({
  method: 'DELETE',
  path: '/price-lists/:id',
  summary: 'Delete a price list without prices',
  permission: manage,
  params: IdParams,
  answer: 'none',
  errors: [...errors, 'catalog.listHasPrices'],
})

export const listPricesRoute = defineRoute({
  method: 'GET',
  path: '/price-lists/:id/prices',
  summary: 'Prices of a list by name of the product',
  permission: 'catalog.read',
  params: IdParams,
  query: z.object({
    q: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
    cursor: z.string().max(500).optional(),
  }),
  answer: z.object({ items: z.array(ListPriceRow), nextCursor: z.string().nullable() }),
  errors: [...errors],
})

export const setPricesRoute = defineRoute({
  method: 'PUT',
  path: '/price-lists/:id/prices',
  summary: 'Set, change and take off prices of a list, all or none; at most 1,000 at once',
  permission: manage,
  params: IdParams,
  body: z.strictObject({ prices: z.array(ListPriceInput).min(1).max(1000) }),
  answer: z.object({ set: z.number().int(), removed: z.number().int() }),
  errors: [...errors],
})

export const PriceAdjustment = z.strictObject({
  /** `12.5` raises, `-5` lowers. */
  percent: z.string().regex(/^-?\d{1,3}(\.\d{1,2})?$/),
  /** In minor units: 10000 rounds up to whole thousand Toman. */
  roundTo: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .default('1'),
  withFloors: z.boolean().default(true),
  /** Only products of these groups and of those below; none means all. */
  productGroupIds: z.array(Id).max(100).default([]),
})
export type PriceAdjustment = z.output<typeof PriceAdjustment>

export const previewAdjustmentRoute = defineRoute({
  method: 'POST',
  path: '/price-lists/:id/adjust/preview',
  summary: 'How many prices an adjustment would change, and the first of them',
  permission: manage,
  params: IdParams,
  body: PriceAdjustment,
  answer: z.object({
    changed: z.number().int(),
    examples: z.array(ListPriceRow.extend({ newPrice: Amount, newFloor: Amount.nullable() })),
  }),
  errors: [...errors],
})

export const adjustPricesRoute = defineRoute({
  method: 'POST',
  path: '/price-lists/:id/adjust',
  summary: 'Raise or lower prices of a list by a percent, rounded up to a step; can be undone for 30 days',
  permission: manage,
  params: IdParams,
  body: PriceAdjustment,
  answer: z.object({ changed: z.number().int(), operationId: Id }),
  errors: [...errors],
})
