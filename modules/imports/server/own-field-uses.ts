import type { Use } from '@peyvand/customization/contract'
import type { Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'

/** Kept column mappings of imports that bring an own field. */
export async function mappingsWithField(
  ctx: Ctx,
  { record, key }: { record: string; key: string },
): Promise<Use[]> {
  const rows = await ctx.db
    .selectFrom('importTemplates')
    .select('name')
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', record)
    .where(sql<SqlBool>`mapping::text like ${`%"custom.${key}"%`}`)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => ({ kind: 'importTemplate', label: name }))
}
