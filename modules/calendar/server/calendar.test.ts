import type { Activity } from '@peyvand/activities/contract'
import { recorded } from '@peyvand/activities/testing'
import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import { fromJalali } from '@peyvand/persian'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CalendarDay, CalendarItem } from '../contract/index.ts'

const tested = testApp({ now: () => new Date('2026-11-22T06:30:00.000Z') })
let admin: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

let clerk: Actor
let clerkApi: Caller
beforeEach(async () => {
  clerk = await aUser(tested.app, admin.firm, { name: 'رضا احمدی' })
  clerkApi = await callerOf(tested, clerk)
})

interface Answer {
  items: CalendarItem[]
  days: CalendarDay[]
  users: { id: string; name: string }[]
}
const week = { from: '2026-11-21', to: '2026-11-28' }
const calendar = async (caller: Caller, query: Record<string, string> = {}) => {
  const { status, body } = await caller.get<Answer>(
    `/calendar?${new URLSearchParams({ ...week, ...query }).toString()}`,
  )
  expect(status).toBe(200)
  return body
}
const tehran = (day: string, clock: string) => new Date(`${day}T${clock}:00+03:30`).toISOString()

const meetingWith = (caller: Caller, userIds: string[], rest: object = {}) =>
  recorded(caller, {
    kind: 'meeting',
    subject: 'جلسهٔ هفتگی',
    plannedAt: tehran('2026-11-24', '10:00'),
    durationMinutes: 90,
    participants: userIds.map((userId) => ({ userId })),
    ...rest,
  })

describe('what stands in the calendar', () => {
  test('meetings at their hour, tasks on their day, next contacts, holidays and days off', async () => {
    const party = await made(clerkApi, {
      kind: 'organization',
      name: 'شرکت البرز',
      groups: [],
      nextContactOn: '2026-11-23',
    })
    const meeting = await meetingWith(clerkApi, [], { parties: [{ partyId: party.id }] })
    await recorded(clerkApi, { kind: 'task', subject: 'فرستادن کاتالوگ', dueAt: '2026-11-25' })
    const { items, days, users } = await calendar(clerkApi)
    expect(users).toEqual([{ id: clerk.userId, name: 'رضا احمدی' }])
    expect(items).toMatchObject([
      { type: 'nextContact', id: party.id, title: 'شرکت البرز', start: '2026-11-23' },
      {
        key: meeting.id,
        type: 'activity',
        kind: 'meeting',
        start: tehran('2026-11-24', '10:00'),
        end: tehran('2026-11-24', '11:30'),
        allDay: false,
        party: { name: 'شرکت البرز' },
        can: { open: true, move: true, respond: false },
      },
      { title: 'فرستادن کاتالوگ', start: '2026-11-25', end: '2026-11-26', allDay: true },
    ])
    expect(days.map(({ off }) => off)).toEqual([false, false, false, false, false, false, true])
    const nowruz = await calendar(clerkApi, { from: '2027-03-21', to: '2027-03-22' })
    expect(nowruz.days[0]).toMatchObject({ off: true, holidays: ['آغاز نوروز'], hours: [] })
  })

  test('of a colleague one sees the time, not what it is; those invited see it', async () => {
    const colleague = await aUser(tested.app, admin.firm, { name: 'سارا کاظمی' })
    const colleagueApi = await callerOf(tested, colleague)
    await meetingWith(colleagueApi, [], { subject: 'محرمانه' })
    const shared = await meetingWith(colleagueApi, [clerk.userId as string], {
      subject: 'جلسهٔ مشترک',
      plannedAt: tehran('2026-11-25', '09:00'),
    })
    const { items } = await calendar(clerkApi, { users: colleague.userId as string })
    expect(items.map(({ type, title }) => [type, title])).toEqual([
      ['busy', ''],
      ['activity', 'جلسهٔ مشترک'],
    ])
    expect(JSON.stringify(items)).not.toContain('محرمانه')
    expect(items[0]?.can).toEqual({ open: false, move: false, respond: false })
    const own = await calendar(clerkApi)
    expect(own.items).toMatchObject([{ id: shared.id, can: { move: false, respond: true } }])
    await clerkApi.post(`/activities/${shared.id}/response`, { response: 'declined' })
    expect((await calendar(clerkApi)).items).toEqual([])
  })

  test('another firm sees nothing, not even that somebody is busy', async () => {
    await meetingWith(clerkApi, [])
    const stranger = await callerOf(tested, await aFirm(tested.app))
    const { items, users } = await calendar(stranger, { users: clerk.userId as string })
    expect([items, users]).toEqual([[], []])
  })

  test('tells of two months at most', async () => {
    const { status, body } = await clerkApi.get<{ errors: object[] }>(
      '/calendar?from=2026-01-01&to=2026-11-23',
    )
    expect([status, body.errors]).toMatchObject([400, [{ path: 'to', code: 'activities.period' }]])
  })

  test('a team shows each of its members', async () => {
    const teamId = await aTeam(tested.app, admin.firm)
    const [one, two] = [
      await aUser(tested.app, admin.firm, { name: 'الف', teamIds: [teamId] }),
      await aUser(tested.app, admin.firm, { name: 'ب', teamIds: [teamId] }),
    ]
    await meetingWith(await callerOf(tested, one), [two.userId as string])
    const { items, users } = await calendar(api, { teamId })
    expect(users.map(({ name }) => name)).toEqual(['الف', 'ب'])
    expect(items).toHaveLength(1)
    expect(items[0]?.userIds).toEqual([one.userId, two.userId])
  })
})

