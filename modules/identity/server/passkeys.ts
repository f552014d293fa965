import { AppError, type Ctx, json, newId, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { NewCredential, Passkey } from '../contract/index.ts'
import { sessionCtx } from './identities.ts'
import { confirmPassword, inOwnFirm, type Own, ownIdentity } from './own-security.ts'
import { challengeTime, newPasskeyChallenge } from './passkey-challenge.ts'

/** Where the page stands that asks the device: its name binds a passkey to it. */
export interface Site {
  origin: string
  /** The host without its port. */
  name: string
}

export async function listPasskeys(ctx: Ctx): Promise<Passkey[]> {
  const { identityId } = await sessionCtx(ctx)
  return passkeysOf(ctx, identityId)
}

/** What the browser is to ask the device. @throws AppError signIn.wrongPassword (403), signIn.locked (429) */
export async function startPasskey(own: Own, site: Site, password: string) {
  const { identity } = await confirmPassword(own, password)
  const present = await inOwnFirm(own, (ctx) =>
    ctx.db.selectFrom('auth.passkeys').select('credentialId').where('identityId', '=', identity.id).execute(),
  )
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpName: 'Peyvand',
    rpID: site.name,
    userID: new Uint8Array(Buffer.from(identity.id)),
    userName: identity.email,
    userDisplayName: own.actor.name,
    challenge: newPasskeyChallenge(own.app, identity.id),
    excludeCredentials: present.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { ...options }
}

/** @throws AppError passkeys.refused (403) for what was not made by this person's device for this site just now. */
export async function addPasskey(
  own: Own,
  site: Site,
  { name, credential }: { name: string; credential: NewCredential },
): Promise<Passkey> {
  const { identity } = await ownIdentity(own)
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const verified = await verifyRegistrationResponse({
    response: credential as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge: (challenge) => challengeTime(own.app, challenge, identity.id) !== null,
    expectedOrigin: site.origin,
    expectedRPID: site.name,
    // The library tells every fault by an error of its own.
  }).catch((error: unknown) => {
    own.app.log.info({ err: error }, 'a new passkey was refused')
    return { verified: false as const }
  })
  if (!verified.verified) throw new AppError('passkeys.refused')
  const { credential: made, credentialBackedUp } = verified.registrationInfo
  return inOwnFirm(own, async (ctx) => {
    const id = newId()
    const { numInsertedOrUpdatedRows } = await ctx.db
      .insertInto('auth.passkeys')
      .values({
        id,
        identityId: identity.id,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey).toString('base64url'),
        counter: String(made.counter),
        transports: json(credential.response.transports),
        rpId: site.name,
        backedUp: credentialBackedUp,
        name,
        lastChallengeAt: null,
        createdAt: ctx.now().toISOString(),
        lastUsedAt: null,
      })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 0n) throw new AppError('passkeys.refused')
    tell(ctx, 'addPasskey', name)
    return ownPasskey(ctx, identity.id, id)
  })
}

/** @throws AppError notFound (404) */
export async function renamePasskey(ctx: Ctx, id: string, name: string): Promise<Passkey> {
  const { identityId } = await sessionCtx(ctx)
  await ownPasskey(ctx, identityId, id)
  await ctx.db.updateTable('auth.passkeys').set({ name }).where('id', '=', id).execute()
  tell(ctx, 'renamePasskey', name)
  return ownPasskey(ctx, identityId, id)
}

/** @throws AppError notFound (404) */
export async function removePasskey(ctx: Ctx, id: string): Promise<undefined> {
  const { identityId } = await sessionCtx(ctx)
  const { name } = await ownPasskey(ctx, identityId, id)
  await ctx.db.deleteFrom('auth.passkeys').where('id', '=', id).execute()
  tell(ctx, 'removePasskey', name)
}

const passkeysOf = (ctx: Ctx, identityId: string): Promise<Passkey[]> =>
  ctx.db
    .selectFrom('auth.passkeys')
    .select(['id', 'name', 'createdAt', 'lastUsedAt', 'backedUp'])
    .where('identityId', '=', identityId)
    .orderBy(sql`created_at`)
    .execute()

async function ownPasskey(ctx: Ctx, identityId: string, id: string): Promise<Passkey> {
  const found = (await passkeysOf(ctx, identityId)).find((passkey) => passkey.id === id)
  if (!found) throw notFound()
  return found
}

const tell = (ctx: Ctx, action: string, name: string) =>
  ctx.audit({
    action,
    record: 'users',
    recordId: ctx.actor.userId,
    label: ctx.actor.name,
    changes: { passkey: { to: name } },
  })
