import { readyValueId } from '@peyvand/customization/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Party, PartyFile, TimelinePage } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Activity, CreateActivity } from '../contract/index.ts'
import { recorded } from './testing.ts'

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

describe('recording', () => {
  test('a call with its follow-up: both are made, the party knows the last and the next contact', async () => {
    const party = await aParty()
    const successful = await resultId('callResults', 'successful')
    const call = await recorded(api, {
      kind: 'call',
      direction: 'incoming',
      subject: 'پرسش دربارهٔ قیمت',
      occurredAt: '2026-11-21T07:30:00Z',
      resultId: successful,
      durationMinutes: 12,
      parties: [{ partyId: party.id }],
      call: { number: '02188776655', durationSeconds: 700 },
      followUp: {
        kind: 'meeting',
        subject: 'ارائهٔ پیشنهاد',
        dueAt: '2026-11-25',
        ownerId: colleague.userId as string,
      },
    })
    expect(call).toMatchObject({
      status: 'done',
      result: { id: successful, name: 'موفق' },
      call: { answered: true, durationSeconds: 700 },
      number: '02188776655',
      parties: [{ id: party.id, name: party.name, role: 'subject' }],
      can: { update: true, actions: ['reopen'] },
    })
    expect(call.followUps).toMatchObject([{ kind: 'meeting', status: 'planned', subject: 'ارائهٔ پیشنهاد' }])

    const next = (await api.get<Activity>(`/activities/${call.followUps[0]?.id}`)).body
    expect(next).toMatchObject({
      owner: { id: colleague.userId },
      dueAllDay: true,
      dueAt: '2026-11-25T20:29:59.999Z',
      followUpOf: { id: call.id },
      parties: [{ id: party.id }],
    })

    const file = await fileOf(party)
    expect(file.party).toMatchObject({
      nextContactOn: '2026-11-25',
      lastContactAt: '2026-11-21T07:30:00.000Z',
    })
    expect(file.nextSteps).toContainEqual(
      expect.objectContaining({ subjectId: next.id, kind: 'meeting', overdue: false }),
    )
    expect(await timelineOf(party)).toMatchObject([
      { subjectId: call.id, type: 'call', direction: 'incoming', occurredAt: '2026-11-21T07:30:00.000Z' },
    ])
  })

  test('a call that nobody answered is no contact', async () => {
    const party = await aParty()
    await recorded(api, {
      kind: 'call',
      subject: 'تماس',
      parties: [{ partyId: party.id }],
      call: { answered: false },
    })
    expect((await fileOf(party)).party.lastContactAt).toBeNull()
  })

  const particulars: [z.input<typeof CreateActivity>, Partial<Activity>][] = [
    [
      {
        kind: 'letter',
        direction: 'incoming',
        subject: 'نامهٔ درخواست',
        letter: {
          letterNo: '۱۲/الف',
          letterDate: '2026-11-20',
          recipients: ['مدیرعامل'],
          copies: ['مالی'],
          enclosures: 2,
          urgency: 'immediate',
        },
      },
      {
        letter: expect.objectContaining({
          letterDate: '2026-11-20',
          recipients: ['مدیرعامل'],
          enclosures: 2,
          urgency: 'immediate',
        }) as never,
      },
    ],
    [
      { kind: 'fax', subject: 'دورنگار', fax: { number: '02188990011', pages: 3 } },
      { fax: { number: '02188990011', pages: 3 } },
    ],
    [
      {
        kind: 'task',
        subject: 'کار',
        dueAt: '2026-11-30T12:00:00Z',
        task: { progress: 30 },
        priority: 'high',
      },
      { status: 'planned', priority: 'high', dueAllDay: false, task: { progress: 30, checklist: [] } },
    ],
    [
      {
        kind: 'meeting',
        subject: 'جلسه',
        plannedAt: '2026-11-23T06:30:00Z',
        meeting: {
          place: 'دفتر مرکزی',
          link: 'https://meet.example/1',
          endsAt: '2026-11-23T08:00:00Z',
          minutes: 'قرار شد.',
        },
      },
      {
        status: 'planned',
        meeting: {
          place: 'دفتر مرکزی',
          link: 'https://meet.example/1',
          endsAt: '2026-11-23T08:00:00.000Z',
          minutes: 'قرار شد.',
        },
      },
    ],
    [
      {
        kind: 'email',
        subject: 'ایمیل',
        body: 'متن',
        message: { sender: 'a@example.com', addresses: ['b@example.com'], copies: ['c@example.com'] },
      },
      {
        body: 'متن',
        message: { sender: 'a@example.com', addresses: ['b@example.com'], copies: ['c@example.com'] },
      },
    ],
    [
      { kind: 'sms', subject: 'پیامک', message: { addresses: ['09123456789'] } },
      { message: { sender: null, addresses: ['09123456789'], copies: [] } },
    ],
    [
      { kind: 'telegram', direction: 'incoming', subject: 'پیام' },
      { message: { sender: null, addresses: [], copies: [] } },
    ],
  ]
  test.each(particulars)('keeps what belongs to it: $kind', async (input, expected) => {
    const made = await recorded(api, input)
    expect(made).toMatchObject(expected)
    expect((await api.get<Activity>(`/activities/${made.id}`)).body).toEqual(made)
  })

  test.each<[string, object, string, string]>([
    ['particulars of another kind', { kind: 'call', fax: { pages: 1 } }, 'fax', 'activities.detailsOfKind'],
    [
      'a direction the kind has not',
      { kind: 'fax', direction: 'internal' },
      'direction',
      'activities.directionOfKind',
    ],
    [
      'an unknown party',
      { kind: 'call', parties: [{ partyId: crypto.randomUUID() }] },
      'parties.0.partyId',
      'notFound',
    ],
    [
      'an unknown owner',
      { kind: 'task', ownerId: crypto.randomUUID() },
      'ownerId',
      'activities.ownerInactive',
    ],
    [
      'a recurrence without a date',
      { kind: 'task', recurrence: { frequency: 'daily' } },
      'recurrence',
      'activities.recurrenceNeedsDate',
    ],
    [
      'weekdays of a monthly rule',
      { kind: 'task', dueAt: '2026-12-01', recurrence: { frequency: 'monthly', weekdays: [1] } },
      'recurrence.weekdays',
      'activities.weekdaysOnlyWeekly',
    ],
  ])('refuses %s', async (_, input, path, code) => {
    const { status, body } = await api.post<{ errors: object[] }>('/activities', {
      subject: 'آزمون',
      ...input,
    })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ path, code }])
  })

  test('refuses a result of another kind', async () => {
    const ofMeeting = await resultId('meetingResults', 'agreed')
    const { status, body } = await api.post<{ errors: object[] }>('/activities', {
      kind: 'call',
      subject: 'تماس',
      resultId: ofMeeting,
    })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ path: 'resultId', code: 'option' }])
  })
})
