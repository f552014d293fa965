import { parseMobile } from '@peyvand/persian'
import {
  AppError,
  badField,
  type Ctx,
  changesBetween,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import {
  type InviteUser,
  type UpdateUser,
  type User,
  userDeactivated,
  userJoined,
} from '../contract/index.ts'
import { identityByEmail, isShared } from './identities.ts'
import { createInvitation } from './invitations.ts'
import { setRolesOfUser, setTeamsOfUser } from './memberships.ts'
import { removeSecondFactor } from './own-security.ts'
import { createReset } from './password-resets.ts'
import { getUser } from './user-queries.ts'
import { requireAdministratorLeft, requireNotAbove } from './user-rights.ts'
import { userSearch } from './user-search.ts'

interface Token {
  token: string
  expiresAt: string
}

/** @throws AppError users.emailTaken (409), roles.exceeds (403) */
export async function inviteUser(ctx: Ctx, input: InviteUser): Promise<{ user: User; invitation: Token }> {
  const { roleIds, teamIds, email, name, jobTitle } = input
  await requireFreeEmail(ctx, email)
  const mobile = normalMobile(input.mobile)
  const firm = await ctx.db
    .selectFrom('firms')
    .select('locale')
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await ctx.db
    .insertInto('users')
    .values({
      tenantId: ctx.tenantId,
      id,
      name,
      email,
      mobile,
      jobTitle,
      search: userSearch({ name, email, mobile, jobTitle }),
      locale: input.locale ?? firm.locale,
      state: 'invited',
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  await setRolesOfUser(ctx, id, roleIds)
  await setTeamsOfUser(ctx, id, teamIds)
  ctx.audit({
    action: 'create',
    record: 'users',
    recordId: id,
    label: name,
    changes: changesBetween({}, { email, roleIds, teamIds }),
  })
  return { user: await getUser(ctx, id), invitation: await createInvitation(ctx, id) }
}

/** @throws AppError users.notInvited (409), users.above (403) */
export async function renewInvitation(ctx: Ctx, id: string): Promise<Token> {
  const user = await loadUser(ctx, id)
  if (user.state !== 'invited') throw new AppError('users.notInvited')
  await requireNotAbove(ctx, id)
  ctx.audit({ action: 'invite', record: 'users', recordId: id, label: user.name })
  return createInvitation(ctx, id)
}

/** @throws AppError users.above, roles.exceeds (403); users.emailTaken, users.sharedLogin, users.lastAdministrator (409) */
export async function updateUser(ctx: Ctx, id: string, input: UpdateUser): Promise<User> {
  const user = await loadUser(ctx, id)
  await requireNotAbove(ctx, id)
  const before = await getUser(ctx, id)
  requireVersion(user, input.version, before)
  const after = {
    name: input.name ?? user.name,
    email: input.email ?? user.email,
    mobile: input.mobile === undefined ? user.mobile : normalMobile(input.mobile),
    jobTitle: input.jobTitle === undefined ? user.jobTitle : input.jobTitle,
    locale: input.locale ?? user.locale,
  }
  if (after.email !== user.email) await changeEmail(ctx, user, after.email)
  await ctx.db
    .updateTable('users')
    .set({ ...after, search: userSearch(after), version: user.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  if (input.roleIds) {
    await setRolesOfUser(ctx, id, input.roleIds)
    await requireAdministratorLeft(ctx)
  }
  if (input.teamIds) await setTeamsOfUser(ctx, id, input.teamIds)
  const view = await getUser(ctx, id)
  ctx.audit({
    action: 'update',
    record: 'users',
    recordId: id,
    label: view.name,
    changes: changesBetween(audited(before), audited(view)),
  })
  return view
}

/** Ends the sessions in this firm at once and keys with them; what the user did stays. */
export async function deactivateUser(ctx: Ctx, id: string): Promise<User> {
  const user = await loadUser(ctx, id)
  await requireNotAbove(ctx, id)
  if (user.state === 'inactive') return getUser(ctx, id)
  await setState(ctx, id, 'inactive')
  await requireAdministratorLeft(ctx)
  await ctx.db
    .deleteFrom('invitations')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', id)
    .execute()
  await ctx.db
    .updateTable('apiKeys')
    .set({ revokedAt: ctx.now().toISOString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  if (user.identityId) {
    await ctx.db
      .deleteFrom('auth.sessions')
      .where('tenantId', '=', ctx.tenantId)
      .where('identityId', '=', user.identityId)
      .execute()
  }
  ctx.emit(userDeactivated, { userId: id })
  ctx.audit({ action: 'deactivate', record: 'users', recordId: id, label: user.name })
  return getUser(ctx, id)
}

/** Who never joined is invited again; who had joined may sign in again. */
export async function reactivateUser(ctx: Ctx, id: string): Promise<User> {
  const user = await loadUser(ctx, id)
  await requireNotAbove(ctx, id)
  if (user.state !== 'inactive') return getUser(ctx, id)
  await setState(ctx, id, user.identityId ? 'active' : 'invited')
  if (user.identityId) ctx.emit(userJoined, { userId: id })
  ctx.audit({ action: 'reactivate', record: 'users', recordId: id, label: user.name })
  return getUser(ctx, id)
}

/** @throws AppError users.notActive, users.sharedLogin (409), users.above (403) */
export async function makeResetLink(ctx: Ctx, id: string): Promise<Token> {
  const { name, identityId } = await ownedLogin(ctx, id)
  ctx.audit({ action: 'resetPassword', record: 'users', recordId: id, label: name })
  return createReset(ctx.db, { identityId, now: ctx.now() })
}

export async function stopUserTwoFactor(ctx: Ctx, id: string): Promise<User> {
  const { name, identityId } = await ownedLogin(ctx, id)
  if (!(await getUser(ctx, id)).twoFactor) throw new AppError('twoFactor.off')
  await removeSecondFactor(ctx, identityId, { id, name })
  return getUser(ctx, id)
}

/** A mobile number as E.164. @throws AppError badInput at `mobile` */
export function normalMobile(text: string | null): string | null {
  if (text === null) return null
  const mobile = parseMobile(text)
  if (!mobile.ok) throw badField('mobile', 'users.mobile')
  return mobile.value
}

/** @throws AppError notFound (404) */
export async function loadUser(ctx: Ctx, id: string) {
  const user = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!user) throw notFound()
  return user
}

/** A sign-in that belongs to this firm alone: another firm's must not fall into this administrator's hands. */
async function ownedLogin(ctx: Ctx, id: string): Promise<{ name: string; identityId: string }> {
  const { name, identityId, state } = await loadUser(ctx, id)
  await requireNotAbove(ctx, id)
  if (state !== 'active' || !identityId) throw new AppError('users.notActive')
  if (await isShared(ctx.db, identityId)) throw new AppError('users.sharedLogin')
  return { name, identityId }
}

async function changeEmail(ctx: Ctx, user: { identityId: string | null }, email: string): Promise<void> {
  await requireFreeEmail(ctx, email)
  if (!user.identityId) return
  if (await isShared(ctx.db, user.identityId)) throw new AppError('users.sharedLogin')
  if (await identityByEmail(ctx.db, email)) throw new AppError('users.emailTaken')
  await ctx.db.updateTable('auth.identities').set({ email }).where('id', '=', user.identityId).execute()
}

async function requireFreeEmail(ctx: Ctx, email: string): Promise<void> {
  const taken = await ctx.db
    .selectFrom('users')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('email', '=', email)
    .executeTakeFirst()
  if (taken) throw new AppError('users.emailTaken')
}

const setState = (ctx: Ctx, id: string, state: User['state']) =>
  ctx.db
    .updateTable('users')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()

const audited = ({ name, email, mobile, jobTitle, locale, roles, teams }: User) => ({
  name,
  email,
  mobile,
  jobTitle,
  locale,
  roles: roles.map((role) => role.nameFa),
  teams: teams.map((team) => team.name),
})
