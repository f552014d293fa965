import type { Tables } from '@peyvand/platform/server'
import { type App, AppError } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { PasskeySignIn, UsedCredential } from '../contract/index.ts'
import { identityById } from './identities.ts'
import { challengeTime, newPasskeyChallenge } from './passkey-challenge.ts'
import type { Site } from './passkeys.ts'
import type { Client } from './sessions.ts'
import { globally, identityOfChallenge, openSession, type SignInResult } from './sign-in.ts'
import { beginAttempt } from './sign-in-attempts.ts'

type StoredPasskey = Selectable<Tables['auth.passkeys']>

/** Signing in names nobody before the device answers. */
const nobody = 'sign-in'

/** What the browser is to ask any device that has a passkey for this site. */
export async function passkeyOptions(app: App, site: Site) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    rpID: site.name,
    challenge: newPasskeyChallenge(app, nobody),
    userVerification: 'required',
  })
  return { ...options }
}

/**
 * Signs in by a passkey: the device has made sure of its owner, so no password and no code is asked. With the
 * challenge of a password it stands for the second step, and must be of the same person.
 * @throws AppError passkeys.refused (403); signIn.locked (429), signIn.noFirm, signIn.challengeExpired
 */
export async function signInByPasskey(
  app: App,
  site: Site,
  { input, client }: { input: PasskeySignIn; client: Client },
): Promise<SignInResult> {
  const passkey = await globally(app, (db) =>
    db
      .selectFrom('auth.passkeys')
      .selectAll()
      .where('credentialId', '=', input.credential.id)
      .executeTakeFirst(),
  )
  if (!passkey) throw new AppError('passkeys.refused')
  const identity = await globally(app, (db) => identityById(db, passkey.identityId))
  const step = input.challenge ? await identityOfChallenge(app, input.challenge) : null
  const attempt = await beginAttempt(app, identity.email, client)
  if (step && step.identity.id !== identity.id) throw new AppError('passkeys.refused')
  await redeem(app, site, passkey, input.credential)
  return openSession(app, { identity, attempt, remember: step?.remember ?? input.remember, client })
}

/** Each challenge serves once: a later one must be younger than that of the last use. */
async function redeem(
  app: App,
  site: Site,
  passkey: StoredPasskey,
  credential: UsedCredential,
): Promise<void> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  let askedAt: number | null = null
  const verified = await verifyAuthenticationResponse({
    response: credential as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    expectedChallenge: (challenge) => {
      askedAt = challengeTime(app, challenge, nobody)
      return askedAt !== null
    },
    expectedOrigin: site.origin,
    expectedRPID: passkey.rpId,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      counter: Number(passkey.counter),
    },
  }).catch((error: unknown) => {
    app.log.info({ err: error }, 'a passkey was refused')
    return null
  })
  if (!verified?.verified || askedAt === null) throw new AppError('passkeys.refused')
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const used = await globally(app, (db) =>
    db
      .updateTable('auth.passkeys')
      .set({
        counter: String(newCounter),
        backedUp: credentialBackedUp,
        lastChallengeAt: String(askedAt),
        lastUsedAt: app.now().toISOString(),
      })
      .where('id', '=', passkey.id)
      .where(sql<boolean>`(last_challenge_at is null or last_challenge_at < ${askedAt})`)
      .returning('id')
      .executeTakeFirst(),
  )
  if (!used) throw new AppError('passkeys.refused')
}
