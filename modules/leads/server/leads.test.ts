import type { Activity, ActivityRow } from '@peyvand/activities/contract'
import { hoursOn, usualWeek } from '@peyvand/calendar/contract'
import { aFirm, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { Party } from '@peyvand/parties/contract'
import { insertParties } from '@peyvand/parties/server'
import type { Deal } from '@peyvand/pipeline/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Criterion, Lead, LeadForm, LeadRow, SourceYield } from '../contract/index.ts'
import { fits, leastLoaded, nextInTurn } from './choose-rule.ts'
import { afterWorkingMinutes, workingMinutesBetween } from './response-clock.ts'

// Sunday 1405/09/01, half past eleven in Tehran; the usual week works from eight to five.
const start = Date.parse('2026-11-22T08:00:00.000Z')
let minutes = 0
const tested = testApp({ now: () => new Date(start + minutes * 60_000) })
let api: Caller
let one: Actor
let two: Actor
let seller: Caller
let stranger: Caller
let low: Caller
let team: string
let sources: { id: string; key: string }[]
let reasons: { id: string }[]

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  team = await aTeam(tested.app, admin.firm)
  one = await aUser(tested.app, admin.firm, { name: 'الهام یک', teamIds: [team] })
  two = await aUser(tested.app, admin.firm, { name: 'بابک دو', teamIds: [team] })
  seller = await callerOf(tested, one)
  low = await callerOf(tested, await aUser(tested.app, admin.firm, { name: 'پروین سه' }))
  stranger = await callerOf(tested, await aFirm(tested.app))
  const lists = await api.get<{ items: { key: string; values: { id: string; key: string }[] }[] }>(
    '/value-lists',
  )
  const valuesOf = (key: string) => lists.body.items.find((list) => list.key === key)?.values ?? []
  sources = valuesOf('sources')
  reasons = valuesOf('unfitReasons')
})

const done = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}
const leadOf = async (id: string, by = api) =>
  (await done(by.get<{ lead: Lead | null }>(`/parties/${id}/lead`))).lead as Lead
const leads = async (by: Caller, query = '') =>
  (await done(by.get<{ items: LeadRow[] }>(`/leads?sort=name${query}`))).items
const aLead = (lastName: string, rest: object = {}, by = api) =>
  done(by.post<Party>('/parties', { kind: 'person', lastName, groups: ['leads'], ...rest }))

const formOf = (rest: object = {}) => ({
  name: 'فرم وب‌گاه',
  locale: 'fa',
  title: 'درخواست مشاوره',
  thanks: 'سپاسگزاریم.',
  consent: 'با تماس شما موافقم.',
  fields: [
    { field: 'lastName', required: true },
    { field: 'organization' },
    { field: 'mobile', required: true },
    { field: 'province' },
    { field: 'message' },
  ],
  sourceId: sources[0]?.id,
  ownerId: one.userId,
  byRules: false,
  followUpDays: 1,
  ...rest,
})
const pathOf = ({ url }: LeadForm) => new URL(url).pathname
const shown = async (form: LeadForm) => tested.server.inject({ method: 'GET', url: pathOf(form) })
const sent = (form: LeadForm, values: Record<string, string>) =>
  tested.server.inject({
    method: 'POST',
    url: pathOf(form),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(values).toString(),
    remoteAddress: `10.9.0.${Math.floor(Math.random() * 250)}`,
  })
const stampIn = (page: string) => /name="_stamp" value="([^"]+)"/.exec(page)?.[1] ?? ''

