import { ensureTag, readyValueId } from '@peyvand/customization/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Operation } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Party, PartyRow } from '../contract/index.ts'
import { type Caller, callerOf, made } from './testing-calls.ts'

const tested = testApp()
let admin: Actor
let sara: Actor
let api: Caller
let parties: Party[]

beforeAll(async () => {
  admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  api = await callerOf(tested, admin)
})

let round = 0
beforeEach(async () => {
  round += 1
  parties = []
  for (const name of ['الف', 'ب', 'پ']) {
    parties.push(await made(api, { kind: 'person', lastName: `${name} دور${round}`, groups: ['leads'] }))
  }
})

const ids = () => parties.map((party) => party.id)
const now = async () => Promise.all(ids().map(async (id) => (await api.get<Party>(`/parties/${id}`)).body))

async function run(body: object, caller = api): Promise<Operation> {
  const { status, body: answer } = await caller.post<{ operationId: string }>('/parties/bulk', body)
  expect(status).toBe(202)
  await tested.runJobs()
  return (await caller.get<Operation>(`/operations/${answer.operationId}`)).body
}

async function undo(operation: Operation): Promise<Operation> {
  const { body } = await api.post<{ operationId: string }>(`/operations/${operation.id}/undo`)
  await tested.runJobs()
  return (await api.get<Operation>(`/operations/${body.operationId}`)).body
}