describe('recurring work', () => {
  test('coming occurrences are shown by Jalali months without being made', async () => {
    const first = fromJalali({ year: 1405, month: 10, day: 1 })
    const task = await recorded(clerkApi, {
      kind: 'task',
      subject: 'گزارش اول ماه',
      dueAt: first,
      recurrence: { frequency: 'monthly', monthlyOn: 'firstDay' },
    })
    const from = fromJalali({ year: 1405, month: 12, day: 1 })
    const { items } = await calendar(clerkApi, { from, to: fromJalali({ year: 1406, month: 1, day: 31 }) })
    expect(items.map(({ start, ahead, occurrence }) => [start, ahead, occurrence])).toEqual([
      [from, true, 3],
      [fromJalali({ year: 1406, month: 1, day: 1 }), true, 4],
    ])
    expect(items[0]).toMatchObject({ id: task.id, key: expect.stringContaining(':3'), recurring: true })
  })

  const weekly = () =>
    meetingWith(clerkApi, [], {
      plannedAt: tehran('2026-11-23', '10:00'),
      recurrence: { frequency: 'weekly' },
    })
  const month = { from: '2026-11-21', to: '2026-12-19' }
  const shown = async () =>
    (await calendar(clerkApi, month)).items.map(({ start, title, ahead }) => [start, title, ahead])
  const change = (id: string, body: object) => clerkApi.patch<Activity>(`/activities/${id}`, body)

  test('one alone moves: those after it stay', async () => {
    const meeting = await weekly()
    const made = await clerkApi.put<Activity>(`/activities/${meeting.id}/occurrences/2`)
    expect(made.body).toMatchObject({ occurrence: 2, plannedAt: tehran('2026-11-30', '10:00') })
    const { status } = await clerkApi.post(`/activities/${made.body.id}/reschedule`, {
      version: made.body.version,
      start: tehran('2026-12-01', '15:00'),
      occurrences: 'this',
    })
    expect(status).toBe(200)
    expect(await shown()).toEqual([
      [tehran('2026-11-23', '10:00'), 'جلسهٔ هفتگی', false],
      [tehran('2026-12-01', '15:00'), 'جلسهٔ هفتگی', false],
      [tehran('2026-12-07', '10:00'), 'جلسهٔ هفتگی', false],
      [tehran('2026-12-14', '10:00'), 'جلسهٔ هفتگی', true],
    ])
  })

  test('it and those after it move to another weekday', async () => {
    const meeting = await weekly()
    const { body } = await clerkApi.put<Activity>(`/activities/${meeting.id}/occurrences/3`)
    await clerkApi.post(`/activities/${body.id}/reschedule`, {
      version: body.version,
      start: tehran('2026-12-08', '11:00'),
      occurrences: 'following',
    })
    expect((await shown()).map(([start]) => start)).toEqual([
      tehran('2026-11-23', '10:00'),
      tehran('2026-11-30', '10:00'),
      tehran('2026-12-08', '11:00'),
      tehran('2026-12-15', '11:00'),
    ])
  })

  test('all open ones take a new name and hour', async () => {
    const meeting = await weekly()
    await clerkApi.put<Activity>(`/activities/${meeting.id}/occurrences/2`)
    const { status } = await change(meeting.id, {
      version: meeting.version,
      subject: 'جلسهٔ فروش',
      plannedAt: tehran('2026-11-23', '12:00'),
      occurrences: 'all',
    })
    expect(status).toBe(200)
    expect(await shown()).toEqual(
      ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'].map((day, index) => [
        tehran(day, '12:00'),
        'جلسهٔ فروش',
        index > 1,
      ]),
    )
  })

  test('one alone is deleted: the series goes on; with those after it: it ends', async () => {
    const meeting = await weekly()
    await clerkApi.delete(`/activities/${meeting.id}?occurrences=this`)
    expect((await shown()).map(([start]) => start)).toEqual(
      ['2026-11-30', '2026-12-07', '2026-12-14'].map((day) => tehran(day, '10:00')),
    )
    const next = (await calendar(clerkApi, month)).items[0]
    const { body } = await clerkApi.put<Activity>(`/activities/${next?.id}/occurrences/3`)
    await clerkApi.delete(`/activities/${body.id}?occurrences=following`)
    expect((await shown()).map(([start]) => start)).toEqual([tehran('2026-11-30', '10:00')])
  })

  test('an occurrence that was called off ahead does not come again, the one after it does', async () => {
    const meeting = await weekly()
    const { body: second } = await clerkApi.put<Activity>(`/activities/${meeting.id}/occurrences/2`)
    await clerkApi.post(`/activities/${second.id}/transitions`, {
      action: 'cancel',
      version: second.version,
    })
    const again = await clerkApi.put(`/activities/${meeting.id}/occurrences/2`)
    expect(again).toMatchObject({ status: 409, body: { code: 'activities.occurrenceTaken' } })
    expect((await shown()).map(([start]) => start)).toEqual(
      ['2026-11-23', '2026-12-07', '2026-12-14'].map((day) => tehran(day, '10:00')),
    )
    expect(await clerkApi.put(`/activities/${meeting.id}/occurrences/1`)).toMatchObject({ status: 200 })
  })
})

