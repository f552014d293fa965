import { aFirm } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import { fromJalali } from '@peyvand/persian'
import type { Actor, JobRun } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Activity, ActivityRow } from '../contract/index.ts'
import { missedOccurrencesJob } from './recurrence-job.ts'
import { recorded } from './testing.ts'

let clock = '2026-09-22T08:00:00.000Z'
const tested = testApp({ now: () => new Date(clock) })
let admin: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

const lastDayOfShahrivar = fromJalali({ year: 1405, month: 6, day: 31 })
const finish = async ({ id, version }: { id: string; version: number }) =>
  (await api.post<Activity>(`/activities/${id}/transitions`, { action: 'finish', version })).body
const openOf = async (subject: string) =>
  (
    await api.get<{ items: ActivityRow[] }>(
      `/activities?${new URLSearchParams({ q: subject, sort: 'dueAt' }).toString()}`,
    )
  ).body.items.filter(({ status }) => status === 'planned')
const runMissed = () =>
  missedOccurrencesJob.run(
    { app: tested.app, actor: admin, inFirm: (run) => tested.committed(admin, run) } satisfies JobRun,
    {},
  )

test('finishing one makes the next with all that belongs to it, on the last day of the shorter Jalali month', async () => {
  const party = await made(api, { kind: 'organization', name: 'شرکت ماهانه', groups: [] })
  const task = await recorded(api, {
    kind: 'task',
    subject: 'گزارش ماهانه',
    dueAt: lastDayOfShahrivar,
    parties: [{ partyId: party.id }],
    task: { checklist: [{ title: 'جمع کردن ارقام', done: true }] },
    recurrence: { frequency: 'monthly' },
  })
  expect(task).toMatchObject({ recurring: true, occurrence: 1, recurrence: { calendar: 'jalali' } })
  await finish(task)
  const [next] = await openOf('گزارش ماهانه')
  const full = (await api.get<Activity>(`/activities/${next?.id}`)).body
  expect(full).toMatchObject({
    occurrence: 2,
    dueAllDay: true,
    parties: [{ id: party.id }],
    task: { progress: 0, checklist: [{ title: 'جمع کردن ارقام', done: false }] },
  })
  expect(full.dueAt?.slice(0, 10)).toBe(fromJalali({ year: 1405, month: 7, day: 30 }))
})

test('a meeting keeps its clock time; the series ends with its count', async () => {
  const meeting = await recorded(api, {
    kind: 'meeting',
    subject: 'جلسهٔ هفتگی',
    plannedAt: '2026-09-22T09:30:00Z',
    meeting: { endsAt: '2026-09-22T10:30:00Z' },
    recurrence: { frequency: 'weekly', count: 2 },
  })
  await finish(meeting)
  const [next] = await openOf('جلسهٔ هفتگی')
  const full = (await api.get<Activity>(`/activities/${next?.id}`)).body
  expect(full).toMatchObject({
    plannedAt: '2026-09-29T09:30:00.000Z',
    meeting: { endsAt: '2026-09-29T10:30:00.000Z' },
  })
  await finish(full)
  expect(await openOf('جلسهٔ هفتگی')).toEqual([])
})

test('one that nobody finished stays overdue, and the newest whose day has come is made once', async () => {
  await recorded(api, {
    kind: 'task',
    subject: 'کار روزانه',
    dueAt: '2026-09-22',
    recurrence: { frequency: 'daily' },
  })
  await runMissed()
  expect(await openOf('کار روزانه')).toHaveLength(1)
  clock = '2026-09-25T08:00:00.000Z'
  await runMissed()
  await runMissed()
  const open = await openOf('کار روزانه')
  expect(open.map(({ dueAt, overdue }) => [dueAt?.slice(0, 10), overdue])).toEqual([
    ['2026-09-22', true],
    ['2026-09-25', false],
  ])
})

test('without its rule an activity does not come again', async () => {
  const task = await recorded(api, {
    kind: 'task',
    subject: 'دیگر نه',
    dueAt: '2026-09-26',
    recurrence: { frequency: 'daily' },
  })
  const single = (
    await api.patch<Activity>(`/activities/${task.id}`, { version: task.version, recurrence: null })
  ).body
  expect(single).toMatchObject({ recurring: false, recurrence: null })
  await finish(single)
  expect(await openOf('دیگر نه')).toEqual([])
})
