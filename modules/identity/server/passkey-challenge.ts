import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type App, signText } from '@peyvand/platform/server'

type Signer = Pick<App, 'now' | 'secretKey'>

/**
 * What a device signs: when and for what it was asked, with our signature. Nothing is kept on the server; that a
 * challenge serves once is seen to where it is used, by the time in it.
 */
const validMs = 5 * 60_000

/** `about` binds it to a person who adds a passkey; signing in names nobody yet. */
export function newPasskeyChallenge(app: Signer, about: string): Uint8Array<ArrayBuffer> {
  const content = `${app.now().getTime()}.${randomBytes(16).toString('base64url')}`
  return new Uint8Array(Buffer.from(`${content}.${signatureOf(app, content, about)}`))
}

/** When the challenge was made, or null where it is not ours, for something else, or too old. */
export function challengeTime(app: Signer, challenge: string, about: string): number | null {
  const [at = '', random = '', signature = ''] = Buffer.from(challenge, 'base64url').toString().split('.')
  const expected = Buffer.from(signatureOf(app, `${at}.${random}`, about))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const age = app.now().getTime() - Number(at)
  return age <= validMs ? Number(at) : null
}

const signatureOf = (app: Signer, content: string, about: string) =>
  signText(app.secretKey, 'identity.passkey', `${about}.${content}`)
