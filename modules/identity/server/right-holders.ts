import type { Ctx } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** The active users whose roles give a right (`webhooks.manage`), administrators among them. */
export const holdersOfRight = (ctx: Ctx, right: string): Promise<string[]> =>
  holdersWhere(ctx, sql`r.rights ? ${right}`)

/** The active users whose roles let them do something to everybody's records (`documents.approve`), administrators among them. */
export const holdersForAll = (ctx: Ctx, permission: string): Promise<string[]> =>
  holdersWhere(ctx, sql`r.grants ->> ${permission} = 'all'`)

async function holdersWhere(ctx: Ctx, grants: RawBuilder<unknown>): Promise<string[]> {
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
    .where(sql<SqlBool>`(r.everything or ${grants})`)
    .execute()
  return rows.map(({ id }) => id)
}
