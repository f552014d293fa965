import { Readable } from 'node:stream'
import type { Activity, ActivityRow } from '@peyvand/activities/contract'
import { updateActivity } from '@peyvand/activities/server'
import { finishUpload, storeContent } from '@peyvand/files/server'
import type { RecordAsOf, RecordChanges } from '@peyvand/history/contract'
import { aFirm, aKey, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Operation, SearchHit } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FirmRecord, RecordRow } from '../contract/index.ts'
import { contractMade, contractsKind, titlesOf } from './testing.ts'

let minutes = 0
const tested = testApp({ now: () => new Date(Date.parse('2026-11-22T09:00:00.000Z') + minutes * 60_000) })
let admin: Actor
let api: Caller
let sales: Actor
let seller: Caller
let bystander: Actor
let colleague: Caller
let stranger: Caller
let party: { id: string }
let first: FirmRecord

interface Page {
  items: RecordRow[]
}
const filtered = (filter: object) => `&filter=${encodeURIComponent(JSON.stringify(filter))}`

beforeAll(async () => {
  admin = await aFirm(tested.app)
  const team = await aTeam(tested.app, admin.firm)
  sales = await aUser(tested.app, admin.firm, { name: 'سارا فروش', teamIds: [team] })
  api = await callerOf(tested, admin)
  stranger = await callerOf(tested, await aFirm(tested.app))
  await contractsKind(api)
  seller = await callerOf(tested, sales)
  bystander = await aUser(tested.app, admin.firm, { teamIds: [team] })
  colleague = await callerOf(tested, bystander)
  party = (
    await seller.post<{ id: string }>('/parties', { kind: 'organization', name: 'شرکت آذر', groups: [] })
  ).body
  first = await contractMade(seller, {
    title: 'قرارداد پشتیبانی',
    partyId: party.id,
    custom: { amount: '5000000', startsOn: '2026-03-21', type: 'support' },
  })
  await contractMade(seller, { title: 'قرارداد فروش', custom: { amount: '900', type: 'sale' } })
})

