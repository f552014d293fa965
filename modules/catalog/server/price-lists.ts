import { cleanText } from '@peyvand/persian'
import {
  AppError,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { PriceList, PriceListChange, PriceListInput } from '../contract/index.ts'
import { conditionsOf, requireConditions } from './conditions.ts'
import { putInOrder } from './put-in-order.ts'
import './tables.ts'

export type PriceListRow = Selectable<Tables['priceLists']>

/** Price lists in the order in which they are asked. */
export async function listPriceLists(ctx: Ctx): Promise<PriceList[]> {
  const rows = await priceListRows(ctx).select(pricedProducts(ctx)).execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    currency: row.currency,
    ...conditionsOf(row),
    products: row.products,
    updatedAt: row.updatedAt,
    version: row.version,
  }))
}

/** Makes a list that is asked before all others. @throws AppError badInput (400) at the field */
export async function createPriceList(ctx: Ctx, input: PriceListInput): Promise<PriceList> {
  await requireConditions(ctx, input)
  const id = newId()
  const now = ctx.now().toISOString()
  const name = cleanText(input.name)
  const first = await ctx.db
    .selectFrom('priceLists')
    .select((eb) => eb.fn.min('position').as('position'))
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  await ctx.db
    .insertInto('priceLists')
    .values({
      ...input,
      tenantId: ctx.tenantId,
      id,
      name,
      position: (first?.position ?? 1) - 1,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  ctx.audit({ action: 'create', record: 'priceLists', recordId: id, label: name })
  return priceListView(ctx, id)
}

/** @throws AppError catalog.priceListNotFound (404), versionConflict (409); badInput (400) at the field */
export async function updatePriceList(ctx: Ctx, id: string, change: PriceListChange): Promise<PriceList> {
  const before = await requirePriceList(ctx, id)
  requireVersion(before, change.version, await priceListView(ctx, id))
  await requireConditions(ctx, change, before)
  const { version: _, ...given } = change
  const after = { ...given, name: cleanText(given.name) }
  await ctx.db
    .updateTable('priceLists')
    .set({ ...after, updatedAt: ctx.now().toISOString(), version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'priceLists',
    recordId: id,
    label: after.name,
    changes: changesBetween<Partial<PriceListRow>>(before, after),
  })
  return priceListView(ctx, id)
}

/** @throws AppError catalog.orderIncomplete (409) */
export async function orderPriceLists(ctx: Ctx, ids: readonly string[]): Promise<PriceList[]> {
  const present = await priceListRows(ctx).forUpdate().execute()
  await putInOrder(ctx, { table: 'price_lists', record: 'priceLists', ids, present })
  return listPriceLists(ctx)
}

/** Prices of the recycle bin's products go along. @throws AppError catalog.priceListNotFound (404), catalog.listHasPrices (409) */
export async function deletePriceList(ctx: Ctx, id: string): Promise<void> {
  const { name } = await requirePriceList(ctx, id)
  const priced = await priceListRows(ctx)
    .select(pricedProducts(ctx))
    .where('l.id', '=', id)
    .executeTakeFirst()
  if (priced && priced.products > 0) throw new AppError('catalog.listHasPrices', { status: 409 })
  await ctx.db.deleteFrom('prices').where('tenantId', '=', ctx.tenantId).where('listId', '=', id).execute()
  await ctx.db.deleteFrom('priceLists').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute()
  ctx.audit({ action: 'delete', record: 'priceLists', recordId: id, label: name })
}

/** How many products a list has prices of, without those of the bin. */
const pricedProducts = (ctx: Ctx) => {
  // Read once for all lists; prices are counted by their key alone.
  const binned = sql`array(select id from products where tenant_id = ${ctx.tenantId} and deleted_at is not null)`
  return sql<number>`(select count(distinct r.product_id)::int from prices r
    where r.tenant_id = l.tenant_id and r.list_id = l.id and r.product_id <> all(${binned}))`.as('products')
}

/** Rows of `price_lists as l` in the order in which they are asked. */
export const priceListRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('priceLists as l')
    .selectAll('l')
    .where('l.tenantId', '=', ctx.tenantId)
    .orderBy('l.position')
    .orderBy('l.id')

/** The row, locked. @throws AppError catalog.priceListNotFound (404) */
export async function requirePriceList(ctx: Ctx, id: string): Promise<PriceListRow> {
  const row = await priceListRows(ctx).where('l.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('catalog.priceListNotFound')
  return row
}

async function priceListView(ctx: Ctx, id: string): Promise<PriceList> {
  const found = (await listPriceLists(ctx)).find((list) => list.id === id)
  if (!found) throw notFound('catalog.priceListNotFound')
  return found
}
