import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { aFirm, aKey, aUser } from './testing.ts'
import { type Call, callApi } from './testing-calls.ts'

const tested = testApp()
const call = (request: Call) => callApi(tested, request)

let administrator: Actor
let headers: { authorization: string }
beforeAll(async () => {
  administrator = await aFirm(tested.app)
  headers = await aKey(tested.app, administrator)
})

const empty = { grants: {}, rights: [], fieldRules: {} }
const create = (name: string, content: object = {}, by = headers) =>
  call({ path: '/roles', headers: by, body: { nameFa: name, nameEn: `${name} en`, ...empty, ...content } })
const session = (given: { authorization: string }) =>
  call({ method: 'GET', path: '/session', headers: given })

describe('roles', () => {
  test('a new firm has the five ready ones, made of what the modules declare', async () => {
    const { body } = await call({ method: 'GET', path: '/roles', headers })
    const byKey = new Map(body.items.map((role) => [role.key, role as unknown as Record<string, unknown>]))
    expect([...byKey.keys()]).toEqual([
      'administrator',
      'manager',
      'salesperson',
      'supportAgent',
      'secretary',
    ])
    expect(byKey.get('administrator')).toMatchObject({
      everything: true,
      nameFa: 'مدیر سامانه',
      userCount: 1,
      grants: {},
    })
    expect(byKey.get('manager')?.['rights']).toContain('audit.read')
    for (const { records } of tested.app.registry.permissions) {
      for (const { type, actions } of records) {
        for (const [action, { defaults }] of Object.entries(actions)) {
          const grants = byKey.get('salesperson')?.['grants'] as Record<string, string>
          expect(grants[`${type}.${action}`], `${type}.${action}`).toBe(defaults.salesperson)
        }
      }
    }
  })

  test('tell in the log what was changed in words', async () => {
    const role = await create('بازرس', { grants: { 'parties.read': 'own', 'parties.update': 'own' } })
    const { id, version } = role.body as unknown as { id: string; version: number }
    await call({
      method: 'PATCH',
      path: `/roles/${id}`,
      headers,
      body: {
        version,
        grants: { 'parties.read': 'all' },
        rights: ['audit.read'],
        fieldRules: { 'parties.phones': 'masked' },
      },
    })
    const filter = encodeURIComponent(JSON.stringify({ field: 'recordId', op: 'in', value: [id] }))
    const { body } = await call({ method: 'GET', path: `/audit?filter=${filter}`, headers })
    const [entry] = body.items as unknown as { words: Record<'label' | 'from' | 'to', string>[] }[]
    expect(entry?.words).toEqual([
      { label: 'مخاطبان: مشاهده', from: 'رکوردهای خود', to: 'همه' },
      { label: 'مخاطبان: ویرایش', from: 'رکوردهای خود', to: 'هیچ‌یک' },
      expect.objectContaining({ from: 'ندارد', to: 'دارد' }),
      expect.objectContaining({ from: 'بدون محدودیت', to: expect.stringContaining('نیمه‌پنهان') as string }),
    ])
  })

  test('are told to those who manage roles or users, and to nobody else', async () => {
    const sales = await aKey(tested.app, await aUser(tested.app, administrator.firm))
    expect((await call({ method: 'GET', path: '/roles', headers: sales })).status).toBe(403)
  })

  test('the catalogue names every permission in both languages', async () => {
    const sales = await aKey(tested.app, await aUser(tested.app, administrator.firm))
    const { body } = await call({ method: 'GET', path: '/permissions', headers: sales })
    const catalogue = body as unknown as {
      records: { actions: { permission: string; label: { fa: string; en: string } }[] }[]
      rights: { key: string; label: { fa: string; en: string } }[]
    }
    const actions = catalogue.records.flatMap((record) => record.actions)
    const keys = [...actions.map(({ permission }) => permission), ...catalogue.rights.map(({ key }) => key)]
    expect(keys.toSorted()).toEqual([...tested.app.registry.permissionKeys].toSorted())
    for (const { label } of [...actions, ...catalogue.rights])
      expect([label.fa, label.en].every(Boolean)).toBe(true)
  })

  test('a change holds for the users of the role at once and is in the audit log', async () => {
    const role = await create('ناظر', { rights: ['audit.read'] })
    const watcher = await aKey(
      tested.app,
      await aUser(tested.app, administrator.firm, { roleIds: [role.body.id] }),
    )
    expect((await session(watcher)).body['rights']).toEqual(['audit.read'])
    expect((await call({ method: 'GET', path: '/audit', headers: watcher })).status).toBe(200)
    const changed = await call({
      method: 'PATCH',
      path: `/roles/${role.body.id}`,
      headers,
      body: { version: 1, rights: [] },
    })
    expect(changed.body).toMatchObject({ rights: [], userCount: 1, can: { delete: false } })
    expect((await call({ method: 'GET', path: '/audit', headers: watcher })).status).toBe(403)

    const filter = {
      and: [
        { field: 'record', op: 'eq', value: 'roles' },
        { field: 'recordId', op: 'eq', value: role.body.id },
      ],
    }
    const log = await call({
      method: 'GET',
      path: `/audit?filter=${encodeURIComponent(JSON.stringify(filter))}`,
      headers,
    })
    expect(log.body['items']).toMatchObject([
      { action: 'update', changes: { rights: { from: ['audit.read'], to: [] } } },
      { action: 'create', label: 'ناظر' },
    ])
  })

  test('what no module declares is refused, and so is a taken name', async () => {
    expect((await create('الف', { grants: { 'parties.fly': 'all' } })).body).toMatchObject({
      code: 'roles.unknownPermission',
      params: { permission: 'parties.fly' },
    })
    expect((await create('ب', { rights: ['nothing.real'] })).body.code).toBe('roles.unknownPermission')
    expect((await create('پ', { fieldRules: { 'x.y': 'hidden' } })).body.code).toBe('roles.unknownPermission')
    expect((await create('ت', { grants: { 'x.y': 'everywhere' } })).body.code).toBe('badInput')
    await create('یکتا')
    expect((await create('یکتا')).body.code).toBe('roles.nameTaken')
  })

  test('the administrator role cannot be changed, one in use not removed', async () => {
    const { body } = await call({ method: 'GET', path: '/roles', headers })
    const fixed = body.items.find(({ key }) => key === 'administrator')?.id
    const change = { version: 1, rights: [] }
    expect((await call({ method: 'PATCH', path: `/roles/${fixed}`, headers, body: change })).body.code).toBe(
      'roles.fixed',
    )
    expect((await call({ method: 'DELETE', path: `/roles/${fixed}`, headers })).body.code).toBe('roles.fixed')
    const role = await create('موقت')
    await aUser(tested.app, administrator.firm, { roleIds: [role.body.id] })
    const remove = () => call({ method: 'DELETE', path: `/roles/${role.body.id}`, headers })
    expect((await remove()).body.code).toBe('roles.inUse')
    await tested.app.ownerPool.query('delete from user_roles where role_id = $1', [role.body.id])
    expect((await remove()).status).toBe(204)
  })

  test('nobody makes or changes a role beyond the own rights', async () => {
    const limited = await create('مدیر نقش', { rights: ['roles.manage'] })
    const clerk = await aKey(
      tested.app,
      await aUser(tested.app, administrator.firm, { roleIds: [limited.body.id] }),
    )
    const more = await create('قوی', { rights: ['roles.manage', 'firm.manage'] }, clerk)
    expect(more.body).toMatchObject({ code: 'roles.exceeds', params: { permissions: 'firm.manage' } })
    const strong = await create('تنظیم‌کننده', { rights: ['firm.manage'] })
    const weaken = { version: 1, rights: [] }
    const change = await call({
      method: 'PATCH',
      path: `/roles/${strong.body.id}`,
      headers: clerk,
      body: weaken,
    })
    expect(change.body.code).toBe('roles.exceeds')
    expect((await create('هم‌سطح', { rights: ['roles.manage'] }, clerk)).status).toBe(201)
  })

  test("another firm's role is not found", async () => {
    const role = await create('ما')
    const other = await aKey(tested.app, await aFirm(tested.app))
    const change = { version: 1, rights: [] }
    expect(
      (await call({ method: 'PATCH', path: `/roles/${role.body.id}`, headers: other, body: change })).status,
    ).toBe(404)
    expect((await call({ method: 'GET', path: '/roles', headers: other })).body.items).toHaveLength(5)
  })
})

