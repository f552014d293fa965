import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { discountRuleRows } from './discount-rules.ts'
import { priceListRows } from './price-lists.ts'
import { toBasisPoints, toMillionths } from './pricing/exact.ts'
import type { PriceBook, PricedProduct } from './pricing/facts.ts'
import { type GroupTree, groupTree } from './product-groups.ts'
import './tables.ts'

export interface ProductFacts extends PricedProduct {
  code: string
  name: string
  taxCode: string | null
  vatClassId: string
}

/** Everything that the prices of some products are made of. */
export interface LoadedBook {
  book: PriceBook
  products: ReadonlyMap<string, ProductFacts>
  /** Names of lists and rules, by id. */
  names: ReadonlyMap<string, string>
}

/** Loads what prices of these products and of their parts depend on; those of the bin are not there. */
export async function loadPriceBook(ctx: Ctx, productIds: readonly string[]): Promise<LoadedBook> {
  const parts = await ctx.db
    .selectFrom('bundleParts')
    .select(['bundleId', 'productId', 'quantity'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`bundle_id`, productIds))
    .orderBy('position')
    .execute()
  const ids = [...new Set([...productIds, ...parts.map(({ productId }) => productId)])]
  const tree = await groupTree(ctx)
  const plain = await plainProducts(ctx, ids, tree)
  const products = new Map(
    [...plain].map(([id, product]) => [
      id,
      {
        ...product,
        parts: parts.flatMap(({ bundleId, productId, quantity }) => {
          const part = bundleId === id && plain.get(productId)
          return part ? [{ product: part, quantity: toMillionths(quantity) }] : []
        }),
      },
    ]),
  )
  const lists = await priceListRows(ctx).execute()
  const rules = await discountRuleRows(ctx).execute()
  return {
    products,
    names: new Map([...lists, ...rules].map(({ id, name }) => [id, name])),
    book: {
      lists,
      prices: await pricesOf(ctx, ids),
      rules: rules.map(({ percent, amount, minQuantity, ...rule }) => ({
        ...rule,
        points: toBasisPoints(percent ?? '0'),
        amount: BigInt(amount ?? 0),
        minQuantity: toMillionths(minQuantity),
      })),
    },
  }
}

async function plainProducts(
  ctx: Ctx,
  ids: readonly string[],
  tree: GroupTree,
): Promise<Map<string, ProductFacts>> {
  const rows = await ctx.db
    .selectFrom('products')
    .select(['id', 'code', 'name', 'taxCode', 'groupId', 'unitId', 'vatClassId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', 'is', null)
    .where(anyOf(sql`id`, ids))
    .execute()
  const units = await ctx.db
    .selectFrom('productUnits')
    .select(['productId', 'unitId', 'factor'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`product_id`, ids))
    .execute()
  return new Map(
    rows.map(({ id, groupId, unitId, ...facts }) => [
      id,
      {
        ...facts,
        id,
        groupIds: tree.pathOf(groupId).map((group) => group.id),
        baseUnitId: unitId,
        units: new Map(
          units
            .filter(({ productId }) => productId === id)
            .map((unit) => [unit.unitId, toMillionths(unit.factor)]),
        ),
        parts: [],
      },
    ]),
  )
}

async function pricesOf(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('prices')
    .select(['listId', 'productId', 'unitId', 'minQuantity', 'price', 'floor'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`product_id`, ids))
    .execute()
  return rows.map(({ minQuantity, price, floor, ...row }) => ({
    ...row,
    minQuantity: toMillionths(minQuantity),
    price: BigInt(price),
    floor: floor === null ? null : BigInt(floor),
  }))
}
