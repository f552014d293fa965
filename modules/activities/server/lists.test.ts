import { readyValueId } from '@peyvand/customization/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Party } from '@peyvand/parties/contract'
import { type Caller, callerOf, listUrl, made } from '@peyvand/parties/testing'
import type { Filter, ListSummary, Operation, SearchHit } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Activity, ActivityRow, Home, StatisticsRow } from '../contract/index.ts'
import { idsOf, recorded } from './testing.ts'

// Sunday, the second day of the Jalali week 30 Aban to 6 Azar 1405.
const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let api: Caller
let party: Party
let other: Party
let call: Activity
let missed: Activity
let overdue: Activity
let today: Activity
let letter: Activity

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  party = await made(api, { kind: 'organization', name: 'شرکت یکم', groups: [] })
  other = await made(api, { kind: 'person', firstName: 'سارا', lastName: 'راد', groups: [] })
  const [successful, noAnswer] = await tested.committed(admin, async (ctx) => [
    await readyValueId(ctx, 'callResults', 'successful'),
    await readyValueId(ctx, 'callResults', 'noAnswer'),
  ])
  const parties = [{ partyId: party.id }]
  call = await recorded(api, {
    kind: 'call',
    subject: 'گفت‌وگو دربارهٔ قرارداد',
    occurredAt: '2026-11-21T08:00:00Z',
    durationMinutes: 15,
    resultId: successful ?? null,
    parties,
  })
  missed = await recorded(api, {
    kind: 'call',
    subject: 'تماس بی‌پاسخ',
    occurredAt: '2026-11-18T08:00:00Z',
    resultId: noAnswer ?? null,
    parties: [{ partyId: other.id }],
    call: { answered: false },
  })
  overdue = await recorded(api, { kind: 'task', subject: 'کار معوق', dueAt: '2026-11-15', parties })
  today = await recorded(api, { kind: 'task', subject: 'کار امروز', dueAt: '2026-11-22', priority: 'urgent' })
  letter = await recorded(api, {
    kind: 'letter',
    direction: 'incoming',
    subject: 'درخواست همکاری',
    body: 'موضوع: تأمین کاغذ',
    occurredAt: '2026-11-10T08:00:00Z',
    letter: { letterNo: '۴۵۶/ب/۱۲' },
    parties,
  })
})

