import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

// OWASP's scrypt setting for 32 MB per hash; written into each hash so that it can be raised later.
const cost = { log2N: 15, r: 8, p: 3 }
const keyBytes = 32

/** A password as it is stored: `scrypt$15$8$3$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return stored(salt, await derive(password, salt, cost))
}

/** What is stored where nobody knows a password: a key by chance, which none is known to give. */
export const unknownPassword = (): string => stored(randomBytes(16), randomBytes(keyBytes))

const stored = (salt: Buffer, key: Buffer): string =>
  ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')

/**
 * Whether the password is the one hashed. Without a hash (nobody has that e-mail) it works as long and answers
 * false, so that time does not tell which e-mails exist.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, log2N = '', r = '', p = '', salt = '', key = ''] = (hash ?? nobody).split('$')
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(given, expected) && hash !== null
}

const nobody = stored(Buffer.alloc(3), Buffer.alloc(keyBytes))

function derive(password: string, salt: Buffer, { log2N, r, p }: typeof cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r }
  return new Promise((resolve, reject) => {
    // The same password typed on two keyboards may differ in its Unicode form only.
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
