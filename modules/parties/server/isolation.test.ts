import type { RecordChanges } from '@peyvand/history/contract'
import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import { ListQuery, type ListSummary, type SearchHit } from '@peyvand/platform/contract'
import { type Actor, newId } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Party, PartyFile, PartyRow, TimelinePage } from '../contract/index.ts'
import { listParties } from './list-parties.ts'
import { canSeeParty } from './party-access.ts'
import { type Caller, callerOf, listUrl, made } from './testing-calls.ts'
import { writeTimeline } from './timeline-writer.ts'

const tested = testApp()
let admin: Actor
let sara: Actor
let boss: Caller
let saraApi: Caller
let stranger: Caller
let hers: Party
let others: Party
let company: Party

beforeAll(async () => {
  admin = await aFirm(tested.app)
  const team = await aTeam(tested.app, admin.firm)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا', teamIds: [team] })
  boss = await callerOf(tested, admin)
  saraApi = await callerOf(tested, sara)
  stranger = await callerOf(tested, await aFirm(tested.app))
  hers = await made(saraApi, {
    kind: 'person',
    lastName: 'کاظمی اول',
    contactPoints: [{ type: 'mobile', value: '09120000001' }],
  })
  others = await made(boss, {
    kind: 'person',
    lastName: 'کاظمی دوم',
    contactPoints: [{ type: 'mobile', value: '09120000002' }],
  })
  company = await made(saraApi, { kind: 'organization', name: 'شرکت سارا' })
  await boss.post(`/parties/${others.id}/links`, { label: 'worksFor', otherId: company.id })
})

interface Rows {
  items: PartyRow[]
  total: { value: number }
}
const names = async (caller: Caller, query: Record<string, string | object> = {}) =>
  (await caller.get<Rows>(listUrl('/parties', query))).body.items.map((row) => row.name).toSorted()

describe('a salesperson sees only own parties', () => {
  test('in lists, with filters and search', async () => {
    expect(await names(saraApi)).toEqual(['شرکت سارا', 'کاظمی اول'])
    expect(await names(saraApi, { q: 'کاظمی' })).toEqual(['کاظمی اول'])
    expect(await names(saraApi, { q: '0912000000' })).toEqual(['کاظمی اول'])
    expect(await names(saraApi, { filter: { field: 'phone', op: 'contains', value: '0912000000' } })).toEqual(
      ['کاظمی اول'],
    )
    expect(await names(boss, { q: 'کاظمی' })).toEqual(['کاظمی اول', 'کاظمی دوم'])
  })

  test('in the global search', async () => {
    const hits = (await saraApi.get<{ items: SearchHit[] }>(`/search?q=${encodeURIComponent('کاظمی')}`)).body
      .items
    expect(hits.map((hit) => hit.title)).toEqual(['کاظمی اول'])
  })

  test.each(['', '/file', '/timeline', '/changes', '/links'])('by address: %s', async (path) => {
    expect((await saraApi.get(`/parties/${others.id}${path}`)).status).toBe(404)
    expect((await saraApi.get(`/parties/${hers.id}${path}`)).status).toBe(200)
  })

  test('in what rolls up into an organisation and in its relations', async () => {
    const file = (await saraApi.get<PartyFile>(`/parties/${company.id}/file`)).body
    expect(file.links).toEqual([])
    expect(file.timeline.items.filter((item) => item.rolledUp)).toEqual([])
    const seenByBoss = (await boss.get<PartyFile>(`/parties/${company.id}/file`)).body
    expect(seenByBoss.timeline.items.some((item) => item.rolledUp)).toBe(true)
  })

  test('and changes no others', async () => {
    expect((await saraApi.patch(`/parties/${others.id}`, { version: 1, notes: 'x' })).status).toBe(404)
    expect((await saraApi.delete(`/parties/${others.id}`)).status).toBe(404)
    expect((await saraApi.put(`/parties/${others.id}/groups/leads`, {})).status).toBe(404)
    expect(
      (await saraApi.post(`/parties/${hers.id}/links`, { label: 'partnerOf', otherId: others.id })).status,
    ).toBe(400)
    expect(
      (await saraApi.post('/parties', { kind: 'person', lastName: 'الف', introducerId: others.id })).status,
    ).toBe(400)
    expect(
      (await saraApi.post('/parties', { kind: 'person', lastName: 'الف', ownerId: admin.userId })).status,
    ).toBe(403)
    expect(
      (await saraApi.post('/parties/bulk', { selection: { all: true }, action: { type: 'delete' } })).status,
    ).toBe(403)
  })

  test('and live messages ask the same', async () => {
    expect(await tested.rolledBack(sara, (ctx) => canSeeParty(ctx, hers.id))).toBe(true)
    expect(await tested.rolledBack(sara, (ctx) => canSeeParty(ctx, others.id))).toBe(false)
  })

  test('until a record becomes hers', async () => {
    const given = await made(boss, { kind: 'person', lastName: 'واگذارشده' })
    await boss.patch(`/parties/${given.id}`, { version: 1, ownerId: sara.userId })
    expect((await saraApi.get<Party>(`/parties/${given.id}`)).body).toMatchObject({
      owner: { name: 'سارا' },
      team: { id: expect.any(String) },
    })
  })
})

