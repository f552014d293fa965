import { AppError, anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

/** Why a product cannot go: the names of a bundle that holds it, and of a product whose options bring it along. */
export interface UseOfProduct {
  bundle: string | null
  optionsOf: string | null
}

/** Which of the products others are made of, by id. Options of the recycle bin count: they may come back. */
export async function usesOfProducts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, UseOfProduct>> {
  const { rows } = await sql<UseOfProduct & { id: string }>`
    select id, min(bundle) as bundle, min(options_of) as options_of from (
      select b.product_id as id, p.name as bundle, null::text as options_of
      from bundle_parts b join products p on p.tenant_id = b.tenant_id and p.id = b.bundle_id
      where b.tenant_id = ${ctx.tenantId} and p.deleted_at is null and ${anyOf(sql`b.product_id`, ids)}
      union all
      select part, null, p.name
      from configurators c
      join products p on p.tenant_id = c.tenant_id and p.id = c.product_id
      cross join unnest(c.part_ids) as part
      where c.tenant_id = ${ctx.tenantId} and ${anyOf(sql`part`, ids)}) used
    group by id`.execute(ctx.db)
  return new Map(rows.map(({ id, ...use }) => [id, use]))
}

/** @throws AppError catalog.partOfBundle, catalog.optionOfProduct (409) */
export async function requireUnused(ctx: Ctx, id: string): Promise<void> {
  const use = (await usesOfProducts(ctx, [id])).get(id)
  if (use?.bundle) throw inUse('catalog.partOfBundle', use.bundle)
  if (use?.optionsOf) throw inUse('catalog.optionOfProduct', use.optionsOf)
}

/** A bundle cannot be part of one. @throws AppError catalog.partOfBundle (409) */
export async function requireNoPart(ctx: Ctx, id: string): Promise<void> {
  const bundle = (await usesOfProducts(ctx, [id])).get(id)?.bundle
  if (bundle) throw inUse('catalog.partOfBundle', bundle)
}

const inUse = (code: string, name: string) => new AppError(code, { status: 409, params: { name } })
