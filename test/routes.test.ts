import { aFirm, aKey, aUser } from '@peyvand/identity/testing'
import { apiPrefix, type Ctx, json, newId } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../apps/server/modules.ts'

const tested = testApp()
const routes = modules.flatMap(({ routes: handlers = [] }) => handlers.map(({ route }) => route))
const nobody = '00000000-0000-7000-8000-000000000000'
const addressOf = (path: string) => apiPrefix + path.replace(/:\w+/g, nobody)
const closed = routes.filter(({ permission }) => permission !== 'public')

describe('every route that is not public', () => {
  test.each(closed.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers 401 without a session',
    async (_name, { method, path }) => {
      const answer = await tested.server.inject({ method, url: addressOf(path) })
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toMatchObject({ code: 'unauthenticated', status: 401 })
    },
  )
})

describe('with a session', () => {
  let powerless: { authorization: string }
  let administrator: { authorization: string }
  let stranger: { authorization: string }
  let ours: Record<string, string>

  beforeAll(async () => {
    const owner = await aFirm(tested.app)
    administrator = await aKey(tested.app, owner)
    const nothing = await tested.committed(owner, (ctx) => createRoleWithNothing(ctx))
    powerless = await aKey(tested.app, await aUser(tested.app, owner.firm, { roleIds: [nothing] }))
    stranger = await aKey(tested.app, await aFirm(tested.app))
    ours = await someRecords(administrator)
  })

  const guarded = closed.filter(({ permission }) => permission !== 'signedIn')
  test.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers 403 to a user whose role grants nothing',
    async (_name, { method, path }) => {
      const answer = await tested.server.inject({ method, url: addressOf(path), headers: powerless })
      expect(answer.json()).toMatchObject({ code: 'forbidden', status: 403 })
    },
  )

  const written = routes.filter(({ body, upload }) => body && !upload)
  test.each(written.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers 400 with the faults to a body that makes no sense',
    async (_name, { method, path }) => {
      const answer = await tested.server.inject({
        method,
        url: addressOf(path),
        headers: administrator,
        payload: [1],
      })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().errors).not.toEqual([])
    },
  )

  const byId = closed.filter(({ path }) => path.includes(':'))
  test.each(byId.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s never fails inside for a record that is not there',
    async (_name, { method, path }) => {
      const payload = method === 'GET' || method === 'DELETE' ? undefined : {}
      const answer = await tested.server.inject({
        method,
        url: addressOf(path),
        headers: administrator,
        ...(payload ? { payload } : {}),
      })
      expect(answer.statusCode).toBeLessThan(500)
    },
  )

  test.each(['parties', 'activities'])('%s of another firm are not there', async (record) => {
    const url = `${apiPrefix}/${record}/${ours[record]}`
    expect((await tested.server.inject({ method: 'GET', url, headers: administrator })).statusCode).toBe(200)
    expect((await tested.server.inject({ method: 'GET', url, headers: stranger })).statusCode).toBe(404)
    expect((await tested.server.inject({ method: 'DELETE', url, headers: stranger })).statusCode).toBe(404)
  })

  test('a POST repeated with its Idempotency-Key makes one record, another request with that key is refused', async () => {
    const post = (name: string) =>
      tested.server.inject({
        method: 'POST',
        url: `${apiPrefix}/parties`,
        headers: { ...administrator, 'idempotency-key': 'once' },
        payload: { kind: 'organization', name, groups: ['customers'] },
      })
    const [first, again] = [await post('شرکت یکتا'), await post('شرکت یکتا')]
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.json().id).toBe(first.json().id)
    expect((await post('شرکت دیگر')).json()).toMatchObject({ code: 'idempotency.mismatch' })
  })

  async function someRecords(headers: { authorization: string }) {
    const post = async (path: string, payload: object) =>
      (await tested.server.inject({ method: 'POST', url: apiPrefix + path, headers, payload })).json()
        .id as string
    const parties = await post('/parties', { kind: 'organization', name: 'شرکت سپهر', groups: ['customers'] })
    const activities = await post('/activities', {
      kind: 'call',
      subject: 'پیگیری',
      parties: [{ partyId: parties }],
    })
    return { parties, activities }
  }
})

async function createRoleWithNothing(ctx: Ctx): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('roles')
    .values({
      tenantId: ctx.tenantId,
      id,
      key: null,
      nameFa: 'بی‌دسترسی',
      nameEn: 'Nothing',
      everything: false,
      grants: json({}),
      rights: json([]),
      fieldRules: json({}),
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  return id
}

describe('pages for visitors', () => {
  const pages = modules.flatMap(({ pages: of = [] }) => of)
  test.each(pages.map(({ path }) => [path] as const))(
    '%s answers what opens nothing with a page of 404, without session, script or frame',
    async (path) => {
      const { statusCode, headers, body } = await tested.server.inject({
        method: 'GET',
        url: path.replace(':token', 'nothing'),
      })
      expect([statusCode, headers['set-cookie']]).toEqual([404, undefined])
      expect(headers['content-type']).toContain('text/html')
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/)
      expect(body).not.toContain('<script')
    },
  )
})

describe('texts', () => {
  const keys = new Set(modules.flatMap((module) => Object.keys(module.texts.fa)))

  test('every error code has a text', () => {
    const codes = new Set([
      ...modules.flatMap((module) => Object.keys(module.errors ?? {})),
      ...routes.flatMap((route) => route.errors ?? []),
    ])
    expect([...codes].filter((code) => !keys.has(`error.${code}`))).toEqual([])
  })
})
