import { manyInSeries, putTags, tagsOf } from '@peyvand/customization/server'
import type { CustomValues } from '@peyvand/platform/contract'
import {
  AppError,
  anyOf,
  type Ctx,
  changesBetween,
  insertCustomSides,
  insertRows,
  newId,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type CreateProduct, productCreated } from '../contract/index.ts'
import { lineOrNull, lockCodes, plainCode, productSearch } from './product-input.ts'
import './tables.ts'

/** A product with everything checked. */
export type NewProduct = Omit<CreateProduct, 'fileIds' | 'vatClassId' | 'custom'> & {
  id?: string
  vatClassId: string
  custom: CustomValues
}

export interface Provenance {
  source: 'manual' | 'import' | 'api'
  sourceId?: string
}

/** The series that codes are drawn from. */
export const codeSeries = 'products'

/** Writes products with their units and parts in order and tells of them; asks nobody's rights. Answers their ids. */
export async function insertProducts(
  ctx: Ctx,
  given: readonly NewProduct[],
  { source, sourceId }: Provenance,
): Promise<string[]> {
  if (given.length === 0) return []
  const codes = await freeCodes(ctx, given.filter(({ code }) => code === undefined).length)
  const now = ctx.now().toISOString()
  const products = given.map(({ id = newId(), ...product }) => {
    const code = product.code === undefined ? (codes.shift() as string) : plainCode(product.code)
    const texts = {
      code,
      name: product.name,
      nameLatin: lineOrNull(product.nameLatin),
      taxCode: product.taxCode,
    }
    return { ...product, ...texts, id }
  })
  await insertRows(
    ctx,
    'products',
    products.map((product) => ({
      ...columnsOf(product),
      tenantId: ctx.tenantId,
      id: product.id,
      custom: product.custom,
      search: productSearch(product),
      source,
      sourceId: sourceId ?? null,
      createdAt: now,
      createdBy: ctx.actor.userId,
      updatedAt: now,
      updatedBy: ctx.actor.userId,
      deletedAt: null,
      deletedBy: null,
      version: 1,
    })),
  )
  for (const product of products) await writeUnitsAndParts(ctx, product)
  await insertCustomSides(ctx, 'products', products)
  const tags = await tagProducts(ctx, products)
  for (const product of products) {
    ctx.audit({
      action: 'create',
      record: 'products',
      recordId: product.id,
      label: product.name,
      changes: changesBetween<Record<string, unknown>>(
        {},
        { ...columnsOf(product), ...tags.get(product.id) },
      ),
    })
    ctx.emit(productCreated, { productId: product.id })
  }
  return products.map(({ id }) => id)
}

/** Gives new products their tags; answers them as the audit log tells of them. */
async function tagProducts(
  ctx: Ctx,
  products: readonly { id: string; tagIds?: readonly string[] | undefined }[],
): Promise<Map<string, { tags: string[] }>> {
  const tagged = products.flatMap(({ id, tagIds = [] }) =>
    tagIds.length > 0 ? [{ recordId: id, tagIds }] : [],
  )
  await putTags(ctx, 'products', tagged)
  const named = await tagsOf(
    ctx,
    'products',
    tagged.map(({ recordId }) => recordId),
  )
  return new Map([...named].map(([id, tags]) => [id, { tags: tags.map(({ name }) => name) }]))
}

type PlainColumns = Omit<NewProduct, 'id' | 'code' | 'barcode' | 'units' | 'parts' | 'tagIds' | 'custom'> & {
  code: string
}

/** The columns of a product that are written as they are given. */
export const columnsOf = (product: PlainColumns) => ({
  kind: product.kind,
  code: product.code,
  name: product.name,
  nameLatin: product.nameLatin,
  groupId: product.groupId,
  unitId: product.unitId,
  vatClassId: product.vatClassId,
  taxCode: product.taxCode,
  // Services have no pieces that could be told apart.
  tracking: product.kind === 'service' ? ('none' as const) : product.tracking,
  warrantyMonths: product.warrantyMonths,
  warrantyTerms: product.warrantyTerms,
  description: product.description,
  active: product.active,
})

/** Own fields as the audit log names them. */
export const ownColumns = (custom: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(custom).map(([key, value]) => [`custom.${key}`, value]))

type Belongings = Pick<CreateProduct, 'unitId' | 'barcode' | 'units' | 'parts'> & { id: string }

/** Makes these the product's only units and parts. */
export async function writeUnitsAndParts(ctx: Ctx, product: Belongings): Promise<void> {
  const { id, unitId, barcode, units, parts } = product
  const { tenantId } = ctx
  const isOf = { tenantId, productId: id }
  const all = [{ unitId, factor: '1', barcode }, ...units]
  // A barcode that moves from one unit to another must be free before it is written.
  await ctx.db
    .deleteFrom('productUnits')
    .where('tenantId', '=', tenantId)
    .where('productId', '=', id)
    .execute()
  await insertRows(
    ctx,
    'productUnits',
    all.map((unit, position) => ({
      ...isOf,
      unitId: unit.unitId,
      factor: unit.factor,
      barcode: unit.barcode && plainCode(unit.barcode),
      position,
    })),
  )
  await ctx.db.deleteFrom('bundleParts').where('tenantId', '=', tenantId).where('bundleId', '=', id).execute()
  await insertRows(
    ctx,
    'bundleParts',
    parts.map((part, position) => ({ tenantId, bundleId: id, ...part, position })),
  )
}

/** Codes of the series; those that products brought with them are passed over. */
async function freeCodes(ctx: Ctx, count: number): Promise<string[]> {
  const free: string[] = []
  if (count > 0) await lockCodes(ctx)
  while (free.length < count) {
    const next = await manyInSeries(ctx, codeSeries, count - free.length)
    const taken = await ctx.db
      .selectFrom('products')
      .select('code')
      .where('tenantId', '=', ctx.tenantId)
      .where(anyOf(sql`code`, next, 'text'))
      .execute()
    const used = new Set(taken.map(({ code }) => code))
    free.push(...next.filter((code) => !used.has(code)))
  }
  return free
}

/** @throws AppError catalog.unitHasPrices (409) where lists have prices of units that a product is to lose */
export async function requireNoPricesOf(
  ctx: Ctx,
  productId: string,
  unitIds: readonly string[],
): Promise<void> {
  if (unitIds.length === 0) return
  const found = await ctx.db
    .selectFrom('prices')
    .select('unitId')
    .where('tenantId', '=', ctx.tenantId)
    .where('productId', '=', productId)
    .where(anyOf(sql`unit_id`, unitIds))
    .executeTakeFirst()
  if (found) throw new AppError('catalog.unitHasPrices', { status: 409 })
}