describe('rules that need no firm', () => {
  const calendar = { week: usualWeek, holidays: new Set(['2026-11-23']) }
  const timeZone = 'Asia/Tehran'

  test.each([
    ['within the day', '2026-11-22T08:00:00Z', 60, '2026-11-22T09:00:00.000Z'],
    ['over a holiday to the day after', '2026-11-22T13:00:00Z', 60, '2026-11-24T05:00:00.000Z'],
    ['from the evening on, when the firm opens', '2026-11-21T18:00:00Z', 30, '2026-11-22T05:00:00.000Z'],
    ['over half a Thursday and Friday', '2026-11-26T09:00:00Z', 60, '2026-11-28T05:00:00.000Z'],
  ])('the clock counts working minutes: %s', (_, since, count, due) => {
    expect(hoursOn(calendar, '2026-11-23')).toEqual([])
    const after = afterWorkingMinutes(calendar, { since: new Date(since), minutes: count, timeZone })
    expect(after?.toISOString()).toBe(due)
    const until = after as Date
    expect(workingMinutesBetween(calendar, { since: new Date(since), until, timeZone })).toBe(count)
  })

  test('a firm that never works has no clock', () => {
    const never = { week: { ...usualWeek, days: [[], [], [], [], [], [], []] }, holidays: new Set<string>() }
    expect(afterWorkingMinutes(never, { since: new Date(start), minutes: 1, timeZone })).toBeNull()
  })

  test('a rule asks for all that it names, turns go round, the least loaded comes first', () => {
    const lead = { sourceId: 's', provinces: ['23'], cities: ['تهران'], productGroupIds: ['leaf', 'root'] }
    const any = { sourceIds: [], provinces: [], cities: [], productGroupIds: [] }
    expect(fits(any, lead)).toBe(true)
    expect(fits({ ...any, productGroupIds: ['root'], provinces: ['10', '23'] }, lead)).toBe(true)
    expect(fits({ ...any, sourceIds: ['s'], cities: ['یزد'] }, lead)).toBe(false)
    expect([null, 'a', 'c', 'gone'].map((last) => nextInTurn(['a', 'b', 'c'], last))).toEqual([
      'a',
      'b',
      'a',
      'a',
    ])
    expect(nextInTurn([], 'a')).toBeNull()
    expect(
      leastLoaded(
        ['a', 'b', 'c'],
        new Map([
          ['a', 2],
          ['c', 1],
        ]),
      ),
    ).toBe('b')
  })
})

