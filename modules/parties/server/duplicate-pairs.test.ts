import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Operation } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CreatePartyInput, DuplicatePair } from '../contract/index.ts'
import { type Caller, callerOf, made } from './testing-calls.ts'

const tested = testApp()
let admin: Actor
let api: Caller

beforeEach(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

interface Page {
  items: DuplicatePair[]
  nextCursor: string | null
  total: number
  foundAt: string | null
}

const person = (lastName: string, given: Partial<CreatePartyInput> = {}) =>
  made(api, { kind: 'person', lastName, acceptDuplicates: true, ...given })
const mobile = (value: string) => [{ type: 'mobile' as const, value }]
const phone = (value: string) => [{ type: 'phone' as const, value }]

async function find(): Promise<Operation> {
  const { status, body } = await api.post<{ operationId: string }>('/parties/duplicate-pairs/find')
  expect(status).toBe(202)
  await tested.runJobs()
  return (await api.get<Operation>(`/operations/${body.operationId}`)).body
}

const pairs = async (query = '', caller = api) =>
  (await caller.get<Page>(`/parties/duplicate-pairs${query}`)).body
const names = ({ items }: Page) => items.map(({ first, second }) => [first.name, second.name].toSorted())

describe('the comparison of all records', () => {
  test('finds pairs by phones, addresses and names, surest first, with reasons', async () => {
    await person('کریمی', { firstName: 'علی', contactPoints: mobile('09121111111') })
    await person('کریمی', { firstName: 'علی', contactPoints: mobile('09121111111') })
    await person('نادری مقدم')
    await person('مقدم نادری')
    await person('تنها', { contactPoints: mobile('09122222222') })
    expect((await pairs()).foundAt).toBeNull()
    expect(await find()).toMatchObject({ state: 'done', result: { pairs: 2 } })
    const page = await pairs()
    expect(page).toMatchObject({ total: 2, nextCursor: null })
    expect(page.foundAt).not.toBeNull()
    expect(page.items[0]).toMatchObject({ score: 0.98, first: { name: 'علی کریمی' } })
    expect(page.items[0]?.reasons.toSorted()).toEqual(['mobile', 'sameName'])
    expect(page.items[1]).toMatchObject({ score: 0.45, reasons: ['similarName'] })
  })

  test('takes no colleagues for one person, and no firm for its owner', async () => {
    await person('احمدی', { contactPoints: phone('02188880000') })
    await person('یوسفی', { contactPoints: phone('02188880000') })
    await person('صنایع البرز', { contactPoints: mobile('09123334444') })
    await made(api, {
      kind: 'organization',
      name: 'صنایع البرز',
      contactPoints: mobile('09123334444'),
      acceptDuplicates: true,
    })
    await find()
    expect((await pairs()).items).toEqual([])
  })

  test('remembers who said that two are two, and forgets pairs that are none any more', async () => {
    const [a, b] = [await person('سعیدی پور'), await person('سعیدی پور')]
    const c = await person('سعیدی پور')
    await find()
    expect((await pairs()).total).toBe(3)
    expect(
      (await api.put('/parties/duplicate-pairs/dismissal', { firstId: b.id, secondId: a.id })).status,
    ).toBe(204)
    await api.patch(`/parties/${c.id}`, { version: c.version, lastName: 'دیگری' })
    await find()
    expect((await pairs()).total).toBe(0)
    expect(names(await pairs('?dismissed=true'))).toEqual([['سعیدی پور', 'سعیدی پور']])
    await api.put('/parties/duplicate-pairs/dismissal', { firstId: a.id, secondId: b.id, dismissed: false })
    expect((await pairs()).total).toBe(1)
  })

  test('leaves merged records out, and pages the rest', async () => {
    for (let n = 0; n < 3; n += 1) for (const _ of [1, 2]) await person(`نام یکسان ${n}`)
    await find()
    const first = await pairs('?limit=2')
    expect([first.items.length, first.total]).toEqual([2, 3])
    const second = await pairs(`?limit=2&cursor=${first.nextCursor}`)
    expect([second.items.length, second.nextCursor]).toEqual([1, null])
    expect(new Set([...names(first), ...names(second)].map(String)).size).toBe(3)
    const [pair] = first.items
    await api.post('/parties/merge', {
      survivorId: pair?.first.id,
      mergedId: pair?.second.id,
      versions: { survivor: 1, merged: 1 },
    })
    expect((await pairs()).total).toBe(2)
    expect((await api.get('/parties/duplicate-pairs?cursor=x')).status).toBe(400)
  })

  test('shows a pair only to who may merge and sees both', async () => {
    await person('پنهان زاده')
    await person('پنهان زاده')
    await find()
    const sara = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'salesperson' }))
    expect((await sara.get('/parties/duplicate-pairs')).status).toBe(403)
    const other = await callerOf(tested, await aFirm(tested.app))
    expect((await pairs('', other)).items).toEqual([])
  })
})
