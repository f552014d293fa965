import type { WorkOfUser } from '@peyvand/identity/contract'
import { aFirm, aKey, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'

const tested = testApp()
let admin: Actor
let leaver: Actor
let heir: Actor
let boss: Caller
let ids: { party: string; task: string; secret: string; referral: string }
let hers: { authorization: string }

interface Made {
  id: string
}

beforeAll(async () => {
  admin = await aFirm(tested.app)
  leaver = await aUser(tested.app, admin.firm, { name: 'سارا' })
  heir = await aUser(tested.app, admin.firm, { name: 'امید' })
  boss = await callerOf(tested, admin)
  hers = await aKey(tested.app, leaver)
  const her = await callerOf(tested, leaver)
  const activity = async (body: object) => (await her.post<Made>('/activities', body)).body.id
  const party = (await made(her, { kind: 'organization', name: 'مشتری سارا', groups: [] })).id
  const task = await activity({ kind: 'task', subject: 'پیگیری' })
  const secret = await activity({ kind: 'task', subject: 'محرمانه', confidentiality: 'secret' })
  await activity({ kind: 'meeting', subject: 'جلسه', plannedAt: '2030-01-01T08:00:00Z' })
  const call = await boss.post<Made>('/activities', { kind: 'call', subject: 'تماس' })
  const referred = await boss.post<{ items: Made[] }>('/referrals', {
    activityId: call.body.id,
    to: [{ userId: leaver.userId }],
    action: 'act',
    confidential: true,
  })
  await her.post('/views', { record: 'parties', name: 'نمای من', visibility: 'private', definition: {} })
  ids = { party, task, secret, referral: referred.body.items[0]?.id ?? '' }
})

const ownerOf = async (table: 'parties' | 'activities', id: string) =>
  tested.rolledBack(admin, async (ctx) => {
    const row = await ctx.db.selectFrom(table).select('ownerId').where('id', '=', id).executeTakeFirst()
    return row?.ownerId
  })

test('what a leaver has in hand is counted by kind, and each kind must be given to somebody or left', async () => {
  const { body } = await boss.get<WorkOfUser>(`/users/${leaver.userId}/work`)
  expect(Object.fromEntries(body.items.map(({ kind, count }) => [kind, count]))).toMatchObject({
    parties: 1,
    activities: 2,
    meetings: 1,
    referrals: 1,
  })
  const some = await boss.post(`/users/${leaver.userId}/leave`, { to: { parties: heir.userId } })
  expect(some).toMatchObject({ status: 400, body: { errors: [{ code: 'users.heirNeeded' }] } })
})

test('the work moves, confidential work too, access ends at once, and the parties come back by undo', async () => {
  const { body: work } = await boss.get<WorkOfUser>(`/users/${leaver.userId}/work`)
  const to = Object.fromEntries(
    work.items.map(({ kind }) => [kind, kind === 'meetings' ? null : heir.userId]),
  )
  const { status, body } = await boss.post<{ moved: { kind: string; operationId: string | null }[] }>(
    `/users/${leaver.userId}/leave`,
    { to },
  )
  expect(status).toBe(200)
  await tested.runJobs()
  expect(await ownerOf('parties', ids.party)).toBe(heir.userId)
  expect(await ownerOf('activities', ids.task)).toBe(heir.userId)
  expect(await ownerOf('activities', ids.secret)).toBe(heir.userId)
  const his = await callerOf(tested, heir)
  expect((await his.get(`/referrals/${ids.referral}`)).status).toBe(200)
  const answer = await tested.server.inject({ method: 'GET', url: '/api/v1/session', headers: hers })
  expect(answer.statusCode).toBe(401)
  const left = await boss.get<WorkOfUser>(`/users/${leaver.userId}/work`)
  expect(left.body.items.map(({ kind }) => kind)).toEqual(['meetings'])

  const operationId = body.moved.find(({ kind }) => kind === 'parties')?.operationId
  expect((await boss.post(`/operations/${operationId}/undo`)).status).toBeLessThan(300)
  await tested.runJobs()
  expect(await ownerOf('parties', ids.party)).toBe(leaver.userId)
})
