import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { aFirm, aKey, testPassword } from './testing.ts'
import { type Call, callApi } from './testing-calls.ts'
import { totpCode, totpStep } from './totp.ts'

let clock = new Date('2026-11-22T08:00:00Z')
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000)
}
const tested = testApp({ now: () => clock })

const call = (request: Call) => callApi(tested, request)
const signIn = (email: string, password = testPassword, more: object = {}) =>
  call({ path: '/session', body: { email, password, ...more } })
const getSession = (cookie: string) => call({ method: 'GET', path: '/session', cookie })

const email = 'sara@example.com'
beforeAll(async () => {
  await aFirm(tested.app, { name: 'پیوند گستر', email })
})

describe('signing in', () => {
  test('the right password opens a session that knows person, firm and rights', async () => {
    const answer = await signIn(' SARA@example.com ')
    expect(answer.body).toEqual({ status: 'signedIn', operationId: null })
    expect(answer.setCookie).toMatch(/^peyvand_session=[\w-]{43}\.[\w-]{43};/)
    expect(answer.setCookie).toContain('HttpOnly')
    expect(answer.setCookie).toContain('SameSite=Lax')
    expect(answer.setCookie).not.toContain('Secure')

    const session = await getSession(answer.cookie)
    expect(session.body).toMatchObject({
      user: { email, name: 'مدیر نمونه', twoFactor: false },
      firm: { name: 'پیوند گستر', timeZone: 'Asia/Tehran', moneyUnit: 'toman' },
      everything: true,
    })
    expect(session.body.rights).toContain('users.manage')
  })

  test('without "remember me" the browser forgets it at its end', async () => {
    expect((await signIn(email, testPassword, { remember: true })).setCookie).toContain('Max-Age')
    expect((await signIn(email, testPassword, { remember: false })).setCookie).not.toContain('Max-Age')
  })

  test('a wrong password and an unknown e-mail are told alike', async () => {
    const [wrong, unknown] = [
      await signIn(email, 'not my password'),
      await signIn('nobody@example.com', 'not my password'),
    ]
    expect([wrong.status, wrong.body.code]).toEqual([401, 'signIn.wrong'])
    expect([unknown.status, unknown.body.title]).toEqual([401, wrong.body.title])
  })

  test('a cookie that was not signed here opens nothing', async () => {
    const { cookie } = await signIn(email)
    const forged = `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`
    expect((await getSession(forged)).status).toBe(401)
    expect((await getSession('peyvand_session=x.y')).status).toBe(401)
  })

  test('a form of another site opens nothing, nor does one without an origin', async () => {
    const from = async (origin: string) =>
      (
        await tested.server.inject({
          method: 'POST',
          url: '/api/v1/session',
          headers: { origin },
          payload: { email, password: testPassword },
        })
      ).statusCode
    expect([await from('https://evil.example'), await from('null')]).toEqual([403, 403])
    expect(await from(tested.app.publicUrl)).toBe(200)
  })

  test('signing out ends the session on the server, not only in the browser', async () => {
    const { cookie } = await signIn(email)
    const out = await call({ method: 'DELETE', path: '/session', cookie })
    expect(out.status).toBe(204)
    expect(out.setCookie).toMatch(/^peyvand_session=;/)
    expect((await getSession(cookie)).status).toBe(401)
  })

  test('a session that nobody uses ends, one in use goes on', async () => {
    const short = await signIn(email, testPassword, { remember: false })
    const used = await signIn(email, testPassword, { remember: false })
    later(8 * 60)
    await tested.app.directory.authenticate(tested.app, {
      headers: {},
      cookies: cookies(used.cookie),
    } as never)
    later(8 * 60)
    expect((await getSession(short.cookie)).status).toBe(401)
    expect((await getSession(used.cookie)).status).toBe(200)
  })

  test('each sign-in is in the audit log', async () => {
    const { cookie } = await signIn(email)
    const filter = JSON.stringify({ field: 'action', op: 'eq', value: 'signIn' })
    const log = await call({ method: 'GET', path: `/audit?filter=${encodeURIComponent(filter)}`, cookie })
    expect(log.body.items[0]).toMatchObject({ action: 'signIn', record: 'users', actorName: 'مدیر نمونه' })
  })
})

