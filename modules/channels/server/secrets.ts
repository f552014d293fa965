import { type App, decryptSecret, encryptSecret } from '@peyvand/platform/server'

const purpose = 'channels.secret'

/** A password or key as it lies in the database. */
export const sealed = (app: Pick<App, 'secretKey'>, secret: string): string =>
  encryptSecret(app.secretKey, purpose, secret)

export const opened = (app: Pick<App, 'secretKey'>, secret: string | null): string | null =>
  secret === null ? null : decryptSecret(app.secretKey, purpose, secret)
