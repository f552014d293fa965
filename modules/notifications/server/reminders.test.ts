import type { Activity } from '@peyvand/activities/contract'
import { recorded } from '@peyvand/activities/testing'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SnoozePreset } from '../contract/index.ts'
import { notificationsOf, passMinute, toldOf } from './testing/reading.ts'

// Sunday, half past eight in the morning in Tehran.
const morning = '2026-11-22T05:00:00.000Z'
let clock = new Date(morning)
const tested = testApp({ now: () => clock })
let admin: Actor
let sara: Actor
let boss: Caller
let saraApi: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  boss = await callerOf(tested, admin)
})
beforeEach(async () => {
  clock = new Date(morning)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  saraApi = await callerOf(tested, sara)
})

async function at(time: string): Promise<void> {
  clock = new Date(time)
  await passMinute(tested)
}
const aTask = (dueAt: string, more: object = {}): Promise<Activity> =>
  recorded(saraApi, { kind: 'task', subject: 'تماس با بانک', dueAt, ...more })

describe('what is due', () => {
  test('is told at its lead and once it has passed, each once however often the minute comes', async () => {
    const { id } = await aTask('2026-11-22T08:00:00.000Z')
    await at('2026-11-22T07:29:00.000Z')
    expect(await toldOf(saraApi, id)).toEqual([])
    for (const time of ['07:30', '07:31', '07:45', '08:00', '08:01', '09:00'])
      await at(`2026-11-22T${time}:00.000Z`)
    expect(await toldOf(saraApi, id)).toEqual(['activityDue', 'activityOverdue'])
  })

  test('is told of the first answer to a lead as well: to its owner once it is late, and of leads that rules give', async () => {
    const lead = (lastName: string) =>
      made(boss, { kind: 'person', lastName, groups: ['leads'], ownerId: sara.userId })
    const [late, turnedDown] = [await lead('دیرشده'), await lead('هرزنامه')]
    const { body: lists } = await boss.get<{ items: { key: string; values: { id: string }[] }[] }>(
      '/value-lists',
    )
    const reasonId = lists.items.find(({ key }) => key === 'unfitReasons')?.values[0]?.id
    await boss.post(`/leads/${turnedDown.id}/verdict`, { verdict: 'unfit', version: 1, reasonId })
    for (const time of ['06:59', '07:01', '07:02']) await at(`2026-11-22T${time}:00.000Z`)
    expect(await toldOf(saraApi, late.id)).toEqual(['leadLate'])
    expect(await toldOf(saraApi, turnedDown.id)).toEqual([])

    const omid = await aUser(tested.app, admin.firm, { name: 'امید' })
    await boss.post('/leads/rules', { name: 'همه', to: 'user', userId: omid.userId })
    await boss.post('/leads/assign', { ids: [late.id] })
    await tested.runJobs()
    expect(await toldOf(await callerOf(tested, omid), late.id)).toEqual(['leadAssigned'])
  })

  test('is told once when the clock goes back and forth', async () => {
    const { id } = await aTask('2026-11-22T10:00:00.000Z')
    for (const time of ['09:35', '09:10', '09:40', '10:05', '09:31', '09:50', '10:10', '05:00', '10:06'])
      await at(`2026-11-22T${time}:00.000Z`)
    expect(await toldOf(saraApi, id)).toEqual(['activityDue', 'activityOverdue'])
  })

  test('is told as passed when the program stood still over its time, for a weekend too', async () => {
    const { id } = await aTask('2026-11-22T11:00:00.000Z')
    const { id: longGone } = await aTask('2026-11-22T06:00:00.000Z')
    await at('2026-11-25T07:00:00.000Z')
    expect(await toldOf(saraApi, id)).toEqual(['activityOverdue'])
    expect(await toldOf(saraApi, longGone)).toEqual([])
  })

  test('comes anew when the deadline is moved, and not at all when it is done before', async () => {
    const task = await aTask('2026-11-22T08:00:00.000Z')
    const finished = await aTask('2026-11-22T08:00:00.000Z')
    await at('2026-11-22T07:40:00.000Z')
    await saraApi.patch(`/activities/${task.id}`, {
      version: task.version,
      dueAt: '2026-11-22T12:00:00.000Z',
    })
    await saraApi.post(`/activities/${finished.id}/transitions`, {
      action: 'finish',
      version: finished.version,
    })
    await at('2026-11-22T11:40:00.000Z')
    await at('2026-11-22T12:01:00.000Z')
    expect(await toldOf(saraApi, task.id)).toEqual(['activityDue', 'activityDue', 'activityOverdue'])
    expect(await toldOf(saraApi, finished.id)).toEqual(['activityDue'])
    const told = (await notificationsOf(saraApi)).find(({ subject }) => subject?.id === finished.id)
    expect(told?.readAt).not.toBeNull()
  })

  test('on a whole day is told in its morning', async () => {
    const { id } = await aTask('2026-11-24')
    await at('2026-11-24T04:29:00.000Z')
    expect(await toldOf(saraApi, id)).toEqual(['activityDue'])
    await at('2026-11-24T04:30:00.000Z')
    expect(await toldOf(saraApi, id)).toEqual(['activityDue', 'activityDue'])
    expect((await notificationsOf(saraApi))[0]?.facts.when).toBe('2026-11-24T20:29:59.999Z')
  })

  test('of a meeting is told to everybody expected, but not to who declined', async () => {
    const omid = await aUser(tested.app, admin.firm, { name: 'امید' })
    const omidApi = await callerOf(tested, omid)
    const { id } = await recorded(boss, {
      kind: 'meeting',
      subject: 'جلسه',
      plannedAt: '2026-11-22T08:00:00.000Z',
      participants: [{ userId: sara.userId as string }, { userId: omid.userId as string }],
    })
    await tested.runJobs()
    await omidApi.post(`/activities/${id}/response`, { response: 'declined' })
    await at('2026-11-22T07:30:00.000Z')
    await at('2026-11-22T08:30:00.000Z')
    expect(await toldOf(saraApi, id)).toEqual(['meetingInvited', 'activityDue'])
    expect(await toldOf(omidApi, id)).toEqual(['meetingInvited'])
    expect((await toldOf(boss, id)).toSorted()).toEqual(['activityDue', 'activityOverdue', 'meetingAnswered'])
  })
})

