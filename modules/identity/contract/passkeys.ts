import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Password } from './fields.ts'
import { SignedIn } from './session.ts'

/** A key on a device (phone, laptop, security key) that signs in without a password. */
export const Passkey = z.object({
  id: Id,
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  /** Kept by the maker of the device too, so that it is there on a new one. */
  backedUp: z.boolean(),
})
export type Passkey = z.infer<typeof Passkey>

const PasskeyName = z.string().trim().min(1).max(80)
const Part = z.string().max(20_000)

/** What the browser's `navigator.credentials` is asked; as the WebAuthn standard names it. */
const Options = z.looseObject({ challenge: z.string() })

const answered = <R extends z.ZodRawShape>(response: R) =>
  z.object({
    id: z.string().max(1400),
    rawId: z.string().max(1400),
    type: z.literal('public-key'),
    authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
    clientExtensionResults: z.record(z.string().max(80), z.unknown()).default({}),
    response: z.object(response),
  })

/** What it answers when a passkey is made. */
export const NewCredential = answered({
  clientDataJSON: Part,
  attestationObject: Part,
  transports: z.array(z.string().max(20)).max(10).default([]),
})
export type NewCredential = z.output<typeof NewCredential>

/** What it answers when one is used. */
export const UsedCredential = answered({
  clientDataJSON: Part,
  authenticatorData: Part,
  signature: Part,
  userHandle: z.string().max(200).optional(),
})
export type UsedCredential = z.output<typeof UsedCredential>

export const listPasskeysRoute = defineRoute({
  method: 'GET',
  path: '/session/passkeys',
  summary: 'My passkeys',
  permission: 'signedIn',
  answer: z.object({ items: z.array(Passkey) }),
  errors: ['session.needed'],
})

export const startPasskeyRoute = defineRoute({
  method: 'POST',
  path: '/session/passkeys/options',
  summary: 'Begin to add a passkey; the password is asked again',
  permission: 'signedIn',
  body: z.object({ password: Password }),
  answer: Options,
  errors: ['session.needed', 'signIn.wrongPassword', 'signIn.locked'],
  ratePerMinute: 10,
})

export const addPasskeyRoute = defineRoute({
  method: 'POST',
  path: '/session/passkeys',
  summary: 'Add the passkey that the device has made',
  permission: 'signedIn',
  body: z.object({ name: PasskeyName, credential: NewCredential }),
  answer: Passkey,
  status: 201,
  errors: ['session.needed', 'passkeys.refused'],
  ratePerMinute: 10,
})

export const renamePasskeyRoute = defineRoute({
  method: 'PATCH',
  path: '/session/passkeys/:id',
  summary: 'Rename a passkey of mine',
  permission: 'signedIn',
  params: IdParams,
  body: z.object({ name: PasskeyName }),
  answer: Passkey,
  errors: ['session.needed'],
})

export const removePasskeyRoute = defineRoute({
  method: 'DELETE',
  path: '/session/passkeys/:id',
  summary: 'Remove a passkey of mine; it signs in no more',
  permission: 'signedIn',
  params: IdParams,
  answer: 'none',
  errors: ['session.needed'],
})

export const passkeyOptionsRoute = defineRoute({
  method: 'POST',
  path: '/session/passkey/options',
  summary: 'Begin to sign in by a passkey',
  permission: 'public',
  answer: Options,
  ratePerMinute: 30,
})

export const PasskeySignIn = z.object({
  credential: UsedCredential,
  remember: z.boolean().default(true),
  /** Of the password that was right already, where the passkey stands for the second step. */
  challenge: z.string().max(500).optional(),
})
export type PasskeySignIn = z.output<typeof PasskeySignIn>

export const passkeySignInRoute = defineRoute({
  method: 'POST',
  path: '/session/passkey',
  summary: 'Sign in by a passkey, or complete a sign-in by it in place of a code',
  permission: 'public',
  body: PasskeySignIn,
  answer: SignedIn,
  errors: ['passkeys.refused', 'signIn.locked', 'signIn.noFirm', 'signIn.challengeExpired'],
  ratePerMinute: 30,
})