describe('records', () => {
  test('have numbers without gaps, and what is refused takes none', async () => {
    expect(first.number).toBe('Q-001')
    const refused = await api.post('/records/contracts', { title: 'بد', custom: { type: 'nothing' } })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'custom.type' }] } })
    expect((await api.post('/records/contracts', { custom: {} })).status).toBe(400)
    const old = await contractMade(api, { title: 'از پیش', number: 'Q-003' })
    expect(old.number).toBe('Q-003')
    const next = await contractMade(api, { title: 'بعدی' })
    expect(next.number).toBe('Q-004')
    expect(await api.post('/records/contracts', { title: 'دوباره', number: 'Q-003' })).toMatchObject({
      status: 409,
      body: { code: 'records.numberTaken' },
    })
    for (const { id } of [old, next]) expect((await api.delete(`/records/contracts/${id}`)).status).toBe(204)
    const together = await Promise.all(['الف', 'ب', 'پ'].map((title) => contractMade(api, { title })))
    expect(together.map(({ number }) => number).toSorted()).toEqual(['Q-005', 'Q-006', 'Q-007'])
    for (const { id } of together) await api.delete(`/records/contracts/${id}`)
  })

  test('are seen by the scope of the role: own ones, and nothing of another firm', async () => {
    expect(await titlesOf(seller)).toEqual(['قرارداد پشتیبانی', 'قرارداد فروش'])
    expect(await titlesOf(colleague)).toEqual([])
    expect((await colleague.get(`/records/contracts/${first.id}`)).status).toBe(404)
    expect((await stranger.get(`/records/contracts/${first.id}`)).status).toBe(404)
    const found = async (by: Caller) =>
      (await by.get<{ items: SearchHit[] }>(`/search?q=${encodeURIComponent('پشتیبانی')}`)).body.items
    expect(await found(seller)).toMatchObject([{ type: 'records', kind: 'contracts', id: first.id }])
    expect(await found(colleague)).toEqual([])
    expect(await found(stranger)).toEqual([])
    const file = (by: Caller) => by.get<{ kinds: { items: RecordRow[] }[] }>(`/parties/${party.id}/records`)
    expect((await file(seller)).body.kinds[0]?.items.map(({ id }) => id)).toEqual([first.id])
    expect((await file(stranger)).status).toBe(404)
    expect(
      (await seller.post('/records/contracts', { title: 'برای دیگری', ownerId: admin.userId })).status,
    ).toBe(403)
  })

  test('are filtered and sorted by own fields, states and parties', async () => {
    const amount = { field: 'custom.amount', op: 'gt', value: '1000' }
    expect(await titlesOf(api, filtered(amount))).toEqual(['قرارداد پشتیبانی'])
    const type = { field: 'custom.type', op: 'in', value: ['sale'] }
    expect(await titlesOf(api, filtered(type))).toEqual(['قرارداد فروش'])
    expect(await titlesOf(api, filtered({ field: 'party', op: 'in', value: [party.id] }))).toEqual([
      'قرارداد پشتیبانی',
    ])
    expect(await titlesOf(api, filtered({ field: 'state', op: 'eq', value: 'draft' }))).toHaveLength(2)
    expect(await titlesOf(api, `&q=${encodeURIComponent('آذر')}`)).toEqual(['قرارداد پشتیبانی'])
    const { body } = await api.get<Page>('/records/contracts?sort=-custom.amount')
    expect(body.items.map(({ title }) => title)).toEqual(['قرارداد پشتیبانی', 'قرارداد فروش'])
    expect((await api.get<{ fields: object }>('/records/contracts/fields')).body.fields).toMatchObject({
      state: { options: { signed: 'امضاشده' } },
      'custom.amount': { label: 'مبلغ', type: 'money' },
    })
  })

  test('answer a change of an older version with what is there now, and keep who changed what', async () => {
    const path = `/records/contracts/${first.id}`
    const change = { version: first.version, state: 'signed', custom: { amount: '6000000' } }
    const changed = await seller.patch<FirmRecord>(path, change)
    expect(changed.body).toMatchObject({ state: 'signed', custom: { amount: '6000000', type: 'support' } })
    expect(await seller.patch(path, change)).toMatchObject({
      status: 409,
      body: { code: 'versionConflict', current: { state: 'signed' } },
    })
    const { body } = await seller.get<RecordChanges>(`${path}/changes`)
    const [save] = body.items
    expect(save?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'state', from: 'draft', to: 'signed' }),
        expect.objectContaining({ field: 'custom.amount', label: 'مبلغ', from: '5000000', to: '6000000' }),
      ]),
    )
    const back = await seller.post<FirmRecord>(`${path}/changes/${save?.id}/restore`, {
      field: 'state',
      version: changed.body.version,
    })
    expect(back.body).toMatchObject({ state: 'draft', custom: { amount: '6000000' } })
    const then = `${path}/as-of?at=2026-11-22`
    expect((await seller.get<RecordAsOf>(then)).body.fields).toContainEqual(
      expect.objectContaining({ field: 'custom.amount', value: '6000000' }),
    )
    expect((await colleague.get(then)).status).toBe(404)
  })

  test('are what activities and referrals are about, for those who see them', async () => {
    const about = { type: 'records', id: first.id }
    const named = { ...about, kind: 'contracts', name: 'قرارداد پشتیبانی' }
    const task = { kind: 'task', subject: 'تمدید قرارداد', dueAt: '2026-11-25', targets: [about] }
    const { body: made } = await api.post<Activity>('/activities', task)
    expect(made.targets).toEqual([named])
    const refused = await colleague.post('/activities', task)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'targets.0.id' }] } })

    const list = (by: Caller, query: string) =>
      by.get<{ items: ActivityRow[] }>(`/activities?${query}`).then(({ body }) => body.items)
    const ofRecord = `target=records:${first.id}`
    // The task is the administrator's: the record opens it to its owner, and to nobody else.
    expect(await list(seller, ofRecord)).toMatchObject([{ id: made.id, targets: [named] }])
    expect(await list(colleague, ofRecord)).toEqual([])
    expect((await colleague.get(`/activities/${made.id}`)).status).toBe(404)
    expect(await list(stranger, ofRecord)).toEqual([])

    const amount = {
      relation: 'records:contracts',

      where: { field: 'number', op: 'eq', value: 'Q-001' },
    }
    expect(await list(api, filtered(amount).slice(1))).toMatchObject([{ id: made.id }])
    const open = { relation: 'activities', where: { field: 'kind', op: 'eq', value: 'task' } }
    expect(await titlesOf(seller, filtered(open))).toEqual(['قرارداد پشتیبانی'])

    // Open pages of what it is taken off are told too.
    const told = await tested.rolledBack(admin, async (ctx, pending) => {
      await updateActivity(ctx, made.id, { version: made.version, targets: [] })
      return pending.live
    })
    expect(told).toContainEqual({ topic: 'records', id: first.id })

    // A colleague who was given the task sees it, without the record, and by saving does not lose it.
    await api.post('/referrals', { activityId: made.id, to: [{ userId: bystander.userId }] })
    const hers = (await colleague.get<Activity>(`/activities/${made.id}`)).body
    expect(hers.targets).toEqual([])
    const referred = '/worklists/referred-to-me'
    expect((await colleague.get(referred)).body).toMatchObject({ items: [{ activity: { targets: [] } }] })
    await api.patch(`/activities/${made.id}`, { version: hers.version, ownerId: bystander.userId })
    const saved = await colleague.patch<Activity>(`/activities/${made.id}`, {
      version: hers.version + 1,
      targets: [],
    })
    expect(saved).toMatchObject({ status: 200, body: { targets: [] } })
    expect((await api.get<Activity>(`/activities/${made.id}`)).body.targets).toEqual([named])
    expect((await api.delete(`/activities/${made.id}`)).status).toBe(204)
  })

  test('go to the recycle bin and come back', async () => {
    const path = `/records/contracts/${first.id}`
    expect((await seller.delete(path)).status).toBe(204)
    expect(await titlesOf(seller)).toEqual(['قرارداد فروش'])
    expect(await titlesOf(seller, '', '/records/contracts/bin')).toEqual(['قرارداد پشتیبانی'])
    expect((await seller.post<FirmRecord>(`${path}/restore`)).body.can.delete).toBe(true)
    expect(await titlesOf(seller)).toHaveLength(2)
    await seller.delete(path)
    const { body: undo } = await seller.get<{ items: { id: string; what: string }[] }>('/undo')
    expect(undo.items[0]?.what).toBe('حذف قرارداد «قرارداد پشتیبانی»')
    expect((await seller.post(`/operations/${undo.items[0]?.id}/undo`)).status).toBe(202)
    await tested.runJobs()
    expect(await titlesOf(seller)).toHaveLength(2)
  })
})