describe('moving', () => {
  test('a task goes to another day, a meeting keeps its length and asks its guests again', async () => {
    const guest = await aUser(tested.app, admin.firm)
    const meeting = await meetingWith(clerkApi, [guest.userId as string], {
      meeting: { endsAt: tehran('2026-11-24', '12:00') },
    })
    const guestApi = await callerOf(tested, guest)
    await guestApi.post(`/activities/${meeting.id}/response`, { response: 'accepted' })
    const moved = await clerkApi.post<Activity>(`/activities/${meeting.id}/reschedule`, {
      version: meeting.version,
      start: tehran('2026-11-26', '08:00'),
    })
    expect(moved.body).toMatchObject({
      plannedAt: tehran('2026-11-26', '08:00'),
      meeting: { endsAt: tehran('2026-11-26', '10:00') },
      participants: [{ response: 'invited' }],
    })
    const day = await clerkApi.post<Activity>(`/activities/${meeting.id}/reschedule`, {
      version: moved.body.version,
      start: '2026-11-23',
    })
    expect(day.body.plannedAt).toBe(tehran('2026-11-23', '08:00'))
    const longer = await clerkApi.post<Activity>(`/activities/${meeting.id}/reschedule`, {
      version: day.body.version,
      start: tehran('2026-11-23', '08:00'),
      end: tehran('2026-11-23', '11:00'),
    })
    expect(longer.body).toMatchObject({
      durationMinutes: 180,
      meeting: { endsAt: tehran('2026-11-23', '11:00') },
    })

    const task = await recorded(clerkApi, { kind: 'task', subject: 'کار', dueAt: '2026-11-24' })
    const later = await clerkApi.post<Activity>(`/activities/${task.id}/reschedule`, {
      version: task.version,
      start: '2026-11-27',
    })
    expect(later.body).toMatchObject({ dueAllDay: true, dueAt: '2026-11-27T20:29:59.999Z' })
  })

  test('what is done does not move, and a guest cannot move it', async () => {
    const guest = await aUser(tested.app, admin.firm)
    const meeting = await meetingWith(clerkApi, [guest.userId as string])
    const guestApi = await callerOf(tested, guest)
    const body = { version: meeting.version, start: '2026-11-26' }
    expect(await guestApi.post(`/activities/${meeting.id}/reschedule`, body)).toMatchObject({ status: 403 })
    const { body: done } = await clerkApi.post<Activity>(`/activities/${meeting.id}/transitions`, {
      action: 'finish',
      version: meeting.version,
    })
    const late = await clerkApi.post(`/activities/${meeting.id}/reschedule`, {
      ...body,
      version: done.version,
    })
    expect(late).toMatchObject({ status: 409, body: { code: 'activities.notOpen' } })
  })
})

