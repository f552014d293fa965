import { valueLabel } from '@peyvand/customization/server'
import { filesOf } from '@peyvand/files/server'
import { userName } from '@peyvand/identity/server'
import type { ListQuery, ListSummary, Ref, SummaryQuery } from '@peyvand/platform/contract'
import {
  type Ctx,
  describeList,
  may,
  notFound,
  runList,
  summarizeList,
  together,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { BundlePart, Product, ProductPrice, ProductRow, ProductUnit } from '../contract/index.ts'
import { canSeeProduct, productAbilities, visibleProducts } from './product-access.ts'
import { groupTree } from './product-groups.ts'
import { productRows, selectNamed } from './product-rows.ts'
import { productSource } from './product-source.ts'
import { seenFloor } from './see-floors.ts'
import { plainDecimal } from './vat-classes.ts'

/** One page of the catalogue, or of its bin. */
export async function listProducts(
  ctx: Ctx,
  { deleted = false, ...query }: ListQuery & { deleted?: boolean },
) {
  const page = await runList(ctx, {
    source: await productSource(ctx),
    rows: selectNamed(ctx, visibleProducts(ctx, { deleted })),
    query,
  })
  return { ...page, items: await productRows(ctx, page.items) }
}

/** The list's fields for the filter builder and the column chooser. */
export const productFields = async (ctx: Ctx) => describeList(ctx, await productSource(ctx))

/** Counts and values over everything that a filter of the list matches, whole and by group. */
export const summarizeProducts = async (ctx: Ctx, query: SummaryQuery): Promise<ListSummary> =>
  summarizeList(ctx, { source: await productSource(ctx), rows: visibleProducts(ctx).select('p.id'), query })

/** One product; for who manages them also from the bin. @throws AppError catalog.productNotFound (404) */
export async function getProduct(ctx: Ctx, id: string): Promise<Product> {
  const deleted = may(ctx.actor, 'catalog.manage') && !(await canSeeProduct(ctx, id))
  const row = await selectNamed(ctx, visibleProducts(ctx, { deleted }))
    .select([
      userName(sql`p.created_by`).as('createdByName'),
      userName(sql`p.updated_by`).as('updatedByName'),
    ])
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('catalog.productNotFound')
  const [[view], files, units, parts, tree] = await together([
    productRows(ctx, [row]),
    filesOf(ctx, 'products', id),
    unitsOf(ctx, id),
    partsOf(ctx, id),
    groupTree(ctx),
  ])
  return {
    ...(view as ProductRow),
    nameLatin: row.nameLatin,
    warrantyTerms: row.warrantyTerms,
    description: row.description,
    units: units.filter(({ unit }) => unit.id !== row.unitId),
    parts,
    groupPath: tree.pathOf(row.groupId),
    files,
    createdBy: named(row.createdBy, row.createdByName),
    updatedBy: named(row.updatedBy, row.updatedByName),
    can: productAbilities(ctx, row),
  }
}

const named = (id: string | null, name: string | null): Ref | null =>
  id && name !== null ? { id, name } : null

/** All units of a product, the base one too. */
async function unitsOf(ctx: Ctx, productId: string): Promise<ProductUnit[]> {
  const rows = await ctx.db
    .selectFrom('productUnits as u')
    .selectAll('u')
    .select(valueLabel(ctx, sql`u.unit_id`).as('unitName'))
    .where('u.tenantId', '=', ctx.tenantId)
    .where('u.productId', '=', productId)
    .orderBy('u.position')
    .execute()
  return rows.map(({ unitId, unitName, factor, barcode }) => ({
    unit: { id: unitId, name: unitName ?? '' },
    factor: plainDecimal(factor),
    barcode,
  }))
}

async function partsOf(ctx: Ctx, bundleId: string): Promise<BundlePart[]> {
  const rows = await ctx.db
    .selectFrom('bundleParts as b')
    .innerJoin('products as p', (join) =>
      join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.productId'),
    )
    .select([
      'b.productId',
      'b.quantity',
      'p.name',
      'p.unitId',
      valueLabel(ctx, sql`p.unit_id`).as('unitName'),
    ])
    .where('b.tenantId', '=', ctx.tenantId)
    .where('b.bundleId', '=', bundleId)
    .orderBy('b.position')
    .execute()
  return rows.map(({ productId, name, unitId, unitName, quantity }) => ({
    product: { id: productId, name },
    unit: { id: unitId, name: unitName ?? '' },
    quantity: plainDecimal(quantity),
  }))
}

/** A product's prices in the order in which lists are asked. @throws AppError catalog.productNotFound (404) */
export async function productPrices(ctx: Ctx, id: string): Promise<ProductPrice[]> {
  if (!(await canSeeProduct(ctx, id))) throw notFound('catalog.productNotFound')
  const rows = await ctx.db
    .selectFrom('prices as r')
    .innerJoin('priceLists as l', (join) =>
      join.onRef('l.tenantId', '=', 'r.tenantId').onRef('l.id', '=', 'r.listId'),
    )
    .select([
      'l.id as listId',
      'l.name',
      'l.currency',
      'l.active',
      'l.validFrom',
      'l.validTo',
      'r.unitId',
      'r.minQuantity',
      'r.price',
      'r.floor',
      valueLabel(ctx, sql`r.unit_id`).as('unitName'),
    ])
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.productId', '=', id)
    .orderBy('l.position')
    .orderBy('l.id')
    .orderBy('r.unitId')
    .orderBy('r.minQuantity')
    .execute()
  return rows.map(({ listId, name, unitId, unitName, minQuantity, floor, ...row }) => ({
    ...row,
    floor: seenFloor(ctx, floor),
    list: { id: listId, name },
    unit: { id: unitId, name: unitName ?? '' },
    minQuantity: plainDecimal(minQuantity),
  }))
}
