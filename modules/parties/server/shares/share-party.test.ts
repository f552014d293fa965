import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Party, PartyRow, PartyShare } from '../../contract/index.ts'
import { type Caller, callerOf, listUrl, made } from '../testing-calls.ts'

let now = new Date('2026-11-22T08:00:00Z')
const tested = testApp({ now: () => now })
let admin: Actor
let sara: Actor
let reza: Actor
let boss: Caller
let saraApi: Caller
let rezaApi: Caller
let team: string
let party: Party

beforeAll(async () => {
  admin = await aFirm(tested.app)
  team = await aTeam(tested.app, admin.firm)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا راد' })
  reza = await aUser(tested.app, admin.firm, { name: 'رضا نیک', teamIds: [team] })
  boss = await callerOf(tested, admin)
  saraApi = await callerOf(tested, sara)
  rezaApi = await callerOf(tested, reza)
  party = await made(boss, { kind: 'organization', name: 'شرکت مهرگان' })
})

interface Shares {
  items: PartyShare[]
  can: { open: boolean }
}
const user = ({ userId }: Actor) => ({ kind: 'user', id: userId })
const path = (rest = '') => `/parties/${party.id}${rest}`
const listed = async (caller: Caller, query: Record<string, string> = {}) =>
  (await caller.get<{ items: PartyRow[]; total: { value: number } }>(listUrl('/parties', query))).body

describe('a file shared with a colleague who does not see it', () => {
  test('is open to them in every read until the day is over, and to be read only', async () => {
    expect((await saraApi.get(path())).status).toBe(404)
    const { status, body } = await boss.post<Shares>(path('/shares'), {
      to: [user(sara)],
      note: 'لطفاً تماس بگیرید',
    })
    expect([status, body.items[0]]).toMatchObject([
      201,
      { to: { name: 'سارا راد', kind: 'user' }, until: '2026-11-29', note: 'لطفاً تماس بگیرید' },
    ])
    expect((await saraApi.get<Party>(path())).body).toMatchObject({ can: { update: false, delete: false } })
    for (const rest of ['/file', '/timeline', '/sources', '/links', '/shares'])
      expect((await saraApi.get(path(rest))).status, rest).toBe(200)
    expect((await listed(saraApi)).items.map(({ name }) => name)).toEqual(['شرکت مهرگان'])
    expect((await listed(saraApi)).total.value).toBe(1)
    expect((await listed(saraApi, { q: 'مهرگان' })).items).toHaveLength(1)
    expect((await saraApi.patch(path(), { version: 1, brandName: 'م' })).status).toBe(403)
    expect((await rezaApi.get(path())).status).toBe(404)

    now = new Date('2026-11-30T08:00:00Z')
    expect((await saraApi.get(path())).status).toBe(404)
    expect((await listed(saraApi)).items).toEqual([])
    now = new Date('2026-11-22T08:00:00Z')
  })

  test('closes at once when the share is taken back, which the receiver cannot do', async () => {
    const { body } = await boss.get<Shares>(path('/shares'))
    const address = path(`/shares/${body.items[0]?.id}`)
    expect((await saraApi.delete(address)).status).toBe(404)
    expect((await boss.delete(address)).status).toBe(204)
    expect((await saraApi.get(path())).status).toBe(404)
    expect((await boss.get<Shares>(path('/shares'))).body.items).toEqual([])
  })

  test('is opened only by who may open files, and to whole teams as well', async () => {
    const own = await made(saraApi, { kind: 'organization', name: 'شرکت سارا' })
    const refused = await saraApi.post<{ code: string }>(`/parties/${own.id}/shares`, { to: [user(reza)] })
    expect([refused.status, refused.body.code]).toEqual([403, 'parties.shareNeedsRight'])
    expect((await saraApi.get<Shares>(`/parties/${own.id}/shares`)).body.can.open).toBe(false)
    await boss.post(path('/shares'), { to: [{ kind: 'team', id: team }], until: '2027-01-01' })
    expect((await rezaApi.get(path())).status).toBe(200)
  })

  test('is refused for strangers and for longer than a year', async () => {
    const stranger = await aUser(tested.app, (await aFirm(tested.app)).firm)
    expect((await boss.post(path('/shares'), { to: [user(stranger)] })).status).toBe(400)
    expect((await boss.post(path('/shares'), { to: [user(sara)], until: '2028-01-01' })).status).toBe(400)
  })
})

test('who sees the file anyway is told of it, and it is told to everybody with the note', async () => {
  const manager = await aUser(tested.app, admin.firm, { role: 'manager', name: 'مدیر فروش' })
  const { body } = await boss.post<Shares>(path('/shares'), { to: [user(manager)], note: 'برای اطلاع' })
  expect(body.items[0]).toMatchObject({ to: { name: 'مدیر فروش' }, until: null })
  await tested.runJobs()
  const managerApi = await callerOf(tested, manager)
  const { body: told } = await managerApi.get<{
    items: { kind: string; subject: { title: string }; facts: object }[]
  }>('/notifications')
  expect(told.items).toMatchObject([
    { kind: 'partyShared', subject: { title: 'شرکت مهرگان' }, facts: { note: 'برای اطلاع' } },
  ])
})
