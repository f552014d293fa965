import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'
import { requireGoodPassword } from './password-policy.ts'

test('a password matches its own hash only, in any Unicode form', async () => {
  const hash = await hashPassword('رمز عبور من café')
  expect(hash).not.toContain('رمز')
  expect(await verifyPassword('رمز عبور من cafe\u0301', hash)).toBe(true)
  expect(await verifyPassword('رمز عبور من cafe', hash)).toBe(false)
})

test('the same password never has the same hash', async () => {
  expect(await hashPassword('one two three')).not.toBe(await hashPassword('one two three'))
})

test('nobody has no password, not even the one behind the time-keeping hash', async () => {
  expect(await verifyPassword('', null)).toBe(false)
})

test.each([
  ['short', 'کوتاه'],
  ['short', '123456789'],
  ['tooCommon', 'Password123'],
  ['tooCommon', '1234567890'],
  ['tooCommon', 'aaaaaaaaaaaa'],
  ['likeEmail', 'sara.rahimi@example.com'],
  ['likeEmail', 'Sara.Rahimi'],
])('is refused as %s: %s', (why, password) => {
  const code = why === 'short' ? 'password.tooShort' : `password.${why}`
  expect(() => requireGoodPassword(password, 'sara.rahimi@example.com')).toThrow(code)
})

test('a long phrase is accepted', () => {
  expect(() => requireGoodPassword('هفت اسب سفید در باران', 'sara@example.com')).not.toThrow()
})