describe('many records', () => {
  test('change at once and change back by the undo', async () => {
    const action = { type: 'reassign', ownerId: sales.userId }
    expect((await seller.post('/records/contracts/bulk', { selection: { all: true }, action })).status).toBe(
      403,
    )
    const { body } = await api.post<{ operationId: string }>('/records/contracts/bulk', {
      selection: { all: true, filter: { field: 'custom.type', op: 'in', value: ['sale'] } },
      action: { type: 'delete' },
    })
    await tested.runJobs()
    expect(await titlesOf(api)).toEqual(['قرارداد پشتیبانی'])
    const { body: shown } = await api.get(`/undo/${body.operationId}`)
    expect(shown).toMatchObject({
      entry: { what: 'قراردادها: حذف گروهی' },
      preview: { takesBack: 1, stays: 0 },
    })
    expect((await api.post(`/operations/${body.operationId}/undo`)).status).toBe(202)
    await tested.runJobs()
    expect(await titlesOf(api)).toEqual(['قرارداد پشتیبانی', 'قرارداد فروش'])

    const states = async () =>
      (await api.get<Page>('/records/contracts?sort=number')).body.items.map(({ state, tags }) => [
        state,
        tags.map(({ name }) => name).join(),
      ])
    const { body: tag } = await api.post<{ id: string }>('/tags', { name: 'مهم' })
    const { body: one } = await api.get<FirmRecord>(`/records/contracts/${first.id}`)
    await api.patch(`/records/contracts/${first.id}`, { version: one.version, tagIds: [tag.id] })
    const undo: string[] = []
    for (const act of [
      { type: 'setState', state: 'signed' },
      { type: 'addTags', tagIds: [tag.id] },
    ]) {
      const started = await api.post<{ operationId: string }>('/records/contracts/bulk', {
        selection: { all: true },
        action: act,
      })
      undo.push(started.body.operationId)
      await tested.runJobs()
    }
    expect(await states()).toEqual([
      ['signed', 'مهم'],
      ['signed', 'مهم'],
    ])
    for (const id of undo) expect((await api.post(`/operations/${id}/undo`)).status).toBe(202)
    await tested.runJobs()
    expect(await states()).toEqual([
      ['draft', 'مهم'],
      ['draft', ''],
    ])
  })

  test('are exported, and the file is imported again: known by number, new ones numbered, undone', async () => {
    const { body: asked } = await api.post<{ operationId: string }>('/exports', {
      record: 'records:contracts',
      format: 'csv',
    })
    await tested.runJobs()
    const { body: done } = await api.get<Operation>(`/operations/${asked.operationId}`)
    const { payload } = await tested.server.inject({
      url: `/api/v1/files/${done.result?.['fileId'] as string}/content`,
      headers: await aKey(tested.app, admin),
    })
    const [header, ...lines] = payload.trim().split(/\r?\n/)
    expect(header).toContain('مبلغ')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('شرکت آذر')
    const file = [header, lines[0]?.replace('6000000', '7000000'), newLine(header as string)].join('\n')
    const imported = await runImport(file)
    expect(imported.counts).toEqual({ rows: 2, new: 1, updated: 1, duplicates: 0, invalid: 0 })
    const { body } = await api.get<Page>('/records/contracts?sort=number')
    expect(body.items.map(({ title, custom }) => [title, custom['amount']])).toEqual([
      ['قرارداد پشتیبانی', '7000000'],
      ['قرارداد فروش', '900'],
      ['قرارداد تازه', '1200'],
    ])
    minutes += 1
    const [made] = body.items.filter(({ title }) => title === 'قرارداد تازه')
    const about = { kind: 'task', subject: 'پیگیری', targets: [{ type: 'records', id: made?.id }] }
    const { body: task } = await api.post<Activity>('/activities', about)
    await api.patch(`/records/contracts/${first.id}`, {
      version: body.items[0]?.version,
      custom: { amount: '8' },
    })
    expect((await api.get(`/undo/${imported.operationId}`)).body).toMatchObject({
      preview: {
        takesBack: 1,
        stays: 2,
        examples: expect.arrayContaining([
          expect.objectContaining({ name: 'قرارداد تازه', reason: 'used', fields: [] }),
          expect.objectContaining({ name: 'قرارداد پشتیبانی', reason: 'changed', fields: ['مبلغ'] }),
        ]),
      },
    })
    await api.delete(`/activities/${task.id}`)
    const { body: changed } = await api.get<FirmRecord>(`/records/contracts/${first.id}`)
    await api.patch(`/records/contracts/${first.id}`, {
      version: changed.version,
      custom: { amount: '7000000' },
    })
    expect((await api.post(`/operations/${imported.operationId}/undo`)).status).toBe(202)
    await tested.runJobs()
    const after = await api.get<Page>('/records/contracts?sort=number')
    expect(after.body.items.map(({ custom }) => custom['amount'])).toEqual(['6000000', '900'])
  })
})

function newLine(header: string): string {
  const cells: Record<string, string> = { عنوان: 'قرارداد تازه', مبلغ: '1200', 'نوع قرارداد': 'فروش' }
  return header
    .replace(/^\uFEFF/, '')
    .split(',')
    .map((name) => cells[name.replaceAll('"', '')] ?? '')
    .join(',')
}

interface ImportAnswer {
  id: string
  version: number
  operationId: string
  counts: object
}

async function runImport(content: string): Promise<ImportAnswer> {
  const fileId = await storeContent(tested.app, admin, {
    name: 'قراردادها.csv',
    content: Readable.from([Buffer.from(content)]),
  })
  await tested.committed(admin, (ctx) => finishUpload(ctx, fileId))
  const { body: made } = await api.post<ImportAnswer>('/imports', { fileId, record: 'records:contracts' })
  await api.patch(`/imports/${made.id}`, { version: made.version, settings: { duplicates: 'overwrite' } })
  await api.post(`/imports/${made.id}/run`)
  await tested.runJobs()
  return (await api.get<ImportAnswer>(`/imports/${made.id}`)).body
}
