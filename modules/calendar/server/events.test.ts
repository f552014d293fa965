import type { Activity } from '@peyvand/activities/contract'
import { recorded } from '@peyvand/activities/testing'
import { aFirm, aKey, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import { fromJalali } from '@peyvand/persian'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CalendarFeed, ImportedEvent } from '../contract/index.ts'

const tested = testApp({ now: () => new Date('2026-11-22T06:30:00.000Z') })
const tehran = (day: string, clock: string) => new Date(`${day}T${clock}:00+03:30`).toISOString()
let admin: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

const download = async (path: string, actor?: Actor) => {
  const headers = actor ? await aKey(tested.app, actor) : {}
  return tested.server.inject({ method: 'GET', url: path, headers })
}
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

describe('the feed', () => {
  test('tells the calendar by a secret address, Jalali series day by day; renewed, the old address is closed', async () => {
    const user = await aUser(tested.app, admin.firm, { name: 'رضا احمدی' })
    const userApi = await callerOf(tested, user)
    await recorded(userApi, {
      kind: 'task',
      subject: 'گزارش اول ماه',
      dueAt: fromJalali({ year: 1405, month: 10, day: 1 }),
      recurrence: { frequency: 'monthly', monthlyOn: 'firstDay', count: 3 },
    })
    await recorded(await callerOf(tested, admin), { kind: 'task', subject: 'کار دیگری', dueAt: '2026-11-25' })
    const { body } = await userApi.post<CalendarFeed & { url: string }>('/calendar/feed')
    const path = new URL(body.url).pathname
    const answer = await download(path)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const events = eventsOf(answer.body)
    expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual(
      [
        [1405, 10],
        [1405, 11],
        [1405, 12],
      ].map(([year = 0, month = 0]) => ['گزارش اول ماه', fromJalali({ year, month, day: 1 })]),
    )
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3)
    expect((await userApi.get<CalendarFeed>('/calendar/feed')).body.lastReadAt).not.toBeNull()

    const renewed = await userApi.post<CalendarFeed & { url: string }>('/calendar/feed')
    expect((await download(path)).statusCode).toBe(404)
    const next = new URL(renewed.body.url).pathname
    expect((await download(next)).statusCode).toBe(200)
    await userApi.delete('/calendar/feed')
    expect((await download(next)).json()).toMatchObject({ code: 'calendar.noFeed' })
  })

  test('lies in the database as a hash only and guesses are not told anything', async () => {
    const user = await aUser(tested.app, admin.firm)
    const { body } = await (await callerOf(tested, user)).post<{ url: string }>('/calendar/feed')
    const token = /feeds\/(.+)\.ics$/.exec(body.url)?.[1] as string
    const { rows } = await tested.app.ownerPool.query('select * from calendar_feeds')
    expect(JSON.stringify(rows)).not.toContain(token.split('_')[1])
    const guess = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    for (const wrong of [guess, 'nonsense', '1_'])
      expect((await download(`/api/v1/calendar/feeds/${wrong}.ics`)).statusCode).toBe(404)
  })
})

describe('one meeting as a file', () => {
  test('is an invitation for those who have an address', async () => {
    const guest = await aUser(tested.app, admin.firm, { name: 'سارا کاظمی' })
    const party = await made(api, {
      kind: 'person',
      lastName: 'محمدی',
      groups: [],
      contactPoints: [{ type: 'email', value: 'mohammadi@example.com' }],
    } as never)
    const meeting = await recorded(api, {
      kind: 'meeting',
      subject: 'جلسهٔ قرارداد',
      plannedAt: tehran('2026-11-24', '10:00'),
      durationMinutes: 45,
      meeting: { place: 'دفتر' },
      participants: [{ userId: guest.userId as string }],
      parties: [{ partyId: party.id, role: 'attendee' }],
    })
    const { statusCode, body } = await download(`/api/v1/calendar/events/${meeting.id}`, admin)
    expect(statusCode).toBe(200)
    expect(body).toContain('METHOD:REQUEST')
    const [event] = eventsOf(body)
    expect(event?.endDate.toJSDate().toISOString()).toBe(tehran('2026-11-24', '10:45'))
    expect(event?.location).toBe('دفتر')
    const attendees = event?.attendees.map((one) => String(one.getFirstValue())) ?? []
    expect(attendees).toHaveLength(2)
    expect(attendees).toContain('mailto:mohammadi@example.com')
    expect(event?.attendees[0]?.getParameter('partstat')).toBe('NEEDS-ACTION')
  })

  test('is not for who may not see it', async () => {
    const meeting = await recorded(api, {
      kind: 'meeting',
      subject: 'پنهان',
      plannedAt: tehran('2026-11-24', '10:00'),
    })
    const stranger = await aUser(tested.app, admin.firm)
    const { statusCode } = await download(`/api/v1/calendar/events/${meeting.id}`, stranger)
    expect(statusCode).toBe(404)
  })
})

