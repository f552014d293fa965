import { randomInt } from 'node:crypto'
import { toLatinDigits } from '@peyvand/persian'
import { type App, decryptSecret, encryptSecret, signText, type Tables } from '@peyvand/platform/server'
import { type Kysely, sql } from 'kysely'
import type { Identity } from './identities.ts'
import { matchTotp } from './totp.ts'

const purpose = 'identity.totp'
const codeCount = 10
const codeSigns = 10
/** Without signs that look alike. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

export const sealTotpSecret = (app: App, secret: string): string =>
  encryptSecret(app.secretKey, purpose, secret)

export const hasSecondFactor = ({ totpConfirmedAt }: Identity): boolean => totpConfirmedAt !== null

/** Whether a code is right and new; it cannot be used again. Codes of the app also prove a secret not confirmed yet. */
export async function redeemCode(
  app: App,
  db: Kysely<Tables>,
  identity: Identity,
  typed: string,
): Promise<boolean> {
  const code = toLatinDigits(typed).toLowerCase().replace(/[\s-]/g, '')
  return /^\d{6}$/.test(code)
    ? redeemTotp(app, db, identity, code)
    : redeemBackupCode(app, db, identity, code)
}

/** Ten new backup codes, shown once, and their hashes to keep. */
export function newBackupCodes(app: App, identityId: string): { codes: string[]; hashes: string[] } {
  const plain = Array.from({ length: codeCount }, () =>
    Array.from({ length: codeSigns }, () => alphabet[randomInt(alphabet.length)]).join(''),
  )
  return {
    codes: plain.map((code) => `${code.slice(0, codeSigns / 2)}-${code.slice(codeSigns / 2)}`),
    hashes: plain.map((code) => backupHash(app, identityId, code)),
  }
}

async function redeemTotp(app: App, db: Kysely<Tables>, identity: Identity, code: string): Promise<boolean> {
  if (!identity.totpSecret) return false
  const step = matchTotp(decryptSecret(app.secretKey, purpose, identity.totpSecret), code, app.now())
  if (step === null) return false
  const used = await db
    .updateTable('auth.identities')
    .set({ totpLastStep: String(step) })
    .where('id', '=', identity.id)
    .where(sql<boolean>`(totp_last_step is null or totp_last_step < ${step})`)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

async function redeemBackupCode(
  app: App,
  db: Kysely<Tables>,
  identity: Identity,
  code: string,
): Promise<boolean> {
  const hash = backupHash(app, identity.id, code)
  const used = await db
    .updateTable('auth.identities')
    .set({ backupCodes: sql`backup_codes - ${hash}::text` })
    .where('id', '=', identity.id)
    .where(sql<boolean>`backup_codes ? ${hash}`)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

const backupHash = (app: App, identityId: string, code: string) =>
  signText(app.secretKey, 'identity.backupCode', `${identityId}:${code}`)