describe('lists', () => {
  test('of one kind, of one customer, and of both', async () => {
    expect(await idsOf(api, '/activities?kind=call')).toEqual([call.id, missed.id])
    expect(await idsOf(api, `/activities?partyId=${party.id}`)).toEqual([call.id, overdue.id, letter.id])
    expect(await idsOf(api, `/activities?partyId=${party.id}&kind=letter`)).toEqual([letter.id])
  })

  test.each<[string, object, () => Activity[]]>([
    ['overdue ones', { field: 'overdue', op: 'eq', value: true }, () => [overdue]],
    ['by party', { field: 'party', op: 'in', value: 'party' }, () => [call, overdue, letter]],
    ['without a party', { field: 'party', op: 'empty' }, () => [today]],
    [
      'my own open ones',
      {
        and: [
          { field: 'owner', op: 'eq', value: 'me' },
          { field: 'status', op: 'in', value: ['planned'] },
        ],
      },
      () => [today, overdue],
    ],
    ['due today', { field: 'dueAt', op: 'inPeriod', value: 'today' }, () => [today]],
    ['of this Jalali week', { field: 'occurredAt', op: 'inPeriod', value: 'thisWeek' }, () => [call]],
    ['urgent ones', { field: 'priority', op: 'eq', value: 'urgent' }, () => [today]],
  ])('filters %s', async (_, filter, expected) => {
    const text = JSON.stringify(filter).replace('"value":"party"', `"value":["${party.id}"]`)
    expect(await idsOf(api, listUrl('/activities', { filter: text }))).toEqual(expected().map(({ id }) => id))
  })

  test('pages hold every row once, in order', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const page = await api.get<{ items: ActivityRow[]; nextCursor: string | null }>(
        `/activities?limit=2${cursor}`,
      )
      seen.push(...page.body.items.map(({ id }) => id))
      cursor = page.body.nextCursor ? `&cursor=${page.body.nextCursor}` : ''
    } while (cursor)
    expect(seen).toEqual([today.id, call.id, missed.id, overdue.id, letter.id])
  })

  test.each([
    ['a word of the subject, with another spelling', 'قرارداد', () => call],
    ['a word of the text in Arabic letters', 'تأمين كاغذ', () => letter],
    ["the sender's number in Latin digits", '456/ب', () => letter],
    ['a part of the register number', '1405/1/1', () => letter],
  ])('finds %s, in the list and everywhere', async (_, q, expected) => {
    expect(await idsOf(api, listUrl('/activities', { q }))).toEqual([expected().id])
    const hits = (await api.get<{ items: SearchHit[] }>(listUrl('/search', { q, types: 'activities' }))).body
      .items
    expect(hits).toMatchObject([{ type: 'activities', id: expected().id, title: expected().subject }])
  })

  test.each<[string, Filter, () => Party[]]>([
    [
      'an overdue activity',
      { relation: 'activities', where: { field: 'overdue', op: 'eq', value: true } },
      () => [party],
    ],
    ['more than two activities', { relation: 'activities', count: { op: 'gt', value: 2 } }, () => [party]],
    [
      'no activity in the last four days',
      {
        relation: 'activities',
        count: { op: 'eq', value: 0 },
        where: { field: 'occurredAt', op: 'inLast', value: 4 },
      },
      () => [other],
    ],
    ['no referral', { relation: 'referrals', count: { op: 'eq', value: 0 } }, () => [other, party]],
  ])('parties that have %s', async (_, filter, expected) => {
    expect(await idsOf(api, listUrl('/parties', { filter }))).toEqual(expected().map(({ id }) => id))
  })

  test('what a filter asks of other records, it asks of those that the caller may see', async () => {
    const sara = await aUser(tested.app, admin.firm)
    const seller = await callerOf(tested, sara)
    const own = await made(seller, { kind: 'person', lastName: 'پنهان', groups: [] })
    await recorded(seller, { kind: 'task', subject: 'کار فروشنده', parties: [{ partyId: own.id }] })
    await api.post('/activities', {
      kind: 'task',
      subject: 'محرمانه',
      confidentiality: 'secret',
      parties: [{ partyId: own.id }],
    })
    const counting = (value: number) => ({ relation: 'activities', count: { op: 'eq', value } })
    expect(await idsOf(seller, listUrl('/parties', { filter: counting(1) }))).toEqual([own.id])
    expect(await idsOf(seller, listUrl('/parties', { filter: counting(2) }))).toEqual([])
    const plain = await recorded(api, { kind: 'task', subject: 'کار مدیر', parties: [{ partyId: own.id }] })
    expect(await idsOf(seller, listUrl('/parties', { filter: counting(2) }))).toEqual([own.id])
    const colleague = await aUser(tested.app, admin.firm)
    const refer = (confidential: boolean) =>
      api.post('/referrals', { activityId: plain.id, to: [{ userId: colleague.userId }], confidential })
    expect([(await refer(false)).status, (await refer(true)).status]).toEqual([201, 201])
    const referred = (value: number) => ({ relation: 'referrals', count: { op: 'gte', value } })
    expect(await idsOf(seller, listUrl('/parties', { filter: referred(1) }))).toEqual([own.id])
    expect(await idsOf(seller, listUrl('/parties', { filter: referred(2) }))).toEqual([])
    expect(await idsOf(api, listUrl('/parties', { filter: referred(2) }))).toEqual([own.id])
    const ofActivity = listUrl('/activities', { filter: referred(2) })
    expect([await idsOf(seller, ofActivity), await idsOf(api, ofActivity)]).toEqual([[], [plain.id]])
    const ofCustomer: Filter = {
      relation: 'parties',
      where: { field: 'name', op: 'contains', value: 'شرکت' },
    }
    expect(await idsOf(api, listUrl('/activities', { filter: ofCustomer }))).toEqual([
      call.id,
      overdue.id,
      letter.id,
    ])
    expect(await idsOf(seller, listUrl('/activities', { filter: ofCustomer }))).toEqual([])
    await api.post('/activities/bulk', {
      selection: {
        all: true,
        filter: { relation: 'parties', where: { field: 'name', op: 'contains', value: 'پنهان' } },
      },
      action: { type: 'delete' },
    })
    await tested.runJobs()
    expect(
      await idsOf(
        api,
        listUrl('/activities', { filter: { field: 'subject', op: 'contains', value: 'محرمانه' } }),
      ),
    ).toEqual([])
    await api.delete(`/parties/${own.id}`)
  })

  test('are summed up, whole and by group, and a filter of a group gives its rows', async () => {
    const summary = async (path: string, query: Record<string, string | object>) =>
      (await api.get<ListSummary>(listUrl(path, query))).body
    const { count, values, groups } = await summary('/activities/summary', {
      by: 'status',
      aggregates: 'duration.sum,duration.filled',
    })
    expect([count, values]).toEqual([5, { 'duration.sum': '15', 'duration.filled': '1' }])
    expect(groups.map((group) => [group.key, group.count])).toEqual([
      ['done', 3],
      ['planned', 2],
    ])
    const byParty = await summary('/activities/summary', { by: 'party', kind: 'call' })
    for (const group of byParty.groups)
      expect(await idsOf(api, listUrl('/activities', { kind: 'call', filter: group.filter }))).toHaveLength(
        group.count,
      )
    expect(byParty.groups).toHaveLength(2)
    expect((await summary('/parties/summary', { by: 'groups' })).groups).toMatchObject([
      { key: null, count: 2 },
    ])
  })

  test('names its fields with labels and options in the language of the caller', async () => {
    const { fields } = (
      await api.get<{ fields: Record<string, { label: string; options?: object }> }>('/activities/metadata')
    ).body
    expect(fields['kind']).toMatchObject({ label: 'نوع', options: { call: 'تماس تلفنی' } })
  })
})

