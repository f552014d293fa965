import type { Ctx, Owned } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** The active users whose roles give a right (`webhooks.manage`), administrators among them. */
export const holdersOfRight = (ctx: Ctx, right: string): Promise<string[]> =>
  holdersWhere(ctx, sql`r.rights ? ${right}`)

/**
 * The active users whose roles let them do something (`documents.approve`) to a record of this owner and team,
 * administrators among them; the same rule as `allows`.
 */
export function holdersReaching(ctx: Ctx, permission: string, { ownerId, teamId }: Owned): Promise<string[]> {
  const scope = sql`r.grants ->> ${permission}`
  const memberOf = (teams: RawBuilder<unknown>) => sql`exists (select from team_members m
    where m.tenant_id = u.tenant_id and m.user_id = u.id and m.team_id in (${teams}))`
  return holdersWhere(
    ctx,
    sql`(${scope} = 'all' or ${scope} is not null and u.id = ${ownerId}::uuid
      or ${scope} = 'team' and ${memberOf(sql`select ${teamId}::uuid`)}
      or ${scope} = 'subtree' and ${memberOf(sql`with recursive above as (
        select ${teamId}::uuid as id
        union
        select t.parent_id from teams t join above a on t.id = a.id where t.tenant_id = ${ctx.tenantId}
      ) select id from above`)})`,
  )
}

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