describe('a public form', () => {
  let form: LeadForm
  let stamp: string
  const values = () => ({ _stamp: stamp, _consent: 'on', lastName: 'رستمی', mobile: '۰۹۱۲۳۴۵۶۷۸۹' })

  test('is a page without script, session or frame, in its language, and asks for what it needs', async () => {
    const needs = await api.post<{ errors: { code: string }[] }>(
      '/leads/forms',
      formOf({ fields: [{ field: 'message' }], origins: ['https://a.example/x'] }),
    )
    expect(needs.body.errors.map(({ code }) => code)).toEqual([
      'leads.formNeedsName',
      'leads.formNeedsContact',
      'leads.badOrigin',
    ])
    form = await done(api.post<LeadForm>('/leads/forms', formOf({ origins: ['https://shop.example'] })))
    const page = await shown(form)
    expect(page.statusCode).toBe(200)
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.headers['x-frame-options']).toBeUndefined()
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['content-security-policy']).toContain('frame-ancestors https://shop.example')
    expect(page.body).toContain('dir="rtl"')
    expect(page.body).not.toContain('<script')
    stamp = stampIn(page.body)
    expect((await tested.server.inject({ method: 'GET', url: `${pathOf(form)}x` })).statusCode).toBe(404)
  })

  test('shows problems at the fields and loses nothing; too quick, trapped and foreign stamps make no lead', async () => {
    const quick = await sent(form, values())
    expect([quick.statusCode, stampIn(quick.body)]).toEqual([400, stamp])
    minutes += 1
    const wrong = await sent(form, { ...values(), mobile: '12', message: '"><b>x', _consent: '' })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('id="mobile-problem"')
    expect(wrong.body).toContain('id="_consent-problem"')
    expect(wrong.body).toContain('value="رستمی"')
    expect(wrong.body).not.toContain('<b>x')
    expect((await sent(form, { ...values(), homepage: 'http://spam' })).statusCode).toBe(303)
    expect((await sent(form, { ...values(), _stamp: `${stamp}x` })).statusCode).toBe(400)
    expect(await leads(api)).toEqual([])
  })

  test('makes party, lead, activity and follow-up of who it names, once however often it is sent', async () => {
    const filled = { ...values(), organization: 'آذرخش', province: '23', message: 'قیمت چاپگر؟' }
    const answers = [await sent(form, filled), await sent(form, filled)]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    const [lead, ...others] = await leads(api)
    expect(others).toEqual([])
    expect(lead).toMatchObject({
      name: 'رستمی',
      state: 'new',
      origin: 'form',
      owner: { id: one.userId },
      source: { id: sources[0]?.id },
      province: '23',
      clock: { state: 'due', respondBy: '2026-11-22T10:01:00.000Z' },
    })
    const id = lead?.id as string
    const party = await done(api.get<Party>(`/parties/${id}`))
    expect(party).toMatchObject({ sourceKind: 'form', sourceId: form.id, worksFor: { name: 'آذرخش' } })
    const found = await done(
      seller.get<{ items: ActivityRow[] }>(`/activities?sort=createdAt&filter=${filterOf('party', [id])}`),
    )
    expect(found.items.map(({ kind, status, owner }) => [kind, status, owner.id])).toEqual([
      ['email', 'done', one.userId],
      ['task', 'planned', one.userId],
    ])
    const entry = await done(api.get<Activity>(`/activities/${found.items[0]?.id}`))
    expect(entry).toMatchObject({ source: 'form', direction: 'incoming' })
    expect(entry.body).toContain('پیام شما: قیمت چاپگر؟')
    // The next working day.
    expect(found.items[1]?.dueAt?.slice(0, 10)).toBe('2026-11-23')
    expect((await leads(seller)).map(({ name }) => name)).toEqual(['رستمی'])
    expect(await leads(low)).toEqual([])
    expect(await leads(stranger)).toEqual([])
    expect((await stranger.get(`/parties/${id}/lead`)).status).toBe(404)
    expect((await low.post('/leads/forms', formOf())).status).toBe(403)
  })

  test('finds who is there by phone: the entry goes to that file and its owner', async () => {
    const customer = await done(
      api.post<Party>('/parties', {
        kind: 'person',
        lastName: 'کهن',
        groups: ['customers'],
        ownerId: two.userId,
        contactPoints: [{ type: 'mobile', value: '09351112233' }],
      }),
    )
    stamp = stampIn((await shown(form)).body)
    minutes += 1
    expect(
      (await sent(form, { ...values(), lastName: 'نام دیگر', mobile: '+98 935 111 2233' })).statusCode,
    ).toBe(303)
    const lead = await leadOf(customer.id)
    expect(lead).toMatchObject({
      name: 'کهن',
      isOpen: true,
      owner: { id: two.userId },
      form: { id: form.id },
    })
    const keys = (await done(api.get<Party>(`/parties/${customer.id}`))).groups.map(({ key }) => key)
    expect(keys.toSorted()).toEqual(['customers', 'leads'])
    await done(api.put(`/leads/forms/${form.id}`, { version: form.version, form: formOf({ active: false }) }))
    expect((await shown(form)).statusCode).toBe(404)
  })
})

const filterOf = (field: string, value: unknown) =>
  encodeURIComponent(JSON.stringify({ field, op: 'in', value }))