describe('API keys', () => {
  const makeKey = async (cookie: string, body: object) => call({ path: '/api-keys', cookie, body })
  const signedIn = async () => {
    const email = `keys${Math.random().toString(36).slice(2)}@example.com`
    const actor = await aFirm(tested.app, { email })
    const { cookie } = await call({ path: '/session', body: { email, password: 'correct horse battery' } })
    return { actor, cookie }
  }

  test('act with their scopes, are shown once and work until revoked', async () => {
    const { cookie } = await signedIn()
    const made = await makeKey(cookie, { name: 'گزارش', scopes: ['audit.read'] })
    expect(made.status).toBe(201)
    const bearer = { authorization: `Bearer ${made.body.key}` }
    expect((await call({ method: 'GET', path: '/audit', headers: bearer })).status).toBe(200)
    expect((await call({ method: 'GET', path: '/users', headers: bearer })).status).toBe(403)
    expect((await session(bearer)).body).toMatchObject({
      everything: false,
      rights: ['audit.read'],
      permissions: {},
    })

    const list = await call({ method: 'GET', path: '/api-keys', cookie })
    expect(list.body['items']).toMatchObject([
      { name: 'گزارش', scopes: ['audit.read'], prefix: made.body.key.slice(0, 12) },
    ])
    expect(JSON.stringify(list.body)).not.toContain(made.body.key)
    const { id } = made.body['apiKey'] as { id: string }
    expect((await call({ method: 'DELETE', path: `/api-keys/${id}`, cookie })).status).toBe(204)
    expect((await call({ method: 'GET', path: '/audit', headers: bearer })).status).toBe(401)
  })

  test('never reach further than their user, whose loss of rights they share', async () => {
    const seller = await aUser(tested.app, administrator.firm)
    const key = await aKey(tested.app, seller, ['users.manage', '*'])
    expect((await call({ method: 'GET', path: '/users', headers: key })).status).toBe(403)
  })

  test('end at their time; unknown scopes, past ends and keys that make keys are refused', async () => {
    const { actor, cookie } = await signedIn()
    expect((await makeKey(cookie, { name: 'x', scopes: ['parties.fly'] })).body.code).toBe(
      'apiKeys.unknownScope',
    )
    expect(
      (await makeKey(cookie, { name: 'x', scopes: ['*'], expiresAt: '2020-01-01T00:00:00Z' })).body['errors'],
    ).toMatchObject([{ path: 'expiresAt' }])
    const key = await aKey(tested.app, actor)
    expect(
      (await call({ path: '/api-keys', headers: key, body: { name: 'x', scopes: ['*'] } })).body.code,
    ).toBe('session.needed')
    await tested.app.ownerPool.query(
      `update api_keys set expires_at = now() - interval '1 second' where tenant_id = $1`,
      [actor.firm.tenantId],
    )
    await call({ method: 'DELETE', path: '/session' })
    expect((await session(key)).status).toBe(401)
  })

  test.each(['pvd_1_short', `pvd_999_${'x'.repeat(43)}`, 'nonsense'])('%s is no key', async (key) => {
    expect((await session({ authorization: `Bearer ${key}` })).status).toBe(401)
  })
})

test('the audit chain of a firm verifies over its route', async () => {
  const { status, body } = await call({ method: 'GET', path: '/audit/verification', headers })
  expect([status, body['faults']]).toEqual([200, []])
})

test('firm settings change for everybody, and only by right', async () => {
  const seller = await aKey(tested.app, await aUser(tested.app, administrator.firm))
  const change = (given: { authorization: string }, body: object) =>
    call({ method: 'PATCH', path: '/firm', headers: given, body: { version: 1, ...body } })
  expect((await change(seller, { name: 'x' })).status).toBe(403)
  expect((await change(headers, { timeZone: 'Asia/Nowhere' })).body['errors']).toMatchObject([
    { code: 'timeZone' },
  ])
  expect((await change(headers, { moneyUnit: 'rial', fiscalStartMonth: 7 })).body).toMatchObject({
    moneyUnit: 'rial',
    version: 2,
  })
  expect((await session(seller)).body['firm']).toMatchObject({ moneyUnit: 'rial', fiscalStartMonth: 7 })
})
