import type { Activity } from '@peyvand/activities/contract'
import { recorded } from '@peyvand/activities/testing'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { DAVClient } from 'tsdav'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaldavAccount, CalendarItem } from '../../contract/index.ts'
import { hasRadicale, type Radicale, startRadicale } from './radicale.ts'

const now = new Date('2026-11-22T06:30:00.000Z')
const tested = testApp({ now: () => now })
const tehran = (day: string, clock: string) => new Date(`${day}T${clock}:00+03:30`).toISOString()

const daysOf = (objects: readonly { data?: unknown }[]) =>
  objects
    .map(({ data }) => /DTSTART:(\d{8})/.exec(String(data))?.[1] ?? '')
    .toSorted((a, b) => Number(a) - Number(b))

// Another program on the same server: what Peyvand writes must be right for it, and the other way round.
describe.skipIf(!hasRadicale())('beside a real CalDAV server', () => {
  let radicale: Radicale
  let phone: DAVClient
  let user: Actor
  let api: Caller
  let calendarUrl: string

  beforeAll(async () => {
    radicale = await startRadicale()
    phone = new DAVClient({
      serverUrl: radicale.url,
      credentials: {},
      authMethod: 'Custom',
      authFunction: async () => ({
        authorization: `Basic ${Buffer.from(`${radicale.username}:${radicale.password}`).toString('base64')}`,
      }),
      defaultAccountType: 'caldav',
    })
    await phone.login()
    await phone.makeCalendar({
      url: `${radicale.url}${radicale.username}/meetings/`,
      props: { displayname: 'تقویم کاری' },
    })
    const admin = await aFirm(tested.app)
    user = await aUser(tested.app, admin.firm, { name: 'سارا کاظمی', role: 'manager' })
    api = await callerOf(tested, user)
  })
  afterAll(() => radicale?.stop())

  const login = () => ({ url: radicale.url, username: radicale.username, password: radicale.password })
  const sync = async () => {
    expect((await api.post('/calendar/caldav/sync')).status).toBe(202)
    await tested.runJobs()
    const { body } = await api.get<CaldavAccount>('/calendar/caldav')
    expect(body).toMatchObject({ state: 'active', lastError: null })
  }
  const objects = async () => {
    const [calendar] = await phone.fetchCalendars()
    return phone.fetchCalendarObjects({ calendar: calendar as never })
  }
  const objectOf = async (title: string) => {
    const found = (await objects()).find(({ data }) => String(data).includes(title))
    if (!found) throw new Error(`no event ${title}`)
    return found
  }
  const items = async () =>
    (await api.get<{ items: CalendarItem[] }>('/calendar?from=2026-11-21&to=2026-12-19')).body.items.filter(
      ({ type }) => type === 'activity',
    )

  test('a wrong password and a server that is not there are told apart', async () => {
    const wrong = await api.post('/calendar/caldav/calendars', { ...login(), password: 'wrong' })
    expect(wrong).toMatchObject({ status: 409, body: { code: 'caldav.wrongPassword' } })
    const gone = await api.post('/calendar/caldav/calendars', { ...login(), url: 'http://127.0.0.1:1/' })
    expect(gone).toMatchObject({ status: 409, body: { code: 'caldav.unreachable' } })
    const inside = await api.post('/calendar/caldav/calendars', { ...login(), url: 'http://10.0.0.1/' })
    expect(inside).toMatchObject({ status: 400, body: { code: 'outgoing.insideHost' } })
    expect(await api.post('/calendar/caldav/sync')).toMatchObject({ body: { code: 'caldav.notConnected' } })
  })

  test('a calendar is chosen and what stands here is written there', async () => {
    await recorded(api, {
      kind: 'meeting',
      subject: 'جلسه با «البرز»، طبقهٔ ۲; اتاق',
      plannedAt: tehran('2026-11-24', '10:00'),
      durationMinutes: 90,
      meeting: { place: 'تهران، خیابان آزادی' },
    })
    await recorded(api, { kind: 'task', subject: 'فرستادن کاتالوگ', dueAt: '2026-11-25' })
    const found = await api.post<{ items: { url: string; name: string }[] }>(
      '/calendar/caldav/calendars',
      login(),
    )
    expect(found.body.items).toMatchObject([{ name: 'تقویم کاری' }])
    calendarUrl = found.body.items[0]?.url as string
    const { body } = await api.put<CaldavAccount>('/calendar/caldav', { ...login(), calendarUrl })
    expect(body).toMatchObject({ connected: true, calendarName: 'تقویم کاری' })
    expect(JSON.stringify(body)).not.toContain(radicale.password)
    await tested.runJobs()
    const written = await objects()
    expect(written).toHaveLength(2)
    const { data } = await objectOf('DTSTART:20261124T063000Z')
    expect(data).toContain('DTEND:20261124T080000Z')
    expect(String(data).replaceAll(/\r?\n /g, '')).toContain('SUMMARY:جلسه با «البرز»، طبقهٔ ۲\\; اتاق')
    expect((await objectOf('فرستادن کاتالوگ')).data).toContain('DTSTART;VALUE=DATE:20261125')
  })

  test('nothing is written again while nothing changes', async () => {
    const before = (await objects()).map(({ etag }) => etag)
    await sync()
    expect((await objects()).map(({ etag }) => etag)).toEqual(before)
  })

  test('an event made on the phone becomes a meeting, once', async () => {
    const [calendar] = await phone.fetchCalendars()
    await phone.createCalendarObject({
      calendar: calendar as never,
      filename: 'phone-1.ics',
      iCalString: [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Phone//EN',
        'BEGIN:VEVENT',
        'UID:phone-1',
        'DTSTAMP:20261122T060000Z',
        'DTSTART;TZID=Asia/Tehran:20261126T093000',
        'DTEND;TZID=Asia/Tehran:20261126T103000',
        'SUMMARY:قرار با آقای محمدی',
        'LOCATION:کافه',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    })
    await sync()
    await sync()
    const found = (await items()).filter(({ title }) => title === 'قرار با آقای محمدی')
    expect(found).toMatchObject([
      {
        kind: 'meeting',
        start: tehran('2026-11-26', '09:30'),
        end: tehran('2026-11-26', '10:30'),
        place: 'کافه',
      },
    ])
    expect(await objects()).toHaveLength(3)
  })

  test('moved on the phone, it moves here', async () => {
    const object = await objectOf('قرار با آقای محمدی')
    await phone.updateCalendarObject({
      calendarObject: {
        ...object,
        data: String(object.data)
          .replaceAll('20261126T', '20261127T')
          .replace('DTSTAMP:20261122T060000Z', 'DTSTAMP:20261122T070000Z'),
      },
    })
    await sync()
    const [item] = (await items()).filter(({ title }) => title === 'قرار با آقای محمدی')
    expect(item?.start).toBe(tehran('2026-11-27', '09:30'))
  })

  test('moved here, it moves there; changed in both, the later one wins', async () => {
    const [item] = (await items()).filter(({ title }) => title.startsWith('جلسه با'))
    const moved = await api.post<Activity>(`/activities/${item?.id}/reschedule`, {
      version: item?.version,
      start: tehran('2026-11-25', '12:00'),
    })
    await tested.runJobs()
    await sync()
    expect((await objectOf('جلسه با')).data).toContain('DTSTART:20261125T083000Z')

    const object = await objectOf('جلسه با')
    const written = String(object.data).replace('DTSTART:20261125T083000Z', 'DTSTART:20261125T093000Z')
    // The phone wrote before it was changed here again.
    const older = written.replace(/LAST-MODIFIED:\S+/, 'LAST-MODIFIED:20261101T000000Z')
    await phone.updateCalendarObject({ calendarObject: { ...object, data: older } })
    await api.patch(`/activities/${item?.id}`, { version: moved.body.version, subject: 'جلسه با البرز' })
    await sync()
    const after = (await objectOf('جلسه با البرز')).data
    expect(after).toContain('DTSTART:20261125T083000Z')
  })

  test('what somebody else wrote in between is not overwritten (412)', async () => {
    const object = await objectOf('جلسه با البرز')
    const stale = await phone.updateCalendarObject({ calendarObject: { ...object, etag: '"stale"' } })
    expect(stale.status).toBe(412)
  })

  test('deleted on the phone it goes into the recycle bin; deleted here it goes there', async () => {
    const object = await objectOf('قرار با آقای محمدی')
    await phone.deleteCalendarObject({ calendarObject: object })
    await sync()
    expect((await items()).filter(({ title }) => title === 'قرار با آقای محمدی')).toEqual([])
    const bin = await api.get<{ items: { subject: string }[] }>('/activities?deleted=true')
    expect(bin.body.items).toMatchObject([{ subject: 'قرار با آقای محمدی' }])

    const [task] = (await items()).filter(({ title }) => title === 'فرستادن کاتالوگ')
    await api.delete(`/activities/${task?.id}`)
    await sync()
    expect((await objects()).map(({ data }) => String(data)).join('')).not.toContain('فرستادن کاتالوگ')
  })

  test('a series by Jalali months is there day by day; one of them moved there moves alone', async () => {
    await recorded(api, {
      kind: 'meeting',
      subject: 'گزارش ماه',
      plannedAt: tehran('2026-12-21', '08:00'),
      durationMinutes: 60,
      recurrence: { frequency: 'monthly', monthlyOn: 'lastDay' },
    })
    await sync()
    const all = (await objects()).filter(({ data }) => String(data).includes('گزارش ماه'))
    // 30 Azar, 30 Dey, 30 Bahman, 29 Esfand, 31 Farvardin; 31 Ordibehesht is one day beyond the window.
    expect(daysOf(all)).toEqual(['20261221', '20270120', '20270219', '20270320', '20270420'])
    const second = all.find(({ data }) => String(data).includes('DTSTART:20270120'))
    await phone.updateCalendarObject({
      calendarObject: {
        ...(second as (typeof all)[number]),
        data: String(second?.data)
          .replaceAll('20270120T', '20270121T')
          .replace(/LAST-MODIFIED:\S+/, 'LAST-MODIFIED:20261123T000000Z'),
      },
    })
    await sync()
    await sync()
    const after = daysOf((await objects()).filter(({ data }) => String(data).includes('گزارش ماه')))
    expect(after).toEqual(['20261221', '20270121', '20270219', '20270320', '20270420'])
  })

  test('a calendar that is suddenly empty deletes nothing here', async () => {
    const before = (await items()).length
    for (const [index, day] of ['01', '02', '03', '04', '05', '06'].entries())
      await recorded(api, { kind: 'task', subject: `کار ${index}`, dueAt: `2026-12-${day}` })
    await sync()
    for (const object of await objects()) await phone.deleteCalendarObject({ calendarObject: object })
    await api.post('/calendar/caldav/sync')
    await tested.runJobs()
    const { body } = await api.get<CaldavAccount>('/calendar/caldav')
    expect(body).toMatchObject({ state: 'failing', lastError: 'caldav.tooManyGone' })
    expect((await items()).length).toBe(before + 6)
  })

  test('ended, both stay as they are', async () => {
    const before = (await objects()).length
    const { body } = await api.delete<CaldavAccount>('/calendar/caldav')
    expect(body).toMatchObject({ connected: false, url: null })
    await tested.runJobs()
    expect(await objects()).toHaveLength(before)
  })
})
