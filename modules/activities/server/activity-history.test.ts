import { readyValueId } from '@peyvand/customization/server'
import type { RecordAsOf, RecordChanges } from '@peyvand/history/contract'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Activity } from '../contract/index.ts'
import { recorded } from './testing.ts'

const tested = testApp()
let admin: Actor
let colleague: Actor
let api: Caller
let colleagueApi: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  colleague = await aUser(tested.app, admin.firm, { name: 'رضا' })
  api = await callerOf(tested, admin)
  colleagueApi = await callerOf(tested, colleague)
})

const changesOf = (caller: Caller, { id }: Activity, query = '') =>
  caller.get<RecordChanges>(`/activities/${id}/changes${query}`)
const saved = async (before: Activity, change: object): Promise<Activity> => {
  const { status, body } = await api.patch<Activity>(`/activities/${before.id}`, {
    version: before.version,
    ...change,
  })
  if (status !== 200) throw new Error(`not saved: ${JSON.stringify(body)}`)
  return body
}

test('each save tells who changed what from what, with names in place of ids, newest first', async () => {
  const call = await recorded(api, { kind: 'call', subject: 'تماس اول' })
  const resultId = await tested.committed(admin, async (ctx) =>
    readyValueId(ctx, 'callResults', 'successful'),
  )
  const renamed = await saved(call, { subject: 'تماس دوم' })
  await saved(renamed, { ownerId: colleague.userId, resultId })

  const { body } = await changesOf(api, call)
  expect(body.items.map(({ action, actor }) => [action, actor.name])).toEqual([
    ['update', admin.name],
    ['update', admin.name],
    ['create', admin.name],
  ])
  const [last, first] = body.items
  expect(first?.changes).toContainEqual(
    expect.objectContaining({ field: 'subject', from: 'تماس اول', to: 'تماس دوم' }),
  )
  expect(last?.changes).toContainEqual(
    expect.objectContaining({ field: 'ownerId', from: admin.name, to: 'رضا' }),
  )
  expect(last?.changes.find(({ field }) => field === 'resultId')).toMatchObject({
    from: null,
    to: expect.stringMatching(/\p{Script=Arabic}/u),
  })
})

test('long histories come page by page', async () => {
  let task = await recorded(api, { kind: 'task', subject: 'گام 0' })
  for (let step = 1; step <= 3; step += 1) task = await saved(task, { subject: `گام ${step}` })
  const first = (await changesOf(api, task, '?limit=3')).body
  expect(first.items).toHaveLength(3)
  const rest = (await changesOf(api, task, `?limit=3&cursor=${encodeURIComponent(first.nextCursor ?? '')}`))
    .body
  expect(rest.items.map(({ action }) => action)).toEqual(['create'])
  expect(rest.nextCursor).toBeNull()
})

test('who may not see the activity does not see its history', async () => {
  const secret = await recorded(api, { kind: 'call', subject: 'محرمانه', confidentiality: 'secret' })
  const { status } = await changesOf(colleagueApi, secret)
  expect(status).toBe(404)
})

test('particulars of the kind are told of too, and one gets its earlier value back without the others', async () => {
  const meeting = await recorded(api, {
    kind: 'meeting',
    subject: 'جلسه',
    plannedAt: '2026-11-20T09:00:00Z',
    meeting: { place: 'دفتر تهران', link: 'https://meet.example/1' },
  })
  const moved = await saved(meeting, { meeting: { place: 'دفتر اصفهان', link: 'https://meet.example/1' } })
  const [last] = (await changesOf(api, moved)).body.items
  expect(last?.changes).toEqual([
    expect.objectContaining({ field: 'meeting.place', from: 'دفتر تهران', to: 'دفتر اصفهان' }),
  ])
  const body = { field: 'meeting.place', version: moved.version }
  const back = await api.post<Activity>(`/activities/${meeting.id}/changes/${last?.id}/restore`, body)
  expect(back.body.meeting).toMatchObject({ place: 'دفتر تهران', link: 'https://meet.example/1' })
  const { body: then } = await api.get<RecordAsOf>(`/activities/${meeting.id}/as-of?at=2099-01-01`)
  expect(then.fields).toContainEqual(
    expect.objectContaining({ field: 'meeting.place', value: 'دفتر تهران', certain: true }),
  )
})

test('undone, deleted or reopened, what was finished is the last contact no more', async () => {
  const { body: party } = await api.post<{ id: string }>('/parties', {
    kind: 'organization',
    name: 'شرکت مهر',
  })
  const lastContact = async () =>
    (await api.get<{ lastContactAt: string | null }>(`/parties/${party.id}`)).body.lastContactAt
  const of = { parties: [{ partyId: party.id }] }
  const first = await recorded(api, {
    kind: 'call',
    subject: 'تماس',
    occurredAt: '2026-11-01T08:00:00Z',
    ...of,
  })
  expect(await lastContact()).toBe('2026-11-01T08:00:00.000Z')
  const meeting = await recorded(api, {
    kind: 'meeting',
    subject: 'جلسه',
    plannedAt: '2026-11-10T08:00:00Z',
    status: 'planned',
    ...of,
  })
  const bulk = await api.post<{ operationId: string }>('/activities/bulk', {
    selection: { ids: [meeting.id] },
    action: { type: 'finish' },
  })
  await tested.runJobs()
  expect(await lastContact()).toBe('2026-11-10T08:00:00.000Z')
  expect((await api.post(`/operations/${bulk.body.operationId}/undo`)).status).toBe(202)
  await tested.runJobs()
  expect(await lastContact()).toBe('2026-11-01T08:00:00.000Z')
  await api.delete(`/activities/${first.id}`)
  expect(await lastContact()).toBeNull()
  await api.post(`/activities/${first.id}/restore`)
  expect(await lastContact()).toBe('2026-11-01T08:00:00.000Z')
})
