import type { Activity } from '@peyvand/activities/contract'
import { recorded } from '@peyvand/activities/testing'
import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import type { TimelinePage } from '@peyvand/parties/contract'
import { type Answered, type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Referral, ReferralFile, WorklistCounts, WorklistItem, WorklistName } from '../contract/index.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let sara: Actor
let omid: Actor
let nima: Actor
let team: string
let boss: Caller
let saraApi: Caller
let omidApi: Caller
let nimaApi: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  team = await aTeam(tested.app, admin.firm, { name: 'پشتیبانی' })
  sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
  omid = await aUser(tested.app, admin.firm, { name: 'امید', teamIds: [team] })
  nima = await aUser(tested.app, admin.firm, { name: 'نیما', teamIds: [team] })
  ;[boss, saraApi, omidApi, nimaApi] = (await Promise.all(
    [admin, sara, omid, nima].map((actor) => callerOf(tested, actor)),
  )) as [Caller, Caller, Caller, Caller]
})

const aLetter = (subject = 'نامهٔ ارجاعی'): Promise<Activity> =>
  recorded(boss, { kind: 'letter', direction: 'incoming', subject })
const to = (...users: Actor[]) => users.map(({ userId }) => ({ userId: userId as string }))

async function refer(caller: Caller, input: object): Promise<Referral[]> {
  const { status, body } = await caller.post<{ items: Referral[] }>('/referrals', input)
  if (status !== 201) throw new Error(`not referred: ${JSON.stringify(body)}`)
  return body.items
}
const referOne = async (caller: Caller, input: object): Promise<Referral> =>
  (await refer(caller, input))[0] as Referral
const act = (caller: Caller, { id }: { id: string }, action: string, more: object = {}) =>
  caller.post<ReferralFile & { code: string; errors: { path: string; code: string }[] }>(
    `/referrals/${id}/actions`,
    { action, ...more },
  )
const codeOf = ({ status, body }: Answered<{ code: string }>) => [status, body.code]
const listOf = async (caller: Caller, name: WorklistName, query = '') =>
  (await caller.get<{ items: WorklistItem[] }>(`/worklists/${name}${query}`)).body.items
const has = async (caller: Caller, name: WorklistName, { id }: { id: string }) =>
  (await listOf(caller, name)).some((item) => item.id === id)

describe('a referral goes its way', () => {
  test('seen, begun, answered and closed, each in its worklist', async () => {
    const letter = await aLetter('قرارداد اجاره')
    const referral = await referOne(boss, {
      activityId: letter.id,
      to: to(sara),
      note: 'لطفاً بررسی فرمایید',
      deadline: '2026-11-24T12:00:00Z',
      urgency: 'urgent',
    })
    expect(referral).toMatchObject({
      state: 'new',
      from: { id: admin.userId },
      to: { id: sara.userId, name: 'سارا' },
      rootId: referral.id,
    })

    const [arrived] = await listOf(saraApi, 'referred-to-me')
    expect(arrived).toMatchObject({
      id: referral.id,
      unread: true,
      note: 'لطفاً بررسی فرمایید',
      activity: { subject: 'قرارداد اجاره', kind: 'letter' },
      can: { refer: true, actions: ['see', 'start', 'answer', 'finish', 'return', 'reject'] },
    })
    expect((await saraApi.get<Activity>(`/activities/${letter.id}`)).body.subject).toBe('قرارداد اجاره')

    expect((await act(saraApi, referral, 'see')).body).toMatchObject({ state: 'seen', seenAt: now })
    expect(codeOf(await act(boss, referral, 'recall'))).toEqual([409, 'referrals.alreadySeen'])
    await act(saraApi, referral, 'start')
    expect([
      await has(saraApi, 'referred-to-me', referral),
      await has(saraApi, 'in-progress', referral),
    ]).toEqual([false, true])

    const wordless = await act(saraApi, referral, 'answer')
    expect([wordless.status, wordless.body.errors[0]?.code]).toEqual([400, 'referrals.textNeeded'])
    await act(saraApi, referral, 'answer', { text: 'بررسی شد' })
    expect(await listOf(boss, 'referred-by-me')).toMatchObject([
      { id: referral.id, state: 'answered', answer: 'بررسی شد', unread: true },
    ])
    expect(await has(saraApi, 'done', referral)).toBe(true)

    const closed = await act(boss, referral, 'close')
    expect(closed.body).toMatchObject({ state: 'done', closedAt: now, can: { actions: [] } })
    expect(await has(boss, 'referred-by-me', referral)).toBe(false)
    expect(codeOf(await act(boss, referral, 'close'))).toEqual([409, 'transition.notAllowed'])
  })

  test('approval needs a decision', async () => {
    const referral = await referOne(boss, {
      activityId: (await aLetter()).id,
      to: to(sara),
      action: 'approve',
    })
    const undecided = await act(saraApi, referral, 'answer', { text: 'نظر' })
    expect(undecided.body.errors).toMatchObject([{ path: 'decision', code: 'referrals.decisionNeeded' }])
    expect(
      (await act(saraApi, referral, 'answer', { text: 'موافقم', decision: 'approved' })).body.decision,
    ).toBe('approved')
  })

  test('return and rejection come back to the referrer with their reason', async () => {
    const letter = await aLetter()
    const [first, second] = (await refer(boss, { activityId: letter.id, to: to(sara, omid) })) as [
      Referral,
      Referral,
    ]
    await act(saraApi, first, 'return', { text: 'به من مربوط نیست' })
    await act(omidApi, second, 'reject', { text: 'ناقص است' })
    const back = (await listOf(boss, 'referred-by-me')).filter(({ activityId }) => activityId === letter.id)
    expect(back.map(({ state, answer, unread }) => `${state}: ${answer} ${unread}`).sort()).toEqual([
      'rejected: ناقص است true',
      'returned: به من مربوط نیست true',
    ])
  })

  test('recalled before it was seen it is gone, and so is the sight of the activity', async () => {
    const letter = await aLetter()
    const referral = await referOne(boss, { activityId: letter.id, to: to(sara) })
    expect((await act(boss, referral, 'recall')).body.state).toBe('recalled')
    expect(await has(saraApi, 'referred-to-me', referral)).toBe(false)
    expect((await saraApi.get(`/activities/${letter.id}`)).status).toBe(404)
  })

  test('reopened it is in progress again', async () => {
    const referral = await referOne(boss, { activityId: (await aLetter()).id, to: to(sara) })
    await act(saraApi, referral, 'finish')
    expect((await act(saraApi, referral, 'reopen')).body).toMatchObject({
      state: 'inProgress',
      closedAt: null,
    })
  })

  test('only the receiver acts, only the referrer recalls and closes', async () => {
    const referral = await referOne(boss, { activityId: (await aLetter()).id, to: to(sara) })
    expect((await act(boss, referral, 'finish')).status).toBe(403)
    expect((await act(saraApi, referral, 'recall')).status).toBe(403)
    expect(codeOf(await act(omidApi, referral, 'finish'))).toEqual([404, 'referrals.notFound'])
  })

  test.each<[string, () => object[], string]>([
    ['oneself', () => to(admin), 'referrals.toOneself'],
    ['somebody unknown', () => [{ userId: crypto.randomUUID() }], 'referrals.receiverInactive'],
    ['an empty team', () => [{ teamId: crypto.randomUUID() }], 'referrals.receiverInactive'],
  ])('is not given to %s', async (_, receivers, code) => {
    const { status, body } = await boss.post<{ errors: object[] }>('/referrals', {
      activityId: (await aLetter()).id,
      to: receivers(),
    })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ path: 'to.0', code }])
  })
})

