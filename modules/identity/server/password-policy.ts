import { AppError } from '@peyvand/platform/server'

export const minimumLength = 10

/** The most used passwords of ten signs and more, and what Persian keyboards make of them. */
const common = new Set([
  '1234567890',
  '0123456789',
  '12345678910',
  '123456789a',
  '0987654321',
  '1q2w3e4r5t',
  'q1w2e3r4t5',
  '1qaz2wsx3edc',
  'qwertyuiop',
  'asdfghjkl;',
  'qwerty1234',
  'qwerty12345',
  'qwerty123456',
  'password12',
  'password123',
  'password1234',
  'passw0rd123',
  'administrator',
  'admin12345',
  'admin123456',
  'iloveyou123',
  'letmein1234',
  'welcome123',
  'welcome1234',
  'changeme123',
  'peyvand123',
  'peyvand1234',
  'ضصثقفغعهخح',
  'شسیبلاتنمک',
])

/**
 * Refuses a password that is short, common or the e-mail itself.
 * @throws AppError password.tooShort, password.tooCommon, password.likeEmail (400)
 */
export function requireGoodPassword(password: string, email: string): void {
  if (Array.from(password).length < minimumLength) {
    throw new AppError('password.tooShort', { params: { minimum: minimumLength } })
  }
  const plain = password.trim().toLowerCase()
  const address = email.toLowerCase()
  if (plain === address || plain === address.split('@')[0]) throw new AppError('password.likeEmail')
  if (common.has(plain) || new Set(plain).size < 4) throw new AppError('password.tooCommon')
}
