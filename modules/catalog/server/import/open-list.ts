import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { priceListRows } from '../price-lists.ts'
import { setPrices } from '../prices.ts'

/** The first list in Rial that asks for nothing: what products cost whom no other list is for. */
const openList = (ctx: Ctx) =>
  priceListRows(ctx)
    .where('l.active', '=', true)
    .where('l.currency', '=', 'IRR')
    .where('l.validFrom', 'is', null)
    .where('l.validTo', 'is', null)
    .where(sql<boolean>`l.level_ids = '{}' and l.groups = '{}' and l.channels = '{}'`)
    .executeTakeFirst()

/** What base units of products cost in the list for everybody. */
export async function openPrices(ctx: Ctx, productIds: readonly string[]): Promise<Map<string, string>> {
  return new Map([...(await rowsOf(ctx, productIds))].map(([id, { price }]) => [id, price]))
}

/** Sets prices of base units in the list for everybody, null takes one off; a floor comes down with its price. */
export async function putPrices(
  ctx: Ctx,
  prices: readonly { productId: string; price: string | null }[],
): Promise<void> {
  const list = prices.length > 0 ? await openList(ctx) : undefined
  if (!list) return
  const before = await rowsOf(
    ctx,
    prices.map(({ productId }) => productId),
  )
  await setPrices(
    ctx,
    list.id,
    prices.map(({ productId, price }) => {
      const floor = before.get(productId)?.floor ?? null
      const isAbove = floor !== null && price !== null && BigInt(floor) > BigInt(price)
      return { productId, minQuantity: '0', price, floor: isAbove ? price : floor }
    }),
  )
}

async function rowsOf(ctx: Ctx, productIds: readonly string[]) {
  const list = productIds.length > 0 ? await openList(ctx) : undefined
  if (!list) return new Map<string, { price: string; floor: string | null }>()
  const rows = await ctx.db
    .selectFrom('prices as r')
    .innerJoin('products as p', (join) =>
      join
        .onRef('p.tenantId', '=', 'r.tenantId')
        .onRef('p.id', '=', 'r.productId')
        .onRef('p.unitId', '=', 'r.unitId'),
    )
    .select(['r.productId', 'r.price', 'r.floor'])
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.listId', '=', list.id)
    .where(sql<boolean>`r.min_quantity = 0`)
    .where(anyOf(sql`r.product_id`, productIds))
    .execute()
  return new Map(rows.map(({ productId, ...row }) => [productId, row]))
}
