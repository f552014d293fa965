import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import type { Party, PartyFile, TimelinePage } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { SearchHit } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../contract/index.ts'
import { canSeeActivity } from './activity-access.ts'
import { idsOf, recorded } from './testing.ts'

const tested = testApp()
let admin: Actor
let sara: Actor
let boss: Caller
let saraApi: Caller
let omidApi: Caller
let stranger: Caller
let herParty: Party
let hers: Activity
let onHerParty: Activity
let others: Activity
let secret: Activity

beforeAll(async () => {
  admin = await aFirm(tested.app)
  const team = await aTeam(tested.app, admin.firm)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا', teamIds: [team] })
  const omid = await aUser(tested.app, admin.firm, { name: 'امید' })
  boss = await callerOf(tested, admin)
  saraApi = await callerOf(tested, sara)
  omidApi = await callerOf(tested, omid)
  stranger = await callerOf(tested, await aFirm(tested.app))
  herParty = await made(saraApi, { kind: 'organization', name: 'مشتری سارا', groups: [] })
  const otherParty = await made(boss, { kind: 'organization', name: 'مشتری دیگر', groups: [] })
  hers = await recorded(saraApi, { kind: 'task', subject: 'کار محرمیت سارا' })
  onHerParty = await recorded(boss, {
    kind: 'call',
    subject: 'تماس محرمیت مدیر',
    parties: [{ partyId: herParty.id }],
  })
  others = await recorded(boss, {
    kind: 'call',
    subject: 'تماس محرمیت دیگر',
    parties: [{ partyId: otherParty.id }],
  })
  secret = await recorded(boss, {
    kind: 'letter',
    direction: 'incoming',
    subject: 'نامهٔ محرمیت سری',
    confidentiality: 'secret',
    parties: [{ partyId: herParty.id }],
  })
})

const found = async (caller: Caller) =>
  (
    await caller.get<{ items: SearchHit[] }>(`/search?q=${encodeURIComponent('محرمیت')}&types=activities`)
  ).body.items.map(({ id }) => id)
const statuses = async (caller: Caller, ids: string[]) =>
  Promise.all(ids.map(async (id) => (await caller.get(`/activities/${id}`)).status))

describe('a salesperson', () => {
  test('sees own work and what is in the files of own customers, in every way to look', async () => {
    const seen = [onHerParty.id, hers.id].sort()
    expect((await idsOf(saraApi, '/activities')).sort()).toEqual(seen)
    expect((await found(saraApi)).sort()).toEqual(seen)
    expect(await statuses(saraApi, [hers.id, onHerParty.id, others.id, secret.id])).toEqual([
      200, 200, 404, 404,
    ])
    const { body } = await saraApi.get<{ items: { key: string; total: number }[] }>('/activities/statistics')
    expect(Object.fromEntries(body.items.map(({ key, total }) => [key, total]))).toEqual({ call: 1, task: 1 })
    const live = (id: string) => tested.committed(sara, (ctx) => canSeeActivity(ctx, id))
    expect([
      await live(hers.id),
      await live(onHerParty.id),
      await live(others.id),
      await live(secret.id),
    ]).toEqual([true, true, false, false])
  })

  test('changes own work only', async () => {
    const change = (activity: Activity) =>
      saraApi.patch(`/activities/${activity.id}`, { version: activity.version, subject: 'تغییر' })
    expect((await change(onHerParty)).status).toBe(403)
    expect((await change(others)).status).toBe(404)
    expect((await saraApi.delete(`/activities/${onHerParty.id}`)).status).toBe(403)
    expect(
      (await saraApi.post('/activities/bulk', { selection: { ids: [hers.id] }, action: { type: 'delete' } }))
        .status,
    ).toBe(403)
    expect((await saraApi.get<Activity>(`/activities/${onHerParty.id}`)).body.can).toMatchObject({
      update: false,
      delete: false,
      actions: [],
    })
  })

  test('cannot put an activity into the file of a customer that is not theirs', async () => {
    const party = others.parties[0]
    expect(
      (
        await saraApi.post('/activities', {
          kind: 'call',
          subject: 'نفوذ',
          parties: [{ partyId: party?.id }],
        })
      ).status,
    ).toBe(400)
  })

  test('goes on seeing what was made for a colleague, who sees it too', async () => {
    const owner = await aUser(tested.app, admin.firm)
    const task = await recorded(saraApi, {
      kind: 'task',
      subject: 'سپرده به همکار',
      ownerId: owner.userId as string,
    })
    expect(task.owner.id).toBe(owner.userId)
    expect(await statuses(saraApi, [task.id])).toEqual([200])
    expect(await idsOf(await callerOf(tested, owner), '/activities')).toEqual([task.id])
    expect(await statuses(omidApi, [task.id])).toEqual([404])
  })
})

describe('a confidential activity', () => {
  test('is not shown to others, not even to an administrator', async () => {
    const own = await recorded(saraApi, {
      kind: 'task',
      subject: 'کار محرمانهٔ سارا',
      confidentiality: 'confidential',
      parties: [{ partyId: herParty.id }],
    })
    const done = await saraApi.post<Activity>(`/activities/${own.id}/transitions`, {
      action: 'finish',
      version: own.version,
    })
    expect(done.status).toBe(200)
    expect(await statuses(boss, [own.id])).toEqual([404])
    expect(await idsOf(boss, `/activities?partyId=${herParty.id}`)).not.toContain(own.id)
    const timeline = async (caller: Caller) =>
      (await caller.get<TimelinePage>(`/parties/${herParty.id}/timeline`)).body.items.map(
        ({ subjectId }) => subjectId,
      )
    expect(await timeline(boss)).not.toContain(own.id)
    expect(await timeline(saraApi)).toContain(own.id)
    expect(await timeline(saraApi)).not.toContain(secret.id)
    expect(await timeline(boss)).toContain(secret.id)
    const { nextSteps } = (await saraApi.get<PartyFile>(`/parties/${herParty.id}/file`)).body
    expect(nextSteps.map(({ subjectId }) => subjectId)).not.toContain(secret.id)
  })

  test('is opened to who is invited, and closed again to who is not any more', async () => {
    const shared = (
      await boss.patch<Activity>(`/activities/${secret.id}`, {
        version: secret.version,
        participants: [{ userId: sara.userId }],
      })
    ).body
    expect(await statuses(saraApi, [secret.id])).toEqual([200])
    await boss.patch(`/activities/${secret.id}`, { version: shared.version, participants: [] })
    expect(await statuses(saraApi, [secret.id])).toEqual([404])
  })
})

test('another firm sees and changes nothing', async () => {
  expect(await idsOf(stranger, '/activities')).toEqual([])
  expect(await found(stranger)).toEqual([])
  expect(await statuses(stranger, [hers.id, others.id])).toEqual([404, 404])
  expect((await stranger.patch(`/activities/${hers.id}`, { version: 1, subject: 'نفوذ' })).status).toBe(404)
  expect((await stranger.delete(`/activities/${hers.id}`)).status).toBe(404)
  expect(
    (await stranger.post('/activities', { kind: 'task', subject: 'نفوذ', ownerId: sara.userId })).status,
  ).toBe(400)
})
