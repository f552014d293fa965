import type { CountedValue } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

const columns = { sources: 'source_id', lostReasons: 'lost_reason_id' } as const
const columnOf = (list: string) => columns[list as keyof typeof columns] as string | undefined

/** Deals that name a value which became another name that one. */
export async function moveListValue(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  const column = columnOf(list)
  if (!column) return
  await sql`update deals set ${sql.ref(column)} = ${into}::uuid
    where tenant_id = ${ctx.tenantId} and ${sql.ref(column)} = ${from}::uuid`.execute(ctx.db)
}

/** How many deals have a value. */
export async function countListValue(ctx: Ctx, { list, id, most }: CountedValue) {
  const column = columnOf(list)
  if (!column) return null
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from
    (select from deals where tenant_id = ${ctx.tenantId} and ${sql.ref(column)} = ${id}::uuid limit ${most}) c`.execute(
    ctx.db,
  )
  return { record: 'deals', count: rows[0]?.count ?? 0 }
}
