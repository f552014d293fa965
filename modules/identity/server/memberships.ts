import { anyOf, badField, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { requireWithin } from './user-rights.ts'

/**
 * Sets the roles of a user. Roles that the user has already may stay whatever they grant; new ones must not grant
 * more than the actor has.
 * @throws AppError roles.exceeds (403), badInput at `roleIds`
 */
export async function setRolesOfUser(ctx: Ctx, userId: string, roleIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(roleIds)]
  const roles = await ctx.db
    .selectFrom('roles')
    .select(['id', 'everything', 'grants', 'rights', 'fieldRules', 'limits'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, wanted))
    .execute()
  if (roles.length < wanted.length) throw badField('roleIds', 'users.unknownRole')
  const held = await ctx.db
    .selectFrom('userRoles')
    .select('roleId')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', userId)
    .execute()
  const had = new Set(held.map(({ roleId }) => roleId))
  for (const role of roles) if (!had.has(role.id)) requireWithin(ctx, role)
  await ctx.db
    .deleteFrom('userRoles')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', userId)
    .where(sql<boolean>`not ${anyOf(sql`role_id`, wanted)}`)
    .execute()
  await ctx.db
    .insertInto('userRoles')
    .values(wanted.map((roleId) => ({ tenantId: ctx.tenantId, userId, roleId })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Sets the teams of a user; who leads one of them goes on leading it. @throws AppError badInput at `teamIds` */
export async function setTeamsOfUser(ctx: Ctx, userId: string, teamIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(teamIds)]
  const known = await ctx.db
    .selectFrom('teams')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, wanted))
    .execute()
  if (known.length < wanted.length) throw badField('teamIds', 'users.unknownTeam')
  await ctx.db
    .deleteFrom('teamMembers')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', userId)
    .where(sql<boolean>`not ${anyOf(sql`team_id`, wanted)}`)
    .execute()
  if (wanted.length === 0) return
  await ctx.db
    .insertInto('teamMembers')
    .values(wanted.map((teamId) => ({ tenantId: ctx.tenantId, userId, teamId, isLeader: false })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}
