import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { decryptSecret, encryptSecret, signText } from './secrets.ts'

const key = randomBytes(32)

test('a secret comes back only with the same key and purpose', () => {
  const encrypted = encryptSecret(key, 'one', 'رمز پنهان')
  expect(encrypted).not.toContain('رمز')
  expect(decryptSecret(key, 'one', encrypted)).toBe('رمز پنهان')
  expect(() => decryptSecret(key, 'two', encrypted)).toThrow()
  expect(() => decryptSecret(randomBytes(32), 'one', encrypted)).toThrow()
})

test('a changed secret is refused', () => {
  const bytes = Buffer.from(encryptSecret(key, 'one', 'secret'), 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1
  expect(() => decryptSecret(key, 'one', bytes.toString('base64url'))).toThrow()
})

test('signatures differ by purpose', () => {
  expect(signText(key, 'one', 'x')).not.toBe(signText(key, 'two', 'x'))
})
