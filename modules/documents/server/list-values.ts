import type { CountedValue } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

const columns: Record<string, readonly { table: string; column: string }[]> = {
  shippingMethods: [{ table: 'documents', column: 'shipping_method_id' }],
  preparationStages: [{ table: 'documents', column: 'preparation_id' }],
  units: [{ table: 'document_lines', column: 'unit_id' }],
}

/** Documents that name a value which became another name that one. */
export async function moveListValue(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  for (const { table, column } of columns[list] ?? [])
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${into}::uuid
      where tenant_id = ${ctx.tenantId} and ${sql.ref(column)} = ${from}::uuid`.execute(ctx.db)
}

/** How many documents have a value. */
export async function countListValue(ctx: Ctx, { list, id, most }: CountedValue) {
  const [place] = columns[list] ?? []
  if (!place) return null
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from
    (select from ${sql.table(place.table)} where tenant_id = ${ctx.tenantId} and ${sql.ref(place.column)} = ${id}::uuid
     limit ${most}) c`.execute(ctx.db)
  return { record: 'documents', count: rows[0]?.count ?? 0 }
}