describe('assignment', () => {
  test('asks rules in order, takes turns, and passes over who is away', async () => {
    const source = sources[1]?.id as string
    await done(
      api.post('/leads/rules', { name: 'منبع دوم', sourceIds: [source], to: 'roundRobin', teamId: team }),
    )
    await done(api.post('/leads/rules', { name: 'باقی', to: 'user', userId: two.userId }))
    expect((await api.post('/leads/rules', { name: 'بد', to: 'leastLoad' })).status).toBe(400)
    const given = async (leadSourceId: string | null) => {
      const { id } = await aLead('واگذار', { leadSourceId })
      await done(api.post('/leads/assign', { ids: [id] }))
      return (await leadOf(id)).owner?.id
    }
    const turns = [await given(source), await given(source), await given(source)]
    expect(turns[0]).not.toBe(turns[1])
    expect(turns[2]).toBe(turns[0])
    expect(await given(null)).toBe(two.userId)
    await tested.committed(await systemOf(one), (ctx) =>
      ctx.db
        .updateTable('users')
        .set({ absentFrom: '2026-11-01', absentUntil: '2026-12-30' })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', two.userId)
        .execute(),
    )
    expect([await given(source), await given(source)]).toEqual([one.userId, one.userId])
    expect(await given(null)).not.toBe(two.userId)
  })
})

const systemOf = async (actor: Actor): Promise<Actor> => ({ ...actor, everything: true })

