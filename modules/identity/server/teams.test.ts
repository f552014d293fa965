import { type Actor, allows } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { absenteesOf, deputiesOf, membersOfTeam, usersByIds } from './people.ts'
import { actorOf, aFirm, aKey, aTeam, aUser } from './testing.ts'
import { type Call, callApi } from './testing-calls.ts'

const tested = testApp()
const call = (request: Call) => callApi(tested, request)

let administrator: Actor
let headers: { authorization: string }
beforeAll(async () => {
  administrator = await aFirm(tested.app)
  headers = await aKey(tested.app, administrator)
})

const create = (name: string, parentId: string | null = null) =>
  call({ path: '/teams', headers, body: { name, parentId } })
const update = (id: string, body: object) => call({ method: 'PATCH', path: `/teams/${id}`, headers, body })

describe('the tree of teams', () => {
  test('grows, moves and never closes a circle', async () => {
    const sales = await create('فروش')
    const tehran = await create('فروش تهران', sales.body.id)
    const west = await create('غرب تهران', tehran.body.id)
    expect((await create('فروش')).body.code).toBe('teams.nameTaken')
    expect((await create('فروش', west.body.id)).status).toBe(201)

    const circle = await update(sales.body.id, { version: 1, parentId: west.body.id })
    expect(circle.body.code).toBe('teams.cycle')
    expect((await update(sales.body.id, { version: 1, parentId: sales.body.id })).body.code).toBe(
      'teams.cycle',
    )
    expect((await update(west.body.id, { version: 1, parentId: null })).body).toMatchObject({
      parentId: null,
      version: 2,
    })
    expect((await update(west.body.id, { version: 1, name: 'غرب' })).body.code).toBe('versionConflict')
  })

  test('two moves at once cannot close a circle together', async () => {
    const [a, b] = [await create('الف'), await create('ب')]
    const both = await Promise.all([
      update(a.body.id, { version: 1, parentId: b.body.id }),
      update(b.body.id, { version: 1, parentId: a.body.id }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  })

  test('a team with teams below stays; without, it goes and its members lose it', async () => {
    const upper = await create('بالا')
    const lower = await create('پایین', upper.body.id)
    const member = await aUser(tested.app, administrator.firm, { teamIds: [lower.body.id] })
    const remove = (id: string) => call({ method: 'DELETE', path: `/teams/${id}`, headers })
    expect((await remove(upper.body.id)).body.code).toBe('teams.notEmpty')
    expect((await remove(lower.body.id)).status).toBe(204)
    expect((await remove(upper.body.id)).status).toBe(204)
    expect((await actorOf(tested.app, administrator.firm.tenantId, member.userId as string)).teamIds).toEqual(
      [],
    )
  })

  test("another firm's team is not found, as parent neither", async () => {
    const foreign = await aTeam(tested.app, (await aFirm(tested.app)).firm)
    expect((await update(foreign, { version: 1, name: 'ما' })).status).toBe(404)
    expect((await create('زیر دیگری', foreign)).body['errors']).toMatchObject([{ path: 'parentId' }])
  })
})

describe('members', () => {
  test('are set with their leaders, and the rights of the tree follow at once', async () => {
    const upper = await aTeam(tested.app, administrator.firm)
    const lower = await aTeam(tested.app, administrator.firm, { parentId: upper })
    const [leader, seller] = [
      await aUser(tested.app, administrator.firm),
      await aUser(tested.app, administrator.firm),
    ]
    const key = await aKey(tested.app, leader)
    const before = await call({ method: 'GET', path: '/session', headers: key })
    expect(before.body['user']).toMatchObject({ teamIds: [] })
    const set = await call({
      method: 'PUT',
      path: `/teams/${upper}/members`,
      headers,
      body: { members: [{ userId: leader.userId, isLeader: true }] },
    })
    expect(set.body['members']).toEqual([{ userId: leader.userId, name: 'کاربر نمونه', isLeader: true }])
    const after = await call({ method: 'GET', path: '/session', headers: key })
    expect(after.body['user']).toMatchObject({ teamIds: [upper] })

    const actor = await actorOf(tested.app, administrator.firm.tenantId, leader.userId as string)
    expect(actor.teamIds).toEqual([upper])
    expect(actor.subtreeTeamIds.toSorted()).toEqual([upper, lower].toSorted())
    const record = { ownerId: seller.userId, teamId: lower }
    const withScope = (scope: 'own' | 'team' | 'subtree' | 'all') =>
      allows({ ...actor, grants: { 'parties.read': scope } }, 'parties.read', record)
    expect([withScope('own'), withScope('team'), withScope('subtree'), withScope('all')]).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test('must be users of the firm', async () => {
    const team = await aTeam(tested.app, administrator.firm)
    const foreign = await aFirm(tested.app)
    const answer = await call({
      method: 'PUT',
      path: `/teams/${team}/members`,
      headers,
      body: { members: [{ userId: foreign.userId }] },
    })
    expect(answer.body['errors']).toMatchObject([{ path: 'members', code: 'users.unknownUser' }])
  })
})

test('other modules learn names, members and who stands in for whom', async () => {
  const team = await aTeam(tested.app, administrator.firm)
  const [away, deputy] = [
    await aUser(tested.app, administrator.firm, { name: 'غایب', teamIds: [team] }),
    await aUser(tested.app, administrator.firm, { name: 'جانشین' }),
  ]
  const absence = (from: string, until: string | null) =>
    tested.app.ownerPool.query(
      'update users set absent_from = $2, absent_until = $3, deputy_id = $4 where id = $1',
      [away.userId, from, until, deputy.userId],
    )
  const ids = [away.userId as string]
  await absence('2020-01-01', null)
  await tested.rolledBack(deputy, async (ctx) => {
    expect(await usersByIds(ctx, ids)).toEqual(new Map([[ids[0], { id: ids[0], name: 'غایب' }]]))
    expect(await membersOfTeam(ctx, team)).toEqual([{ id: ids[0], name: 'غایب', isLeader: false }])
    expect(await deputiesOf(ctx, ids)).toEqual(new Map([[ids[0], { id: deputy.userId, name: 'جانشین' }]]))
    expect(await absenteesOf(ctx)).toEqual([{ id: ids[0], name: 'غایب' }])
  })
  await absence('2020-01-01', '2020-02-01')
  await tested.rolledBack(deputy, async (ctx) => {
    expect(await deputiesOf(ctx, ids)).toEqual(new Map())
    expect(await absenteesOf(ctx)).toEqual([])
  })
})
