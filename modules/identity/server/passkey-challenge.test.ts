import { expect, test } from 'vitest'
import { challengeTime, newPasskeyChallenge } from './passkey-challenge.ts'

const made = Date.parse('2026-11-22T08:00:00Z')
const at = (ms: number, secretKey = Buffer.alloc(32, 7)) => ({ now: () => new Date(ms), secretKey })
const challengeFor = (about: string) =>
  Buffer.from(newPasskeyChallenge(at(made), about)).toString('base64url')

test('a challenge holds for five minutes and tells when it was made', () => {
  const challenge = challengeFor('sign-in')
  expect(challengeTime(at(made + 299_000), challenge, 'sign-in')).toBe(made)
  expect(challengeTime(at(made + 301_000), challenge, 'sign-in')).toBe(null)
})

test('a challenge is good for what it was made for, under our own key, and as it was made', () => {
  const challenge = challengeFor('person a')
  expect(challengeTime(at(made), challenge, 'person b')).toBe(null)
  expect(challengeTime(at(made, Buffer.alloc(32, 8)), challenge, 'person a')).toBe(null)
  const later = Buffer.from(challenge, 'base64url')
    .toString()
    .replace(String(made), String(made + 60_000))
  expect(challengeTime(at(made), Buffer.from(later).toString('base64url'), 'person a')).toBe(null)
  expect(challengeTime(at(made), 'nonsense', 'person a')).toBe(null)
})

test('two challenges of one moment differ', () => {
  expect(challengeFor('sign-in')).not.toBe(challengeFor('sign-in'))
})
