import { type Actor, type App, AppError, type Ctx, json, withCtx } from '@peyvand/platform/server'
import { forgetActors } from './directory.ts'
import { type Identity, identityById, sessionCtx, setPassword } from './identities.ts'
import { verifyPassword } from './password.ts'
import { hasSecondFactor, newBackupCodes, redeemCode, sealTotpSecret } from './second-factor.ts'
import { type Client, endSessionsOf } from './sessions.ts'
import { beginAttempt } from './sign-in-attempts.ts'
import { newTotpSecret, totpUri } from './totp.ts'

/** What a signed-in person does about the own account; the password is asked again first. */
export interface Own {
  app: App
  actor: Actor
  client: Client
}

export async function changePassword(
  own: Own,
  input: { currentPassword: string; newPassword: string },
): Promise<undefined> {
  const { identity, sessionId } = await confirmPassword(own, input.currentPassword)
  await inOwnFirm(own, async (ctx) => {
    await setPassword(ctx.db, {
      identityId: identity.id,
      email: identity.email,
      password: input.newPassword,
      now: ctx.now(),
    })
    await endSessionsOf(ctx.db, identity.id, sessionId)
    ctx.audit({
      action: 'changePassword',
      record: 'users',
      recordId: ctx.actor.userId,
      label: ctx.actor.name,
    })
  })
  forgetActors(own.app)
}

/** A new secret that waits for its first code. */
export async function startTwoFactor(own: Own, password: string): Promise<{ secret: string; uri: string }> {
  const { identity } = await confirmPassword(own, password)
  if (hasSecondFactor(identity)) throw new AppError('twoFactor.alreadyOn')
  const secret = newTotpSecret()
  await inOwnFirm(own, async (ctx) => {
    await ctx.db
      .updateTable('auth.identities')
      .set({ totpSecret: sealTotpSecret(own.app, secret), totpLastStep: null })
      .where('id', '=', identity.id)
      .execute()
  })
  return {
    secret,
    uri: totpUri({ secret, account: identity.email, issuer: `Peyvand (${own.actor.firm.name})` }),
  }
}

export async function confirmTwoFactor(own: Own, code: string): Promise<{ backupCodes: string[] }> {
  const { identity } = await ownIdentity(own)
  if (hasSecondFactor(identity) || !identity.totpSecret) throw new AppError('twoFactor.notStarted')
  const attempt = await beginAttempt(own.app, identity.email, own.client)
  const backupCodes = await inOwnFirm(own, async (ctx) => {
    if (!(await redeemCode(own.app, ctx.db, identity, code))) throw new AppError('signIn.wrongCode')
    const { codes, hashes } = newBackupCodes(own.app, identity.id)
    await ctx.db
      .updateTable('auth.identities')
      .set({ totpConfirmedAt: ctx.now().toISOString(), backupCodes: json(hashes) })
      .where('id', '=', identity.id)
      .execute()
    ctx.audit({
      action: 'startTwoFactor',
      record: 'users',
      recordId: ctx.actor.userId,
      label: ctx.actor.name,
    })
    return codes
  })
  await attempt.dismiss()
  return { backupCodes }
}

export async function renewBackupCodes(own: Own, password: string): Promise<{ backupCodes: string[] }> {
  const { identity } = await confirmPassword(own, password)
  if (!hasSecondFactor(identity)) throw new AppError('twoFactor.off')
  return inOwnFirm(own, async (ctx) => {
    const { codes, hashes } = newBackupCodes(own.app, identity.id)
    await ctx.db
      .updateTable('auth.identities')
      .set({ backupCodes: json(hashes) })
      .where('id', '=', identity.id)
      .execute()
    ctx.audit({
      action: 'renewBackupCodes',
      record: 'users',
      recordId: ctx.actor.userId,
      label: ctx.actor.name,
    })
    return { backupCodes: codes }
  })
}

export async function stopOwnTwoFactor(own: Own, password: string): Promise<undefined> {
  const { identity } = await confirmPassword(own, password)
  if (!hasSecondFactor(identity)) throw new AppError('twoFactor.off')
  await inOwnFirm(own, (ctx) =>
    removeSecondFactor(ctx, identity.id, { id: ctx.actor.userId, name: ctx.actor.name }),
  )
}

export async function removeSecondFactor(
  ctx: Ctx,
  identityId: string,
  user: { id: string | null; name: string },
): Promise<undefined> {
  await ctx.db
    .updateTable('auth.identities')
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null, backupCodes: json([]) })
    .where('id', '=', identityId)
    .execute()
  ctx.audit({ action: 'stopTwoFactor', record: 'users', recordId: user.id, label: user.name })
}

/** Wrong passwords here count like failed sign-ins: a screen left open is no way to guess on. */
export async function confirmPassword(
  own: Own,
  password: string,
): Promise<{ identity: Identity; sessionId: string }> {
  const found = await ownIdentity(own)
  const attempt = await beginAttempt(own.app, found.identity.email, own.client)
  if (!(await verifyPassword(password, found.identity.passwordHash)))
    throw new AppError('signIn.wrongPassword')
  await attempt.dismiss()
  return found
}

/** The sign-in of the person and the session they work in. */
export const ownIdentity = (own: Own) =>
  inOwnFirm(own, async (ctx) => {
    const { identityId, sessionId } = await sessionCtx(ctx)
    return { identity: await identityById(ctx.db, identityId), sessionId }
  })

export const inOwnFirm = <T>({ app, actor, client }: Own, run: (ctx: Ctx) => Promise<T>) =>
  withCtx(app, { actor, ip: client.ip, run })
