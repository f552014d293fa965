import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { directory } from './directory.ts'
import { actorOf, aFirm, aKey, aTeam, aUser, testPassword } from './testing.ts'
import { type Call, callApi } from './testing-calls.ts'

const tested = testApp()
const call = (request: Call) => callApi(tested, request)

let administrator: Actor
let headers: { authorization: string }
let roleIds: Record<string, string>
const password = 'a phrase that nobody guesses'

const rolesOf = async (given: { authorization: string }) => {
  const { body } = await call({ method: 'GET', path: '/roles', headers: given })
  return Object.fromEntries(body.items.map(({ key, id }) => [key, id]))
}
const invite = (email: string, more: object = {}, by = headers) =>
  call({
    path: '/users',
    headers: by,
    body: { name: 'نگار احمدی', email, roleIds: [roleIds['salesperson']], ...more },
  })
const tokenOf = (link: { url: string }) => link.url.split('#')[1] as string
const accept = (token: string, more: object = {}) =>
  call({ path: '/invitations/accept', body: { token, password, ...more } })
const signIn = (email: string, given = password) =>
  call({ path: '/session', body: { email, password: given } })

beforeAll(async () => {
  administrator = await aFirm(tested.app, { name: 'شرکت نخست' })
  headers = await aKey(tested.app, administrator)
  roleIds = await rolesOf(headers)
})

describe('invitations', () => {
  test('an invited colleague sets a password, joins and is signed in', async () => {
    const team = await aTeam(tested.app, administrator.firm)
    const invited = await invite('negar@example.com', { teamIds: [team], mobile: '۰۹۱۲۳۴۵۶۷۸۹' })
    expect(invited.status).toBe(201)
    expect(invited.body.user).toMatchObject({
      state: 'invited',
      mobile: '+989123456789',
      teams: [{ id: team, isLeader: false }],
      can: { invite: true, resetPassword: false },
    })
    const token = tokenOf(invited.body.invitation)
    const checked = await call({ path: '/invitations/check', body: { token } })
    expect(checked.body).toEqual({
      email: 'negar@example.com',
      name: 'نگار احمدی',
      firm: 'شرکت نخست',
      hasPassword: false,
    })
    expect((await accept(token, { password: 'short' })).body.code).toBe('password.tooShort')

    const joined = await accept(token, { name: 'نگار احمدی‌پور' })
    expect(joined.body).toMatchObject({ status: 'signedIn' })
    const session = await call({ method: 'GET', path: '/session', cookie: joined.cookie })
    expect(session.body).toMatchObject({
      user: { name: 'نگار احمدی‌پور', teamIds: [team] },
      everything: false,
    })
    expect((await accept(token)).body.code).toBe('link.invalid')
    expect((await signIn('negar@example.com')).status).toBe(200)
  })

  test('a new link makes the old one useless; a week makes each useless', async () => {
    const invited = await invite('slow@example.com')
    const id = invited.body.user.id
    const renewed = await call({ path: `/users/${id}/invitation`, headers })
    expect((await accept(tokenOf(invited.body.invitation))).body.code).toBe('link.invalid')
    await tested.app.ownerPool.query(
      `update invitations set expires_at = now() - interval '1 minute' where user_id = $1`,
      [id],
    )
    expect((await accept(tokenOf(renewed.body))).body.code).toBe('link.invalid')
    expect((await accept(`1_${'x'.repeat(43)}`)).body.code).toBe('link.invalid')
  })

  test('an e-mail is invited once, and mobile and role must be right', async () => {
    await invite('once@example.com')
    expect((await invite('ONCE@example.com')).body.code).toBe('users.emailTaken')
    const wrong = await invite('other@example.com', { mobile: '123' })
    expect(wrong.body.errors).toMatchObject([{ path: 'mobile', code: 'users.mobile' }])
    const role = await invite('other@example.com', { roleIds: [administrator.userId] })
    expect(role.body.errors).toMatchObject([{ path: 'roleIds', code: 'users.unknownRole' }])
  })

  test('a person of another firm joins by the present password only, then works in both', async () => {
    const email = 'both@example.com'
    const elsewhere = await aFirm(tested.app, { name: 'شرکت دوم', email })
    const { body } = await invite(email)
    const token = tokenOf(body.invitation)
    expect((await call({ path: '/invitations/check', body: { token } })).body).toMatchObject({
      hasPassword: true,
    })
    expect((await accept(token)).body.code).toBe('signIn.wrong')
    const joined = await accept(token, { password: testPassword })
    expect(joined.status).toBe(200)

    const session = await call({ method: 'GET', path: '/session', cookie: joined.cookie })
    expect(session.body.firms).toEqual([
      { tenantId: administrator.firm.tenantId, name: 'شرکت نخست' },
      { tenantId: elsewhere.firm.tenantId, name: 'شرکت دوم' },
    ])
    const switched = await call({
      method: 'PUT',
      path: '/session/firm',
      cookie: joined.cookie,
      body: { tenantId: elsewhere.firm.tenantId },
    })
    expect(switched.body).toMatchObject({ firm: { name: 'شرکت دوم' }, everything: true })
    const foreign = await aFirm(tested.app)
    const refused = await call({
      method: 'PUT',
      path: '/session/firm',
      cookie: joined.cookie,
      body: { tenantId: foreign.firm.tenantId },
    })
    expect(refused.body.code).toBe('signIn.noFirm')
  })
})

