import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** A key of 32 bytes for one purpose (`identity.session`), derived from the installation's secret key. */
export function derivedKey(secretKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, 'peyvand', purpose, 32))
}

/** HMAC-SHA-256 in base64url of a text, under the key of a purpose. */
export function signText(secretKey: Buffer, purpose: string, text: string): string {
  return createHmac('sha256', derivedKey(secretKey, purpose)).update(text).digest('base64url')
}

/** A secret as it may lie in the database: AES-256-GCM under the key of a purpose, in base64url. */
export function encryptSecret(secretKey: Buffer, purpose: string, secret: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', derivedKey(secretKey, purpose), nonce)
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** @throws Error when the text was not made by `encryptSecret` with this key and purpose. */
export function decryptSecret(secretKey: Buffer, purpose: string, encrypted: string): string {
  const bytes = Buffer.from(encrypted, 'base64url')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    derivedKey(secretKey, purpose),
    bytes.subarray(0, nonceBytes),
  )
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString(
    'utf8',
  )
}
