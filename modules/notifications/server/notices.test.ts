import type { Activity } from '@peyvand/activities/contract'
import { recorded } from '@peyvand/activities/testing'
import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import type { Referral } from '@peyvand/referrals/contract'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Notification } from '../contract/index.ts'
import { notificationsOf, toldOf } from './testing/reading.ts'

const tested = testApp({ now: () => new Date('2026-11-22T09:00:00.000Z') })
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

const idOf = ({ userId }: Actor) => userId as string
const aLetter = (subject = 'قرارداد اجاره') =>
  recorded(boss, { kind: 'letter', direction: 'incoming', subject })

async function refer(input: object): Promise<Referral> {
  const { status, body } = await boss.post<{ items: [Referral] }>('/referrals', input)
  if (status !== 201) throw new Error(`not referred: ${JSON.stringify(body)}`)
  await tested.runJobs()
  return body.items[0]
}

async function act(caller: Caller, { id }: { id: string }, action: string, more: object = {}) {
  const { status, body } = await caller.post(`/referrals/${id}/actions`, { action, ...more })
  if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`)
  await tested.runJobs()
}

const newest = async (caller: Caller) => (await notificationsOf(caller))[0] as Notification

describe('a referral', () => {
  test('is told to its receiver with who gave it and what it is about', async () => {
    const letter = await aLetter()
    const referral = await refer({ activityId: letter.id, to: [{ userId: idOf(sara) }] })
    expect(await newest(saraApi)).toMatchObject({
      kind: 'referralReceived',
      actor: { id: idOf(admin), name: admin.name },
      subject: { type: 'referrals', id: referral.id, title: 'قرارداد اجاره', worklist: 'referred-to-me' },
      readAt: null,
    })
    expect(await toldOf(boss, referral.id)).toEqual([])
    expect(await toldOf(omidApi, referral.id)).toEqual([])
  })

  test('brings its answer, return and second answer to the referrer', async () => {
    const { id: activityId } = await aLetter()
    const referral = await refer({ activityId, to: [{ userId: idOf(sara) }] })
    await act(saraApi, referral, 'answer', { text: 'انجام شد' })
    await act(saraApi, referral, 'reopen')
    await act(saraApi, referral, 'return', { text: 'ناقص است' })
    expect(await toldOf(boss, referral.id)).toEqual(['referralAnswered', 'referralReturned'])
    expect((await newest(boss)).subject).toMatchObject({ worklist: 'referred-by-me' })
  })

  test('of a team is told to its members, and is read for all of them once one takes it', async () => {
    const { id: activityId } = await aLetter()
    const referral = await refer({ activityId, to: [{ teamId: team }] })
    expect(await toldOf(omidApi, referral.id)).toEqual(['referralReceived'])
    expect(await toldOf(nimaApi, referral.id)).toEqual(['referralReceived'])
    await act(omidApi, referral, 'take')
    expect((await newest(nimaApi)).readAt).not.toBeNull()
  })

  test('of somebody away is told to the deputy too, a confidential one is not', async () => {
    const away = await aUser(tested.app, admin.firm, { name: 'مینا' })
    await tested.committed(admin, (ctx) =>
      ctx.db
        .updateTable('users')
        .set({ absentFrom: '2026-11-20', absentUntil: '2026-11-30', deputyId: idOf(nima) })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', idOf(away))
        .execute(),
    )
    const { id: activityId } = await aLetter()
    const open = await refer({ activityId, to: [{ userId: idOf(away) }] })
    const secret = await refer({ activityId, to: [{ userId: idOf(away) }], confidential: true })
    expect(await newest(nimaApi)).toMatchObject({
      subject: { id: open.id },
      onBehalfOf: { id: idOf(away), name: 'مینا' },
    })
    expect(await toldOf(nimaApi, secret.id)).toEqual([])
    expect(await toldOf(await callerOf(tested, away), secret.id)).toEqual(['referralReceived'])
  })

  test('that is recalled leaves nothing of its content', async () => {
    const { id: activityId } = await aLetter('موضوعی که نباید بماند')
    const referral = await refer({ activityId, to: [{ userId: idOf(sara) }] })
    await act(boss, referral, 'recall')
    const items = (await notificationsOf(saraApi)).slice(0, 2)
    expect(items.map(({ kind, subject, actor }) => ({ kind, subject, actor }))).toEqual([
      { kind: 'referralRecalled', subject: null, actor: null },
      { kind: 'referralReceived', subject: null, actor: null },
    ])
    expect(JSON.stringify(items)).not.toContain('نباید بماند')
  })

  test('is asked about by its referrer, once an hour, and by nobody else', async () => {
    const { id: activityId } = await aLetter()
    const referral = await refer({ activityId, to: [{ userId: idOf(sara) }] })
    const nudge = (caller: Caller) =>
      caller.post<{ code?: string }>(`/referrals/${referral.id}/nudge`, undefined)
    expect((await nudge(boss)).status).toBe(200)
    expect((await nudge(boss)).body.code).toBe('notifications.nudgedAlready')
    expect((await nudge(saraApi)).body.code).toBe('notifications.notNudgeable')
    expect((await nudge(omidApi)).status).toBe(404)
    expect(await toldOf(saraApi, referral.id)).toEqual(['referralReceived', 'referralNudged'])
  })
})

describe('an activity', () => {
  test('given to a colleague is told to them, one of their own is not', async () => {
    const task = await recorded(boss, { kind: 'task', subject: 'تهیهٔ گزارش', ownerId: idOf(sara) })
    const own = await recorded(saraApi, { kind: 'task', subject: 'کار خودم' })
    await tested.runJobs()
    expect(await toldOf(saraApi, task.id)).toEqual(['activityAssigned'])
    expect(await toldOf(saraApi, own.id)).toEqual([])
  })
})

describe('a meeting', () => {
  const aMeeting = (more: object = {}) =>
    recorded(boss, {
      kind: 'meeting',
      subject: 'جلسهٔ هفتگی',
      plannedAt: '2026-11-25T08:00:00.000Z',
      participants: [{ userId: idOf(sara) }, { userId: idOf(omid) }],
      ...more,
    })

  async function change(meeting: Activity, input: object): Promise<Activity> {
    const { status, body } = await boss.patch<Activity>(`/activities/${meeting.id}`, {
      version: meeting.version,
      ...input,
    })
    if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`)
    await tested.runJobs()
    return body
  }

  test('invites its participants once, and tells them of another time but not of another text', async () => {
    const meeting = await aMeeting()
    await tested.runJobs()
    const moved = await change(meeting, { plannedAt: '2026-11-25T10:00:00.000Z' })
    const reworded = await change(moved, { body: 'دستور جلسه' })
    await change(reworded, { plannedAt: '2026-11-25T08:00:00.000Z' })
    expect(await toldOf(saraApi, meeting.id)).toEqual(['meetingInvited', 'meetingChanged', 'meetingChanged'])
    expect((await newest(saraApi)).facts).toMatchObject({ when: '2026-11-25T08:00:00.000Z' })
    expect(await toldOf(boss, meeting.id)).toEqual([])
  })

  test('brings each answer to its owner', async () => {
    const meeting = await aMeeting()
    await saraApi.post(`/activities/${meeting.id}/response`, { response: 'accepted' })
    await saraApi.post(`/activities/${meeting.id}/response`, { response: 'declined' })
    await tested.runJobs()
    const answers = (await notificationsOf(boss)).filter(({ subject }) => subject?.id === meeting.id)
    expect(answers.map(({ facts, actor }) => [actor?.name, facts.response])).toEqual([
      ['سارا', 'declined'],
      ['سارا', 'accepted'],
    ])
  })

  test('that is cancelled is told to those who were invited', async () => {
    const meeting = await aMeeting()
    await tested.runJobs()
    await boss.post(`/activities/${meeting.id}/transitions`, { action: 'cancel', version: meeting.version })
    await tested.runJobs()
    expect(await toldOf(omidApi, meeting.id)).toEqual(['meetingInvited', 'meetingCancelled'])
  })

  test('that lies in the past invites nobody', async () => {
    const meeting = await aMeeting({ plannedAt: undefined, occurredAt: '2026-11-20T08:00:00.000Z' })
    await tested.runJobs()
    expect(await toldOf(saraApi, meeting.id)).toEqual([])
  })
})

