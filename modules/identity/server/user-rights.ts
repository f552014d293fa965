import { AppError, type Ctx } from '@peyvand/platform/server'
import { beyond, combineRoles, type Rights, type RoleRights } from './rights.ts'

/** What a user's roles give together, whatever the user's state. */
export async function rightsOfUser(ctx: Ctx, userId: string): Promise<Rights> {
  const roles = await ctx.db
    .selectFrom('userRoles as ur')
    .innerJoin('roles as r', (join) =>
      join.onRef('r.tenantId', '=', 'ur.tenantId').onRef('r.id', '=', 'ur.roleId'),
    )
    .select(['r.everything', 'r.grants', 'r.rights', 'r.fieldRules', 'r.limits'])
    .where('ur.tenantId', '=', ctx.tenantId)
    .where('ur.userId', '=', userId)
    .execute()
  return combineRoles(roles)
}

/**
 * Whoever manages users must not reach for the account of somebody with more rights.
 * @throws AppError users.above (403)
 */
export async function requireNotAbove(ctx: Ctx, userId: string): Promise<void> {
  if (beyond(ctx.actor, await rightsOfUser(ctx, userId)).length > 0) throw new AppError('users.above')
}

/** @throws AppError roles.exceeds (403) naming what the actor does not have. */
export function requireWithin(ctx: Ctx, role: RoleRights): void {
  const more = beyond(ctx.actor, combineRoles([role]))
  if (more.length > 0) throw new AppError('roles.exceeds', { params: { permissions: more.join(', ') } })
}

/**
 * Locks the firm, so that two changes at once cannot each take away another's last administrator.
 * @throws AppError users.lastAdministrator (409) when no active administrator is left.
 */
export async function requireAdministratorLeft(ctx: Ctx): Promise<void> {
  await ctx.db
    .selectFrom('firms')
    .select('tenantId')
    .where('tenantId', '=', ctx.tenantId)
    .forUpdate()
    .execute()
  const left = await ctx.db
    .selectFrom('users as u')
    .innerJoin('userRoles as ur', (join) =>
      join.onRef('ur.tenantId', '=', 'u.tenantId').onRef('ur.userId', '=', 'u.id'),
    )
    .innerJoin('roles as r', (join) =>
      join.onRef('r.tenantId', '=', 'ur.tenantId').onRef('r.id', '=', 'ur.roleId'),
    )
    .select('u.id')
    .where('u.tenantId', '=', ctx.tenantId)
    .where('u.state', '=', 'active')
    .where('r.everything', '=', true)
    .limit(1)
    .executeTakeFirst()
  if (!left) throw new AppError('users.lastAdministrator')
}
