import type { Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'

/** Names of the roles that hide a field or let it be read only; `field` is as roles name it, `parties.custom.credit`. */
export async function rulingRoles(ctx: Ctx, field: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('roles')
    .select(['nameFa', 'nameEn'])
    .where('tenantId', '=', ctx.tenantId)
    .where(sql<SqlBool>`field_rules ->> ${field} is not null`)
    .orderBy('id')
    .execute()
  return rows.map(({ nameFa, nameEn }) => (ctx.locale === 'fa' ? nameFa : nameEn))
}
