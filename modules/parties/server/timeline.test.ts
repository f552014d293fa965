import { aFirm } from '@peyvand/identity/testing'
import { type Actor, newId } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Party, PartyFile, TimelinePage } from '../contract/index.ts'
import { setNextContact, touchLastContact } from './contact-dates.ts'
import { daysToBirthday, ownAlerts } from './party-file.ts'
import { type Caller, callerOf, made } from './testing-calls.ts'
import { removeTimeline, writeTimeline } from './timeline-writer.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
let api: Caller
let company: Party
let person: Party

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  company = await made(api, { kind: 'organization', name: 'سازمان' })
  person = await made(api, { kind: 'person', lastName: 'رابط' })
  await api.post(`/parties/${person.id}/links`, { label: 'representativeOf', otherId: company.id })
  const call = (minute: number, partyId: string, subjectId = newId()) => ({
    partyId,
    occurredAt: `2026-10-0${1 + (minute % 9)}T08:0${minute % 6}:00.000Z`,
    subjectType: 'activities',
    subjectId,
    type: minute % 2 === 0 ? 'call' : 'letter',
    direction: minute % 2 === 0 ? ('incoming' as const) : ('outgoing' as const),
    summary: { subject: `موضوع ${minute}`, activityId: subjectId },
  })
  const shared = newId()
  await tested.committed(admin, (ctx) =>
    writeTimeline(ctx, [
      ...Array.from({ length: 12 }, (_, minute) => call(minute, company.id)),
      call(20, company.id, shared),
      call(20, person.id, shared),
      call(21, person.id),
    ]),
  )
})

const page = async (query: string) =>
  (await api.get<TimelinePage>(`/parties/${company.id}/timeline?${query}`)).body

describe('the timeline', () => {
  test('is read to the end by cursor, newest first, each row once', async () => {
    const seen: string[] = []
    const times: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const answer: TimelinePage = await page(`limit=4${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...answer.items.map((item) => item.id))
      times.push(...answer.items.map((item) => item.occurredAt))
      cursor = answer.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(times).toEqual(times.toSorted().toReversed())
    // 13 of its own, created and linked; of the person: a letter and created. What concerns both shows once.
    expect(seen).toHaveLength(17)
  })

  test.each([
    ['types=call', ['call']],
    ['direction=outgoing', ['letter']],
  ])('%s leaves only such rows', async (query, types) => {
    const { items } = await page(`${query}&limit=100`)
    expect([...new Set(items.map((item) => item.type))]).toEqual(types)
  })

  test('is filtered by text, period and person', async () => {
    expect(
      (await page(`q=${encodeURIComponent('موضوع ۱۱')}`)).items.map((item) => item.summary['subject']),
    ).toEqual(['موضوع 11'])
    const october = await page('from=2026-10-03&to=2026-10-03&limit=100')
    expect(october.items.every((item) => item.occurredAt.startsWith('2026-10-03'))).toBe(true)
    expect(october.items.length).toBeGreaterThan(0)
    expect((await page(`actorId=${newId()}`)).items).toEqual([])
  })

  test('refuses a cursor that is none', async () => {
    expect((await api.get(`/parties/${company.id}/timeline?cursor=abc`)).body).toMatchObject({
      code: 'cursor.invalid',
    })
  })

  test('a row written again is replaced, and removed with its subject', async () => {
    const subjectId = newId()
    const row = {
      partyId: person.id,
      occurredAt: '2026-11-01T08:00:00.000Z',
      subjectType: 'activities',
      subjectId,
      type: 'meeting',
    }
    const subjects = async () =>
      (await api.get<TimelinePage>(`/parties/${person.id}/timeline?types=meeting`)).body.items.map(
        (item) => item.summary['subject'],
      )
    await tested.committed(admin, (ctx) => writeTimeline(ctx, [{ ...row, summary: { subject: 'الف' } }]))
    await tested.committed(admin, (ctx) => writeTimeline(ctx, [{ ...row, summary: { subject: 'ب' } }]))
    expect(await subjects()).toEqual(['ب'])
    await tested.committed(admin, (ctx) => removeTimeline(ctx, { subjectType: 'activities', subjectId }))
    expect(await subjects()).toEqual([])
  })
})

describe('the file', () => {
  test('answers its first screen at once', async () => {
    const { body } = await api.get<PartyFile>(`/parties/${company.id}/file`)
    expect(body.counts).toMatchObject({ call: 7, letter: 6, created: 1, files: 0 })
    expect(body.links).toMatchObject([{ label: 'representativeOf', inverse: true, other: { name: 'رابط' } }])
    expect(body.party.name).toBe('سازمان')
  })

  test('warns of what is overdue and shows it as the next step', async () => {
    await tested.committed(admin, (ctx) => setNextContact(ctx, [person.id], '2026-11-20'))
    const { body } = await api.get<PartyFile>(`/parties/${person.id}/file`)
    expect(body.alerts).toEqual([
      { text: 'parties.alert.nextContactOverdue', tone: 'warning', params: { days: 2 } },
    ])
    expect(body.nextSteps).toMatchObject([{ kind: 'nextContact', dueAt: '2026-11-20', overdue: true }])
  })

  test('knows the last contact, which only moves forward', async () => {
    const touch = (at: string) => tested.committed(admin, (ctx) => touchLastContact(ctx, [person.id], at))
    await touch('2026-11-10T10:00:00.000Z')
    await touch('2026-11-01T10:00:00.000Z')
    expect((await api.get<Party>(`/parties/${person.id}`)).body.lastContactAt).toBe(
      '2026-11-10T10:00:00.000Z',
    )
  })
})

describe('alerts', () => {
  test.each([
    // 1 Azar 1369 and today, 1 Azar 1405
    ['1990-11-22', '2026-11-22', 0],
    ['1990-11-27', '2026-11-22', 5],
    ['1990-11-21', '2026-11-22', 364],
    // 30 Esfand 1403 has its day on 29 Esfand 1404
    ['2025-03-20', '2026-03-15', 5],
  ])('a birthday of %s is on %s in %d days', (born, today, days) => {
    expect(daysToBirthday(born, today)).toBe(days)
  })

  test('do not contact comes first and an organisation has no birthday', () => {
    const party = {
      kind: 'organization',
      doNotContact: true,
      nextContactOn: '2026-11-21',
      birthDate: '1990-11-22',
      deletedAt: null,
    } as const
    expect(ownAlerts(party, '2026-11-22').map((alert) => alert.text)).toEqual([
      'parties.alert.doNotContact',
      'parties.alert.nextContactOverdue',
    ])
  })
})