describe('rights', () => {
  test('who loses the right to a record loses what was told of it', async () => {
    const party = await made(saraApi, { kind: 'organization', name: 'شرکت پنهان', groups: ['customers'] })
    const at = '2026-11-22T10:00:00.000Z'
    const subject = { type: 'parties', id: party.id }
    expect((await saraApi.post('/reminders', { subject, at })).status).toBe(201)
    await tested.committed(admin, (ctx) =>
      ctx.db
        .updateTable('reminders')
        .set({ at: '2026-11-22T08:00:00Z' })
        .where('tenantId', '=', ctx.tenantId)
        .execute(),
    )
    await tested.app.ownerPool.query(`select graphile_worker.add_job('cron:notifications.remind')`)
    await tested.runJobs()
    expect(await newest(saraApi)).toMatchObject({ kind: 'reminder', subject: { title: 'شرکت پنهان' } })
    await tested.committed(admin, (ctx) =>
      ctx.db
        .updateTable('parties')
        .set({ ownerId: idOf(admin) })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', party.id)
        .execute(),
    )
    expect(await newest(saraApi)).toMatchObject({ kind: 'reminder', subject: null, facts: {}, actor: null })
  })

  test('nobody reads, marks or puts off what is somebody else’s', async () => {
    const { id: activityId } = await aLetter()
    await refer({ activityId, to: [{ userId: idOf(sara) }] })
    const { id } = await newest(saraApi)
    expect((await omidApi.get(`/notifications/${id}`)).status).toBe(404)
    expect((await omidApi.post('/notifications/read', { ids: [id], read: true })).body).toEqual({
      changed: 0,
    })
    const until = '2026-11-23T08:00:00.000Z'
    expect((await omidApi.post('/notifications/snooze', { ids: [id], until })).body).toEqual({ changed: 0 })
    const stranger = await callerOf(tested, await aFirm(tested.app))
    expect((await stranger.get(`/notifications/${id}`)).status).toBe(404)
    expect(await notificationsOf(stranger)).toEqual([])
  })

  test('nobody is reminded of a record they do not see', async () => {
    const party = await made(boss, { kind: 'organization', name: 'شرکت مدیر', groups: ['customers'] })
    const subject = { type: 'parties', id: party.id }
    const at = '2026-11-23T10:00:00.000Z'
    expect((await saraApi.post('/reminders', { subject, at })).status).toBe(404)
  })
})

describe('choices', () => {
  test('a kind that is turned off does not come; turned on again it does', async () => {
    const prefer = async (referralReceived: string[]) => {
      const { body } = await nimaApi.get<{ version: number }>('/notification-preferences')
      return nimaApi.patch('/notification-preferences', {
        version: body.version,
        channels: { referralReceived },
      })
    }
    expect((await prefer([])).status).toBe(200)
    const { id: activityId } = await aLetter()
    const silent = await refer({ activityId, to: [{ userId: idOf(nima) }] })
    expect(await toldOf(nimaApi, silent.id)).toEqual([])
    await prefer(['app', 'push'])
    const told = await refer({ activityId, to: [{ userId: idOf(nima) }] })
    expect(await toldOf(nimaApi, told.id)).toEqual(['referralReceived'])
  })

  test('an older version is refused, with the choices as they are', async () => {
    const answer = await saraApi.patch<{ code: string }>('/notification-preferences', {
      version: 7,
      morningAt: '09:00',
    })
    expect([answer.status, answer.body.code]).toEqual([409, 'versionConflict'])
  })
})
