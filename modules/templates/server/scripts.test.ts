import type { Activity } from '@peyvand/activities/contract'
import { recorded } from '@peyvand/activities/testing'
import { readyValueId } from '@peyvand/customization/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Party, partyPurged } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Script, ScriptRow, ScriptRun, ScriptRunRow } from '../contract/index.ts'
import { answer, aScript, begun, buyer, salesScript, through } from './testing-scripts.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let sara: Actor
let boss: Caller
let saraApi: Caller
let omidApi: Caller
let party: Party

beforeAll(async () => {
  admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا رضایی' })
  const omid = await aUser(tested.app, admin.firm, { name: 'امید نوری' })
  ;[boss, saraApi, omidApi] = (await Promise.all(
    [admin, sara, omid].map((actor) => callerOf(tested, actor)),
  )) as [Caller, Caller, Caller]
  party = await made(saraApi, { kind: 'person', lastName: 'کاظمی', gender: 'male' })
})

const begunWith = (caller: Caller, scriptId: string) => begun(caller, scriptId, { partyId: party.id })
const aCall = (caller: Caller = saraApi): Promise<Activity> =>
  recorded(caller, { kind: 'call', subject: 'تماس فروش', parties: [{ partyId: party.id }] })
describe('a call by a script', () => {
  test('is led by its answers to an outcome, with the party’s name in what is said', async () => {
    const run = await begunWith(saraApi, (await aScript(boss)).id)
    expect(run).toMatchObject({ state: 'open', edition: 1, can: { answer: true } })
    expect(run.steps).toMatchObject([
      { id: 'want', text: 'سلام جناب آقای کاظمی، سارا رضایی هستم.', isPassed: false },
    ])
    const done = await through(saraApi, run, buyer)
    expect(done).toMatchObject({ state: 'done', outcome: { id: 'won', label: 'خرید' }, finishedAt: now })
    expect(done.answers).toEqual([
      { stepId: 'want', question: 'خریدار است؟', answer: 'بله' },
      { stepId: 'what', question: 'کدام کالا؟', answer: 'ورق و لوله' },
      { stepId: 'count', question: 'چند تن؟', answer: '۱۲٫۵' },
    ])
  })

  test('goes back: another answer leads another way, what was beside it is not counted', async () => {
    const script = await aScript(boss)
    const run = await through(saraApi, await begunWith(saraApi, script.id), buyer.slice(0, 2))
    const back = await answer(saraApi, run, 'want', 'no')
    expect(back.body).toMatchObject({ state: 'done', outcome: { id: 'lost' } })
    expect(back.body.answers.map(({ stepId }) => stepId)).toEqual(['want'])
    const again = await answer(saraApi, run, 'want', 'yes')
    expect(again.body).toMatchObject({ state: 'open', outcome: null, finishedAt: null })
  })

  test('keeps earlier answers for a way that is come back to before the end', async () => {
    const script = await aScript(boss)
    const run = await through(saraApi, await begunWith(saraApi, script.id), buyer.slice(0, 2))
    const other = await answer(saraApi, run, 'want', 'yes')
    expect(other.body.steps.map(({ id, isPassed }) => [id, isPassed])).toEqual([
      ['want', true],
      ['what', true],
      ['count', false],
    ])
  })

  test('is left and come back to: the open run is answered again', async () => {
    const script = await aScript(boss)
    const run = await through(saraApi, await begunWith(saraApi, script.id), buyer.slice(0, 1))
    const again = await begunWith(saraApi, script.id)
    expect(again.id).toBe(run.id)
    expect(again.steps.map(({ id }) => id)).toEqual(['want', 'what'])
    expect((await begun(saraApi, script.id)).id).not.toBe(run.id)
    const waiting = await saraApi.get<{ items: ScriptRunRow[] }>(
      `/script-runs?scriptId=${script.id}&partyId=${party.id}&unattached=true`,
    )
    expect(waiting.body.items.map(({ id }) => id)).toEqual([run.id])
    const call = await aCall()
    await saraApi.put(`/script-runs/${run.id}/activity`, { activityId: call.id })
    const none = await saraApi.get<{ items: ScriptRunRow[] }>(
      `/script-runs?scriptId=${script.id}&partyId=${party.id}&unattached=true`,
    )
    expect(none.body.items).toEqual([])
  })

  test('refuses what does not fit', async () => {
    const run = await begunWith(saraApi, (await aScript(boss)).id)
    const wrong = await answer(saraApi, run, 'want', 'perhaps')
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: 'answer', code: 'option' }] } })
    expect((await answer(saraApi, run, 'want', null)).body).toMatchObject({ errors: [{ code: 'required' }] })
    expect((await answer(saraApi, run, 'count', 3)).body.code).toBe('templates.notOnWay')
    expect((await answer(saraApi, run, 'nothing', 3)).body.code).toBe('templates.notOnWay')
  })

  test('is the caller’s alone until it belongs to a call, and then seen with the call', async () => {
    const run = await begunWith(saraApi, (await aScript(boss)).id)
    expect((await boss.get(`/script-runs/${run.id}`)).status).toBe(404)
    const call = await aCall()
    const attached = await saraApi.put<ScriptRun>(`/script-runs/${run.id}/activity`, { activityId: call.id })
    expect(attached.body.activity).toEqual({ id: call.id, name: 'تماس فروش' })
    expect((await boss.get(`/script-runs/${run.id}`)).status).toBe(200)
    expect((await omidApi.get(`/script-runs/${run.id}`)).status).toBe(404)
    expect((await answer(boss, run, 'want', 'yes')).status).toBe(403)
    expect((await saraApi.delete(`/script-runs/${run.id}`)).status).toBe(409)
    const other = await aCall()
    const again = { activityId: other.id }
    expect((await saraApi.put(`/script-runs/${run.id}/activity`, again)).status).toBe(409)
  })

  test('that began before its party was known gets the party of its call', async () => {
    const run = await begun(saraApi, (await aScript(boss)).id, { partyId: null })
    const call = await aCall()
    const attached = await saraApi.put<ScriptRun>(`/script-runs/${run.id}/activity`, { activityId: call.id })
    expect(attached.body.party).toEqual({ id: party.id, name: party.name })
  })

  test('gives a recorded call the result of its outcome, as often as that changes', async () => {
    const [bought, lost] = await tested.rolledBack(admin, (ctx) =>
      Promise.all(['successful', 'notInterested'].map((key) => readyValueId(ctx, 'callResults', key))),
    )
    const outcomes = salesScript.outcomes.map((one) => ({
      ...one,
      resultId: one.id === 'won' ? bought : lost,
    }))
    const script = await aScript(boss, { definition: { ...salesScript, outcomes } })
    const call = await aCall()
    const run = await begun(saraApi, script.id, { activityId: call.id })
    const resultOf = async () => (await saraApi.get<Activity>(`/activities/${call.id}`)).body.result?.id
    await through(saraApi, run, buyer)
    expect(await resultOf()).toBe(bought)
    await answer(saraApi, run, 'want', 'no')
    expect(await resultOf()).toBe(lost)
  })

  test('goes with calls only, of which the caller knows', async () => {
    const script = await aScript(boss)
    const task = await recorded(saraApi, { kind: 'task', subject: 'کار' })
    const ofTask = await saraApi.post('/script-runs', { scriptId: script.id, activityId: task.id })
    expect(ofTask).toMatchObject({ status: 400, body: { errors: [{ code: 'templates.notACall' }] } })
    const secret = await recorded(boss, { kind: 'call', subject: 'پنهان', confidentiality: 'secret' })
    const unseen = await saraApi.post('/script-runs', { scriptId: script.id, activityId: secret.id })
    expect(unseen.status).toBe(404)
    const strange = await omidApi.post('/script-runs', { scriptId: script.id, partyId: party.id })
    expect(strange.status).toBe(404)
  })

  test('can be thrown away before it belongs to a call', async () => {
    const run = await begunWith(saraApi, (await aScript(boss)).id)
    expect((await omidApi.delete(`/script-runs/${run.id}`)).status).toBe(404)
    expect((await saraApi.delete(`/script-runs/${run.id}`)).status).toBe(204)
    expect((await saraApi.get(`/script-runs/${run.id}`)).status).toBe(404)
  })

  test('goes with its party: moved when it is merged, away when it is removed for ever', async () => {
    const script = await aScript(boss)
    const [kept, merged] = [
      await made(boss, { kind: 'organization', name: 'شرکت ماندگار' }),
      await made(boss, { kind: 'organization', name: 'شرکت ماندگار دو' }),
    ]
    const run = await begun(boss, script.id, { partyId: merged.id })
    const done = await boss.post('/parties/merge', {
      survivorId: kept.id,
      mergedId: merged.id,
      versions: { survivor: kept.version, merged: merged.version },
    })
    expect(done.status).toBe(200)
    expect((await boss.get<ScriptRun>(`/script-runs/${run.id}`)).body.party?.id).toBe(kept.id)
    await tested.committed(admin, async (ctx) => ctx.emit(partyPurged, { partyId: kept.id }))
    await tested.runJobs()
    expect((await boss.get(`/script-runs/${run.id}`)).status).toBe(404)
  })
})

