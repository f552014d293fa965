import { timingSafeEqual } from 'node:crypto'
import { type App, AppError, inTransaction, signText, withCtx } from '@peyvand/platform/server'
import type { SecondFactor, SignIn } from '../contract/index.ts'
import { directory } from './directory.ts'
import { activeMemberships, type Identity, identityByEmail, identityById } from './identities.ts'
import { verifyPassword } from './password.ts'
import { hasSecondFactor, redeemCode } from './second-factor.ts'
import { type Client, createSession } from './sessions.ts'
import { type Attempt, beginAttempt } from './sign-in-attempts.ts'

const challengeMs = 5 * 60_000

/** A signed-in session to hand to the browser, or the challenge that a code must follow. */
export type SignInResult =
  | { status: 'signedIn'; token: string; remember: boolean }
  | { status: 'secondFactor'; challenge: string }

/** @throws AppError signIn.wrong (401), alike for unknown e-mails; signIn.locked, signIn.noFirm */
export async function signIn(
  app: App,
  { email, password, remember }: SignIn,
  client: Client,
): Promise<SignInResult> {
  const attempt = await beginAttempt(app, email, client)
  const identity = await globally(app, (db) => identityByEmail(db, email))
  const isRight = await verifyPassword(password, identity?.passwordHash ?? null)
  if (!identity || !isRight) throw new AppError('signIn.wrong')
  if (!hasSecondFactor(identity)) return openSession(app, { identity, attempt, remember, client })
  await attempt.dismiss()
  return { status: 'secondFactor', challenge: newChallenge(app, identity, remember) }
}

/** @throws AppError signIn.challengeExpired, signIn.wrongCode (401); signIn.locked, signIn.noFirm */
export async function passSecondFactor(app: App, input: SecondFactor, client: Client): Promise<SignInResult> {
  const { identity, remember } = await identityOfChallenge(app, input.challenge)
  const attempt = await beginAttempt(app, identity.email, client)
  const isRight = await globally(app, (db) => redeemCode(app, db, identity, input.code))
  if (!isRight) throw new AppError('signIn.wrongCode')
  return openSession(app, { identity, attempt, remember, client })
}

/** Who passed the password, by the challenge they got. @throws AppError signIn.challengeExpired (401) */
export async function identityOfChallenge(
  app: App,
  challenge: string,
): Promise<{ identity: Identity; remember: boolean }> {
  const { identityId, remember } = parseChallenge(app, challenge)
  const identity = await globally(app, (db) => identityById(db, identityId))
  if (!isChallengeOf(app, challenge, identity)) throw new AppError('signIn.challengeExpired')
  return { identity, remember }
}

interface OpenSession {
  identity: Identity
  attempt: Pick<Attempt, 'id'>
  remember: boolean
  client: Client
  /** The firm to work in; without it the one of the last sign-in. */
  tenantId?: number
}

/** The last step of every sign-in: a session in one of the person's firms, written down there. */
export async function openSession(app: App, open: OpenSession): Promise<SignInResult> {
  const { identity, attempt, remember, client } = open
  const firms = await globally(app, (db) => activeMemberships(db, identity.id))
  const firm = open.tenantId ? firms.find(({ tenantId }) => tenantId === open.tenantId) : firms[0]
  const actor = firm && (await directory.actorOf(app, firm.tenantId, firm.userId))
  if (!firm || !actor) throw new AppError('signIn.noFirm')
  const now = app.now()
  const token = await withCtx(app, {
    actor,
    ip: client.ip,
    run: async (ctx) => {
      await ctx.db
        .updateTable('users')
        .set({ lastSignInAt: now.toISOString(), resetRequestedAt: null })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', firm.userId)
        .execute()
      await ctx.db
        .updateTable('auth.signInAttempts')
        .set({ outcome: 'signedIn', tenantId: ctx.tenantId, identityId: identity.id })
        .where('id', '=', attempt.id)
        .execute()
      ctx.audit({ action: 'signIn', record: 'users', recordId: firm.userId, label: actor.name })
      return createSession(ctx.db, { identityId: identity.id, tenantId: ctx.tenantId, remember, client, now })
    },
  })
  return { status: 'signedIn', token, remember }
}

type Globally = <T>(app: App, run: Parameters<typeof inTransaction<T>>[1]['run']) => Promise<T>

/** A transaction outside any firm, for the tables of sign-in. */
export const globally: Globally = (app, run) => inTransaction(app.db, { tenantId: null, run })

/** Who passed the password and until when a code may follow; nothing is kept on the server. */
function newChallenge(app: App, identity: Identity, remember: boolean): string {
  const content = `${identity.id}.${app.now().getTime() + challengeMs}.${remember ? 1 : 0}`
  return `${content}.${challengeSignature(app, content, identity)}`
}

function parseChallenge(app: App, challenge: string): { identityId: string; remember: boolean } {
  const [, identityId, until, remember] = /^([0-9a-f-]{36})\.(\d+)\.([01])\./.exec(challenge) ?? []
  if (!identityId || Number(until) < app.now().getTime()) throw new AppError('signIn.challengeExpired')
  return { identityId, remember: remember === '1' }
}

function isChallengeOf(app: App, challenge: string, identity: Identity): boolean {
  const end = challenge.lastIndexOf('.')
  const expected = Buffer.from(challengeSignature(app, challenge.slice(0, end), identity))
  const given = Buffer.from(challenge.slice(end + 1))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Bound to the password, so that changing it ends the challenge too. */
const challengeSignature = (app: App, content: string, identity: Identity) =>
  signText(app.secretKey, 'identity.challenge', `${content}.${identity.passwordHash}`)
