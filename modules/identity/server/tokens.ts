import { createHash, randomBytes } from 'node:crypto'

/** An unguessable token of 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Tokens lie in the database as hashes only; they are random, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A token that names its firm, so that its row is looked for under that firm's row-level security. */
export const newFirmToken = (tenantId: number): string => `${tenantId.toString(36)}_${newToken()}`

/** The firm that a token names; null for anything else. */
export function firmOfToken(token: string): number | null {
  const number = /^([0-9a-z]{1,6})_[\w-]{43}$/.exec(token)?.[1]
  const tenantId = number ? Number.parseInt(number, 36) : 0
  return tenantId > 0 && tenantId < 2 ** 31 ? tenantId : null
}
