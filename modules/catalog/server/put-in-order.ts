import { AppError, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'

interface NewOrder {
  table: 'price_lists' | 'discount_rules'
  /** The type's word in the audit log. */
  record: string
  ids: readonly string[]
  /** All of the firm's, locked. */
  present: readonly { id: string }[]
}

/** Gives all rows of a firm their places. @throws AppError catalog.orderIncomplete (409) where not all, each once, are named */
export async function putInOrder(ctx: Ctx, { table, record, ids, present }: NewOrder): Promise<void> {
  const known = new Set(present.map(({ id }) => id))
  const isWhole =
    new Set(ids).size === ids.length && ids.length === known.size && ids.every((id) => known.has(id))
  if (!isWhole) throw new AppError('catalog.orderIncomplete', { status: 409 })
  await sql`update ${sql.table(table)} t set position = o.place
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality as o (id, place)
    where t.tenant_id = ${ctx.tenantId} and t.id = o.id`.execute(ctx.db)
  ctx.audit({ action: 'update', record, changes: { order: { to: ids } } })
}