describe('lock-out', () => {
  const victim = 'locked@example.com'
  beforeAll(async () => {
    await aFirm(tested.app, { email: victim })
  })

  test('ten failures in a quarter of an hour close the door even for the right password, for a while', async () => {
    later(16)
    for (let n = 0; n < 10; n += 1) expect((await signIn(victim, 'wrong password')).status).toBe(401)
    const closed = await signIn(victim)
    expect([closed.status, closed.body.code]).toEqual([429, 'signIn.locked'])
    expect(closed.body.params).toEqual({ retryAfter: 900, minutes: 15 })
    expect((await signIn(email)).status).toBe(200)
    later(16)
    expect((await signIn(victim)).status).toBe(200)
  })

  test('many at once do not slip through', async () => {
    later(16)
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn(victim, 'wrong password')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4)
  })

  test('a success in between starts the count anew', async () => {
    later(16)
    for (let n = 0; n < 9; n += 1) await signIn(victim, 'wrong password')
    expect((await signIn(victim)).status).toBe(200)
    expect((await signIn(victim, 'wrong password')).status).toBe(401)
    expect((await signIn(victim)).status).toBe(200)
  })

  test('one address is called back when it asks too often', async () => {
    const many = await Promise.all(
      Array.from({ length: 8 }, () =>
        call({ path: '/password-resets', body: { email: 'x@example.com' }, from: '10.9.9.9' }),
      ),
    )
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  })
})

describe('two steps', () => {
  const careful = 'careful@example.com'
  let cookie = ''
  let secret = ''
  let backupCodes: string[] = []
  const code = () => totpCode(secret, totpStep(clock))
  const challenge = async () => (await signIn(careful)).body.challenge
  const answerWith = (given: string, text: string) =>
    call({ path: '/session/second-factor', body: { challenge: given, code: text } })

  beforeAll(async () => {
    later(16)
    await aFirm(tested.app, { email: careful })
    ;({ cookie } = await signIn(careful))
  })

  test('begin with the password and a first code of the app', async () => {
    const refused = await call({ path: '/session/two-factor', cookie, body: { password: 'not mine' } })
    expect(refused.body.code).toBe('signIn.wrongPassword')
    const started = await call({ path: '/session/two-factor', cookie, body: { password: testPassword } })
    secret = started.body.secret
    expect(started.body.uri).toContain(secret)
    expect((await signIn(careful)).body).toMatchObject({ status: 'signedIn' })

    const wrong = await call({ path: '/session/two-factor/confirm', cookie, body: { code: '000000' } })
    expect(wrong.body.code).toBe('signIn.wrongCode')
    const confirmed = await call({ path: '/session/two-factor/confirm', cookie, body: { code: code() } })
    backupCodes = confirmed.body.backupCodes
    expect(new Set(backupCodes).size).toBe(10)
  })

  test('the secret lies encrypted in the database', async () => {
    const { rows } = await tested.app.ownerPool.query(
      `select totp_secret, backup_codes from auth.identities where email = $1`,
      [careful],
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(rows)).not.toContain(backupCodes[0]?.replace('-', ''))
  })

  test('the password alone opens nothing; a code in Persian digits completes it, once', async () => {
    later(1)
    const first = await challenge()
    const persian = code().replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] as string)
    const done = await answerWith(first, persian)
    expect(done.body).toMatchObject({ status: 'signedIn' })
    expect((await getSession(done.cookie)).body.user).toMatchObject({ twoFactor: true })
    expect((await answerWith(await challenge(), code())).body.code).toBe('signIn.wrongCode')
  })

  test('a backup code works once', async () => {
    const [one = ''] = backupCodes
    expect((await answerWith(await challenge(), one.toUpperCase())).status).toBe(200)
    expect((await answerWith(await challenge(), one)).body.code).toBe('signIn.wrongCode')
  })

  test('a challenge ends after five minutes and cannot be made up', async () => {
    const old = await challenge()
    later(6)
    expect((await answerWith(old, code())).body.code).toBe('signIn.challengeExpired')
    const fresh = await challenge()
    expect((await answerWith(`${fresh.slice(0, -2)}xx`, code())).body.code).toBe('signIn.challengeExpired')
  })

  test('guessing codes locks like guessing passwords', async () => {
    later(16)
    const given = await challenge()
    for (let n = 0; n < 10; n += 1) await answerWith(given, '000000')
    expect((await answerWith(given, code())).body.code).toBe('signIn.locked')
    later(16)
  })

  test('new backup codes replace the old; switching off needs the password', async () => {
    const renewed = await call({
      path: '/session/two-factor/backup-codes',
      cookie,
      body: { password: testPassword },
    })
    expect(renewed.body.backupCodes).toHaveLength(10)
    expect((await answerWith(await challenge(), backupCodes[1] as string)).body.code).toBe('signIn.wrongCode')
    const off = await call({ path: '/session/two-factor/stop', cookie, body: { password: testPassword } })
    expect(off.status).toBe(204)
    expect((await signIn(careful)).body).toMatchObject({ status: 'signedIn' })
  })
})

