import { type App, AppError, type Tables } from '@peyvand/platform/server'
import { type Kysely, sql } from 'kysely'
import type { OneTimeLink } from '../contract/index.ts'
import { forgetActors } from './directory.ts'
import { identityById, setPassword } from './identities.ts'
import { endSessionsOf } from './sessions.ts'
import { globally } from './sign-in.ts'
import { hashToken, newToken } from './tokens.ts'

const validMs = 24 * 3_600_000

/** Marks the person's accounts for their administrators; says nothing about whether the e-mail is known. */
export async function requestReset(app: App, email: string): Promise<undefined> {
  await globally(app, (db) => sql`select note_reset_request(${email}, ${app.now()})`.execute(db))
}

/** A token by which its holder sets a new password within a day; earlier ones stop working. */
export async function createReset(
  db: Kysely<Tables>,
  { identityId, now }: { identityId: string; now: Date },
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + validMs).toISOString()
  await db.deleteFrom('auth.passwordResets').where('identityId', '=', identityId).execute()
  await db
    .insertInto('auth.passwordResets')
    .values({ tokenHash: hashToken(token), identityId, expiresAt })
    .execute()
  return { token, expiresAt }
}

/** The page of the staff app that a link opens; the token stands behind `#`, which no server logs. */
export const linkTo = (
  app: App,
  page: 'reset-password' | 'join',
  made: { token: string; expiresAt: string },
): OneTimeLink => ({
  url: `${app.publicUrl}/${page}#${made.token}`,
  expiresAt: made.expiresAt,
})

/** @throws AppError link.invalid (410) */
export const checkReset = (app: App, token: string): Promise<{ email: string }> =>
  globally(app, async (db) => {
    const { email } = await identityOfReset(app, db, token)
    return { email }
  })

/** Sets the password; whoever was signed in with the old one is signed out. */
export async function redeemReset(
  app: App,
  { token, password }: { token: string; password: string },
): Promise<undefined> {
  await globally(app, async (db) => {
    const { id, email } = await identityOfReset(app, db, token)
    await setPassword(db, { identityId: id, email, password, now: app.now() })
    await endSessionsOf(db, id)
    // A person who was locked out by forgetting may sign in at once.
    await db
      .deleteFrom('auth.signInAttempts')
      .where('email', '=', email)
      .where('outcome', '=', 'failed')
      .execute()
  })
  forgetActors(app)
}

async function identityOfReset(app: App, db: Kysely<Tables>, token: string) {
  const reset = await db
    .selectFrom('auth.passwordResets')
    .select('identityId')
    .where('tokenHash', '=', hashToken(token))
    .where('expiresAt', '>', app.now().toISOString())
    .forUpdate()
    .executeTakeFirst()
  if (!reset) throw new AppError('link.invalid')
  return identityById(db, reset.identityId)
}