describe('a lead', () => {
  test('is answered by the first outgoing contact, counted in working minutes', async () => {
    const { id } = await aLead('پرسشگر', { ownerId: one.userId })
    expect((await leadOf(id)).clock).toMatchObject({ state: 'due', minutes: null })
    minutes += 90
    await done(
      seller.post('/activities', {
        kind: 'call',
        subject: 'زنگ زد',
        direction: 'incoming',
        parties: [{ partyId: id }],
      }),
    )
    await tested.runJobs()
    expect((await leadOf(id)).clock.state).toBe('due')
    await done(seller.post('/activities', { kind: 'call', subject: 'زنگ زدیم', parties: [{ partyId: id }] }))
    await tested.runJobs()
    expect(await leadOf(id)).toMatchObject({ state: 'contacted', clock: { state: 'answered', minutes: 90 } })
    const late = await aLead('بی‌پاسخ')
    minutes += 130
    const overdue = await leads(api, `&filter=${filterOf('clock', ['late'])}`)
    expect(overdue.map(({ name }) => name)).toContain('بی‌پاسخ')
    expect(overdue.map(({ name }) => name)).not.toContain('پرسشگر')
    await done(api.delete(`/parties/${late.id}/groups/leads`))
    expect((await leadOf(late.id)).isOpen).toBe(false)
  })

  test('is judged by the firm’s questions, turned down with a reason, and becomes a customer with a deal', async () => {
    const criterion = await done(
      api.post<Criterion>('/leads/criteria', {
        question: 'بودجه دارد؟',
        required: true,
        options: [
          { id: '00000000-0000-4000-8000-000000000001', label: 'بله', points: 30 },
          { id: '00000000-0000-4000-8000-000000000002', label: 'خیر', points: -10 },
        ],
      }),
    )
    const source = sources[2]?.id as string
    const { id } = await aLead('خواهان', { ownerId: one.userId, leadSourceId: source })
    let lead = await leadOf(id, seller)
    const verdict = (rest: object) =>
      seller.post<Lead & { code?: string }>(`/leads/${id}/verdict`, { version: lead.version, ...rest })
    expect((await verdict({ verdict: 'fit' })).body.code).toBe('leads.answersMissing')
    const answers = { [criterion.id]: criterion.options[0]?.id }
    lead = await done(seller.put<Lead>(`/leads/${id}/answers`, { version: lead.version, answers }))
    expect(lead.score).toBe(30)
    lead = await done(verdict({ verdict: 'unfit', reasonId: reasons[0]?.id, note: 'فعلاً نه' }))
    expect(lead).toMatchObject({
      state: 'disqualified',
      unfitReason: { id: reasons[0]?.id },
      unfitNote: 'فعلاً نه',
    })
    expect((await verdict({ version: lead.version - 1, verdict: 'fit' })).status).toBe(409)
    lead = await done(verdict({ verdict: 'fit' }))
    expect(lead).toMatchObject({ state: 'qualified', unfitReason: null })

    lead = await done(
      seller.post<Lead>(`/leads/${id}/convert`, { deal: { title: 'فروش چاپگر', amount: '70000000' } }),
    )
    expect(lead).toMatchObject({
      isOpen: false,
      deal: { name: 'فروش چاپگر' },
      convertedAt: expect.any(String),
    })
    const party = await done(seller.get<Party>(`/parties/${id}`))
    const places = party.groups.map(({ key, until }) => [key, until === null])
    expect(Object.fromEntries(places)).toEqual({ customers: true, leads: false })
    expect((await seller.post(`/leads/${id}/convert`, {})).status).toBe(409)
    await wonBy(lead.deal?.id as string)

    await done(api.post('/leads/costs', { sourceId: source, spentOn: '2026-11-22', amount: '5000001' }))
    const report = await done(api.get<{ items: SourceYield[] }>('/leads/yield?from=2026-11-22&to=2026-11-22'))
    expect(report.items.find((row) => row.source?.id === source)).toMatchObject({
      leads: 1,
      qualified: 1,
      converted: 1,
      won: 1,
      wonAmount: '70000000',
      cost: '5000001',
      costPerLead: '5000001',
    })
    expect((await seller.get('/leads/yield?from=2026-11-22&to=2026-11-22')).status).toBe(403)
  })

  test('goes on with the survivor of a merge, and both go on where it is undone', async () => {
    const [kept, gone] = [await aLead('مانده'), await aLead('رفته')]
    const { operationId } = await done(
      api.post<{ operationId: string }>('/parties/merge', {
        survivorId: kept.id,
        mergedId: gone.id,
        versions: { survivor: kept.version, merged: gone.version },
      }),
    )
    expect(await leadOf(kept.id)).toMatchObject({ name: 'مانده', isOpen: true })
    await done(api.post(`/operations/${operationId}/undo`, {}))
    await tested.runJobs()
    for (const { id } of [kept, gone]) expect((await leadOf(id)).isOpen).toBe(true)
  })

  test('of an import has no clock, and goes to whom the rules name', async () => {
    const [id] = await tested.committed(await systemOf(one), (ctx) =>
      insertParties(
        ctx,
        [{ kind: 'person', lastName: 'وارداتی', groups: ['leads'], leadSourceId: sources[1]?.id ?? null }],
        { sourceKind: 'import', sourceId: null },
      ),
    )
    expect((await leadOf(id as string)).clock.state).toBe('none')
    await tested.runJobs()
    expect((await leadOf(id as string)).owner?.id).toBe(one.userId)
  })

  test('becomes one again where the conversion is taken back, and its deal goes to the bin', async () => {
    const { id } = await aLead('برگشتی', { ownerId: one.userId })
    const lead = await done(seller.post<Lead>(`/leads/${id}/convert`, { deal: { title: 'اشتباه' } }))
    const done1 = await done(seller.get<{ items: { id: string; kind: string }[] }>('/operations'))
    const operation = done1.items.find(({ kind }) => kind === 'leads.convert')
    await done(seller.post(`/operations/${operation?.id}/undo`, {}))
    await tested.runJobs()
    expect(await leadOf(id, seller)).toMatchObject({
      isOpen: true,
      state: 'new',
      convertedAt: null,
      deal: null,
    })
    expect((await seller.get<Party>(`/parties/${id}`)).body.groups.map(({ key }) => key)).toEqual(['leads'])
    expect((await seller.get(`/deals?filter=${filterOf('party', [id])}`)).body).toMatchObject({ items: [] })
    expect(lead.deal).not.toBeNull()
  })
})

async function wonBy(dealId: string): Promise<void> {
  const deal = await done(seller.get<Deal>(`/deals/${dealId}`))
  const { body } = await seller.get<{ items: { stages: { id: string; outcome: string }[] }[] }>('/pipelines')
  const stageId = body.items[0]?.stages.find(({ outcome }) => outcome === 'won')?.id
  await done(seller.post(`/deals/${dealId}/move`, { version: deal.version, stageId }))
}
