import type { Activity } from '@peyvand/activities/contract'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Party, TimelinePage } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import type { Pool, PoolClient } from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type { Referral, WorklistItem } from '../contract/index.ts'

const tested = testApp()
let boss: Caller
let saraApi: Caller
let sara: Actor
let party: Party

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  boss = await callerOf(tested, admin)
  saraApi = await callerOf(tested, sara)
  party = await made(boss, { kind: 'person', lastName: 'کریمی' })
})

const call = (subject: string) => ({ kind: 'call', subject, parties: [{ partyId: party.id }] })
const toSara = () => [{ userId: sara.userId }]
const subjects = async () =>
  (await boss.get<{ items: Activity[] }>('/activities')).body.items.map(({ subject }) => subject)

test('an activity is recorded and referred in one step, and stands in the file twice', async () => {
  const { status, body } = await boss.post<{ items: Referral[] }>('/referrals', {
    activity: call('پیگیری چک برگشتی'),
    to: toSara(),
    note: 'امروز تماس بگیرید',
  })
  expect([status, body.items.length]).toEqual([201, 1])
  const [referral] = body.items as [Referral]
  expect(referral).toMatchObject({ to: { name: 'سارا' }, note: 'امروز تماس بگیرید', files: [] })

  const activity = await saraApi.get<Activity>(`/activities/${referral.activityId}`)
  expect(activity.body).toMatchObject({ subject: 'پیگیری چک برگشتی', status: 'done' })
  const arrived = await saraApi.get<{ items: WorklistItem[] }>('/worklists/referred-to-me')
  expect(arrived.body.items.map(({ id }) => id)).toEqual([referral.id])
  const { items } = (await boss.get<TimelinePage>(`/parties/${party.id}/timeline`)).body
  expect(items.map(({ type }) => type)).toEqual(expect.arrayContaining(['call', 'referral']))
})

test('of an activity and its referral both are made or neither', async () => {
  const before = await subjects()
  const refused = async (body: object) =>
    (await boss.post<{ code: string; errors: { path: string }[] }>('/referrals', body)).body
  const someone = '0190a6f0-0000-7000-8000-000000000000'
  expect(await refused({ activity: call('به هیچ‌کس'), to: [{ userId: someone }] })).toMatchObject({
    errors: [{ path: 'to.0' }],
  })
  const unseen = { ...call('با ناشناس'), parties: [{ partyId: someone }] }
  expect(await refused({ activity: unseen, to: toSara() })).toMatchObject({
    errors: [{ path: 'activity.parties.0.partyId' }],
  })
  expect(await refused({ activity: call('دوتا'), activityId: someone, to: toSara() })).toMatchObject({
    code: 'badInput',
  })
  expect(await subjects()).toEqual(before)
})

test('recording a call with its referral needs at most seven statements in two turns', async () => {
  const record = () => boss.post('/referrals', { activity: call('شمرده'), to: toSara() })
  await record()
  const count = countStatements(tested.app.pool)
  await record()
  expect(count.statements()).toBeLessThanOrEqual(7)
  expect(count.turns()).toBeLessThanOrEqual(2)
})

/** Counts what goes over the pool's connections, and in how many turns of the event loop it is sent. */
function countStatements(pool: Pool) {
  let statements = 0
  let turns = 0
  let isTurn = false
  pool.on('acquire', (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const counted = (...args: unknown[]) => {
      statements += 1
      if (!isTurn) turns += 1
      isTurn = true
      setImmediate(() => {
        isTurn = false
      })
      return query(...args)
    }
    Object.assign(client, { query: counted })
  })
  return { statements: () => statements, turns: () => turns }
}
