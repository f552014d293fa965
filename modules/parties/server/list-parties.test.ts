import { ensureTag } from '@peyvand/customization/server'
import { aFirm } from '@peyvand/identity/testing'
import type { Filter, SearchHit } from '@peyvand/platform/contract'
import { type Actor, createCustomField } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PartyRow } from '../contract/index.ts'
import { queryTerms } from './party-search.ts'
import { type Caller, callerOf, listUrl, made } from './testing-calls.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
let api: Caller
let tagId: string

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  tagId = await tested.committed(admin, async (ctx) => {
    await createCustomField(ctx, {
      record: 'parties',
      key: 'budget',
      type: 'money',
      labelFa: 'بودجه',
      labelEn: 'Budget',
      required: false,
      options: [],
      appliesTo: [],
      position: 0,
    })
    return (await ensureTag(ctx, { name: 'نمایشگاه' })).id
  })
  await made(api, {
    kind: 'organization',
    name: 'پیوند‌گستر آریا',
    nameLatin: 'Peyvand Gostar',
    number: 'C-1402/25',
    groups: ['customers'],
    contactPoints: [{ type: 'phone', value: '02188776655' }],
    addresses: [{ province: '23', city: 'تهران' }],
    tagIds: [tagId],
    custom: { budget: '5000000' },
  })
  await made(api, {
    kind: 'person',
    firstName: 'سلام',
    lastName: 'واعظی',
    groups: ['leads', 'persons'],
    contactPoints: [
      { type: 'mobile', value: '09123456789' },
      { type: 'email', value: 'salam@example.com' },
    ],
    nextContactOn: '2026-11-25',
    custom: { budget: '900000' },
  })
  await made(api, { kind: 'person', lastName: 'هاشمی', doNotContact: true, addresses: [{ city: 'یزد' }] })
  await made(api, { kind: 'person', lastName: 'گلستانی', nextContactOn: '2026-11-20' })
})

interface Rows {
  items: PartyRow[]
  nextCursor: string | null
  total: { value: number; exact: boolean }
}
const listed = async (query: Record<string, string | object>) =>
  (await api.get<Rows>(listUrl('/parties', query))).body
const names = async (query: Record<string, string | object>) =>
  (await listed(query)).items.map((row) => row.name)

describe('search', () => {
  test.each([
    ['پیوند گستر', 'پیوند‌گستر آریا'],
    ['پيوندگستر', 'پیوند‌گستر آریا'],
    ['ستر', 'پیوند‌گستر آریا'],
    ['gostar', 'پیوند‌گستر آریا'],
    ['C-1402/25', 'پیوند‌گستر آریا'],
    ['1402/25', 'پیوند‌گستر آریا'],
    ['۸۸۷۷', 'پیوند‌گستر آریا'],
    ['+98 21 8877', 'پیوند‌گستر آریا'],
    ['345 67', 'سلام واعظی'],
    ['۰۹۱۲-۳۴۵', 'سلام واعظی'],
    ['00989123456789', 'سلام واعظی'],
    ['salam@ex', 'سلام واعظی'],
    ['sghl', 'سلام واعظی'],
    ['گل', 'گلستانی'],
    ['واعظی سلام', 'سلام واعظی'],
  ])('«%s» finds «%s»', async (q, name) => {
    expect(await names({ q })).toEqual([name])
    const hits = (await api.get<{ items: SearchHit[] }>(listUrl('/search', { q }))).body.items
    expect(hits.map((hit) => hit.title)).toEqual([name])
  })

  test.each(['زنجان', '%', '_', "' or 1=1 --", '\\'])('«%s» finds nothing and breaks nothing', async (q) => {
    expect(await names({ q })).toEqual([])
  })

  test.each([
    ['0912 345 67', ['091234567']],
    ['+98912345', ['0912345']],
    ['۰۰۹۸۹۱۲۳۴۵۶۷۸۹', ['09123456789']],
    ['989123456789', ['09123456789']],
    ['987', ['987']],
    ['علی  رضا', ['علی', 'رضا']],
  ])('reads «%s» as %j', (text, terms) => {
    expect(queryTerms(text)).toEqual(terms)
  })
})

