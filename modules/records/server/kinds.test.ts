import { aFirm, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { ConditionField } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordKind } from '../contract/index.ts'
import { contractField, contractMade, contractsKind, titlesOf } from './testing.ts'

const tested = testApp()
let admin: Actor
let api: Caller
let seller: Caller
let stranger: Caller
let party: { id: string }

const theKind = async () => (await api.get<{ items: [RecordKind] }>('/record-kinds')).body.items[0]

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  stranger = await callerOf(tested, await aFirm(tested.app))
  await contractsKind(api)
  seller = await callerOf(tested, await aUser(tested.app, admin.firm))
  party = (
    await seller.post<{ id: string }>('/parties', { kind: 'organization', name: 'شرکت آذر', groups: [] })
  ).body
  await contractMade(seller, {
    title: 'قرارداد پشتیبانی',
    partyId: party.id,
    custom: { startsOn: '2026-03-21', type: 'support' },
  })
  await contractMade(seller, { title: 'قرارداد فروش', custom: { type: 'sale' } })
})

describe('a kind that an administrator makes', () => {
  test('is refused with a key that is taken, and to whoever does not manage kinds', async () => {
    const again = { key: 'contracts', nameFa: 'ق', nameEn: 'C', pluralFa: 'ق', pluralEn: 'C' }
    expect(await api.post('/record-kinds', again)).toMatchObject({
      status: 409,
      body: { code: 'records.keyTaken' },
    })
    expect((await seller.post('/record-kinds', { ...again, key: 'cars' })).status).toBe(403)
  })

  test('gives the ready roles their rights, stands in the matrix and among the scopes of keys', async () => {
    const { body } = await seller.get<{ permissions: Record<string, string> }>('/session')
    expect(body.permissions['records:contracts.read']).toBe('own')
    const { body: catalogue } = await api.get<{ records: { type: string }[] }>('/permissions')
    expect(catalogue.records.map(({ type }) => type)).toContain('records:contracts')
    const role = { nameFa: 'ناظر', nameEn: 'Watcher', rights: [], fieldRules: {} }
    const grants = { 'records:contracts.read': 'all' }
    expect((await api.post('/roles', { ...role, grants })).status).toBe(201)
    const unknown = { 'records:nothing.read': 'all' }
    expect((await api.post('/roles', { ...role, nameFa: 'دو', nameEn: 'Two', grants: unknown })).status).toBe(
      400,
    )
  })

  test('is seen by its own firm only', async () => {
    expect((await stranger.get<{ items: RecordKind[] }>('/record-kinds')).body.items).toEqual([])
    expect((await stranger.get('/records/contracts')).status).toBe(404)
  })
})

test('the state of a record is a condition of own fields, on entry, in a change and in bulk', async () => {
  const reason = contractField('reason', 'text', 'دلیل', {
    required: true,
    showWhen: { rules: [{ field: 'record.state', op: 'in', values: ['signed'] }] },
  })
  const asked = await api.get<{ items: ConditionField[] }>('/custom-fields/asked?record=records:contracts')
  expect(asked.body.items).toMatchObject([{ field: 'record.state', options: [{}, { label: 'امضاشده' }] }])
  expect((await api.post('/custom-fields', reason)).status).toBe(201)
  const missing = { status: 400, body: { errors: [{ path: 'custom.reason', code: 'required' }] } }
  expect(await api.post('/records/contracts', { title: 'بی‌دلیل', state: 'signed' })).toMatchObject(missing)

  const { id, version } = await contractMade(api, { title: 'پیش‌نویس' })
  const path = `/records/contracts/${id}`
  expect(await api.patch(path, { version, state: 'signed' })).toMatchObject(missing)
  const { body } = await api.post<{ operationId: string }>('/records/contracts/bulk', {
    selection: { ids: [id] },
    action: { type: 'setState', state: 'signed' },
  })
  await tested.runJobs()
  expect((await api.get(`/operations/${body.operationId}`)).body).toMatchObject({ done: 0, failed: 1 })
  const signed = await api.patch(path, { version, state: 'signed', custom: { reason: 'تفاهم' } })
  expect(signed.body).toMatchObject({ state: 'signed' })

  await api.patch(path, { version: version + 1, state: 'draft' })
  const kind = await theKind()
  const states = kind.states.filter(({ key }) => key === 'draft')
  expect(await api.patch(`/record-kinds/${kind.id}`, { version: kind.version, states })).toMatchObject({
    status: 409,
    body: { code: 'customFields.usedByCondition' },
  })
  expect((await api.delete(path)).status).toBe(204)
})

