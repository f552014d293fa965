import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import { ListQuery, type SearchHit } from '@peyvand/platform/contract'
import type { Actor, Ctx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { type Activity, ActivityChange } from '../contract/index.ts'
import { listActivities } from './activity-queries.ts'
import { searchActivities } from './activity-search.ts'
import { getActivity } from './activity-views.ts'
import { recorded } from './testing.ts'
import { updateActivity } from './update-activity.ts'

const tested = testApp()
let boss: Caller
let manager: Actor
let masked: Actor
let call: Activity

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  boss = await callerOf(tested, admin)
  manager = await aUser(tested.app, admin.firm, { role: 'manager' })
  masked = { ...manager, fieldRules: { 'parties.phones': 'masked' } }
  const party = await made(boss, { kind: 'organization', name: 'فروشگاه', groups: [] })
  call = await recorded(boss, {
    kind: 'call',
    subject: 'گفت‌وگوی تلفنی',
    parties: [{ partyId: party.id }],
    call: { number: '+989121234567' },
  })
})

const asMasked = <T>(run: (ctx: Ctx) => Promise<T>) => tested.rolledBack(masked, run)

test('who may not see phones sees the number of a call masked, and does not find by it', async () => {
  const { call: particulars, number } = await asMasked((ctx) => getActivity(ctx, call.id))
  expect([particulars?.number, number]).toEqual(['۰۹۱۲ *** **۶۷', '۰۹۱۲ *** **۶۷'])
  const listed = await asMasked((ctx) => listActivities(ctx, { ...ListQuery.parse({}), deleted: 'false' }))
  expect(JSON.stringify(listed)).not.toContain('1234567')
  const hits = (q: string) =>
    asMasked((ctx): Promise<SearchHit[]> => searchActivities(ctx, { q, limit: 5, types: null }))
  expect(await hits('1234567')).toEqual([])
  expect(JSON.stringify(await hits('گفت‌وگوی'))).not.toContain('1234567')
  const filter = JSON.stringify({ field: 'number', op: 'contains', value: '123' })
  await expect(
    asMasked((ctx) => listActivities(ctx, { ...ListQuery.parse({ filter }), deleted: 'false' })),
  ).rejects.toMatchObject({
    code: 'filter.unknownField',
  })
})

test('saving what was shown masked keeps the number, and a new one is stored', async () => {
  const saved = (number: string) =>
    asMasked(async (ctx) => {
      const seen = await getActivity(ctx, call.id)
      await updateActivity(ctx, call.id, ActivityChange.parse({ version: seen.version, call: { number } }))
      const { number: stored } = await ctx.db
        .selectFrom('calls')
        .select('number')
        .where('activityId', '=', call.id)
        .executeTakeFirstOrThrow()
      return stored
    })
  expect(await saved('۰۹۱۲ *** **۶۷')).toBe('+989121234567')
  expect(await saved('+989350000000')).toBe('+989350000000')
})

test('the words of own fields find an activity, except for those from whom their role hides them', async () => {
  const field = { record: 'activities', key: 'goods', type: 'text', labelFa: 'کالا', labelEn: 'Goods' }
  expect((await boss.post('/custom-fields', field)).status).toBe(201)
  const noted = await recorded(boss, { kind: 'task', subject: 'پیگیری', custom: { goods: 'زعفران نگین' } })
  await boss.patch(`/activities/${call.id}`, { version: call.version, custom: { goods: 'زعفران' } })
  const named = await recorded(boss, { kind: 'task', subject: 'خرید زعفران', custom: { goods: 'زعفران' } })
  const found = async (actor: Actor, q: string) => {
    const hits = await tested.rolledBack(actor, (ctx) => searchActivities(ctx, { q, limit: 5, types: null }))
    return hits.map(({ id }) => id).toSorted()
  }
  expect(await found(manager, 'زعفران')).toEqual([noted.id, call.id, named.id].toSorted())
  const blind = { ...manager, fieldRules: { 'activities.custom.goods': 'hidden' as const } }
  expect(await found(blind, 'زعفران')).toEqual([named.id])
  expect(await found(blind, 'نگین')).toEqual([])
})
