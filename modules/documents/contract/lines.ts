import {
  ConfiguredOptions,
  ManualDiscount,
  PassedOver,
  Price,
  PriceStep,
  Quantity,
} from '@peyvand/catalog/contract'
import { Amount, Id, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Vat } from './amounts.ts'
import { DocumentKind } from './kinds.ts'
import { LineProgress } from './progress.ts'

/** Where the price of a line comes from. */
export const PriceBy = z.enum([
  /** The price list, asked anew at every save of the draft. */
  'list',
  /** A person. */
  'hand',
  /** The line that it was made from, kept as it was. */
  'source',
])
export type PriceBy = z.infer<typeof PriceBy>

export const DocumentLineInput = z
  .strictObject({
    /** Of a line that is there already. */
    id: Id.optional(),
    /** Null for a line of free text. */
    productId: Id.nullable().default(null),
    /** What the line says; the product's name where it is left out. */
    name: z.string().trim().min(1).max(300).optional(),
    description: z.string().trim().max(2000).nullable().default(null),
    /** A value of the list `units`: the product's base unit, or none, where it is left out. */
    unitId: Id.nullable().default(null),
    quantity: Quantity,
    priceBy: PriceBy.default('list'),
    /** Of one unit before the discount; asked for where a person sets the price. */
    unitPrice: Price.optional(),
    manual: ManualDiscount.nullable().default(null),
    /** Of a line of free text; the firm's standard class where it is left out. */
    vatClassId: Id.nullable().default(null),
    configuration: ConfiguredOptions.nullable().default(null),
    note: z.string().trim().max(2000).nullable().default(null),
    /** The line of another document that this one carries on. */
    fromLineId: Id.nullable().default(null),
    serials: z.array(z.string().trim().min(1).max(100)).max(1000).default([]),
  })
  .superRefine((line, ctx) => {
    if (line.productId === null && line.name === undefined) ctx.addIssue(issue('required', ['name']))
    if (line.priceBy === 'hand' && line.unitPrice === undefined)
      ctx.addIssue(issue('required', ['unitPrice']))
    if (line.priceBy === 'source' && line.fromLineId === null)
      ctx.addIssue(issue('documents.sourceMissing', ['priceBy']))
  })
export type DocumentLineInput = z.output<typeof DocumentLineInput>

/** How much of a line is in documents that were made of its own. */
export const Taken = z.object({ kind: DocumentKind, quantity: z.string() })
export type Taken = z.infer<typeof Taken>

/** Amounts in minor units of the document's currency. */
export const PricedLine = z.object({
  product: Ref.extend({ code: z.string() }).nullable(),
  name: z.string(),
  description: z.string().nullable(),
  unit: Ref.nullable(),
  /** Of goods and services with the tax organisation. */
  taxCode: z.string().nullable(),
  quantity: z.string(),
  priceBy: PriceBy,
  /** Of one unit before discounts: by the list, by hand, or of the source. */
  listPrice: Amount,
  /** Of one unit after discounts. */
  unitPrice: Amount,
  /** The lowest price of one unit that needs nobody's approval. */
  floor: Amount.nullable(),
  belowFloor: z.boolean(),
  manual: ManualDiscount.nullable(),
  gross: Amount,
  discount: Amount,
  net: Amount,
  vat: Vat,
  /** Null for products, whose own class counts. */
  vatClassId: Id.nullable(),
  /** Of `net`, rounded down. */
  vatAmount: Amount,
  total: Amount,
  /** Why this price. */
  steps: z.array(PriceStep),
  passedOver: z.array(z.object({ type: z.enum(['list', 'rule']), of: Ref, reason: PassedOver })),
  configuration: ConfiguredOptions.nullable(),
  note: z.string().nullable(),
  fromLineId: Id.nullable(),
  serials: z.array(z.string()),
})
export type PricedLine = z.infer<typeof PricedLine>

export const DocumentLine = PricedLine.extend({
  id: Id,
  /** The document that the line was carried on from. */
  from: z.object({ id: Id, kind: DocumentKind, number: z.string().nullable() }).nullable(),
  /** By kind of the documents made of this one; what is left is the quantity less this. */
  taken: z.array(Taken),
  /** Null until it is issued, and for kinds that are not followed. */
  progress: LineProgress.nullable(),
})
export type DocumentLine = z.infer<typeof DocumentLine>

/** A line of the preview that has no price yet, or whose product is gone. */
export const LineFault = z.object({ index: z.number().int(), code: z.string(), message: z.string() })
export type LineFault = z.infer<typeof LineFault>
