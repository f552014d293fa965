import type { Activity } from '@peyvand/activities/contract'
import { canSeeActivity } from '@peyvand/activities/server'
import { idsOf, recorded } from '@peyvand/activities/testing'
import { actorOf, aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import type { Party, TimelinePage } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { SearchHit } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  CreateReferral,
  Referral,
  ReferralFile,
  WorklistCounts,
  WorklistItem,
} from '../contract/index.ts'
import { createReferrals } from './create-referrals.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let manager: Actor
let sara: Actor
let omid: Actor
let nima: Actor
let party: Party
const api = new Map<Actor, Caller>()
const by = (actor: Actor) => api.get(actor) as Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  manager = await aUser(tested.app, admin.firm, { role: 'manager', name: 'مدیر فروش' })
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  omid = await aUser(tested.app, admin.firm, { name: 'امید' })
  nima = await aUser(tested.app, admin.firm, { name: 'نیما' })
  for (const actor of [admin, manager, sara, omid, nima]) api.set(actor, await callerOf(tested, actor))
  party = await made(by(manager), { kind: 'organization', name: 'مشتری رازدار', groups: [] })
})

async function refer(from: Actor, input: object): Promise<Referral> {
  const { status, body } = await by(from).post<{ items: Referral[] }>('/referrals', input)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.items[0] as Referral
}
const to = (...users: Actor[]) => users.map(({ userId }) => ({ userId: userId as string }))
const timeline = async (actor: Actor) =>
  (await by(actor).get<TimelinePage>(`/parties/${party.id}/timeline`)).body.items.map(
    ({ subjectId }) => subjectId,
  )
const worklist = async (actor: Actor, name: string) =>
  (await by(actor).get<{ items: WorklistItem[] }>(`/worklists/${name}`)).body.items
const steps = async (actor: Actor, activityId: string) =>
  (await by(actor).get<{ items?: Referral[] }>(`/activities/${activityId}/referrals`)).body.items?.map(
    ({ id }) => id,
  ) ?? null
const listed = async (actor: Actor) =>
  (await by(actor).get<{ items: Referral[] }>('/referrals?limit=100')).body.items.map(({ id }) => id)
const status = async (actor: Actor, path: string) => (await by(actor).get(path)).status

describe('a confidential referral of an open activity', () => {
  test('is known to its tree only; the activity stays as open as it was', async () => {
    const call = await recorded(by(manager), {
      kind: 'call',
      subject: 'تماس آشکار',
      parties: [{ partyId: party.id }],
    })
    const secret = await refer(manager, {
      activityId: call.id,
      to: to(sara),
      confidential: true,
      note: 'محرمانه',
    })
    const open = await refer(manager, { activityId: call.id, to: to(nima) })
    expect(await steps(admin, call.id)).toEqual([open.id])
    expect(await steps(nima, call.id)).toEqual([open.id])
    expect((await steps(sara, call.id))?.sort()).toEqual([secret.id, open.id].sort())
    expect(await listed(admin)).toEqual([open.id])
    expect(await listed(sara)).toEqual([open.id, secret.id])
    expect([
      await status(admin, `/referrals/${secret.id}`),
      await status(sara, `/referrals/${secret.id}`),
    ]).toEqual([404, 200])
    expect(await status(admin, `/activities/${call.id}`)).toBe(200)
    const shown = await timeline(admin)
    expect([shown.includes(open.id), shown.includes(secret.id)]).toEqual([true, false])
    expect(await timeline(manager)).toContain(secret.id)
  })

  test('stays so when referred onward, and the tree grows by who gets it', async () => {
    const call = await recorded(by(manager), {
      kind: 'call',
      subject: 'تماس',
      parties: [{ partyId: party.id }],
    })
    const root = await refer(manager, { activityId: call.id, to: to(sara), confidential: true })
    const child = await refer(sara, { parentId: root.id, to: to(omid) })
    expect(child.confidential).toBe(true)
    const { chain } = (await by(omid).get<ReferralFile>(`/referrals/${child.id}`)).body
    expect(chain.map(({ id }) => id)).toEqual([root.id, child.id])
    expect(await status(nima, `/referrals/${child.id}`)).toBe(404)
    expect((await by(nima).post(`/referrals/${child.id}/actions`, { action: 'finish' })).status).toBe(404)
  })
})

