import { expect, test } from 'vitest'
import { matchTotp, newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts'

// RFC 6238, appendix B: the ASCII secret "12345678901234567890" in base32, SHA-1, eight digits.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('the code of RFC 6238 at second %i is %s', (seconds, code) => {
  expect(totpCode(rfcSecret, totpStep(new Date(seconds * 1000)), 8)).toBe(code)
})

test('a code counts for its half minute and the ones beside it', () => {
  const secret = newTotpSecret()
  const at = new Date('2026-11-22T08:00:00Z')
  const step = totpStep(at)
  for (const near of [-1, 0, 1])
    expect(matchTotp(secret, totpCode(secret, step + near), at)).toBe(step + near)
  for (const far of [-2, 2]) expect(matchTotp(secret, totpCode(secret, step + far), at)).toBeNull()
})

test('secrets are new each time and the address names firm and account', () => {
  const secret = newTotpSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(secret)
  expect(totpUri({ secret, account: 'a@b.ir', issuer: 'پیوند' })).toBe(
    `otpauth://totp/${encodeURIComponent('پیوند')}:a%40b.ir?secret=${secret}&issuer=${encodeURIComponent('پیوند')}`,
  )
})
