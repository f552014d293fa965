import { recorded } from '@peyvand/activities/testing'
import { aFirm, aKey, aUser } from '@peyvand/identity/testing'
import { type Caller, callerOf } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Script, ScriptAnswer, ScriptReport, ScriptRunRow } from '../contract/index.ts'
import { aScript, begun, buyer, through } from './testing-scripts.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let sara: Actor
let boss: Caller
let saraApi: Caller
let omidApi: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  sara = await aUser(tested.app, admin.firm, { name: 'سارا رضایی' })
  const omid = await aUser(tested.app, admin.firm, { name: 'امید نوری' })
  ;[boss, saraApi, omidApi] = (await Promise.all(
    [admin, sara, omid].map((actor) => callerOf(tested, actor)),
  )) as [Caller, Caller, Caller]
})

describe('answers of a script', () => {
  let script: Script
  beforeAll(async () => {
    script = await aScript(boss, { name: 'گزارش' })
    const finished = async (caller: Caller, answers: [string, ScriptAnswer][]) => {
      const call = await recorded(caller, { kind: 'call', subject: 'تماس گزارش' })
      const run = await begun(caller, script.id, { activityId: call.id })
      await through(caller, run, answers)
    }
    await finished(saraApi, buyer)
    await finished(saraApi, [['want', 'no']])
    await finished(omidApi, [
      ['want', 'yes'],
      ['what', ['b']],
      ['count', null],
    ])
    await finished(omidApi, [['want', 'yes']])
  })

  test('are counted over the calls that the reader sees', async () => {
    const { body } = await boss.get<ScriptReport>(`/scripts/${script.id}/report`)
    expect(body).toEqual({
      runs: 4,
      done: 3,
      outcomes: [
        { id: 'won', label: 'خرید', count: 2 },
        { id: 'lost', label: 'انصراف', count: 1 },
      ],
      questions: [
        {
          stepId: 'want',
          question: 'خریدار است؟',
          type: 'single',
          answered: 3,
          options: [
            { id: 'yes', label: 'بله', count: 2 },
            { id: 'no', label: 'خیر', count: 1 },
          ],
          average: null,
          smallest: null,
          largest: null,
        },
        {
          stepId: 'what',
          question: 'کدام کالا؟',
          type: 'multi',
          answered: 2,
          options: [
            { id: 'a', label: 'ورق', count: 1 },
            { id: 'b', label: 'لوله', count: 2 },
          ],
          average: null,
          smallest: null,
          largest: null,
        },
        {
          stepId: 'count',
          question: 'چند تن؟',
          type: 'number',
          answered: 1,
          options: [],
          average: 12.5,
          smallest: 12.5,
          largest: 12.5,
        },
      ],
    })
    const own = await saraApi.get<ScriptReport>(`/scripts/${script.id}/report`)
    expect(own.body).toMatchObject({ runs: 2, done: 2 })
    const earlier = await boss.get<ScriptReport>(`/scripts/${script.id}/report?to=2026-11-21`)
    expect(earlier.body).toMatchObject({ runs: 0, done: 0 })
  })

  test('are listed call by call', async () => {
    const { body } = await boss.get<{ items: ScriptRunRow[]; total: object }>(
      `/script-runs?scriptId=${script.id}&state=done`,
    )
    expect(body.total).toEqual({ value: 3, exact: true })
    expect(body.items.every(({ activity }) => activity?.name === 'تماس گزارش')).toBe(true)
    const own = await saraApi.get<{ items: ScriptRunRow[] }>(`/script-runs?scriptId=${script.id}`)
    expect(own.body.items.every(({ user }) => user.id === sara.userId)).toBe(true)
  })

  test('are exported with a column per question, cells that a spreadsheet would run defused', async () => {
    const call = await recorded(boss, { kind: 'call', subject: '=1+1' })
    const run = await begun(boss, script.id, { activityId: call.id })
    await through(boss, run, [['want', 'no']])
    const path = `/api/v1/scripts/${script.id}/export?kind=csv`
    const headers = await aKey(tested.app, admin)
    const { statusCode, payload } = await tested.server.inject({ method: 'GET', url: path, headers })
    expect(statusCode).toBe(200)
    const lines = payload.trim().split('\r\n')
    expect(lines[0]).toBe('زمان,تماس‌گیرنده,مخاطب,تماس,وضعیت,سرانجام,خریدار است؟,کدام کالا؟,چند تن؟')
    expect(lines).toHaveLength(6)
    expect(lines).toContain('1405/09/01 12:30,سارا رضایی,,تماس گزارش,پایان‌یافته,خرید,بله,ورق و لوله,12.5')
    expect(lines.some((line) => line.includes("'=1+1"))).toBe(true)
    const refused = await tested.server.inject({
      method: 'GET',
      url: path,
      headers: await aKey(tested.app, sara),
    })
    expect(refused.statusCode).toBe(403)
  })
})