describe('figures', () => {
  const statistics = async (query: string) =>
    (await api.get<{ items: StatisticsRow[] }>(`/activities/statistics?${query}`)).body.items

  test('count results per kind', async () => {
    const rows = await statistics('by=kind')
    expect(rows.map(({ key, total, overdue: late }) => [key, total, late])).toEqual([
      ['call', 2, 0],
      ['task', 2, 1],
      ['letter', 1, 0],
    ])
    expect(rows[0]?.results.map(({ result, count }) => [result?.name, count]).sort()).toEqual([
      ['بی‌پاسخ', 1],
      ['موفق', 1],
    ])
  })

  test('count per customer, of one kind or within a filter', async () => {
    expect((await statistics('by=party')).map(({ label, total }) => [label, total])).toEqual([
      ['شرکت یکم', 3],
      ['سارا راد', 1],
    ])
    expect(await statistics(`by=kind&partyId=${other.id}`)).toMatchObject([
      { key: 'call', total: 1, done: 1 },
    ])
    const filter = JSON.stringify({ field: 'status', op: 'eq', value: 'planned' })
    expect(await statistics(`by=owner&${new URLSearchParams({ filter }).toString()}`)).toMatchObject([
      { key: admin.userId, total: 2, planned: 2 },
    ])
  })

  test('the home page shows the day and the Jalali week beside the last', async () => {
    const home = (await api.get<Home>('/home')).body
    expect(home.today).toBe('2026-11-22')
    expect([home.dueToday.items[0]?.id, home.dueToday.total]).toEqual([today.id, 1])
    expect([home.overdue.items[0]?.id, home.overdue.total]).toEqual([overdue.id, 1])
    expect(home.upcoming.total).toBe(0)
    expect(home.thisWeek).toMatchObject({
      from: '2026-11-21',
      to: '2026-11-28',
      total: 1,
      parties: 1,
      callMinutes: 15,
    })
    expect(home.lastWeek).toMatchObject({
      from: '2026-11-14',
      to: '2026-11-21',
      total: 1,
      byKind: [{ kind: 'call', count: 1 }],
    })
  })
})

describe('many at once', () => {
  test('are finished, given away, tagged and deleted as operations, each of which can be undone', async () => {
    const reza = await aUser(tested.app, admin.firm)
    const tag = (await api.post<{ id: string }>('/tags', { name: 'مهم' })).body
    const tasks = [
      await recorded(api, { kind: 'task', subject: 'گروهی ۱' }),
      await recorded(api, { kind: 'task', subject: 'گروهی ۲' }),
    ]
    const [first] = tasks as [Activity]
    const state = async () => {
      const { status, body } = await api.get<Activity>(`/activities/${first.id}`)
      return status === 404 ? 'gone' : [body.status, body.owner.id, body.tags.length]
    }
    const before = await state()
    const filter = { field: 'subject', op: 'startsWith', value: 'گروهی' }
    const actions: [object, unknown][] = [
      [{ type: 'finish' }, ['done', admin.userId, 0]],
      [{ type: 'reassign', ownerId: reza.userId }, ['planned', reza.userId, 0]],
      [{ type: 'addTags', tagIds: [tag.id] }, ['planned', admin.userId, 1]],
      [{ type: 'delete' }, 'gone'],
    ]
    for (const [action, expected] of actions) {
      const operation = await run('/activities/bulk', { selection: { all: true, filter }, action })
      expect(operation).toMatchObject({ state: 'done', done: 2, failed: 0, can: { undo: true } })
      expect(await state()).toEqual(expected)
      await run(`/operations/${operation.id}/undo`)
      expect(await state()).toEqual(before)
    }
  })

  test('what does not fit is counted as failed', async () => {
    const operation = await run('/activities/bulk', {
      selection: { ids: [call.id] },
      action: { type: 'finish' },
    })
    expect(operation).toMatchObject({ state: 'done', done: 0, failed: 1 })
  })

  async function run(path: string, body: object = {}): Promise<Operation> {
    const started = await api.post<{ operationId: string }>(path, body)
    expect(started.status).toBe(202)
    await tested.runJobs()
    return (await api.get<Operation>(`/operations/${started.body.operationId}`)).body
  }
})
