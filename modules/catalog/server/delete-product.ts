import {
  anyOf,
  type Ctx,
  claimCustomUniques,
  notFound,
  recordOperation,
  releaseCustomUniques,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Product, productDeleted, productRestored } from '../contract/index.ts'
import { requireUnused } from './parts-of-others.ts'
import { requireProduct, type StoredProduct, visibleProducts } from './product-access.ts'
import { getProduct } from './product-queries.ts'

/** Deletions by hand, among what can be taken back. */
export const deleteKind = 'catalog.deleteProduct'

/**
 * Moves a product to the recycle bin; can be taken back for 30 days.
 * @throws AppError catalog.productNotFound (404), catalog.partOfBundle, catalog.optionOfProduct (409)
 */
export async function deleteProduct(ctx: Ctx, id: string): Promise<void> {
  const row = await requireProduct(ctx, id)
  await requireUnused(ctx, id)
  await moveToBin(ctx, [row])
  await recordOperation(ctx, { kind: deleteKind, input: { id }, result: { name: row.name } })
}

/** Brings a product back. @throws AppError catalog.productNotFound (404), customFields.valueTaken (409) */
export async function restoreProduct(ctx: Ctx, id: string): Promise<Product> {
  const row = await binnedProduct(ctx, id)
  if (!row) throw notFound('catalog.productNotFound')
  await setDeleted(ctx, [row], null)
  await claimCustomUniques(ctx, { record: 'products', ids: [id] })
  ctx.audit({ action: 'restore', record: 'products', recordId: id, label: row.name })
  ctx.emit(productRestored, { productId: id })
  ctx.live({ topic: 'products', id })
  return getProduct(ctx, id)
}

/** The product where it lies in the recycle bin and the caller may take it out; locked. */
export const binnedProduct = (ctx: Ctx, id: string): Promise<StoredProduct | undefined> =>
  visibleProducts(ctx, { deleted: true }).selectAll('p').where('p.id', '=', id).forUpdate().executeTakeFirst()

/** Moves locked products to the recycle bin; asks nobody's rights. */
export async function moveToBin(ctx: Ctx, rows: readonly StoredProduct[]): Promise<void> {
  if (rows.length === 0) return
  await setDeleted(ctx, rows, ctx.now().toISOString())
  releaseCustomUniques(
    ctx,
    rows.map(({ id }) => id),
  )
  for (const { id, name } of rows) {
    ctx.audit({ action: 'delete', record: 'products', recordId: id, label: name })
    ctx.emit(productDeleted, { productId: id })
    ctx.live({ topic: 'products', id })
  }
}

const setDeleted = (ctx: Ctx, rows: readonly StoredProduct[], at: string | null) =>
  ctx.db
    .updateTable('products')
    .set((eb) => ({ deletedAt: at, deletedBy: at && ctx.actor.userId, version: eb('version', '+', 1) }))
    .where('tenantId', '=', ctx.tenantId)
    .where(
      anyOf(
        sql`id`,
        rows.map(({ id }) => id),
      ),
    )
    .execute()