describe('a change of many parties', () => {
  test('sets fields with log and timeline, and is undone but for what changed since', async () => {
    const levelId = await tested.rolledBack(admin, (ctx) => readyValueId(ctx, 'customerLevels', 'gold'))
    const operation = await run({
      selection: { ids: ids() },
      action: { type: 'update', values: { levelId, jobTitle: 'مدیر' } },
    })
    expect(operation).toMatchObject({
      state: 'done',
      total: 3,
      done: 3,
      failed: 0,
      result: { changed: 3 },
      can: { undo: true },
    })
    expect((await now()).map((party) => [party.level?.name, party.jobTitle, party.version])).toEqual([
      ['طلایی', 'مدیر', 2],
      ['طلایی', 'مدیر', 2],
      ['طلایی', 'مدیر', 2],
    ])
    const changes = (
      await api.get<{ items: { changes: { field: string; to: unknown }[] }[] }>(
        `/parties/${ids()[0]}/changes`,
      )
    ).body
    expect(changes.items[0]?.changes).toContainEqual(
      expect.objectContaining({ field: 'levelId', from: null, to: 'طلایی' }),
    )

    await api.patch(`/parties/${ids()[0]}`, { version: 2, jobTitle: 'مدیرعامل' })
    expect(await undo(operation)).toMatchObject({ state: 'done', result: { changed: 3 } })
    expect((await now()).map((party) => [party.level, party.jobTitle])).toEqual([
      [null, 'مدیرعامل'],
      [null, null],
      [null, null],
    ])
  })

  test('assigns everything that a filter finds but some', async () => {
    const operation = await run({
      selection: { all: true, q: `دور${round}`, except: [ids()[2]] },
      action: { type: 'assign', ownerId: sara.userId },
    })
    expect(operation).toMatchObject({ state: 'done', total: 2, done: 2 })
    expect((await now()).map((party) => party.owner?.name)).toEqual(['سارا', 'سارا', admin.name])
    await undo(operation)
    expect((await now()).map((party) => party.owner?.name)).toEqual(Array(3).fill(admin.name))
  })

  test('tags, and the undo leaves the tags of before', async () => {
    const [old, fresh] = await tested.committed(admin, async (ctx) => [
      (await ensureTag(ctx, { name: 'قدیمی' })).id,
      (await ensureTag(ctx, { name: 'تازه' })).id,
    ])
    await run({ selection: { ids: [ids()[0]] }, action: { type: 'tag', add: [old, fresh] } })
    const operation = await run({
      selection: { ids: ids() },
      action: { type: 'tag', add: [fresh], remove: [old] },
    })
    const tags = async () => (await now()).map((party) => party.tags.map((tag) => tag.name))
    expect(await tags()).toEqual([['تازه'], ['تازه'], ['تازه']])
    await undo(operation)
    expect((await tags()).map((names) => names.toSorted())).toEqual([['تازه', 'قدیمی'], [], []])
  })

  test('joins and leaves groups', async () => {
    const joined = await run({ selection: { ids: ids() }, action: { type: 'join', group: 'customers' } })
    const groups = async () =>
      (await now()).map((party) => party.groups.filter((group) => !group.until).map((group) => group.key))
    expect(await groups()).toEqual([
      ['leads', 'customers'],
      ['leads', 'customers'],
      ['leads', 'customers'],
    ])
    await undo(joined)
    expect(await groups()).toEqual([['leads'], ['leads'], ['leads']])
    const left = await run({ selection: { ids: ids() }, action: { type: 'leave', group: 'leads' } })
    expect(await groups()).toEqual([[], [], []])
    await undo(left)
    expect(await groups()).toEqual([['leads'], ['leads'], ['leads']])
  })

  test('deletes and restores', async () => {
    const deleted = await run({ selection: { ids: ids() }, action: { type: 'delete' } })
    const found = async (path: string) =>
      (await api.get<{ items: PartyRow[] }>(`${path}?q=${encodeURIComponent(`دور${round}`)}`)).body.items
        .length
    expect([await found('/parties'), await found('/parties/bin')]).toEqual([0, 3])
    await undo(deleted)
    expect([await found('/parties'), await found('/parties/bin')]).toEqual([3, 0])
    await run({ selection: { ids: ids() }, action: { type: 'delete' } })
    const searched = { all: true, q: `دور${round}` }
    expect(await run({ selection: searched, action: { type: 'restore' } })).toMatchObject({ done: 3 })
    expect(await found('/parties')).toBe(3)
  })

  test('brings back what it can where others have the numbers by now', async () => {
    const numbered = async (number: string) => made(api, { kind: 'person', lastName: `دور${round}`, number })
    const [first, second, third] = [await numbered('T-1'), await numbered('T-2'), await numbered('T-3')]
    const chosen = { ids: [first.id, second.id, third.id] }
    const deleted = await run({ selection: chosen, action: { type: 'delete' } })
    const successor = await numbered('T-2')
    const restored = await run({ selection: chosen, action: { type: 'restore' } })
    const failures = [{ id: second.id, name: second.name, code: 'parties.numberTaken' }]
    expect(restored).toMatchObject({
      state: 'done',
      done: 2,
      failed: 1,
      result: { changed: 2, failed: 1, failures },
    })

    expect(await undo(restored)).toMatchObject({ result: { changed: 2, failed: 0 } })
    await api.delete(`/parties/${successor.id}`)
    const both = { ids: [second.id, successor.id] }
    expect(await run({ selection: both, action: { type: 'restore' } })).toMatchObject({ done: 1, failed: 1 })
    // What came back by hand is neither brought back nor left.
    expect(await undo(deleted)).toMatchObject({ result: { changed: 2, failed: 0 } })
  })

  test('that was stopped or has failed half-way is undone as far as it came; what it kept goes with the days of grace', async () => {
    const { body: started } = await api.post<{ operationId: string }>('/parties/bulk', {
      selection: { ids: ids() },
      action: { type: 'assign', ownerId: sara.userId },
    })
    await api.post(`/operations/${started.operationId}/cancel`)
    await tested.runJobs()
    const { body: stopped } = await api.get<Operation>(`/operations/${started.operationId}`)
    expect(stopped).toMatchObject({ state: 'cancelled', done: 3, can: { undo: true } })
    expect(await undo(stopped)).toMatchObject({ state: 'done', result: { changed: 3, failed: 0 } })
    expect((await now()).map(({ owner }) => owner?.id)).toEqual(ids().map(() => admin.userId))

    const { ownerPool } = tested.app
    const operations = [stopped.id]
    await ownerPool.query(`update operations set state = 'failed' where id = any($1)`, [operations])
    expect((await api.get<Operation>(`/operations/${stopped.id}`)).body.can.undo).toBe(true)
    const kept = async () =>
      (await ownerPool.query('select from party_bulk_changes where operation_id = any($1)', [operations]))
        .rowCount
    const forget = async () => {
      await ownerPool.query(`select graphile_worker.add_job('cron:platform.forgetKept')`)
      await tested.runJobs()
    }
    await forget()
    expect(await kept()).toBe(3)
    await ownerPool.query(`update operations set undo_until = now() where id = any($1)`, [operations])
    await forget()
    expect(await kept()).toBe(0)
  })

  test('counts records out of the caller’s reach as untouched', async () => {
    const manager = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'manager' }))
    const stranger = await callerOf(tested, await aFirm(tested.app))
    expect(await run({ selection: { ids: ids() }, action: { type: 'delete' } }, stranger)).toMatchObject({
      total: 0,
      done: 0,
    })
    expect(
      await run({ selection: { ids: ids() }, action: { type: 'assign', ownerId: sara.userId } }, manager),
    ).toMatchObject({ done: 3 })
  })

  test.each([
    [{ type: 'assign', ownerId: '019a0000-0000-7000-8000-000000000000' }],
    [{ type: 'join', group: 'nowhere' }],
    [{ type: 'update', values: { name: 'الف' } }],
    [{ type: 'shred' }],
  ])('refuses %j before anything starts', async (action) => {
    const { status } = await api.post('/parties/bulk', { selection: { ids: ids() }, action })
    expect([400, 404]).toContain(status)
  })
})
