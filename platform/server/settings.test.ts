import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readSecretKey, readSettings, settingNames } from './settings.ts'
import { startupReason } from './startup-reason.ts'

const folder = mkdtempSync(join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('settings', () => {
  test('need nothing: one process, embedded database, this computer only', () => {
    expect(readSettings({}, [])).toEqual({
      host: '127.0.0.1',
      port: 3100,
      publicUrl: 'http://127.0.0.1:3100',
      insideHosts: [],
      trustProxy: false,
      role: 'all',
      dataDir: resolve('var'),
      secretKeyFile: resolve('var/secret.key'),
      allowSingleRole: false,
      databasePool: 10,
      backup: { folder: resolve('var/backups'), at: '02:30', keep: 14 },
      logLevel: 'info',
    })
  })

  test('take the role from the command line first, and an empty value as absent', () => {
    const settings = readSettings({ PEYVAND_ROLE: 'web', PORT: '', HOST: '::' }, ['--role=worker'])
    expect(settings).toMatchObject({ role: 'worker', port: 3100, publicUrl: 'http://localhost:3100' })
  })

  test('name every fault at once', () => {
    const wrong = {
      PORT: 'آ',
      DATABASE_URL: 'mysql://x',
      PEYVAND_ROLE: 'boss',
      LOG_LEVEL: 'loud',
      S3_ENDPOINT: 'x',
    }
    expect(() => readSettings(wrong, [])).toThrow(/PORT[^]*ROLE[^]*DATABASE_URL[^]*S3_ENDPOINT[^]*LOG_LEVEL/)
  })

  test.each([
    [{ PEYVAND_SETUP_FIRM: 'پیوند' }, /PEYVAND_SETUP_EMAIL/],
    [{ DATABASE_APP_URL: 'postgres://a@b/c' }, /DATABASE_APP_URL: needs DATABASE_URL/],
    [{ S3_ENDPOINT: 'https://s3.example.com' }, /S3_BUCKET/],
    [{ S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k' }, /S3_SECRET_ACCESS_KEY/],
    [{ PORT: '70000' }, /PORT/],
    [{ PEYVAND_PUBLIC_URL: 'javascript:alert(1)' }, /PEYVAND_PUBLIC_URL/],
  ])('refuse %o', (env, message) => {
    expect(() => readSettings(env, [])).toThrow(message)
  })

  test('are all explained in docs/how-to/settings.md', () => {
    const guide = readFileSync(new URL('../../docs/how-to/settings.md', import.meta.url), 'utf8')
    expect(settingNames.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })
})

describe('the secret key', () => {
  test('is made once, for this account alone', () => {
    const path = join(folder, 'new/secret.key')
    const key = readSecretKey(path)
    expect(key).toHaveLength(32)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readSecretKey(path)).toEqual(key)
  })

  test('is refused when it is too short', () => {
    const path = join(folder, 'short.key')
    writeFileSync(path, 'c2hvcnQ=')
    expect(() => readSecretKey(path)).toThrow(/32 random bytes/)
  })

  test('of another account is told with its path, whose it is and what to do', () => {
    const path = join(folder, 'new/secret.key')
    const denied = Object.assign(new Error('denied'), { code: 'EACCES', path: join(path, 'beneath') })
    const { text } = startupReason(denied) ?? {}
    expect(text?.en).toContain(`${path}/beneath belongs to the account "${userInfo().username}"`)
    expect(text?.fa).toContain(`«${userInfo().username}»`)
    expect(startupReason(new Error('a bug'))).toBeNull()
  })
})
