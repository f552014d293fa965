import { TagRef } from '@peyvand/customization/contract'
import { FileInfo } from '@peyvand/files/contract'
import {
  Amount,
  CustomValues,
  defineRoute,
  Id,
  IdParams,
  IsoDate,
  issue,
  listRoutes,
  Ref,
} from '@peyvand/platform/contract'
import { z } from 'zod'
import { Currency } from './currencies.ts'
import { lineOf } from './line.ts'
import { Quantity } from './quantity.ts'

export const ProductKind = z.enum(['goods', 'service', 'bundle'])
export type ProductKind = z.infer<typeof ProductKind>

/** Whether each piece, or each lot, is known by a number. */
export const Tracking = z.enum(['none', 'serial', 'lot'])
export type Tracking = z.infer<typeof Tracking>

export const ProductOrigin = z.enum(['manual', 'import', 'api'])
export type ProductOrigin = z.infer<typeof ProductOrigin>

const Code = lineOf(60)

/** The tax organisation's identifier of goods and services: thirteen digits. */
export const TaxCode = z.string().regex(/^\d{13}$/)

const ProductUnitInput = z.strictObject({
  unitId: Id,
  /** Base units in one: a carton of twelve has 12. */
  factor: Quantity,
  barcode: Code.nullable().default(null),
})

const BundlePartInput = z.strictObject({ productId: Id, quantity: Quantity })

const fields = {
  kind: ProductKind,
  /** The next of the series `products` where it is left out. */
  code: Code.optional(),
  name: lineOf(200),
  nameLatin: z.string().trim().max(200).nullable(),
  groupId: Id.nullable(),
  /** A value of the list `units`. */
  unitId: Id,
  barcode: Code.nullable(),
  /** Further units. */
  units: z.array(ProductUnitInput).max(20),
  /** Of a bundle. */
  parts: z.array(BundlePartInput).max(50),
  /** The firm's standard class where it is left out. */
  vatClassId: Id.optional(),
  taxCode: TaxCode.nullable(),
  tracking: Tracking,
  warrantyMonths: z.number().int().min(1).max(600).nullable(),
  warrantyTerms: z.string().trim().max(5000).nullable(),
  description: z.string().trim().max(10_000).nullable(),
  /** Not offered any more where it is false. */
  active: z.boolean(),
  /** Images and papers, in order. */
  fileIds: z.array(Id).max(50).optional(),
  tagIds: z.array(Id).max(50).optional(),
  custom: CustomValues.optional(),
}

type Checked = {
  kind?: ProductKind | undefined
  unitId?: string | undefined
  units?: { unitId: string }[] | undefined
  parts?: { productId: string }[] | undefined
}

/** What does not go together in a product, or in what is sent of one. */
export function productFaults({
  kind,
  unitId,
  units = [],
  parts,
}: Checked): { path: string; code: string }[] {
  const unitIds = [...(unitId ? [unitId] : []), ...units.map((one) => one.unitId)]
  const partIds = (parts ?? []).map(({ productId }) => productId)
  const faults: [found: boolean, path: string, code: string][] = [
    [new Set(unitIds).size < unitIds.length, 'units', 'catalog.unitTwice'],
    [new Set(partIds).size < partIds.length, 'parts', 'catalog.partTwice'],
    [kind === 'bundle' && parts?.length === 0, 'parts', 'required'],
    [kind !== undefined && kind !== 'bundle' && partIds.length > 0, 'parts', 'catalog.partsOfBundle'],
  ]
  return faults.flatMap(([found, path, code]) => (found ? [{ path, code }] : []))
}

function checkProduct(given: Checked, ctx: z.core.$RefinementCtx): void {
  for (const { path, code } of productFaults(given)) ctx.addIssue(issue(code, [path]))
}

export const CreateProduct = z
  .strictObject({
    ...fields,
    kind: fields.kind.default('goods'),
    nameLatin: fields.nameLatin.default(null),
    groupId: fields.groupId.default(null),
    barcode: fields.barcode.default(null),
    units: fields.units.default([]),
    parts: fields.parts.default([]),
    taxCode: fields.taxCode.default(null),
    tracking: fields.tracking.default('none'),
    warrantyMonths: fields.warrantyMonths.default(null),
    warrantyTerms: fields.warrantyTerms.default(null),
    description: fields.description.default(null),
    active: fields.active.default(true),
  })
  .superRefine(checkProduct)
export type CreateProduct = z.output<typeof CreateProduct>

