import { readyValueId } from '@peyvand/customization/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Party, PartyFile, TimelinePage } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../contract/index.ts'
import { idsOf, recorded } from './testing.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let colleague: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  colleague = await aUser(tested.app, admin.firm, { name: 'رضا' })
  api = await callerOf(tested, admin)
})

const aParty = () => made(api, { kind: 'organization', name: `شرکت ${Math.random()}`, groups: [] })
const fileOf = async (party: Party) => (await api.get<PartyFile>(`/parties/${party.id}/file`)).body
const timelineOf = async (party: Party) =>
  (await api.get<TimelinePage>(`/parties/${party.id}/timeline`)).body.items.filter(
    ({ subjectType }) => subjectType === 'activities',
  )
const resultId = (list: string, key: string) =>
  tested.committed(admin, async (ctx) => (await readyValueId(ctx, list, key)) as string)

describe('going on', () => {
  const move = (activity: Activity, action: string, more: object = {}) =>
    api.post<Activity & { code: string }>(`/activities/${activity.id}/transitions`, {
      action,
      version: activity.version,
      ...more,
    })

  test('start, finish with result and next step, reopen; anything else is refused', async () => {
    const party = await aParty()
    const task = await recorded(api, {
      kind: 'task',
      subject: 'تهیهٔ گزارش',
      dueAt: '2026-11-20',
      parties: [{ partyId: party.id }],
    })
    expect(task).toMatchObject({ status: 'planned', overdue: true })
    expect((await fileOf(party)).alerts).toContainEqual({
      text: 'activities.alert.overdue',
      tone: 'warning',
      params: { count: 1 },
    })
    const started = (await move(task, 'start')).body
    expect(started.status).toBe('inProgress')
    const refused = await move(started, 'reopen')
    expect([refused.status, refused.body.code]).toEqual([409, 'transition.notAllowed'])
    const completed = await resultId('taskResults', 'completed')
    const done = (
      await move(started, 'finish', {
        resultId: completed,
        note: 'تمام شد',
        followUp: { kind: 'call', subject: 'خبر دادن', dueAt: '2026-11-23' },
      })
    ).body
    expect(done).toMatchObject({
      status: 'done',
      doneAt: now,
      occurredAt: now,
      body: 'تمام شد',
      result: { id: completed },
      overdue: false,
    })
    expect(done.followUps).toMatchObject([{ kind: 'call' }])
    expect((await timelineOf(party)).map(({ subjectId }) => subjectId)).toEqual([task.id])
    expect((await move(done, 'reopen')).body).toMatchObject({ status: 'inProgress', doneAt: null })
  })

  test('a result that asks for an own field gets it with the finish, alone or among many', async () => {
    const [successful, unanswered] = [
      await resultId('callResults', 'successful'),
      await resultId('callResults', 'noAnswer'),
    ]
    const field = await api.post('/custom-fields', {
      record: 'activities',
      key: 'agreed',
      type: 'text',
      labelFa: 'توافق',
      labelEn: 'Agreed',
      required: true,
      appliesTo: ['call'],
      showWhen: { rules: [{ field: 'record.resultId', op: 'in', values: [successful] }] },
    })
    expect(field.status).toBe(201)
    const planned = (subject: string) => recorded(api, { kind: 'call', subject, status: 'planned' })
    const [first, second, third] = [await planned('یک'), await planned('دو'), await planned('سه')]

    expect((await move(first, 'finish', { resultId: successful })).body).toMatchObject({
      code: 'badInput',
      errors: [{ path: 'custom.agreed', code: 'required' }],
    })
    const done = await move(first, 'finish', { resultId: successful, custom: { agreed: 'ده روزه' } })
    expect(done.body).toMatchObject({ status: 'done', custom: { agreed: 'ده روزه' } })
    expect((await move(second, 'finish', { resultId: unanswered })).status).toBe(200)

    const { body } = await api.post<{ operationId: string }>('/activities/bulk', {
      selection: { ids: [third.id] },
      action: { type: 'finish', resultId: successful },
    })
    await tested.runJobs()
    expect((await api.get(`/operations/${body.operationId}`)).body).toMatchObject({ done: 0, failed: 1 })
    expect((await api.get<Activity>(`/activities/${third.id}`)).body.status).toBe('planned')
  })

  test('a meeting happened when it was planned', async () => {
    const meeting = await recorded(api, {
      kind: 'meeting',
      subject: 'دیروز',
      plannedAt: '2026-11-21T06:00:00Z',
    })
    expect((await move(meeting, 'finish')).body).toMatchObject({
      occurredAt: '2026-11-21T06:00:00.000Z',
      at: '2026-11-21T06:00:00.000Z',
      doneAt: now,
    })
  })

  test('an older version changes nothing and shows the present state', async () => {
    const task = await recorded(api, { kind: 'task', subject: 'یکم' })
    await api.patch(`/activities/${task.id}`, { version: 1, subject: 'دوم' })
    const late = await api.patch<{ code: string; current: Activity }>(`/activities/${task.id}`, {
      version: 1,
      subject: 'سوم',
    })
    expect([late.status, late.body.code, late.body.current.subject]).toEqual([409, 'versionConflict', 'دوم'])
    expect((await move(task, 'start')).status).toBe(409)
  })

  test('a party taken off loses the row in its file, one added gets it', async () => {
    const [first, second] = [await aParty(), await aParty()]
    const call = await recorded(api, { kind: 'call', subject: 'تماس', parties: [{ partyId: first.id }] })
    await api.patch(`/activities/${call.id}`, {
      version: call.version,
      subject: 'تماس دوم',
      parties: [{ partyId: second.id, role: 'related' }],
    })
    expect(await timelineOf(first)).toEqual([])
    expect(await timelineOf(second)).toMatchObject([{ subjectId: call.id, summary: { subject: 'تماس دوم' } }])
  })

  test('ticking the list moves the progress', async () => {
    const task = await recorded(api, {
      kind: 'task',
      subject: 'فهرست',
      task: { checklist: [{ title: 'الف' }, { title: 'ب' }, { title: 'پ', done: true }] },
    })
    expect(task.task?.progress).toBe(33)
    const item = task.task?.checklist[0]
    const ticked = (await api.put<Activity>(`/activities/${task.id}/checklist/${item?.id}`, { done: true }))
      .body
    expect(ticked.task).toMatchObject({
      progress: 67,
      checklist: [{ done: true, doneAt: now, doneBy: admin.userId }, {}, {}],
    })
    const kept = ticked.task?.checklist ?? []
    const edited = (
      await api.patch<Activity>(`/activities/${task.id}`, {
        version: ticked.version,
        task: { checklist: [kept[0], { title: 'ت' }] },
      })
    ).body
    expect(edited.task?.checklist).toMatchObject([
      { id: item?.id, doneAt: now },
      { title: 'ت', done: false },
    ])
  })

  test('an invited colleague answers; who is not invited cannot', async () => {
    const guest = await callerOf(tested, colleague)
    const meeting = await recorded(api, {
      kind: 'meeting',
      subject: 'دعوت',
      plannedAt: '2026-11-24T06:00:00Z',
      participants: [{ userId: colleague.userId as string }],
    })
    const answered = await guest.post<Activity>(`/activities/${meeting.id}/response`, {
      response: 'accepted',
    })
    expect(answered.body.participants).toMatchObject([{ type: 'user', name: 'رضا', response: 'accepted' }])
    expect((await api.post(`/activities/${meeting.id}/response`, { response: 'accepted' })).status).toBe(409)
  })

  test('the recycle bin takes it out of the file and gives it back', async () => {
    const party = await aParty()
    const call = await recorded(api, { kind: 'call', subject: 'دورریز', parties: [{ partyId: party.id }] })
    expect((await api.delete(`/activities/${call.id}`)).status).toBe(204)
    expect((await api.get(`/activities/${call.id}`)).status).toBe(404)
    expect(await timelineOf(party)).toEqual([])
    expect(await idsOf(api, '/activities?deleted=true')).toContain(call.id)
    expect((await api.post<Activity>(`/activities/${call.id}/restore`)).body.deletedAt).toBeNull()
    expect(await timelineOf(party)).toHaveLength(1)
  })
})
