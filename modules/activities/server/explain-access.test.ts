import type { AccessExplanation } from '@peyvand/identity/contract'
import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { canSeeActivity } from './activity-access.ts'
import { recorded } from './testing.ts'

const tested = testApp()
let boss: Caller
let people: Record<'sara' | 'omid' | 'mina' | 'manager', Actor>
let party: string
let records: Record<'hers' | 'onHerFile' | 'others' | 'secret', string>

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  const team = await aTeam(tested.app, admin.firm, { name: 'تیم غرب' })
  const user = (name: string, more: object = {}) => aUser(tested.app, admin.firm, { name, ...more })
  people = {
    sara: await user('سارا', { teamIds: [team] }),
    omid: await user('امید'),
    mina: await user('مینا', { role: 'supportAgent', teamIds: [team] }),
    manager: await user('مدیر فروش', { role: 'manager' }),
  }
  boss = await callerOf(tested, admin)
  const sara = await callerOf(tested, people.sara)
  party = (await made(sara, { kind: 'organization', name: 'مشتری سارا', groups: [] })).id
  const onFile = { parties: [{ partyId: party }] }
  const idOf = async (caller: Caller, body: Parameters<typeof recorded>[1]) =>
    (await recorded(caller, body)).id
  records = {
    hers: await idOf(sara, { kind: 'task', subject: 'کار سارا' }),
    onHerFile: await idOf(boss, { kind: 'call', subject: 'تماس', ...onFile }),
    others: await idOf(boss, { kind: 'call', subject: 'تماس دیگر' }),
    secret: await idOf(boss, {
      kind: 'letter',
      direction: 'incoming',
      subject: 'نامه',
      confidentiality: 'secret',
      ...onFile,
    }),
  }
})

const explained = async (caller: Caller, user: Actor, record: string, recordId: string) =>
  caller.get<AccessExplanation>(`/users/${user.userId}/access?record=${record}&recordId=${recordId}`)

const keysOf = async (user: Actor, recordId: string) =>
  (await explained(boss, user, 'activities', recordId)).body.reasons.map(({ opens, text }) => [opens, text])

test('the explanation agrees with what each person sees, for every person and activity', async () => {
  for (const actor of Object.values(people)) {
    for (const id of Object.values(records)) {
      const { body } = await explained(boss, actor, 'activities', id)
      expect(body.sees).toBe(await tested.rolledBack(actor, (ctx) => canSeeActivity(ctx, id)))
      expect(body.reasons.some(({ opens }) => opens)).toBe(body.sees)
      expect(body.actions.find(({ permission }) => permission === 'activities.read')?.allowed).toBe(body.sees)
    }
  }
})

test('it names the way in: own, the file of a party, and what closes: scope, confidentiality', async () => {
  expect(await keysOf(people.sara, records.hers)).toContainEqual([true, 'مسئول این فعالیت خود اوست.'])
  expect(await keysOf(people.sara, records.onHerFile)).toContainEqual([
    true,
    'این فعالیت در پروندهٔ مخاطبی است که او می‌بیند.',
  ])
  const [[opens, text] = []] = await keysOf(people.omid, records.others)
  expect([opens, text]).toEqual([false, expect.stringContaining('مسئول این رکورد: مدیر نمونه')])
  expect(JSON.stringify(await keysOf(people.manager, records.secret))).toContain('محرمانه است')
})

test('a referral and a team open a party and an activity, and the roles that grant are named', async () => {
  await boss.post('/referrals', {
    activityId: records.secret,
    to: [{ userId: people.omid.userId }],
    action: 'act',
  })
  expect(JSON.stringify(await keysOf(people.omid, records.secret))).toContain('ارجاع')
  const { body } = await explained(boss, people.omid, 'parties', party)
  expect(body).toMatchObject({ sees: false, record: { name: 'مشتری سارا' } })
  expect(body.actions.find(({ permission }) => permission === 'parties.read')).toMatchObject({
    allowed: false,
    roles: [{ nameFa: 'کارشناس فروش', scope: 'own' }],
  })
})

test('nobody learns of records that they do not see themselves, nor without the right', async () => {
  const stranger = await callerOf(tested, await aFirm(tested.app))
  expect((await explained(stranger, people.sara, 'parties', party)).status).toBe(404)
  const sara = await callerOf(tested, people.sara)
  expect((await explained(sara, people.omid, 'parties', party)).status).toBe(403)
})
