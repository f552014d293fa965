import type { CountedValue } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import './tables.ts'

const columns = { industries: 'industryId', sources: 'leadSourceId', customerLevels: 'levelId' } as const

/** Records of a value that was merged into another go over to that one. */
export async function moveListValue(
  ctx: Ctx,
  { list, from, into }: { list: string; from: string; into: string },
): Promise<void> {
  const column = columns[list as keyof typeof columns]
  if (!column) return
  await ctx.db
    .updateTable('parties')
    .set({ [column]: into })
    .where('tenantId', '=', ctx.tenantId)
    .where(column, '=', from)
    .execute()
}

/** Columns that keep a value's words, so that anything else may be typed. */
const texts = { honorifics: 'honorific', jobTitles: 'job_title' } as const

/** How many present records have a value. */
export async function countListValue(ctx: Ctx, { list, id, labels, most }: CountedValue) {
  const column = columns[list as keyof typeof columns]
  const text = texts[list as keyof typeof texts]
  if (!column && !text) return null
  const has = column
    ? sql`${sql.ref(column)} = ${id}::uuid`
    : sql`${sql.ref(text)} = any(${sql.val([...labels])}::text[])`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from parties where tenant_id = ${ctx.tenantId} and deleted_at is null and ${has} limit ${most}
    ) counted`.execute(ctx.db)
  return { record: 'parties', count: rows[0]?.count ?? 0 }
}
