import type { CountedValue } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

const places = {
  sources: { table: 'deals', column: 'source_id' },
  lostReasons: { table: 'deals', column: 'lost_reason_id' },
  units: { table: 'deal_lines', column: 'unit_id' },
} as const
const placeOf = (list: string): { table: string; column: string } | undefined =>
  places[list as keyof typeof places]

/** Deals that name a value which became another name that one. */
export async function moveListValue(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  const place = placeOf(list)
  if (!place) return
  const column = sql.ref(place.column)
  await sql`update ${sql.table(place.table)} set ${column} = ${into}::uuid
    where tenant_id = ${ctx.tenantId} and ${column} = ${from}::uuid`.execute(ctx.db)
}

/** How many deals have a value. */
export async function countListValue(ctx: Ctx, { list, id, most }: CountedValue) {
  const place = placeOf(list)
  if (!place) return null
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from
    (select from ${sql.table(place.table)}
      where tenant_id = ${ctx.tenantId} and ${sql.ref(place.column)} = ${id}::uuid limit ${most}) c`.execute(
    ctx.db,
  )
  return { record: 'deals', count: rows[0]?.count ?? 0 }
}
