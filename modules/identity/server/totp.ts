import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// Time-based one-time passwords of RFC 6238 as every authenticator app has them: SHA-1, six digits, thirty seconds.
const stepSeconds = 30
const digits = 6
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret in base32, 160 bits. */
export const newTotpSecret = (): string => base32(randomBytes(20))

/** What an authenticator app reads from the QR code. */
export function totpUri({
  secret,
  account,
  issuer,
}: {
  secret: string
  account: string
  issuer: string
}): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}

/** The code of a time step (seconds since 1970 divided by thirty). */
export function totpCode(secret: string, step: number, length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) as number) & 0xf
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** length
  return String(number).padStart(length, '0')
}

export const totpStep = (at: Date): number => Math.floor(at.getTime() / 1000 / stepSeconds)

/** The time step that a code belongs to, one step early or late allowed; null for a wrong code. */
export function matchTotp(secret: string, code: string, at: Date): number | null {
  if (code.length !== digits) return null
  const now = totpStep(at)
  const given = Buffer.from(code)
  return (
    [now, now - 1, now + 1].find((step) => timingSafeEqual(Buffer.from(totpCode(secret, step)), given)) ??
    null
  )
}

function base32(bytes: Buffer): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function fromBase32(text: string): Buffer {
  let bits = ''
  for (const sign of text) bits += alphabet.indexOf(sign).toString(2).padStart(5, '0')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
