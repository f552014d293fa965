import type { Locale } from '@peyvand/platform/contract'
import {
  type App,
  AppError,
  type Ctx,
  type Firm,
  inTransaction,
  notFound,
  systemActor,
  withCtx,
} from '@peyvand/platform/server'
import type { OneTimeLink } from '../contract/index.ts'
import { addApiKey, requireKnownScopes } from './api-keys.ts'
import { directory, forgetActors } from './directory.ts'
import { activeMemberships, identityByEmail, setPassword } from './identities.ts'
import { createReset, linkTo } from './password-resets.ts'
import { endSessionsOf } from './sessions.ts'
import { globally } from './sign-in.ts'

/** What the administrator of the installation does at the command line, for any firm. */
export interface FirmListing extends Firm {
  locale: Locale
  users: number
  createdAt: string
}

export async function listFirms(app: App): Promise<FirmListing[]> {
  const firms: FirmListing[] = []
  for (const tenantId of await directory.firmIds(app)) {
    firms.push(
      await inTransaction(app.db, {
        tenantId,
        readOnly: true,
        run: (db) =>
          db
            .selectFrom('firms')
            .select(['tenantId', 'name', 'timeZone', 'moneyUnit', 'locale', 'createdAt'])
            .select(({ selectFrom, fn }) =>
              selectFrom('users')
                .select(fn.countAll<number>().as('count'))
                .where('state', '=', 'active')
                .as('users'),
            )
            .where('tenantId', '=', tenantId)
            .executeTakeFirstOrThrow()
            .then((row) => ({ ...row, users: Number(row.users) })),
      }),
    )
  }
  return firms
}

export interface UserListing {
  tenantId: number
  id: string
  name: string
  email: string
  state: string
  lastSignInAt: string | null
}

/** Users of one firm, or of all. */
export async function listFirmUsers(app: App, only?: number): Promise<UserListing[]> {
  const tenants = only === undefined ? await directory.firmIds(app) : [only]
  const users: UserListing[] = []
  for (const tenantId of tenants) {
    const found = await inTransaction(app.db, {
      tenantId,
      readOnly: true,
      run: (db) =>
        db
          .selectFrom('users')
          .select(['tenantId', 'id', 'name', 'email', 'state', 'lastSignInAt'])
          .where('tenantId', '=', tenantId)
          .orderBy('email')
          .execute(),
    })
    users.push(...found)
  }
  return users
}

/**
 * Sets the password of a sign-in and ends its sessions and its lock-out, whatever firms it belongs to.
 * @throws AppError users.unknownLogin, password.tooShort, password.tooCommon, password.likeEmail
 */
export async function resetPassword(
  app: App,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await globally(app, async (db) => {
    const identity = await identityByEmail(db, email)
    if (!identity) throw new AppError('users.unknownLogin')
    await setPassword(db, { identityId: identity.id, email, password, now: app.now() })
    await endSessionsOf(db, identity.id)
    await db
      .deleteFrom('auth.signInAttempts')
      .where('email', '=', email)
      .where('outcome', '=', 'failed')
      .execute()
  })
  forgetActors(app)
}

interface KeyFor {
  email: string
  name: string
  scopes: readonly string[]
  /** Needed only where the e-mail is active in several firms. */
  tenantId?: number | undefined
  expiresAt?: string | null
}

/**
 * Makes an API key that acts for a user and answers it, for the only time.
 * @throws AppError users.unknownLogin, apiKeys.unknownScope, apiKeys.whichFirm
 */
export async function createApiKeyFor(
  app: App,
  { email, name, scopes, tenantId, expiresAt = null }: KeyFor,
): Promise<string> {
  const memberships = await globally(app, async (db) => {
    const identity = await identityByEmail(db, email)
    return identity ? activeMemberships(db, identity.id) : []
  })
  const candidates = memberships.filter((m) => tenantId === undefined || m.tenantId === tenantId)
  const [membership, second] = candidates
  if (!membership) throw new AppError('users.unknownLogin')
  if (second) throw new AppError('apiKeys.whichFirm')
  return asFirm(app, membership.tenantId, async (ctx) => {
    await requireKnownScopes(ctx, scopes)
    const { key } = await addApiKey(ctx, { userId: membership.userId, name, scopes: [...scopes], expiresAt })
    return key
  })
}

/** One transaction of a firm as Peyvand itself. @throws AppError notFound for an unknown firm. */
export async function asFirm<T>(app: App, tenantId: number, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const firm = await directory.firmOf(app, tenantId)
  if (!firm) throw notFound()
  return withCtx(app, { actor: systemActor(firm, app.defaultLocale), run })
}

/** A link by which the person sets a new password within a day. @throws AppError users.unknownLogin */
export function createResetLink(app: App, email: string): Promise<OneTimeLink> {
  return globally(app, async (db) => {
    const identity = await identityByEmail(db, email)
    if (!identity) throw new AppError('users.unknownLogin')
    return linkTo(app, 'reset-password', await createReset(db, { identityId: identity.id, now: app.now() }))
  })
}