test('a kind may title its records by their fields; older ones follow, and so does the name of the party', async () => {
  const kind = await theKind()
  const path = `/record-kinds/${kind.id}`
  expect(await api.patch(path, { version: kind.version, titlePattern: '{nothing}' })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'titlePattern' }] },
  })
  const states = [kind.states[1]]
  expect(await api.patch(path, { version: kind.version, states })).toMatchObject({
    status: 409,
    body: { code: 'records.stateInUse' },
  })
  await api.patch(path, { version: kind.version, titlePattern: '{type} – {party} – {startsOn}' })
  await tested.runJobs()
  expect(await titlesOf(api)).toEqual(['پشتیبانی – شرکت آذر – ۱ فروردین ۱۴۰۵', 'فروش'])
  const { body: present } = await seller.get<{ version: number }>(`/parties/${party.id}`)
  await seller.patch(`/parties/${party.id}`, { version: present.version, name: 'شرکت مهر' })
  await tested.runJobs()
  expect((await titlesOf(api))[0]).toBe('پشتیبانی – شرکت مهر – ۱ فروردین ۱۴۰۵')
})

test('what a role hides is in no title and found by those alone who see it', async () => {
  const kind = await theKind()
  const pattern = { version: kind.version, titlePattern: '{type} – {number}' }
  expect((await api.patch(`/record-kinds/${kind.id}`, pattern)).status).toBe(200)
  await tested.runJobs()
  expect(await titlesOf(api)).toEqual(['پشتیبانی – Q-001', 'فروش – Q-002'])
  const { body: role } = await api.post<{ id: string; version: number }>('/roles', {
    nameFa: 'بی‌نوع',
    nameEn: 'No types',
    grants: { 'records:contracts.read': 'all' },
    rights: [],
    fieldRules: { 'records:contracts.custom.type': 'hidden' },
  })
  await tested.runJobs()
  const reader = await callerOf(tested, await aUser(tested.app, admin.firm, { roleIds: [role.id] }))
  const word = `&q=${encodeURIComponent('پشتیبانی')}`
  expect(await titlesOf(reader)).toEqual(['Q-001', 'Q-002'])
  const { body: theirs } = await reader.get<{ items: RecordKind[] }>('/record-kinds')
  expect(theirs.items.map(({ titlePattern }) => titlePattern)).toEqual(['… – {number}'])
  expect([await titlesOf(reader, word), await titlesOf(api, word)]).toEqual([[], ['Q-001']])
  expect((await api.patch(`/roles/${role.id}`, { version: role.version, fieldRules: {} })).status).toBe(200)
  await tested.runJobs()
  expect(await titlesOf(api)).toEqual(['پشتیبانی – Q-001', 'فروش – Q-002'])
})

test('an archived kind is out of sight; its records and what roles grant on them stay', async () => {
  const kind = await theKind()
  const put = (version: number, archived: boolean) =>
    api.patch<RecordKind>(`/record-kinds/${kind.id}`, { version, archived })
  const { body: archived } = await put(kind.version, true)
  expect((await seller.get('/records/contracts')).status).toBe(404)
  expect((await seller.get<{ items: RecordKind[] }>('/record-kinds')).body.items).toEqual([])
  const { body: roles } = await api.get<{ items: { id: string; key: string; version: number }[] }>('/roles')
  const ready = roles.items.find(({ key }) => key === 'salesperson')
  const renamed = { version: ready?.version, nameFa: 'فروشنده' }
  expect((await api.patch(`/roles/${ready?.id}`, renamed)).status).toBe(200)
  await put(archived.version, false)
  expect(await titlesOf(seller)).toHaveLength(2)
})
