import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf } from '@peyvand/parties/testing'
import { fromJalali } from '@peyvand/persian'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { type HolidayYear, hoursOn, usualWeek, type WorkingWeek } from '../contract/index.ts'
import { workingCalendar } from './working-calendar.ts'

const tested = testApp({ now: () => new Date('2026-11-22T06:30:00.000Z') })
let admin: Actor
let api: Caller

beforeEach(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

const jalali = (year: number, month: number, day: number) => fromJalali({ year, month, day })
const year = async (n: number) => (await api.get<HolidayYear>(`/holidays/${n}`)).body
const dayOf = ({ items }: HolidayYear, title: string) => items.find(({ titleFa }) => titleFa === title)?.day

describe('holidays', () => {
  test('are those of the program until the firm changes one; going back forgets the change', async () => {
    const before = await year(1406)
    expect(before.source).toBe('builtIn')
    const closed = await api.post<HolidayYear>('/holidays/1406', {
      day: jalali(1406, 10, 5),
      titleFa: 'تعطیلی اضطراری: آلودگی هوا',
    })
    expect(closed.body).toMatchObject({ source: 'edited', version: 1 })
    expect(closed.body.items).toHaveLength(before.items.length + 1)
    expect((await year(1405)).source).toBe('builtIn')
    expect((await api.delete<HolidayYear>('/holidays/1406')).body).toEqual(before)
  })

  test('of a lunar month move by a day together and are sure from then on', async () => {
    const before = await year(1406)
    const shift = { lunarYear: 1449, lunarMonth: 1, days: 1 }
    const { body } = await api.post<HolidayYear>('/holidays/1406/shift', shift)
    for (const title of ['تاسوعای حسینی', 'عاشورای حسینی']) {
      const [was, is] = [dayOf(before, title), dayOf(body, title)]
      expect(Date.parse(is as string) - Date.parse(was as string)).toBe(86_400_000)
    }
    const [moved, others] = [
      body.items.filter(({ lunarMonth }) => lunarMonth === 1),
      body.items.filter(({ kind, lunarMonth }) => kind === 'lunar' && lunarMonth !== 1),
    ]
    expect(moved.every(({ provisional }) => !provisional)).toBe(true)
    expect(others.every(({ provisional }) => provisional)).toBe(true)
    const none = await api.post('/holidays/1406/shift', { ...shift, lunarYear: 1400 })
    expect(none).toMatchObject({ status: 404, body: { code: 'calendar.noLunarMonth' } })
  })

  test('a year is replaced by a list, and faults of it are told by line', async () => {
    const list = [
      { day: jalali(1407, 1, 1), titleFa: 'نوروز', kind: 'solar' },
      { day: jalali(1408, 1, 1), titleFa: 'نوروز', kind: 'solar' },
    ]
    const wrong = await api.post<{ errors: object[] }>('/holidays/1407/import', { items: list })
    expect(wrong.body.errors).toMatchObject([{ path: 'items.1.day', code: 'calendar.otherYear' }])
    const { body } = await api.post<HolidayYear>('/holidays/1407/import', { items: list.slice(0, 1) })
    expect(body).toMatchObject({ source: 'imported', items: [{ titleFa: 'نوروز' }] })
  })

  test('only who may manage the calendar changes them', async () => {
    const clerk = await callerOf(tested, await aUser(tested.app, admin.firm))
    expect((await clerk.get('/holidays/1406')).status).toBe(200)
    expect((await clerk.delete('/holidays/1406/solar-1-1')).status).toBe(403)
    expect((await api.delete<HolidayYear>('/holidays/1406/solar-1-1')).body.items[0]?.day).toBe(
      jalali(1406, 1, 2),
    )
    expect((await api.delete('/holidays/1406/solar-1-1')).status).toBe(404)
  })
})

describe('the working week', () => {
  test('is Saturday to Wednesday and half of Thursday until the firm says otherwise; Ramadan has hours of its own', async () => {
    const { body } = await api.get<WorkingWeek>('/working-week')
    expect(body).toEqual(usualWeek)
    const days = body.days.map((hours, day) => (day === 5 ? [] : hours))
    const ramadan = {
      title: 'رمضان',
      from: '2027-02-09',
      until: '2027-03-09',
      days: days.map((hours) => hours.map(() => ({ from: '09:00', until: '14:00' }))),
    }
    const saved = await api.put<WorkingWeek>('/working-week', { days, periods: [ramadan], version: 0 })
    expect(saved.body.version).toBe(1)
    const stale = await api.put('/working-week', { days, periods: [], version: 0 })
    expect(stale).toMatchObject({ status: 409, body: { code: 'versionConflict' } })
    await tested.committed(admin, async (ctx) => {
      const calendar = await workingCalendar(ctx, '2026-11-01', '2027-04-01')
      expect(hoursOn(calendar, '2026-11-26')).toEqual([])
      expect(hoursOn(calendar, '2027-02-13')).toEqual([{ from: '09:00', until: '14:00' }])
      expect(hoursOn(calendar, '2027-03-22')).toEqual([])
    })
  })

  test('hours that end before they begin are refused', async () => {
    const days = usualWeek.days.map(() => [{ from: '12:00', until: '08:00' }])
    const { status, body } = await api.put<{ errors: object[] }>('/working-week', {
      ...usualWeek,
      days,
    })
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({ path: 'days.0.0.until', code: 'calendar.hoursOrder' })
  })
})