/** Only what is sent changes; units, parts, files and tags are sent whole. */
export const ProductChange = z
  .strictObject(fields)
  .partial()
  .extend({ version: z.number().int() })
  .superRefine(checkProduct)
export type ProductChange = z.output<typeof ProductChange>

export const ProductRow = z.object({
  id: Id,
  kind: ProductKind,
  code: z.string(),
  name: z.string(),
  group: Ref.nullable(),
  unit: Ref,
  barcode: z.string().nullable(),
  taxCode: z.string().nullable(),
  vatClass: Ref,
  tracking: Tracking,
  warrantyMonths: z.number().int().nullable(),
  active: z.boolean(),
  /** In Rial, of one base unit, for whom no list has conditions for; null where no such list has it. */
  price: Amount.nullable(),
  imageId: Id.nullable(),
  /** Offered with options: see the configurator. */
  configurable: z.boolean(),
  tags: z.array(TagRef),
  custom: CustomValues,
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  version: z.number().int(),
  can: z.object({ update: z.boolean() }),
})
export type ProductRow = z.infer<typeof ProductRow>

export const ProductUnit = z.object({ unit: Ref, factor: z.string(), barcode: z.string().nullable() })
export type ProductUnit = z.infer<typeof ProductUnit>

export const BundlePart = z.object({ product: Ref, unit: Ref, quantity: z.string() })
export type BundlePart = z.infer<typeof BundlePart>

export const Product = ProductRow.extend({
  nameLatin: z.string().nullable(),
  warrantyTerms: z.string().nullable(),
  description: z.string().nullable(),
  /** Beside the base unit. */
  units: z.array(ProductUnit),
  parts: z.array(BundlePart),
  /** The groups above its own, the uppermost first. */
  groupPath: z.array(Ref),
  files: z.array(FileInfo),
  createdBy: Ref.nullable(),
  updatedBy: Ref.nullable(),
  can: z.object({ update: z.boolean(), delete: z.boolean(), restore: z.boolean() }),
})
export type Product = z.infer<typeof Product>

/** A price of a product with its list. */
export const ProductPrice = z.object({
  list: Ref,
  currency: Currency,
  active: z.boolean(),
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  unit: Ref,
  minQuantity: z.string(),
  price: Amount,
  /** Null also for who may not see floors. */
  floor: Amount.nullable(),
})
export type ProductPrice = z.infer<typeof ProductPrice>

const read = 'catalog.read'
const manage = 'catalog.manage'
const errors = ['catalog.productNotFound'] as const
const written = ['catalog.codeTaken', 'catalog.barcodeTaken'] as const

export const {
  list: listProductsRoute,
  bin: listBinnedProductsRoute,
  summary: summarizeProductsRoute,
  fields: productFieldsRoute,
} = listRoutes({ path: '/products', name: 'products', read, restore: manage, row: ProductRow })

export const createProductRoute = defineRoute({
  method: 'POST',
  path: '/products',
  summary: 'Make a product, a service or a bundle',
  permission: manage,
  body: CreateProduct,
  answer: Product,
  status: 201,
  errors: [...written],
})

export const getProductRoute = defineRoute({
  method: 'GET',
  path: '/products/:id',
  summary: 'One product; for who manages them also from the recycle bin',
  permission: read,
  params: IdParams,
  answer: Product,
  errors: [...errors],
})

export const updateProductRoute = defineRoute({
  method: 'PATCH',
  path: '/products/:id',
  summary: 'Change what is named; units, parts, files and tags are sent whole',
  permission: manage,
  params: IdParams,
  body: ProductChange,
  answer: Product,
  errors: [...errors, ...written, 'catalog.unitHasPrices', 'catalog.partOfBundle'],
})

export const deleteProductRoute = defineRoute({
  method: 'DELETE',
  path: '/products/:id',
  summary: 'Move a product to the recycle bin; not while it is part of a bundle',
  permission: manage,
  params: IdParams,
  answer: 'none',
  errors: [...errors, 'catalog.partOfBundle', 'catalog.optionOfProduct'],
})

export const restoreProductRoute = defineRoute({
  method: 'POST',
  path: '/products/:id/restore',
  summary: 'Bring a product back from the recycle bin',
  permission: manage,
  params: IdParams,
  answer: Product,
  errors: [...errors],
})

export const productPricesRoute = defineRoute({
  method: 'GET',
  path: '/products/:id/prices',
  summary: 'What a product costs by every price list, in the order in which lists are asked',
  permission: read,
  params: IdParams,
  answer: z.object({ items: z.array(ProductPrice) }),
  errors: [...errors],
})
