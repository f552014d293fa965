import { requireTags, setTags } from '@peyvand/customization/server'
import { attachFiles, setFiles } from '@peyvand/files/server'
import { cleanBody, cleanText } from '@peyvand/persian'
import {
  badField,
  type Ctx,
  changesBetween,
  checkCustomValues,
  json,
  mergeCustomValues,
  readCustomValues,
  requireVersion,
  writeCustomSides,
} from '@peyvand/platform/server'
import {
  type CreateProduct,
  type Product,
  type ProductChange,
  productFaults,
  productUpdated,
} from '../contract/index.ts'
import {
  columnsOf,
  insertProducts,
  ownColumns,
  requireNoPricesOf,
  writeUnitsAndParts,
} from './insert-products.ts'
import { requireNoPart } from './parts-of-others.ts'
import { requireProduct } from './product-access.ts'
import {
  lineOrNull,
  plainCode,
  productSearch,
  requireFreeBarcodes,
  requireFreeCode,
  requireParts,
  requireProductGroup,
  requireUnits,
} from './product-input.ts'
import { getProduct } from './product-queries.ts'
import { requireVatClassInUse, standardVatClass } from './vat-classes.ts'

/**
 * Makes a product, a service or a bundle.
 * @throws AppError catalog.codeTaken, catalog.barcodeTaken (409); badInput (400) at the field
 */
export async function createProduct(ctx: Ctx, { fileIds = [], ...input }: CreateProduct): Promise<Product> {
  await requireUnits(ctx, input)
  await requireProductGroup(ctx, input.groupId)
  await requireParts(ctx, input.parts)
  if (input.tagIds?.length) await requireTags(ctx, input.tagIds)
  if (input.vatClassId) await requireVatClassInUse(ctx, input.vatClassId)
  if (input.code !== undefined) await requireFreeCode(ctx, plainCode(input.code))
  await requireFreeBarcodes(ctx, withPlainBarcodes(input))
  const vatClassId = input.vatClassId ?? (await standardVatClass(ctx))
  const custom = await checkCustomValues(ctx, { record: 'products', values: input.custom ?? {} })
  const [id] = (await insertProducts(ctx, [{ ...input, ...texts(input), vatClassId, custom }], {
    source: ctx.actor.kind === 'apiKey' ? 'api' : 'manual',
  })) as [string]
  await attachFiles(ctx, 'products', id, fileIds)
  ctx.live({ topic: 'products', id })
  return getProduct(ctx, id)
}

/**
 * Changes what is named; units, parts, files and tags are sent whole.
 * @throws AppError catalog.productNotFound (404), versionConflict, catalog.codeTaken, catalog.barcodeTaken,
 * catalog.unitHasPrices, catalog.partOfBundle (409); badInput (400) at the field
 */
export async function updateProduct(ctx: Ctx, id: string, change: ProductChange): Promise<Product> {
  const stored = await requireProduct(ctx, id)
  const before = await getProduct(ctx, id)
  requireVersion(before, change.version, before)
  const { version: _, fileIds, tagIds, custom: givenCustom = {}, ...given } = change
  const was = inputOf(before)
  const next = { ...was, ...withoutUndefined(given) }
  const after = {
    ...next,
    ...texts(next),
    code: plainCode(next.code),
    // What ceases to be a bundle loses its parts.
    parts: next.kind === 'bundle' ? next.parts : (given.parts ?? []),
  }
  const [fault] = productFaults(after)
  if (fault) throw badField(fault.path, fault.code)
  const unitsBefore = [was.unitId, ...was.units.map(({ unitId }) => unitId)]
  const unitsAfter = [after.unitId, ...after.units.map(({ unitId }) => unitId)]
  await requireUnits(ctx, after, unitsBefore)
  if (after.unitId !== was.unitId) await requireNoPricesOf(ctx, id, unitsBefore)
  await requireNoPricesOf(
    ctx,
    id,
    unitsBefore.filter((unit) => !unitsAfter.includes(unit)),
  )
  if (after.groupId !== was.groupId) await requireProductGroup(ctx, after.groupId)
  if (given.parts) await requireParts(ctx, after.parts, id)
  if (after.kind === 'bundle' && was.kind !== 'bundle') await requireNoPart(ctx, id)
  await requireVatClassInUse(ctx, after.vatClassId, was.vatClassId)
  if (after.code !== was.code) await requireFreeCode(ctx, after.code, id)
  await requireFreeBarcodes(ctx, withPlainBarcodes(after), id)
  const customBefore = readCustomValues(stored.custom)
  const custom = await checkCustomValues(ctx, {
    record: 'products',
    values: givenCustom,
    stored: customBefore,
  })
  const merged = mergeCustomValues(customBefore, custom)
  await ctx.db
    .updateTable('products')
    .set({
      ...columnsOf(after),
      custom: json(merged),
      search: productSearch(after),
      updatedAt: ctx.now().toISOString(),
      updatedBy: ctx.actor.userId,
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await writeUnitsAndParts(ctx, { id, ...after })
  await writeCustomSides(ctx, 'products', id, custom)
  if (fileIds) await setFiles(ctx, 'products', id, fileIds)
  if (tagIds) await setTags(ctx, 'products', id, tagIds)
  const saved = await getProduct(ctx, id)
  const changes = changesBetween<Record<string, unknown>>(
    { ...was, tags: tagNames(before), ...ownColumns(customBefore) },
    { ...after, tags: tagNames(saved), ...ownColumns(merged) },
  )
  if (Object.keys(changes).length > 0) {
    ctx.audit({ action: 'update', record: 'products', recordId: id, label: after.name, changes })
    ctx.emit(productUpdated, { productId: id, fields: Object.keys(changes) })
  }
  ctx.live({ topic: 'products', id })
  return saved
}

/** As the audit log tells of tags. */
export const tagNames = ({ tags }: Pick<Product, 'tags'>): string[] => tags.map(({ name }) => name)

const texts = (input: Pick<CreateProduct, 'name' | 'nameLatin' | 'description' | 'warrantyTerms'>) => ({
  name: cleanText(input.name),
  nameLatin: lineOrNull(input.nameLatin),
  description: (input.description && cleanBody(input.description)) || null,
  warrantyTerms: (input.warrantyTerms && cleanBody(input.warrantyTerms)) || null,
})

/** The product as it would be sent again. */
export const inputOf = (product: Product) => ({
  kind: product.kind,
  code: product.code,
  name: product.name,
  nameLatin: product.nameLatin,
  groupId: product.group?.id ?? null,
  unitId: product.unit.id,
  barcode: product.barcode,
  units: product.units.map(({ unit, factor, barcode }) => ({ unitId: unit.id, factor, barcode })),
  parts: product.parts.map((part) => ({ productId: part.product.id, quantity: part.quantity })),
  vatClassId: product.vatClass.id,
  taxCode: product.taxCode,
  tracking: product.tracking,
  warrantyMonths: product.warrantyMonths,
  warrantyTerms: product.warrantyTerms,
  description: product.description,
  active: product.active,
})

const withPlainBarcodes = ({ barcode, units }: Pick<CreateProduct, 'barcode' | 'units'>) => ({
  barcode: barcode && plainCode(barcode),
  units: units.map((unit) => ({ barcode: unit.barcode && plainCode(unit.barcode) })),
})

type Defined<T> = { [K in keyof T]-?: Exclude<T[K], undefined> }

const withoutUndefined = <T extends object>(values: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>