test('the deadline of a referral is told to its receiver before, and to both once it has passed', async () => {
  const { id: activityId } = await recorded(boss, { kind: 'letter', direction: 'incoming', subject: 'نامه' })
  const { body } = await boss.post<{ items: { id: string }[] }>('/referrals', {
    activityId,
    to: [{ userId: sara.userId }],
    deadline: '2026-11-22T08:00:00.000Z',
  })
  const id = body.items[0]?.id as string
  await at('2026-11-22T07:35:00.000Z')
  await at('2026-11-22T08:05:00.000Z')
  expect(await toldOf(saraApi, id)).toEqual(['referralReceived', 'referralDue', 'referralOverdue'])
  expect(await toldOf(boss, id)).toEqual(['referralOverdue'])
})

test('deadlines of referrals are read once; a longer lead, other hands and a standstill are made up for', async () => {
  const { id: activityId } = await recorded(boss, { kind: 'letter', direction: 'incoming', subject: 'نامه' })
  const refer = async (deadline: string) => {
    const { body } = await boss.post<{ items: { id: string }[] }>('/referrals', {
      activityId,
      to: [{ userId: sara.userId }],
      deadline,
    })
    return body.items[0]?.id as string
  }
  clock = new Date('2026-12-01T05:00:00.000Z')
  const near = await refer('2026-12-03T08:00:00.000Z')
  const far = await refer('2026-12-07T05:00:00.000Z')
  await at('2026-12-01T08:30:00.000Z')
  expect(await toldOf(saraApi, near)).toEqual(['referralReceived'])
  const { body: own } = await saraApi.get<{ version: number }>('/notification-preferences')
  await saraApi.patch('/notification-preferences', { version: own.version, leadMinutes: [2880] })
  await at('2026-12-01T08:31:00.000Z')
  expect(await toldOf(saraApi, near)).toEqual(['referralReceived', 'referralDue'])
  // From Tuesday to Friday nothing ran.
  await at('2026-12-04T08:00:00.000Z')
  expect(await toldOf(saraApi, near)).toEqual(['referralReceived', 'referralDue', 'referralOverdue'])
  const mina = await aUser(tested.app, admin.firm, { name: 'مینا' })
  await at('2026-12-06T05:30:00.000Z')
  expect((await boss.post(`/users/${sara.userId}/leave`, { to: { referrals: mina.userId } })).status).toBe(
    200,
  )
  await at('2026-12-06T05:31:00.000Z')
  expect(await toldOf(await callerOf(tested, mina), far)).toContain('referralDue')
})

test('the day’s contacts are told once in the morning, with their number', async () => {
  const omid = await aUser(tested.app, admin.firm, { name: 'امید' })
  const omidApi = await callerOf(tested, omid)
  for (const nextContactOn of ['2026-11-26', '2026-11-26', '2026-11-25'])
    await made(omidApi, { kind: 'person', lastName: 'احمدی', groups: ['leads'], nextContactOn })
  await at('2026-11-26T04:29:00.000Z')
  expect(await notificationsOf(omidApi)).toEqual([])
  for (const time of ['04:30', '04:31', '03:00', '12:00']) await at(`2026-11-26T${time}:00.000Z`)
  const told = (await notificationsOf(omidApi)).map(({ kind, facts }) => [kind, facts.count])
  expect(Object.fromEntries(told)).toEqual({ nextContactOverdue: 1, nextContactToday: 2 })
  expect(told).toHaveLength(2)
  // A Friday: contacts of today are told, what is late waits for Saturday.
  await at('2026-11-27T05:00:00.000Z')
  expect(await notificationsOf(omidApi)).toHaveLength(2)
})

