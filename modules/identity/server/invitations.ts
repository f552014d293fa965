import { type App, AppError, type Ctx, systemActor, withCtx } from '@peyvand/platform/server'
import { userJoined } from '../contract/index.ts'
import { directory, forgetActors } from './directory.ts'
import { createIdentity, identityByEmail, identityById } from './identities.ts'
import { verifyPassword } from './password.ts'
import { hasSecondFactor, redeemCode } from './second-factor.ts'
import type { Client } from './sessions.ts'
import { globally, openSession, type SignInResult } from './sign-in.ts'
import { beginAttempt } from './sign-in-attempts.ts'
import { firmOfToken, hashToken, newFirmToken } from './tokens.ts'
import { userSearch } from './user-search.ts'

const validMs = 7 * 24 * 3_600_000

/** A token by which an invited user joins within a week; an earlier one stops working. */
export async function createInvitation(
  ctx: Ctx,
  userId: string,
): Promise<{ token: string; expiresAt: string }> {
  const token = newFirmToken(ctx.tenantId)
  const expiresAt = new Date(ctx.now().getTime() + validMs).toISOString()
  const facts = { tokenHash: hashToken(token), expiresAt, createdBy: ctx.actor.userId }
  await ctx.db
    .insertInto('invitations')
    .values({ tenantId: ctx.tenantId, userId, ...facts })
    .onConflict((oc) => oc.columns(['tenantId', 'userId']).doUpdateSet(facts))
    .execute()
  return { token, expiresAt }
}

export function checkInvitation(app: App, token: string) {
  return inInvitingFirm(app, token, async (ctx) => {
    const { email, name } = await invitedUser(ctx, token)
    const identity = await identityByEmail(ctx.db, email)
    return { email, name, firm: ctx.actor.firm.name, hasPassword: identity !== undefined }
  })
}

interface Accept {
  token: string
  password: string
  name?: string | undefined
  code?: string | undefined
}

/**
 * Joins the firm. Somebody who signs in elsewhere already proves it by password and, where it is on, a code:
 * an invitation must not be a way into another person's account.
 * @throws AppError link.invalid (410), signIn.wrong, signIn.codeNeeded, signIn.wrongCode, signIn.locked, password.…
 */
export async function acceptInvitation(app: App, accept: Accept, client: Client): Promise<SignInResult> {
  const { token, password, code } = accept
  const invited = await inInvitingFirm(app, token, (ctx) => invitedUser(ctx, token))
  const attempt = await beginAttempt(app, invited.email, client)
  const known = await globally(app, (db) => identityByEmail(db, invited.email))
  if (known) {
    if (!(await verifyPassword(password, known.passwordHash))) throw new AppError('signIn.wrong')
    if (hasSecondFactor(known) && !code) {
      await attempt.dismiss()
      throw new AppError('signIn.codeNeeded')
    }
    const passed =
      !hasSecondFactor(known) || (await globally(app, (db) => redeemCode(app, db, known, code ?? '')))
    if (!passed) throw new AppError('signIn.wrongCode')
  }
  const { tenantId, identity } = await inInvitingFirm(app, token, async (ctx) => {
    const user = await invitedUser(ctx, token)
    const identityId =
      known?.id ?? (await createIdentity(ctx.db, { email: user.email, password, now: ctx.now() }))
    // A link that another firm's administrator made must not open an account that now reaches this firm.
    await ctx.db.deleteFrom('auth.passwordResets').where('identityId', '=', identityId).execute()
    const name = accept.name ?? user.name
    await ctx.db
      .updateTable('users')
      .set({ state: 'active', identityId, name, search: userSearch({ ...user, name }) })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', user.id)
      .execute()
    await ctx.db
      .deleteFrom('invitations')
      .where('tenantId', '=', ctx.tenantId)
      .where('userId', '=', user.id)
      .execute()
    ctx.emit(userJoined, { userId: user.id })
    ctx.audit({ action: 'join', record: 'users', recordId: user.id, label: name })
    return { tenantId: ctx.tenantId, identity: await identityById(ctx.db, identityId) }
  })
  forgetActors(app)
  return openSession(app, { identity, attempt, remember: true, client, tenantId })
}

async function inInvitingFirm<T>(app: App, token: string, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const tenantId = firmOfToken(token)
  const firm = tenantId === null ? null : await directory.firmOf(app, tenantId)
  if (!firm) throw new AppError('link.invalid')
  return withCtx(app, { actor: systemActor(firm, app.defaultLocale), run })
}

async function invitedUser(ctx: Ctx, token: string) {
  const user = await ctx.db
    .selectFrom('invitations as i')
    .innerJoin('users as u', (join) =>
      join.onRef('u.tenantId', '=', 'i.tenantId').onRef('u.id', '=', 'i.userId'),
    )
    .select(['u.id', 'u.email', 'u.name', 'u.mobile', 'u.jobTitle'])
    .where('i.tenantId', '=', ctx.tenantId)
    .where('i.tokenHash', '=', hashToken(token))
    .where('i.expiresAt', '>', ctx.now().toISOString())
    .where('u.state', '=', 'invited')
    .forUpdate('i')
    .executeTakeFirst()
  if (!user) throw new AppError('link.invalid')
  return user
}