describe('a forgotten password', () => {
  test('is answered alike for known and unknown e-mails, and shown to the administrator', async () => {
    const { body } = await invite('forgot@example.com')
    await accept(tokenOf(body.invitation))
    const [known, unknown] = await Promise.all(
      ['forgot@example.com', 'unknown@example.com'].map((email) =>
        call({ path: '/password-resets', body: { email } }),
      ),
    )
    expect([known?.status, unknown?.status]).toEqual([204, 204])
    const filter = encodeURIComponent(JSON.stringify({ field: 'resetRequestedAt', op: 'notEmpty' }))
    const waiting = await call({ method: 'GET', path: `/users?filter=${filter}`, headers })
    expect(waiting.body.items.map((user) => user.email)).toEqual(['forgot@example.com'])
  })

  test('a link sets a new one, once, and ends the sessions', async () => {
    const { body } = await invite('reset@example.com')
    const { cookie } = await accept(tokenOf(body.invitation))
    const id = body.user.id
    const link = await call({ path: `/users/${id}/password-reset`, headers })
    expect(link.body.url).toMatch(/^http:\/\/localhost\/reset-password#/)
    const token = tokenOf(link.body)
    expect((await call({ path: '/password-resets/check', body: { token } })).body).toEqual({
      email: 'reset@example.com',
    })
    const use = () => call({ path: '/password-resets/use', body: { token, password: 'the second phrase' } })
    expect((await use()).status).toBe(204)
    expect((await use()).body.code).toBe('link.invalid')
    expect((await call({ method: 'GET', path: '/session', cookie })).status).toBe(401)
    expect((await signIn('reset@example.com')).status).toBe(401)
    expect((await signIn('reset@example.com', 'the second phrase')).status).toBe(200)
  })

  test("no firm's administrator may take over a sign-in that another firm knows too", async () => {
    const filter = encodeURIComponent(JSON.stringify({ field: 'email', op: 'eq', value: 'both@example.com' }))
    const { body } = await call({ method: 'GET', path: `/users?filter=${filter}`, headers })
    const [user] = body.items
    const link = await call({ path: `/users/${user?.id}/password-reset`, headers })
    expect(link.body.code).toBe('users.sharedLogin')
    const change = await call({
      method: 'PATCH',
      path: `/users/${user?.id}`,
      headers,
      body: { version: user?.version, email: 'mine@example.com' },
    })
    expect(change.body.code).toBe('users.sharedLogin')
  })
})

describe('leaving', () => {
  test('a deactivated user is signed out at once, keys included, and may come back', async () => {
    const { body } = await invite('leaver@example.com')
    const { cookie } = await accept(tokenOf(body.invitation))
    const id = body.user.id
    const key = await aKey(tested.app, await actorOf(tested.app, administrator.firm.tenantId, id))
    expect((await call({ method: 'GET', path: '/session', headers: key })).status).toBe(200)

    const gone = await call({ path: `/users/${id}/deactivate`, headers })
    expect(gone.body).toMatchObject({ state: 'inactive', can: { reactivate: true, deactivate: false } })
    expect((await call({ method: 'GET', path: '/session', cookie })).status).toBe(401)
    expect((await call({ method: 'GET', path: '/session', headers: key })).status).toBe(401)
    expect((await signIn('leaver@example.com')).body.code).toBe('signIn.noFirm')

    expect((await call({ path: `/users/${id}/reactivate`, headers })).body).toMatchObject({ state: 'active' })
    expect((await signIn('leaver@example.com')).status).toBe(200)
    expect((await call({ method: 'GET', path: '/session', headers: key })).status).toBe(401)
  })

  test('the last administrator stays', async () => {
    const id = administrator.userId
    const { body: me } = await call({ method: 'GET', path: `/users/${id}`, headers })
    expect((await call({ path: `/users/${id}/deactivate`, headers })).body.code).toBe(
      'users.lastAdministrator',
    )
    const demote = { version: me['version'], roleIds: [roleIds['manager']] }
    const demoted = await call({ method: 'PATCH', path: `/users/${id}`, headers, body: demote })
    expect(demoted.body.code).toBe('users.lastAdministrator')

    const second = await aUser(tested.app, administrator.firm, { role: 'administrator' })
    const both = await Promise.all([
      call({ path: `/users/${id}/deactivate`, headers: await aKey(tested.app, second) }),
      call({ path: `/users/${second.userId}/deactivate`, headers }),
    ])
    // The loser is refused, or already signed out by the winner.
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(both.filter(({ status }) => [401, 409].includes(status))).toHaveLength(1)
    await tested.app.ownerPool.query(`update users set state = 'active' where id = $1`, [id])
    headers = await aKey(tested.app, administrator)
  })
})

describe('rights over users', () => {
  test('a salesperson manages nobody but sees colleagues', async () => {
    const sales = await aKey(tested.app, await aUser(tested.app, administrator.firm))
    expect((await call({ method: 'GET', path: '/users', headers: sales })).status).toBe(403)
    expect((await invite('x@example.com', {}, sales)).status).toBe(403)
    const { status, body } = await call({ method: 'GET', path: '/colleagues', headers: sales })
    expect([status, JSON.stringify(body).includes('@example.com')]).toEqual([200, false])
  })

  test('who manages users without being administrator reaches no administrator', async () => {
    const office = await call({
      path: '/roles',
      headers,
      body: { nameFa: 'اداری', nameEn: 'Office', grants: {}, rights: ['users.manage'], fieldRules: {} },
    })
    const clerk = await aKey(
      tested.app,
      await aUser(tested.app, administrator.firm, { roleIds: [office.body.id] }),
    )
    expect(
      (await invite('boss@example.com', { roleIds: [roleIds['administrator']] }, clerk)).body,
    ).toMatchObject({
      code: 'roles.exceeds',
      status: 403,
    })
    for (const path of ['deactivate', 'password-reset']) {
      const answer = await call({ path: `/users/${administrator.userId}/${path}`, headers: clerk })
      expect(answer.body.code, path).toBe('users.above')
    }
    expect((await invite('peer@example.com', { roleIds: [office.body.id] }, clerk)).status).toBe(201)
  })

  test("another firm's users are not found", async () => {
    const other = await aKey(tested.app, await aFirm(tested.app))
    const id = administrator.userId
    expect((await call({ method: 'GET', path: `/users/${id}`, headers: other })).status).toBe(404)
    expect((await call({ path: `/users/${id}/deactivate`, headers: other })).status).toBe(404)
    const { body } = await call({ method: 'GET', path: '/users', headers: other })
    expect(body.items).toHaveLength(1)
    expect((await call({ method: 'GET', path: '/sign-ins', headers: other })).body.items).toEqual([])
  })
})

describe('profile', () => {
  test('language, theme, signature and an absence with a deputy', async () => {
    const deputy = await aUser(tested.app, administrator.firm, { name: 'جانشین' })
    const { body } = await invite('away@example.com')
    const { cookie } = await accept(tokenOf(body.invitation))
    const before = await call({ method: 'GET', path: '/profile', cookie })
    const change = (more: object) =>
      call({ method: 'PATCH', path: '/profile', cookie, body: { version: before.body.version, ...more } })
    expect((await change({ absentFrom: '2026-12-02', absentUntil: '2026-12-01' })).body.errors).toMatchObject(
      [{ path: 'absentUntil', code: 'endBeforeStart' }],
    )
    expect((await change({ deputyId: before.body.id })).body.errors).toMatchObject([
      { code: 'users.ownDeputy' },
    ])
    const changed = await change({
      locale: 'en',
      theme: 'dark',
      signature: 'با احترام',
      absentFrom: '2020-01-01',
      deputyId: deputy.userId,
    })
    expect(changed.body).toMatchObject({
      locale: 'en',
      theme: 'dark',
      deputy: { id: deputy.userId, name: 'جانشین' },
    })
    expect((await change({ theme: 'light' })).body.code).toBe('versionConflict')

    const session = await call({ method: 'GET', path: '/session', cookie })
    expect(session.body.user).toMatchObject({ locale: 'en', isAbsent: true })
    const { body: seen } = await call({ method: 'GET', path: '/colleagues', cookie })
    expect(seen['items']).toContainEqual(
      expect.objectContaining({
        id: before.body.id,
        isAbsent: true,
        deputy: { id: deputy.userId, name: 'جانشین' },
      }),
    )
  })
})

test('the platform finds a user with present rights, and nobody for a stranger', async () => {
  const user = await aUser(tested.app, administrator.firm, { role: 'manager' })
  const found = await directory.actorOf(tested.app, administrator.firm.tenantId, user.userId as string)
  expect(found).toMatchObject({ kind: 'user', everything: false, grants: { 'audit.read': 'all' } })
  const other = await aFirm(tested.app)
  expect(await directory.actorOf(tested.app, other.firm.tenantId, user.userId as string)).toBeNull()
})