describe('a script', () => {
  test('is seen by who may run it; drafts only by who makes them', async () => {
    const draft = await aScript(boss, { name: 'پیش‌نویس', active: false })
    const names = async (caller: Caller) =>
      (await caller.get<{ items: ScriptRow[] }>('/scripts?limit=200')).body.items.map(({ name }) => name)
    expect(await names(boss)).toContain('پیش‌نویس')
    expect(await names(saraApi)).not.toContain('پیش‌نویس')
    expect((await saraApi.get(`/scripts/${draft.id}`)).status).toBe(404)
    expect((await saraApi.post('/scripts', { name: 'x', definition: salesScript })).status).toBe(403)
    expect((await boss.post('/script-runs', { scriptId: draft.id })).status).toBe(409)
    const stranger = await callerOf(tested, await aFirm(tested.app))
    expect((await stranger.get(`/scripts/${draft.id}`)).status).toBe(404)
  })

  test('is not in use while it has faults', async () => {
    const endless = structuredClone(salesScript)
    const last = endless.steps[2]
    if (last) Reflect.deleteProperty(last, 'next')
    const draft = await aScript(boss, { active: false, definition: endless })
    const used = await boss.patch<Script & { code: string; params: object }>(`/scripts/${draft.id}`, {
      version: draft.version,
      active: true,
    })
    expect(used).toMatchObject({
      status: 409,
      body: { code: 'templates.scriptFaulty', params: { faults: [{ code: 'noEnd', stepId: 'count' }] } },
    })
  })

  test('refuses unknown fields and results at the step', async () => {
    const faulty = structuredClone(salesScript)
    if (faulty.steps[1]) Object.assign(faulty.steps[1], { text: '{{party.wrong}}' })
    expect(await boss.post('/scripts', { name: 'x', definition: faulty })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'definition.steps.1.text', code: 'templates.unknownField' }] },
    })
    const outcomes = [{ id: 'won', label: 'x', resultId: admin.userId }, salesScript.outcomes[1]]
    expect(
      await boss.post('/scripts', { name: 'x', definition: { ...salesScript, outcomes } }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'definition.outcomes.0.resultId', code: 'option' }] },
    })
  })

  test('that was used gets a new edition when its steps change; old calls keep theirs', async () => {
    const script = await aScript(boss)
    const changed = structuredClone(salesScript)
    if (changed.steps[0]) changed.steps[0].title = 'نام تازه'
    const unused = await boss.patch<Script>(`/scripts/${script.id}`, { version: 1, definition: changed })
    expect(unused.body.edition).toBe(1)

    const run = await through(saraApi, await begunWith(saraApi, script.id), buyer)
    const renamed = await boss.patch<Script>(`/scripts/${script.id}`, { version: 2, name: 'نام دیگر' })
    expect(renamed.body.edition).toBe(1)
    const options = changed.steps[0]?.question.options
    if (options?.[0]) options[0].label = 'حتماً'
    const used = await boss.patch<Script>(`/scripts/${script.id}`, { version: 3, definition: changed })
    expect(used.body).toMatchObject({ edition: 2, runs: 1 })
    const old = await saraApi.get<ScriptRun>(`/script-runs/${run.id}`)
    expect(old.body).toMatchObject({ edition: 1, answers: [{ answer: 'بله' }, {}, {}] })
    const fresh = await begunWith(saraApi, script.id)
    expect(fresh.edition).toBe(2)
    expect((await answer(saraApi, fresh, 'want', 'yes')).body.answers[0]?.answer).toBe('حتماً')
  })
})
