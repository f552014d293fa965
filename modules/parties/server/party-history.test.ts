import type { RecordAsOf, RecordChanges } from '@peyvand/history/contract'
import { recordAsOf } from '@peyvand/history/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Party } from '../contract/index.ts'
import { partyHistory } from './party-history.ts'
import { type Caller, callerOf, made } from './testing-calls.ts'

const tested = testApp()
let admin: Actor
let sara: Actor
let api: Caller
let party: Party
let created: string

const path = () => `/parties/${party.id}`
const changes = async (caller = api) => (await caller.get<RecordChanges>(`${path()}/changes`)).body.items
const asOf = (at: string, caller = api) =>
  caller.get<RecordAsOf>(`${path()}/as-of?at=${encodeURIComponent(at)}`)

beforeAll(async () => {
  admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  api = await callerOf(tested, admin)
  party = await made(api, {
    kind: 'person',
    lastName: 'رضایی',
    groups: ['leads'],
    contactPoints: [{ type: 'mobile', value: '09121112233', primary: true }],
  })
  created = (await changes())[0]?.at as string
  await api.patch(path(), {
    version: 1,
    jobTitle: 'مدیر',
    nationalId: '0016369661',
    contactPoints: [],
  })
  const bulk = { selection: { ids: [party.id] }, action: { type: 'assign', ownerId: sara.userId } }
  await api.post('/parties/bulk', bulk)
  await tested.runJobs()
  await api.post(`${path()}/convert`, { from: 'leads', to: 'customers', state: null })
})

test('each change tells by which way it came, with names in place of ids', async () => {
  const [left, joined, bulk, typed, made] = (await changes()).toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const moved = [left, joined].flatMap((one) => one?.changes.map(({ field }) => field))
  expect(new Set(moved)).toEqual(new Set(['groups.customers', 'groups.leads']))
  expect(bulk?.way).toEqual({ kind: 'bulk', what: expect.stringContaining('سارا') })
  expect(bulk?.changes).toContainEqual(expect.objectContaining({ field: 'ownerId', to: 'سارا' }))
  expect(typed?.way.kind).toBe('apiKey')
  expect(made?.action).toBe('create')
})

test('the record as of a moment has the fields of then beside those of now', async () => {
  const { body } = await asOf(created)
  const field = (name: string) => body.fields.find((one) => one.field === name)
  expect(body.moments[0]).toBe(created)
  expect(field('jobTitle')).toMatchObject({ value: null, now: 'مدیر', differs: true, certain: true })
  expect(field('contactPoints')).toMatchObject({ value: [{ value: '+989121112233' }], now: [] })
  expect(field('groups.leads')).toMatchObject({ value: expect.stringContaining('leads'), now: null })
  expect(field('lastName')).toMatchObject({ value: 'رضایی', differs: false })
  expect((await asOf('2020-01-01')).body).toMatchObject({ code: 'history.notYet' })
})

test('an earlier value comes back by the ordinary save, with its version', async () => {
  const typed = (await changes()).find((one) => one.changes.some(({ field }) => field === 'contactPoints'))
  const restore = (version: number, field: string) =>
    api.post<Party>(`${path()}/changes/${typed?.id}/restore`, { field, version })
  expect((await restore(1, 'contactPoints')).status).toBe(409)
  const { version } = (await api.get<Party>(path())).body
  const restored = await restore(version, 'contactPoints')
  expect(restored).toMatchObject({ status: 200 })
  expect(restored.body.contactPoints).toMatchObject([{ type: 'mobile', value: '+989121112233' }])
  expect((await restore(version + 1, 'displayName')).body).toMatchObject({ code: 'history.noSuchChange' })
})

test('history shows nobody what the record keeps from them', async () => {
  const stranger = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'salesperson' }))
  expect((await asOf(created, stranger)).status).toBe(404)
  expect((await stranger.get(`${path()}/changes`)).status).toBe(404)
  const manager = await aUser(tested.app, admin.firm, { role: 'manager' })
  const ruled: Actor = { ...manager, fieldRules: { 'parties.identifiers': 'hidden' } }
  const past = await tested.rolledBack(ruled, (ctx) =>
    recordAsOf(ctx, partyHistory, { id: party.id, at: created }),
  )
  expect(past.fields.find(({ field }) => field === 'nationalId')).toMatchObject({
    withheld: true,
    value: null,
    now: null,
    can: { restore: false },
  })
})