describe('my sessions', () => {
  test('are listed, and ending one or all others takes effect at once', async () => {
    later(16)
    const owner = 'devices@example.com'
    await aFirm(tested.app, { email: owner })
    const [here, there, elsewhere] = [await signIn(owner), await signIn(owner), await signIn(owner)]
    const devices = await call({ method: 'GET', path: '/session/devices', cookie: here.cookie })
    const { items } = devices.body
    expect(items).toHaveLength(3)
    expect(items.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)

    expect((await getSession(there.cookie)).status).toBe(200)
    const { rows } = await tested.app.ownerPool.query<{ id: string }>(
      `select s.id from auth.sessions s join auth.identities i on i.id = s.identity_id where i.email = $1 order by s.created_at, s.id`,
      [owner],
    )
    const other = rows.find(({ id }) => !items.find((item) => item.id === id)?.isCurrent) as { id: string }
    expect(
      (await call({ method: 'DELETE', path: `/session/devices/${other.id}`, cookie: here.cookie })).status,
    ).toBe(204)
    const open = await Promise.all(
      [there, elsewhere].map(async ({ cookie }) => (await getSession(cookie)).status),
    )
    expect(open.toSorted((a, b) => a - b)).toEqual([200, 401])

    const ended = await call({ method: 'DELETE', path: '/session/devices', cookie: here.cookie })
    expect(ended.body).toEqual({ ended: 1 })
    expect((await getSession(here.cookie)).status).toBe(200)
  })

  test("another person's session is not mine to end", async () => {
    const [mine, theirs] = [await signIn(email), await signIn('devices@example.com')]
    const { body } = await call({ method: 'GET', path: '/session/devices', cookie: theirs.cookie })
    const id = body.items[0]?.id
    expect(
      (await call({ method: 'DELETE', path: `/session/devices/${id}`, cookie: mine.cookie })).status,
    ).toBe(404)
  })

  test('changing the password ends the others', async () => {
    const owner = 'changes@example.com'
    await aFirm(tested.app, { email: owner })
    const [here, there] = [await signIn(owner), await signIn(owner)]
    const short = await call({
      path: '/session/password',
      cookie: here.cookie,
      body: { currentPassword: testPassword, newPassword: 'short' },
    })
    expect(short.body.code).toBe('password.tooShort')
    const changed = await call({
      path: '/session/password',
      cookie: here.cookie,
      body: { currentPassword: testPassword, newPassword: 'a new and longer one' },
    })
    expect(changed.status).toBe(204)
    expect([(await getSession(here.cookie)).status, (await getSession(there.cookie)).status]).toEqual([
      200, 401,
    ])
    expect((await signIn(owner)).status).toBe(401)
    expect((await signIn(owner, 'a new and longer one')).status).toBe(200)
  })

  test('an API key has no session to manage', async () => {
    const actor = await aFirm(tested.app)
    const headers = await aKey(tested.app, actor)
    const answer = await call({ method: 'GET', path: '/session/devices', headers })
    expect([answer.status, answer.body.code]).toEqual([403, 'session.needed'])
    expect((await call({ method: 'GET', path: '/session', headers })).status).toBe(200)
  })
})

const cookies = (cookie: string) => ({ peyvand_session: cookie.slice(cookie.indexOf('=') + 1) })
