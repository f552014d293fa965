import { localDate } from '@peyvand/persian'
import type { Scope } from '@peyvand/platform/contract'
import { AppError, type Ctx } from '@peyvand/platform/server'
import type { FirmChoice, Session } from '../contract/index.ts'
import { firmSettings } from './firm-settings.ts'
import { activeMemberships, sessionCtx } from './identities.ts'
import { scopedPermissionKeys } from './own-permissions.ts'

/** Who is signed in and what they may do, for the screens. */
export async function getSession(ctx: Ctx): Promise<Session> {
  const { actor } = ctx
  if (!actor.userId) throw new AppError('session.needed')
  const user = await ctx.db
    .selectFrom('users as u')
    .leftJoin('auth.identities as i', 'i.id', 'u.identityId')
    .select([
      'u.id',
      'u.name',
      'u.email',
      'u.jobTitle',
      'u.locale',
      'u.theme',
      'u.avatarFileId',
      'u.absentFrom',
      'u.absentUntil',
    ])
    .select(['u.identityId', 'i.totpConfirmedAt'])
    .where('u.tenantId', '=', ctx.tenantId)
    .where('u.id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  const { absentFrom, absentUntil, identityId, totpConfirmedAt, ...shown } = user
  const today = localDate(ctx.now(), ctx.timeZone)
  const { version: _, ...firm } = await firmSettings(ctx)
  return {
    user: {
      ...shown,
      teamIds: [...actor.teamIds],
      isAbsent: absentFrom !== null && absentFrom <= today && (absentUntil === null || today <= absentUntil),
      twoFactor: totpConfirmedAt !== null,
    },
    firm: { tenantId: ctx.tenantId, ...firm },
    firms: identityId ? await firmChoices(ctx, identityId) : [],
    ...(await rights(ctx)),
    everything: actor.everything,
    fieldRules: { ...actor.fieldRules },
  }
}

/** @throws AppError signIn.noFirm (403) when the person is not active in that firm. */
export async function switchFirm(ctx: Ctx, tenantId: number): Promise<void> {
  const { identityId, sessionId } = await sessionCtx(ctx)
  const firms = await activeMemberships(ctx.db, identityId)
  if (!firms.some((firm) => firm.tenantId === tenantId)) throw new AppError('signIn.noFirm')
  await ctx.db.updateTable('auth.sessions').set({ tenantId }).where('id', '=', sessionId).execute()
}

async function firmChoices(ctx: Ctx, identityId: string): Promise<FirmChoice[]> {
  const firms = await activeMemberships(ctx.db, identityId)
  return firms
    .map(({ tenantId, firmName }) => ({ tenantId, name: firmName }))
    .sort((a, b) => a.tenantId - b.tenantId)
}

/** Everything that modules declare and the firm made itself, as far as the actor has it. */
async function rights(ctx: Ctx): Promise<Pick<Session, 'permissions' | 'rights'>> {
  const { actor, registry } = ctx
  const scoped = await scopedPermissionKeys(ctx)
  const special = registry.permissions.flatMap((m) => Object.keys(m.rights))
  const reach = (key: string): Scope | undefined => (actor.everything ? 'all' : actor.grants[key])
  return {
    permissions: Object.fromEntries(
      scoped.flatMap((key) => (reach(key) ? [[key, reach(key) as Scope]] : [])),
    ),
    rights: special.filter(reach),
  }
}
