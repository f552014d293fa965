import type { ReadyRole } from '@peyvand/platform/contract'
import { type Ctx, newId } from '@peyvand/platform/server'
import { createIdentity, identityByEmail } from './identities.ts'
import './tables.ts'
import { userSearch } from './user-search.ts'

interface Colleague {
  name: string
  email: string
  jobTitle: string
  role: ReadyRole
  teamId: string | null
}

/**
 * An active user with a ready role without a password: a reset link gives one. For firms that are filled
 * by the program; people otherwise come by invitation. Answers the user's id.
 */
export async function addColleague(
  ctx: Ctx,
  { name, email, jobTitle, role, teamId }: Colleague,
): Promise<string> {
  const known = await identityByEmail(ctx.db, email)
  const identityId = known?.id ?? (await createIdentity(ctx.db, { email, password: null, now: ctx.now() }))
  const id = newId()
  const { tenantId } = ctx
  await ctx.db
    .insertInto('users')
    .values({
      tenantId,
      id,
      identityId,
      name,
      email,
      jobTitle,
      search: userSearch({ name, email, mobile: null, jobTitle }),
      locale: ctx.locale,
      state: 'active',
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  const { id: roleId } = await ctx.db
    .selectFrom('roles')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('key', '=', role)
    .executeTakeFirstOrThrow()
  await ctx.db.insertInto('userRoles').values({ tenantId, userId: id, roleId }).execute()
  if (teamId)
    await ctx.db.insertInto('teamMembers').values({ tenantId, userId: id, teamId, isLeader: false }).execute()
  ctx.audit({ action: 'create', record: 'users', recordId: id, label: name })
  return id
}