describe('free time', () => {
  test('says when somebody is busy without saying with what', async () => {
    await meetingWith(clerkApi, [admin.userId as string], { subject: 'محرمانه', confidentiality: 'secret' })
    await recorded(clerkApi, { kind: 'task', subject: 'کار روز', dueAt: '2026-11-24' })
    const other = await callerOf(tested, await aUser(tested.app, admin.firm))
    const { body } = await other.get<{ users: { user: { id: string }; busy: object[] }[] }>(
      `/calendar/free-busy?${new URLSearchParams({ ...week, users: `${clerk.userId},${admin.userId}` }).toString()}`,
    )
    const times = { start: tehran('2026-11-24', '10:00'), end: tehran('2026-11-24', '11:30') }
    expect(body.users[0]).toEqual({
      user: { id: clerk.userId, name: 'رضا احمدی' },
      busy: [{ ...times, kind: 'busy' }],
    })
    expect(body.users[1]?.busy).toContainEqual({ ...times, kind: 'maybe' })
    expect(JSON.stringify(body)).not.toContain('محرمانه')
  })

  test('suggests times in working hours at which all are free', async () => {
    // Now it is Sunday 10:00; the clerk is busy the rest of the day and the administrator on Monday morning.
    await meetingWith(clerkApi, [], { plannedAt: tehran('2026-11-22', '10:00'), durationMinutes: 7 * 60 })
    const colleague = await aUser(tested.app, admin.firm)
    await meetingWith(await callerOf(tested, colleague), [], {
      plannedAt: tehran('2026-11-23', '08:00'),
      durationMinutes: 130,
    })
    const { body } = await clerkApi.get<{ items: object[] }>(
      `/calendar/suggestions?${new URLSearchParams({ users: `me,${colleague.userId}`, minutes: '60', limit: '3' }).toString()}`,
    )
    expect(body.items).toEqual([
      { start: tehran('2026-11-23', '10:15'), end: tehran('2026-11-23', '11:15') },
      { start: tehran('2026-11-23', '11:15'), end: tehran('2026-11-23', '12:15') },
      { start: tehran('2026-11-24', '08:00'), end: tehran('2026-11-24', '09:00') },
    ])
  })
})