describe('onward and to teams', () => {
  test('the tree shows every step, parents first; what was referred onward is in progress', async () => {
    const letter = await aLetter()
    const root = await referOne(boss, { activityId: letter.id, to: to(sara) })
    const child = await referOne(saraApi, { parentId: root.id, to: to(omid), note: 'لطفاً شما' })
    expect(child).toMatchObject({ parentId: root.id, rootId: root.id, from: { id: sara.userId } })
    expect(await has(saraApi, 'in-progress', root)).toBe(true)
    await act(omidApi, child, 'answer', { text: 'انجام شد' })
    const file = (await boss.get<ReferralFile>(`/referrals/${root.id}`)).body
    expect(file.chain.map(({ id, state }) => [id, state])).toEqual([
      [root.id, 'inProgress'],
      [child.id, 'answered'],
    ])
    const onwards = await saraApi.post<{ code: string }>('/referrals', { parentId: child.id, to: to(nima) })
    expect(codeOf(onwards)).toEqual([409, 'referrals.notInHand'])
  })

  test('onward with one’s own part ended', async () => {
    const root = await referOne(boss, { activityId: (await aLetter()).id, to: to(sara) })
    await referOne(saraApi, { parentId: root.id, to: to(omid), finishMine: true })
    expect((await boss.get<ReferralFile>(`/referrals/${root.id}`)).body.state).toBe('done')
  })

  test('of a team the first who takes it has it', async () => {
    const referral = await referOne(boss, { activityId: (await aLetter()).id, to: [{ teamId: team }] })
    expect(referral).toMatchObject({ to: null, team: { id: team, name: 'پشتیبانی' } })
    expect([
      await has(omidApi, 'referred-to-me', referral),
      await has(nimaApi, 'referred-to-me', referral),
    ]).toEqual([true, true])
    expect((await act(saraApi, referral, 'take')).status).toBe(404)
    const taken = await Promise.all([act(omidApi, referral, 'take'), act(nimaApi, referral, 'take')])
    expect(taken.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const [winner, loser] = taken[0]?.status === 200 ? [omidApi, nimaApi] : [nimaApi, omidApi]
    expect([
      await has(winner, 'in-progress', referral),
      await has(loser, 'referred-to-me', referral),
    ]).toEqual([true, false])
    expect(codeOf(await act(loser, referral, 'take'))).toEqual([409, 'referrals.alreadyTaken'])
  })

  test('what a removed team has not taken goes back to the referrer', async () => {
    const short = await aTeam(tested.app, admin.firm)
    const guest = await aUser(tested.app, admin.firm, { teamIds: [short] })
    const referral = await referOne(boss, { activityId: (await aLetter()).id, to: [{ teamId: short }] })
    expect(await has(await callerOf(tested, guest), 'referred-to-me', referral)).toBe(true)
    expect((await boss.delete(`/teams/${short}`)).status).toBe(204)
    await tested.runJobs()
    expect((await boss.get<ReferralFile>(`/referrals/${referral.id}`)).body.state).toBe('returned')
  })
})

describe('worklists', () => {
  test('counts and filters agree with the rows', async () => {
    const mine = await aUser(tested.app, admin.firm, { name: 'شمارش' })
    const api = await callerOf(tested, mine)
    const deadlines = [
      '2026-11-21T09:00:00Z',
      '2026-11-22T08:00:00Z',
      '2026-11-22T18:00:00Z',
      '2026-12-01T08:00:00Z',
      null,
    ]
    const made: Referral[] = []
    for (const [index, deadline] of deadlines.entries()) {
      const letter = await aLetter(`شمردنی ${index}`)
      made.push(
        await referOne(boss, {
          activityId: letter.id,
          to: to(mine),
          deadline,
          urgency: { 2: 'urgent', 3: 'immediate' }[index] ?? 'normal',
        }),
      )
    }
    await act(api, made[0] as Referral, 'see')
    const counts = async () => (await api.get<WorklistCounts>('/worklists/counts')).body
    expect(await counts()).toMatchObject({
      'referred-to-me': { total: 5, unread: 4, today: 2, overdue: 2 },
      'in-progress': { total: 0 },
      'referred-by-me': { total: 0 },
      done: { total: 0 },
      more: [],
    })
    for (const [filter, length] of [
      ['today', 2],
      ['overdue', 2],
      ['unread', 4],
    ] as const)
      expect(await listOf(api, 'referred-to-me', `?${filter}=true`)).toHaveLength(length)
    const subjects = async (query: string) =>
      (await listOf(api, 'referred-to-me', query)).map(({ activity }) => activity.subject)
    expect(await subjects('?urgency=immediate')).toEqual(['شمردنی 3'])
    expect(await subjects('?urgency=urgent')).toEqual(['شمردنی 3', 'شمردنی 2'])
    expect(await subjects(`?q=${encodeURIComponent('شمردنی۴')}`)).toEqual(['شمردنی 4'])
    expect(await subjects('?sort=deadline')).toEqual([0, 1, 2, 3, 4].map((n) => `شمردنی ${n}`))
    expect((await subjects('?sort=-urgency'))[0]).toBe('شمردنی 3')
    expect((await api.get('/worklists/nothing')).status).toBe(400)

    const bulk = async (action: object, ids = made.map(({ id }) => id)) =>
      (await api.post<{ items: { ok: boolean; code: string | null }[] }>('/referrals/bulk', { ids, action }))
        .body.items
    await bulk({ type: 'markRead' })
    expect((await counts())['referred-to-me'].unread).toBe(0)
    await bulk({ type: 'markUnread' }, [made[1]?.id as string])
    expect((await counts())['referred-to-me'].unread).toBe(1)
    await bulk({ type: 'refer', to: to(sara), note: 'گروهی' }, [made[2]?.id as string])
    expect((await counts())['in-progress'].total).toBe(1)
    expect((await bulk({ type: 'finish' })).every(({ ok }) => ok)).toBe(true)
    expect(await bulk({ type: 'finish' }, [made[0]?.id as string])).toEqual([
      { id: made[0]?.id, ok: false, code: 'transition.notAllowed' },
    ])
    expect(await counts()).toMatchObject({
      done: { total: 5 },
      'referred-to-me': { total: 0 },
      'referred-by-me': { total: 1 },
    })
  })

  test('what is in the recycle bin is in no worklist until it comes back', async () => {
    const letter = await aLetter()
    const referral = await referOne(boss, { activityId: letter.id, to: to(sara) })
    await boss.delete(`/activities/${letter.id}`)
    await tested.runJobs()
    expect(await has(saraApi, 'referred-to-me', referral)).toBe(false)
    await boss.post(`/activities/${letter.id}/restore`)
    await tested.runJobs()
    expect(await has(saraApi, 'referred-to-me', referral)).toBe(true)
  })

  test('the step and the answer stand in the file of the party', async () => {
    const party = await made(boss, { kind: 'organization', name: 'مشتری ارجاع', groups: [] })
    const call = await recorded(boss, { kind: 'call', subject: 'تماس', parties: [{ partyId: party.id }] })
    const referral = await referOne(boss, { activityId: call.id, to: to(sara) })
    await act(saraApi, referral, 'answer', { text: 'پیگیری شد' })
    const { items } = (await boss.get<TimelinePage>(`/parties/${party.id}/timeline?types=referral`)).body
    expect(items).toMatchObject([
      {
        subjectType: 'referrals',
        subjectId: referral.id,
        summary: { to: 'سارا', state: 'answered', answer: 'پیگیری شد' },
      },
    ])
  })
})