describe('filters', () => {
  test.each([
    [{ field: 'kind', op: 'eq', value: 'organization' }, ['پیوند‌گستر آریا']],
    [{ field: 'groups', op: 'in', value: ['leads'] }, ['سلام واعظی']],
    [{ field: 'groups', op: 'empty' }, ['گلستانی', 'هاشمی']],
    [{ field: 'state', op: 'in', value: ['leads.new'] }, ['سلام واعظی']],
    [{ field: 'phone', op: 'contains', value: '۸۸۷۷' }, ['پیوند‌گستر آریا']],
    [{ field: 'phone', op: 'eq', value: '0912 345 6789' }, ['سلام واعظی']],
    [{ field: 'phone', op: 'empty' }, ['گلستانی', 'هاشمی']],
    [{ field: 'email', op: 'contains', value: 'SALAM' }, ['سلام واعظی']],
    [{ field: 'contactPoints', op: 'in', value: ['email'] }, ['سلام واعظی']],
    [{ field: 'city', op: 'eq', value: 'یزد' }, ['هاشمی']],
    [{ field: 'province', op: 'in', value: ['23'] }, ['پیوند‌گستر آریا']],
    [{ field: 'name', op: 'contains', value: 'پيوند' }, ['پیوند‌گستر آریا']],
    [{ field: 'name', op: 'startsWith', value: 'گل' }, ['گلستانی']],
    [{ field: 'doNotContact', op: 'eq', value: true }, ['هاشمی']],
    [{ field: 'nextContactOn', op: 'inPeriod', value: 'past' }, ['گلستانی']],
    [{ field: 'owner', op: 'in', value: ['me'] }, ['پیوند‌گستر آریا', 'سلام واعظی', 'گلستانی', 'هاشمی']],
    [{ field: 'level', op: 'notEmpty' }, []],
    [
      { field: 'createdAt', op: 'inPeriod', value: 'today' },
      ['پیوند‌گستر آریا', 'سلام واعظی', 'گلستانی', 'هاشمی'],
    ],
    [{ field: 'custom.budget', op: 'gte', value: '1000000' }, ['پیوند‌گستر آریا']],
    [
      {
        or: [
          { field: 'city', op: 'eq', value: 'یزد' },
          { field: 'city', op: 'eq', value: 'تهران' },
        ],
      },
      ['پیوند‌گستر آریا', 'هاشمی'],
    ],
  ] as [Filter, string[]][])('%j', async (filter, expected) => {
    expect(await names({ filter, sort: 'name' })).toEqual(expected)
  })

  test('by tag', async () => {
    expect(await names({ filter: { field: 'tags', op: 'in', value: [tagId] } })).toEqual(['پیوند‌گستر آریا'])
  })

  test.each([
    { field: 'level', op: 'in', value: ['no id'] },
    { field: 'nothing', op: 'eq', value: 1 },
    { field: 'notes', op: 'between', value: ['a', 'b'] },
  ])('%j is refused by a code', async (filter) => {
    expect((await api.get(listUrl('/parties', { filter }))).status).toBe(400)
  })
})

describe('order and pages', () => {
  test.each([
    ['name', ['پیوند‌گستر آریا', 'سلام واعظی', 'گلستانی', 'هاشمی']],
    ['-name', ['هاشمی', 'گلستانی', 'سلام واعظی', 'پیوند‌گستر آریا']],
    ['nextContactOn,name', ['گلستانی', 'سلام واعظی', 'پیوند‌گستر آریا', 'هاشمی']],
    ['-custom.budget,name', ['پیوند‌گستر آریا', 'سلام واعظی', 'گلستانی', 'هاشمی']],
  ])('by %s, a page of one at a time', async (sort, expected) => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Rows = await listed({ sort, limit: '1', ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map((row) => row.name))
      expect(page.total).toEqual({ value: 4, exact: true })
      cursor = page.nextCursor
    }
    expect(seen).toEqual(expected)
  })

  test('names are read by id, those in sight alone', async () => {
    const mine = (await listed({})).items.slice(0, 2)
    const stranger = await callerOf(tested, await aFirm(tested.app))
    const path = `/parties/names?ids=${mine.map(({ id }) => id).join(',')}`
    const { body } = await api.get<{ items: { id: string; name: string }[] }>(path)
    expect(new Map(body.items.map(({ id, name }) => [id, name]))).toEqual(
      new Map(mine.map(({ id, name }) => [id, name])),
    )
    expect((await stranger.get(path)).body).toEqual({ items: [] })
    expect((await api.get('/parties/names?ids=1,2')).status).toBe(400)
  })

  test('the fields of the list are described in the caller’s language', async () => {
    const { fields } = (
      await api.get<{ fields: Record<string, { label: string; options?: Record<string, string> }> }>(
        '/parties/fields',
      )
    ).body
    expect(fields['custom.budget']?.label).toBe('بودجه')
    expect(fields['groups']?.options?.['customers']).toBe('مشتریان')
    expect(fields['state']?.options?.['leads.new']).toBe('سرنخ‌ها: جدید')
    expect(Object.entries(fields).filter(([, field]) => field.label.startsWith('parties.'))).toEqual([])
  })
})

describe('a list of very many', () => {
  test('answers a page with an estimated total, and the exact one when asked', async () => {
    const firm = await aFirm(tested.app)
    await tested.committed(firm, (ctx) =>
      sql`
        insert into parties (tenant_id, id, kind, display_name, search, match_name, source_kind, created_at)
        select ${ctx.tenantId}, gen_random_uuid(), 'person', 'نفر ' || i, 'نفر ' || i, 'نفر' || i, 'import', now() - i * interval '1 second'
        from generate_series(1, 5050) i`.execute(ctx.db),
    )
    const many = await callerOf(tested, firm)
    const page = (await many.get<Rows>('/parties?limit=2')).body
    expect(page.items.map((row) => row.name)).toEqual(['نفر 1', 'نفر 2'])
    expect(page.total.exact).toBe(false)
    expect(page.total.value).toBeGreaterThanOrEqual(5000)
    expect((await many.get<Rows>('/parties?limit=2&count=exact')).body.total).toEqual({
      value: 5050,
      exact: true,
    })
  })
})
