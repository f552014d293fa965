import type { Ctx } from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'

/** The active users whose roles give a right (`webhooks.manage`), administrators among them. */
export async function holdersOfRight(ctx: Ctx, right: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('users as u')
    .innerJoin('userRoles as ur', (join) =>
      join.onRef('ur.tenantId', '=', 'u.tenantId').onRef('ur.userId', '=', 'u.id'),
    )
    .innerJoin('roles as r', (join) =>
      join.onRef('r.tenantId', '=', 'ur.tenantId').onRef('r.id', '=', 'ur.roleId'),
    )
    .select('u.id')
    .distinct()
    .where('u.tenantId', '=', ctx.tenantId)
    .where('u.state', '=', 'active')
    .where(sql<SqlBool>`(r.everything or r.rights ? ${right})`)
    .execute()
  return rows.map(({ id }) => id)
}
