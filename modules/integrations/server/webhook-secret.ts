import { randomBytes } from 'node:crypto'
import { type App, decryptSecret, encryptSecret } from '@peyvand/platform/server'

const purpose = 'integrations.webhookSecret'
const secretBytes = 32

/** The form of secrets in the standard: base64 behind `whsec_`. */
export const secretPrefix = 'whsec_'

export interface NewSecret {
  /** To be shown, once. */
  secret: string
  /** As it lies in the database. */
  sealed: string
}

export function newSecret(app: Pick<App, 'secretKey'>): NewSecret {
  const secret = secretPrefix + randomBytes(secretBytes).toString('base64')
  return { secret, sealed: encryptSecret(app.secretKey, purpose, secret) }
}

export const openedSecret = (app: Pick<App, 'secretKey'>, sealed: string): string =>
  decryptSecret(app.secretKey, purpose, sealed)