/** As Outlook writes an invitation: a zone described by Windows' name, folded lines, an organizer. */
const outlook = (change: { method?: string; sequence?: number; start?: string } = {}) =>
  `BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:${change.method ?? 'REQUEST'}
BEGIN:VTIMEZONE
TZID:Iran Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0330
TZOFFSETTO:+0330
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:040000008200E00074C5B7101A82E008
SUMMARY;LANGUAGE=fa:بررسی پیشنهاد قیمت و برنامهٔ تحویل
DTSTART;TZID="Iran Standard Time":${change.start ?? '20261125T140000'}
DTEND;TZID="Iran Standard Time":20261125T150000
DTSTAMP:20261120T080000Z
ORGANIZER;CN=Ali:mailto:ali@supplier.example
ATTENDEE;CN=Sara;RSVP=TRUE:mailto:SARA@firm.example
LOCATION:https://meet.example/abc
SEQUENCE:${change.sequence ?? 0}
DESCRIPTION:دستور جلسه:\\n۱. قیمت\\n۲. زمان
 \u0020تحویل
END:VEVENT
END:VCALENDAR`.replaceAll('\n', '\r\n')

/** As Google writes an export: UTC, a day, a weekly rule, a rule that only it knows. */
const google = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
X-WR-TIMEZONE:Asia/Tehran
BEGIN:VEVENT
DTSTART:20261126T053000Z
DTEND:20261126T060000Z
UID:g1@google.com
SUMMARY:Stand-up
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,TH;COUNT=6
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261127
DTEND;VALUE=DATE:20261129
UID:g2@google.com
SUMMARY:نمایشگاه
END:VEVENT
BEGIN:VEVENT
DTSTART:20261201T053000Z
DURATION:PT2H
UID:g3@google.com
SUMMARY:Odd
RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1
END:VEVENT
END:VCALENDAR`.replaceAll('\n', '\r\n')

describe('files of other programs', () => {
  const taken = async (ics: string) => {
    const { status, body } = await api.post<{ items: ImportedEvent[] }>('/calendar/import', { ics })
    expect(status).toBe(200)
    return body.items
  }
  const activity = async (id: string | null | undefined) =>
    (await api.get<Activity>(`/activities/${id}`)).body

  test('an invitation of Outlook becomes a meeting, is changed and called off by the next ones', async () => {
    const [first] = await taken(outlook())
    expect(first).toMatchObject({ outcome: 'created', once: false })
    expect(await activity(first?.id)).toMatchObject({
      kind: 'meeting',
      direction: 'incoming',
      subject: 'بررسی پیشنهاد قیمت و برنامهٔ تحویل',
      plannedAt: tehran('2026-11-25', '14:00'),
      durationMinutes: 60,
      body: 'دستور جلسه:\n۱. قیمت\n۲. زمان تحویل',
      meeting: { link: 'https://meet.example/abc', place: null },
    })
    expect((await taken(outlook()))[0]?.outcome).toBe('unchanged')
    const [moved] = await taken(outlook({ sequence: 1, start: '20261125T143000' }))
    expect(moved).toMatchObject({ id: first?.id, outcome: 'updated' })
    expect((await activity(first?.id)).plannedAt).toBe(tehran('2026-11-25', '14:30'))
    expect((await taken(outlook({ sequence: 0 })))[0]?.outcome).toBe('unchanged')
    const [ended] = await taken(outlook({ sequence: 2, method: 'CANCEL' }))
    expect(ended?.outcome).toBe('cancelled')
    expect((await activity(first?.id)).status).toBe('cancelled')
  })

  test("the same event of somebody whose meetings one does not see becomes a meeting of one's own", async () => {
    const ics = outlook().replace('UID:04', 'UID:shared-04')
    const [mine] = await taken(ics)
    const colleague = await callerOf(tested, await aUser(tested.app, admin.firm))
    const own = async () =>
      (await colleague.post<{ items: ImportedEvent[] }>('/calendar/import', { ics })).body.items[0]
    const theirs = await own()
    expect(theirs?.outcome).toBe('created')
    expect(theirs?.id).not.toBe(mine?.id)
    expect(await own()).toMatchObject({ id: theirs?.id, outcome: 'unchanged' })
  })

  test('an export of Google: rules that we have, days, and those we have not', async () => {
    const items = await taken(google)
    expect(items.map(({ outcome, once }) => [outcome, once])).toEqual([
      ['created', false],
      ['created', false],
      ['created', true],
    ])
    expect((await activity(items[0]?.id)).recurrence).toMatchObject({
      frequency: 'weekly',
      interval: 2,
      weekdays: [0, 5],
      count: 6,
      calendar: 'gregorian',
    })
    expect(await activity(items[1]?.id)).toMatchObject({
      plannedAt: tehran('2026-11-27', '00:00'),
      meeting: { endsAt: tehran('2026-11-29', '00:00') },
    })
    expect(await activity(items[2]?.id)).toMatchObject({ recurrence: null, durationMinutes: 120 })
  })

  test('what we wrote is read again as it was', async () => {
    const meeting = await recorded(api, {
      kind: 'meeting',
      subject: 'متن با , ; \\ و «نقل»\u200cها',
      plannedAt: tehran('2026-12-01', '09:00'),
      durationMinutes: 30,
    })
    const { body } = await download(`/api/v1/calendar/events/${meeting.id}`, admin)
    const stranger = await aFirm(tested.app)
    const other = await callerOf(tested, stranger)
    const { body: imported } = await other.post<{ items: ImportedEvent[] }>('/calendar/import', { ics: body })
    expect(imported.items).toMatchObject([{ outcome: 'created', subject: meeting.subject }])
  })

  test.each(['hello', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD'])('%j is no calendar', async (ics) => {
    const answer = await api.post('/calendar/import', { ics })
    expect(answer).toMatchObject({ status: 400, body: { code: 'calendar.notIcs' } })
  })
})