describe('a confidential activity', () => {
  let letter: Activity
  let referral: Referral
  beforeAll(async () => {
    letter = await recorded(by(manager), {
      kind: 'letter',
      direction: 'incoming',
      subject: 'قیمت‌نامهٔ سربسته',
      confidentiality: 'confidential',
      parties: [{ partyId: party.id }],
    })
    referral = await refer(manager, { activityId: letter.id, to: to(sara) })
  })

  test('is opened by referral to the receiver, name of the party included', async () => {
    expect(referral.confidential).toBe(true)
    expect((await by(sara).get<Activity>(`/activities/${letter.id}`)).body.parties).toMatchObject([
      { name: 'مشتری رازدار' },
    ])
    expect(await status(sara, `/parties/${party.id}`)).toBe(404)
    expect(await worklist(sara, 'referred-to-me')).toContainEqual(
      expect.objectContaining({ id: referral.id }),
    )
  })

  test.each([
    ['the administrator', () => admin],
    ['a colleague', () => nima],
  ])(
    'is not there for %s: list, record, search, timeline, steps, worklists, live messages',
    async (_, actor) => {
      const who = actor()
      expect(await idsOf(by(who), '/activities')).not.toContain(letter.id)
      expect(await status(who, `/activities/${letter.id}`)).toBe(404)
      expect(await status(who, `/referrals/${referral.id}`)).toBe(404)
      expect(await steps(who, letter.id)).toBeNull()
      const hits = await by(who).get<{ items: SearchHit[] }>(`/search?q=${encodeURIComponent('سربسته')}`)
      expect(hits.body.items).toEqual([])
      for (const name of ['referred-to-me', 'referred-by-me', 'in-progress', 'done'])
        expect((await worklist(who, name)).map(({ id }) => id)).not.toContain(referral.id)
      expect(await tested.committed(who, (ctx) => canSeeActivity(ctx, letter.id))).toBe(false)
    },
  )

  test('does not show in the timeline of who sees the party', async () => {
    const shown = await timeline(admin)
    expect([shown.includes(letter.id), shown.includes(referral.id)]).toEqual([false, false])
    expect(await timeline(manager)).toEqual(expect.arrayContaining([letter.id, referral.id]))
  })

  test('made confidential afterwards takes its referrals along', async () => {
    const call = await recorded(by(manager), {
      kind: 'call',
      subject: 'بعداً محرمانه',
      parties: [{ partyId: party.id }],
    })
    const step = await refer(manager, { activityId: call.id, to: to(sara) })
    expect(await timeline(admin)).toContain(step.id)
    await by(manager).patch(`/activities/${call.id}`, { version: call.version, confidentiality: 'secret' })
    await tested.runJobs()
    expect(await timeline(admin)).not.toContain(step.id)
    expect(await status(sara, `/referrals/${step.id}`)).toBe(200)
  })
})

describe('during an absence', () => {
  test('the deputy has the list of who is away and acts in their place; nothing confidential is in it', async () => {
    const away = await aUser(tested.app, admin.firm, { name: 'مرخصی' })
    const deputy = await aUser(tested.app, admin.firm, { name: 'جانشین' })
    api.set(deputy, await callerOf(tested, deputy))
    const call = await recorded(by(manager), { kind: 'call', subject: 'برای غایب' })
    const open = await refer(manager, { activityId: call.id, to: to(away) })
    const secret = await refer(manager, { activityId: call.id, to: to(away), confidential: true })
    expect(await worklist(deputy, 'referred-to-me')).toEqual([])

    const absentApi = await callerOf(tested, away)
    const { version } = (await absentApi.get<{ version: number }>('/profile')).body
    const left = await absentApi.patch('/profile', {
      version,
      absentFrom: '2026-11-20',
      absentUntil: '2026-11-25',
      deputyId: deputy.userId,
    })
    expect(left.status).toBe(200)

    const seen = (await worklist(deputy, 'referred-to-me')).filter(({ activityId }) => activityId === call.id)
    expect(seen).toMatchObject([{ id: open.id, onBehalfOf: { id: away.userId, name: 'مرخصی' } }])
    const counts = (await by(deputy).get<WorklistCounts>('/worklists/counts')).body
    expect(counts).toMatchObject({ 'referred-to-me': { total: 1 }, onBehalfOf: [{ name: 'مرخصی' }] })
    expect(await status(deputy, `/referrals/${secret.id}`)).toBe(404)
    expect(await status(deputy, `/activities/${call.id}`)).toBe(200)

    const answered = await by(deputy).post<ReferralFile>(`/referrals/${open.id}/actions`, {
      action: 'answer',
      text: 'به جانشینی',
    })
    expect(answered.body).toMatchObject({
      state: 'answered',
      to: { id: away.userId },
      actedBy: { id: deputy.userId, name: 'جانشین' },
    })
    expect(await status(nima, `/referrals/${open.id}`)).toBe(404)
  })
})

describe('live messages', () => {
  test('tell everyone concerned, members of a team too, and nobody else', async () => {
    const team = await aTeam(tested.app, admin.firm)
    const member = await aUser(tested.app, admin.firm, { teamIds: [team] })
    const call = await recorded(by(manager), { kind: 'call', subject: 'زنده' })
    const input = { activityId: call.id, to: [...to(sara), { teamId: team }], confidential: true }
    const from = await actorOf(tested.app, manager.firm.tenantId, manager.userId as string)
    const live = await tested.rolledBack(from, async (ctx, pending) => {
      await createReferrals(ctx, { ...referralDefaults, ...input } as CreateReferral)
      return pending.live
    })
    const told = live.find(({ topic }) => topic === 'worklist')?.userIds ?? []
    expect(new Set(told)).toEqual(new Set([manager.userId, sara.userId, member.userId]))
    expect(live.every(({ userIds }) => userIds !== undefined)).toBe(true)
  })
  const referralDefaults = {
    action: 'act',
    note: null,
    deadline: null,
    urgency: 'normal',
    finishMine: false,
    fileIds: [],
  }
})

test('another firm sees and does nothing', async () => {
  const stranger = await callerOf(tested, await aFirm(tested.app))
  const call = await recorded(by(manager), { kind: 'call', subject: 'غریبه' })
  const referral = await refer(manager, { activityId: call.id, to: to(sara) })
  expect((await stranger.get(`/referrals/${referral.id}`)).status).toBe(404)
  expect((await stranger.post(`/referrals/${referral.id}/actions`, { action: 'finish' })).status).toBe(404)
  expect((await stranger.post('/referrals', { activityId: call.id, to: to(sara) })).status).toBe(404)
  expect((await stranger.get<WorklistCounts>('/worklists/counts')).body['referred-to-me'].total).toBe(0)
})