describe('a reminder of one’s own', () => {
  test('comes at its time, once, with its words', async () => {
    const { id } = await aTask('2026-12-22')
    const subject = { type: 'activities', id }
    const { status } = await saraApi.post('/reminders', {
      subject,
      at: '2026-11-22T09:00:00.000Z',
      note: 'فاکتور را هم بپرسید',
    })
    expect(status).toBe(201)
    await at('2026-11-22T08:59:00.000Z')
    expect(await toldOf(saraApi, id)).toEqual([])
    for (const time of ['09:00', '09:01', '08:00', '09:02']) await at(`2026-11-22T${time}:00.000Z`)
    expect(await toldOf(saraApi, id)).toEqual(['reminder'])
    expect((await notificationsOf(saraApi)).find(({ kind }) => kind === 'reminder')?.facts.note).toBe(
      'فاکتور را هم بپرسید',
    )
  })

  test('is refused in the past and can be taken back before it comes', async () => {
    const { id } = await aTask('2026-12-22')
    const subject = { type: 'activities', id }
    const late = await saraApi.post<{ code: string }>('/reminders', {
      subject,
      at: '2026-11-22T04:00:00.000Z',
    })
    expect(late.body.code).toBe('notifications.reminderPast')
    const { body } = await saraApi.post<{ id: string }>('/reminders', {
      subject,
      at: '2026-11-22T09:00:00.000Z',
    })
    expect((await boss.delete(`/reminders/${body.id}`)).status).toBe(404)
    expect((await saraApi.delete(`/reminders/${body.id}`)).status).toBe(204)
    await at('2026-11-22T09:30:00.000Z')
    expect(await toldOf(saraApi, id)).toEqual([])
  })
})

describe('what is put off', () => {
  test('is away until its time and comes back unread, once', async () => {
    const { id: activityId } = await aTask('2026-11-22T08:00:00.000Z')
    await at('2026-11-22T07:30:00.000Z')
    const { id } = (await notificationsOf(saraApi))[0] as { id: string }
    const presets = await saraApi.get<{ items: SnoozePreset[] }>('/snooze-presets')
    const tomorrow = presets.body.items.find((preset) => preset.id === 'tomorrowMorning')?.until
    expect(tomorrow).toBe('2026-11-23T04:30:00.000Z')
    await saraApi.post('/notifications/read', { ids: [id], read: true })
    expect((await saraApi.post('/notifications/snooze', { ids: [id], until: tomorrow })).body).toEqual({
      changed: 1,
    })
    expect(await toldOf(saraApi, activityId)).toEqual([])
    const shown = await notificationsOf(saraApi, '&show=snoozed')
    expect(shown.map((item) => item.id)).toEqual([id])
    await at('2026-11-23T04:29:00.000Z')
    expect(await notificationsOf(saraApi, '&show=snoozed')).toHaveLength(1)
    await at('2026-11-23T04:30:00.000Z')
    const [first] = await notificationsOf(saraApi)
    expect(first).toMatchObject({ id, readAt: null, snoozedUntil: null, at: '2026-11-23T04:30:00.000Z' })
    await at('2026-11-23T04:31:00.000Z')
    expect((await notificationsOf(saraApi)).filter((item) => item.id === id)).toHaveLength(1)
  })

  test('cannot be put off into the past', async () => {
    await aTask('2026-11-22T08:00:00.000Z')
    await at('2026-11-22T07:30:00.000Z')
    const { id } = (await notificationsOf(saraApi))[0] as { id: string }
    const { status, body } = await saraApi.post<{ errors: object[] }>('/notifications/snooze', {
      ids: [id],
      until: '2026-11-22T07:00:00.000Z',
    })
    expect([status, body.errors]).toMatchObject([400, [{ path: 'until', code: 'notifications.snoozePast' }]])
  })
})

test('a page of the centre goes on where the last one ended, and filters by group, day and state', async () => {
  const mina = await aUser(tested.app, admin.firm, { name: 'مینا' })
  const minaApi = await callerOf(tested, mina)
  for (let n = 0; n < 5; n += 1)
    await recorded(boss, { kind: 'task', subject: `کار ${n}`, ownerId: mina.userId as string })
  await tested.runJobs()
  interface Page {
    items: { id: string }[]
    nextCursor: string | null
  }
  const first = (await minaApi.get<Page>('/notifications?limit=3')).body
  const second = (await minaApi.get<Page>(`/notifications?limit=3&cursor=${first.nextCursor}`)).body
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, null])
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(5)
  expect((await minaApi.get('/notifications?cursor=nonsense')).status).toBe(400)
  const count = async (query: string) => (await notificationsOf(minaApi, query)).length
  expect(await count('&group=activities')).toBe(5)
  expect(await count('&group=referrals')).toBe(0)
  expect(await count('&from=2026-11-22&to=2026-11-22')).toBe(5)
  expect(await count('&from=2026-11-23')).toBe(0)
  await minaApi.post('/notifications/read', { ids: [first.items[0]?.id], read: true })
  expect(await count('&show=unread')).toBe(4)
  expect((await minaApi.get('/notifications/counts')).body).toEqual({ unread: 4, snoozed: 0 })
  expect((await minaApi.post('/notifications/read', { all: true, read: true })).body).toEqual({ changed: 4 })
  expect((await minaApi.get('/notifications/counts')).body).toEqual({ unread: 0, snoozed: 0 })
})
