import { type Ctx, may, notFound, type Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import type { Product } from '../contract/index.ts'
import './tables.ts'

export type StoredProduct = Selectable<Tables['products']>

/** Rows of `products as p` that the caller may see; those of the bin only for who may take them out of it. */
export function visibleProducts(ctx: Ctx, { deleted = false }: { deleted?: boolean } = {}) {
  const right = deleted ? 'catalog.manage' : 'catalog.read'
  return ctx.db
    .selectFrom('products as p')
    .where('p.tenantId', '=', ctx.tenantId)
    .where('p.deletedAt', deleted ? 'is not' : 'is', null)
    .$if(!may(ctx.actor, right), (qb) => qb.where((eb) => eb.lit(false)))
}

/** The row, locked until the transaction ends. @throws AppError catalog.productNotFound (404) */
export async function requireProduct(
  ctx: Ctx,
  id: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<StoredProduct> {
  const row = await visibleProducts(ctx, { deleted })
    .selectAll('p')
    .where('p.id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('catalog.productNotFound')
  return row
}

export async function canSeeProduct(ctx: Ctx, id: string): Promise<boolean> {
  const found = await visibleProducts(ctx).select('p.id').where('p.id', '=', id).executeTakeFirst()
  return found !== undefined
}

export function productAbilities(
  { actor }: Ctx,
  { deletedAt }: Pick<StoredProduct, 'deletedAt'>,
): Product['can'] {
  const manages = may(actor, 'catalog.manage')
  const inBin = deletedAt !== null
  return { update: manages && !inBin, delete: manages && !inBin, restore: manages && inBin }
}
