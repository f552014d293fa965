import type { CountedValue } from '@peyvand/customization/server'
import { AppError, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import './tables.ts'

interface Merged {
  list: string
  from: string
  into: string
}

/** What names a unit or a customer level that became another names that one. @throws AppError catalog.unitsOfOneProduct (409) */
export async function moveListValue(ctx: Ctx, { list, from, into }: Merged): Promise<void> {
  if (list === 'units') await moveUnit(ctx, from, into)
  if (list !== 'customerLevels') return
  for (const table of ['price_lists', 'discount_rules'])
    await sql`update ${sql.table(table)}
      set level_ids = array(select distinct unnest(array_replace(level_ids, ${from}::uuid, ${into}::uuid)))
      where tenant_id = ${ctx.tenantId} and ${from}::uuid = any(level_ids)`.execute(ctx.db)
}

async function moveUnit(ctx: Ctx, from: string, into: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select p.name from product_units a
    join product_units b on b.tenant_id = a.tenant_id and b.product_id = a.product_id and b.unit_id = ${into}::uuid
    join products p on p.tenant_id = a.tenant_id and p.id = a.product_id
    where a.tenant_id = ${ctx.tenantId} and a.unit_id = ${from}::uuid limit 1`.execute(ctx.db)
  const [both] = rows
  // A carton of 12 and a box of 10 of one product cannot be the same.
  if (both) throw new AppError('catalog.unitsOfOneProduct', { status: 409, params: both })
  for (const table of ['products', 'product_units', 'prices'])
    await sql`update ${sql.table(table)} set unit_id = ${into}::uuid
      where tenant_id = ${ctx.tenantId} and unit_id = ${from}::uuid`.execute(ctx.db)
}

/** How many products have a unit; how many price lists and discounts name a level. */
export async function countListValue(ctx: Ctx, { list, id, most }: CountedValue) {
  if (list === 'units')
    return {
      record: 'products',
      count: await counted(ctx, sql`product_units where unit_id = ${id}::uuid`, most),
    }
  if (list !== 'customerLevels') return null
  const lists = await counted(ctx, sql`price_lists where ${id}::uuid = any(level_ids)`, most)
  const rules = await counted(ctx, sql`discount_rules where ${id}::uuid = any(level_ids)`, most)
  return { record: 'discountRules', count: lists + rules }
}

async function counted(ctx: Ctx, rows: RawBuilder<unknown>, most: number): Promise<number> {
  const { rows: found } = await sql<{ count: number }>`select count(*)::int as count from
    (select from ${rows} and tenant_id = ${ctx.tenantId} limit ${most}) c`.execute(ctx.db)
  return found[0]?.count ?? 0
}