describe('another firm sees nothing', () => {
  test.each(['', '/file', '/timeline', '/changes', '/links'])('of /parties/:id%s', async (path) => {
    expect((await stranger.get(`/parties/${hers.id}${path}`)).status).toBe(404)
  })

  test('in lists, search and recycle bin', async () => {
    expect(await names(stranger)).toEqual([])
    expect(await names(stranger, { q: 'کاظمی' })).toEqual([])
    expect(
      (await stranger.get<{ items: SearchHit[] }>(`/search?q=${encodeURIComponent('کاظمی')}`)).body.items,
    ).toEqual([])
    expect((await stranger.get<Rows>('/parties/bin')).body.items).toEqual([])
  })
})

describe('rows of the timeline for a few', () => {
  test('are shown to them alone, administrators included among the others', async () => {
    const row = {
      partyId: hers.id,
      occurredAt: new Date().toISOString(),
      subjectType: 'referrals',
      subjectId: newId(),
      type: 'referral',
      audience: [sara.userId as string],
    }
    await tested.committed(admin, (ctx) => writeTimeline(ctx, [row]))
    const types = async (caller: Caller) =>
      (await caller.get<TimelinePage>(`/parties/${hers.id}/timeline`)).body.items.map((item) => item.type)
    expect(await types(saraApi)).toContain('referral')
    expect(await types(boss)).not.toContain('referral')
    expect((await boss.get<PartyFile>(`/parties/${hers.id}/file`)).body.counts['referral']).toBeUndefined()
  })
})

test('who sees what is the team’s and their own finds each once, in order, however many there are', async () => {
  const team = sara.teamIds[0] as string
  const leader = { ...sara, everything: false, grants: { ...sara.grants, 'parties.read': 'team' as const } }
  const scattered = [
    { lastName: 'یکم', ownerId: sara.userId, teamId: null },
    { lastName: 'دوم', ownerId: sara.userId, teamId: team },
    { lastName: 'سوم', ownerId: admin.userId, teamId: team },
    { lastName: 'چهارم', ownerId: null, teamId: team },
    { lastName: 'پنجم', ownerId: admin.userId, teamId: null },
  ]
  for (const { lastName, ...owned } of scattered) {
    const { id } = await made(boss, { kind: 'person', lastName, jobTitle: 'پراکنده' })
    await tested.app.ownerPool.query('update parties set owner_id = $2, team_id = $3 where id = $1', [
      id,
      owned.ownerId,
      owned.teamId,
    ])
  }
  const filter = JSON.stringify({ field: 'jobTitle', op: 'eq', value: 'پراکنده' })
  for (const counted of [{}, { count: 'none' }]) {
    const query = ListQuery.parse({ filter, sort: 'name', ...counted })
    const { items } = await tested.rolledBack(leader, (ctx) => listParties(ctx, query))
    expect(items.map((item) => item.name)).toEqual(['چهارم', 'دوم', 'سوم', 'یکم'])
  }
})

test('a role that is limited to groups sees and makes parties of these alone, wherever they are read', async () => {
  const { body: role } = await boss.post<{ id: string }>('/roles', {
    nameFa: 'فروش مشتریان',
    nameEn: 'Sales to customers',
    grants: {
      'parties.read': 'all',
      'parties.create': 'all',
      'parties.update': 'all',
      'activities.read': 'own',
    },
    rights: [],
    fieldRules: {},
    limits: { parties: ['customers', 'leads'] },
  })
  const limited = await callerOf(tested, await aUser(tested.app, admin.firm, { roleIds: [role.id] }))
  const party = (by: Caller, name: string, groups: string[]) =>
    by.post<Party>('/parties', { kind: 'person', lastName: name, groups })
  const both = (await party(boss, 'هم مشتری هم کارمند', ['customers', 'employees'])).body
  const employee = (await party(boss, 'تنها کارمند', ['employees'])).body
  expect(employee.groups).toHaveLength(1)
  const call = { kind: 'call', subject: 'مصاحبه', parties: [{ partyId: employee.id }] }
  const { body: talk } = await boss.post<{ id: string }>('/activities', call)

  expect(await names(limited)).toEqual(['هم مشتری هم کارمند'])
  expect(await names(limited, { q: 'کارمند' })).toEqual(['هم مشتری هم کارمند'])
  expect((await limited.get(`/parties/${employee.id}/file`)).status).toBe(404)
  expect((await limited.get(`/activities/${talk.id}`)).status).toBe(404)
  const shown = (await limited.get<{ items: { key: string }[] }>('/party-groups')).body.items
  expect(shown.map(({ key }) => key).toSorted()).toEqual(['customers', 'leads'])

  const seen = (await limited.get<Party>(`/parties/${both.id}`)).body
  expect(seen.groups.map(({ key }) => key)).toEqual(['customers'])
  const { body: history } = await limited.get<RecordChanges>(`/parties/${both.id}/changes`)
  expect(JSON.stringify(history)).not.toContain('employees')
  const timeline = async (by: Caller) =>
    JSON.stringify((await by.get<TimelinePage>(`/parties/${both.id}/timeline`)).body)
  expect((await boss.put(`/parties/${both.id}/groups/partners`, {})).status).toBe(200)
  for (const key of ['employees', 'partners']) expect(await timeline(boss)).toContain(key)
  expect(await timeline(limited)).not.toMatch(/employees|partners/)
  const { body: summary } = await limited.get<ListSummary>('/parties/summary?by=groups')
  expect(summary.groups.map(({ key }) => key)).toEqual(['customers'])
  const filter = { field: 'groups', op: 'in', value: ['employees'] }
  const asked = `/parties?filter=${encodeURIComponent(JSON.stringify(filter))}`
  expect((await limited.get<{ items: Party[] }>(asked)).body.items).toEqual([])
  const view = { record: 'parties', name: 'کارمندان', visibility: 'public', definition: { filter } }
  expect((await boss.post('/saved-views', view)).status).toBe(201)
  const views = async (by: Caller) =>
    (await by.get<{ items: { name: string }[] }>('/saved-views?record=parties')).body.items.map(
      ({ name }) => name,
    )
  expect(await views(boss)).toContain('کارمندان')
  expect(await views(limited)).not.toContain('کارمندان')

  expect((await party(limited, 'سرنخ تازه', ['leads'])).status).toBe(201)
  expect(await party(limited, 'بی‌گروه', [])).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'groups', code: 'parties.groupBeyond' }] },
  })
  expect((await party(limited, 'کارمند تازه', ['leads', 'employees'])).status).toBe(404)
  expect((await limited.put(`/parties/${both.id}/groups/employees`, {})).status).toBe(404)
})
