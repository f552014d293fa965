import type { Activity, ActivityRow } from '@peyvand/activities/contract'
import { aFirm, aTeam, aUser, type Caller, callerOf } from '@peyvand/identity/testing'
import type { PartyFile } from '@peyvand/parties/contract'
import { localDate } from '@peyvand/persian'
import type { SearchHit } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type {
  CompetitorResult,
  Deal,
  DealRow,
  ForecastColumn,
  Pipeline,
  Stage,
  StageSums,
} from '../contract/index.ts'
import { forecastSpans } from './forecast-spans.ts'

let minutes = 0
const start = Date.parse('2026-11-22T09:00:00.000Z')
const tested = testApp({ now: () => new Date(start + minutes * 60_000) })
let api: Caller
let sales: Actor
let seller: Caller
let colleague: Caller
let leader: Caller
let stranger: Caller
let party: { id: string }
let pipeline: Pipeline
let reasons: Record<string, string>

const made = async <T>(by: Caller, path: string, body: object): Promise<T> => {
  const answer = await by.post<T>(path, body)
  if (answer.status !== 201) throw new Error(`not made: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const deal = (title: string, rest: object = {}, by = seller) =>
  made<Deal>(by, '/deals', { title, partyId: party.id, ...rest })
const stage = (name: string): Stage => pipeline.stages.find((one) => one.name === name) as Stage
const move = (one: Deal, to: string, rest: object = {}, by = seller) =>
  by.post<Deal & { code?: string; errors?: { path: string; code: string }[] }>(`/deals/${one.id}/move`, {
    version: one.version,
    stageId: stage(to).id,
    ...rest,
  })
const titles = async (by: Caller, query = ''): Promise<string[]> =>
  (await by.get<{ items: DealRow[] }>(`/deals?sort=number${query}`)).body.items.map(({ title }) => title)
const sumsOf = async (by: Caller, query = ''): Promise<Record<string, Omit<StageSums, 'stageId'>>> => {
  const { body } = await by.get<{ stages: StageSums[] }>(`/deals/board?pipelineId=${pipeline.id}${query}`)
  return Object.fromEntries(
    body.stages.map(({ stageId, ...sums }) => [
      pipeline.stages.find(({ id }) => id === stageId)?.name ?? '',
      sums,
    ]),
  )
}
const filtered = (filter: object) => `&filter=${encodeURIComponent(JSON.stringify(filter))}`

const valuesOf = async (list: string): Promise<Record<string, string>> => {
  const lists = await api.get<{ items: { key: string; values: { id: string; key: string }[] }[] }>(
    '/value-lists',
  )
  const values = lists.body.items.find(({ key }) => key === list)?.values
  return Object.fromEntries(values?.map(({ key, id }) => [key, id]) ?? [])
}

beforeAll(async () => {
  const admin = await aFirm(tested.app)
  const team = await aTeam(tested.app, admin.firm)
  sales = await aUser(tested.app, admin.firm, { name: 'سارا فروش', teamIds: [team] })
  api = await callerOf(tested, admin)
  seller = await callerOf(tested, sales)
  colleague = await callerOf(tested, await aUser(tested.app, admin.firm, { teamIds: [team] }))
  leader = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'manager' }))
  stranger = await callerOf(tested, await aFirm(tested.app))
  party = await made(seller, '/parties', { kind: 'organization', name: 'شرکت آذر', groups: [] })
  pipeline = (await seller.get<{ items: Pipeline[] }>('/pipelines')).body.items[0] as Pipeline
  reasons = await valuesOf('lostReasons')
})

describe('a deal', () => {
  test('begins in the first stage, and is seen by its owner, who leads and nobody else', async () => {
    const one = await deal('فروش چاپگر', { amount: '50000000' })
    expect(one).toMatchObject({ number: 'D-00001', outcome: 'open', stage: { name: 'شناسایی نیاز' } })
    expect(await titles(seller)).toEqual(['فروش چاپگر'])
    expect(await titles(leader)).toEqual(['فروش چاپگر'])
    expect(await titles(colleague)).toEqual([])
    expect(await titles(stranger)).toEqual([])
    for (const other of [colleague, stranger]) {
      expect((await other.get(`/deals/${one.id}`)).status).toBe(404)
      expect((await move(one, 'مذاکره', {}, other)).status).toBe(404)
    }
    const hits = await seller.get<{ items: SearchHit[] }>(`/search?q=${encodeURIComponent('چاپگر')}`)
    expect(hits.body.items).toMatchObject([{ type: 'deals', id: one.id }])
    const file = (await seller.get<PartyFile>(`/parties/${party.id}/file`)).body
    expect(file.counts).toMatchObject({ deals: 1, dealOpened: 1 })
  })

  test('moves in one step, keeps its stays, and a move on an older state is refused', async () => {
    const one = await deal('قرارداد پشتیبانی')
    minutes = 90
    const moved = (await move(one, 'پیش‌فاکتور')).body
    expect(moved).toMatchObject({ stage: { name: 'پیش‌فاکتور' }, version: one.version + 1 })
    minutes = 100
    expect((await move(one, 'مذاکره')).body.code).toBe('versionConflict')
    const now = (await seller.get<Deal>(`/deals/${one.id}`)).body
    expect(now.stays.map((stay) => [stay.stage.name, stay.seconds])).toEqual([
      ['شناسایی نیاز', 5400],
      ['پیش‌فاکتور', 600],
    ])
    const { body } = await seller.get<{ items: { changes: { field: string }[] }[] }>(
      `/deals/${one.id}/changes`,
    )
    expect(body.items[0]?.changes.map(({ field }) => field)).toEqual(['stageId'])
  })

  test('has stays that follow each other and together last as long as the deal, however it moves', async () => {
    // Of a customer of its own: later tests count what the file of the other tells.
    const customer = { kind: 'person', firstName: 'مینا', lastName: 'پرکار', groups: [] }
    const { id: partyId } = await made<{ id: string }>(seller, '/parties', customer)
    // One stage is kept empty: a later test lets go of it.
    const stages = pipeline.stages.filter(({ name }) => name !== 'معلق')
    const anywhere = fc.array(fc.record({ to: fc.nat(5), after: fc.nat(10_000) }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(anywhere, async (moves) => {
        let one = await deal('فروش پرحرکت', { partyId })
        const beganAt = minutes
        for (const { to, after } of moves) {
          minutes += after
          const name = stages[to]?.name ?? ''
          const answer = await move(one, name, { lostReasonId: reasons['price'] })
          expect(answer.status).toBe(200)
          one = answer.body
        }
        minutes += 5
        const { stays } = (await seller.get<Deal>(`/deals/${one.id}`)).body
        expect(stays.reduce((sum, { seconds }) => sum + seconds, 0)).toBe((minutes - beganAt) * 60)
        for (const [index, { enteredAt }] of stays.slice(1).entries())
          expect(stays[index]?.leftAt).toBe(enteredAt)
        expect(stays.at(-1)).toMatchObject({ leftAt: null, stage: one.stage })
      }),
      { numRuns: 6 },
    )
  })

  test('is lost with a reason only, tells so in the file, and opens again without one', async () => {
    const one = await deal('فروش سرور')
    const refused = await move(one, 'از دست رفته')
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'pipeline.stageAsks', errors: [{ path: 'lostReasonId', code: 'required' }] },
    })
    const rival = await made<{ id: string }>(seller, '/parties', {
      kind: 'organization',
      name: 'رقیب بزرگ',
      groups: [],
    })
    const lost = (await move(one, 'از دست رفته', { lostReasonId: reasons['price'], lostToId: rival.id })).body
    expect(lost).toMatchObject({
      outcome: 'lost',
      lostTo: { name: 'رقیب بزرگ' },
      competitors: [{ name: 'رقیب بزرگ' }],
    })
    expect(lost.closedAt).not.toBeNull()
    const won = filtered({ and: [{ field: 'competitor', op: 'in', value: [rival.id] }] })
    expect(await titles(seller, won)).toEqual(['فروش سرور'])
    const counts = async () => (await seller.get<PartyFile>(`/parties/${party.id}/file`)).body.counts
    expect(await counts()).toMatchObject({ dealLost: 1 })
    const again = (await move(lost, 'مذاکره')).body
    expect(again).toMatchObject({ outcome: 'open', lostReason: null, closedAt: null })
    expect((await counts())['dealLost']).toBeUndefined()
  })

  test('lies in the bin until it is restored, out of the file meanwhile', async () => {
    const one = await deal('فروش اشتباه')
    expect((await colleague.delete(`/deals/${one.id}`)).status).toBe(404)
    expect((await seller.delete(`/deals/${one.id}`)).status).toBe(204)
    expect(await titles(seller)).not.toContain('فروش اشتباه')
    expect((await seller.post(`/deals/${one.id}/restore`, {})).status).toBe(200)
    expect(await titles(seller)).toContain('فروش اشتباه')
    expect((await seller.delete(`/deals/${one.id}`)).status).toBe(204)
  })

  test('is what activities are about, for those who see it', async () => {
    const one = await deal('فروش با پیگیری', { nextFollowUpAt: '2026-11-22T08:00:00.000Z' })
    const activity = await made<Activity>(seller, '/activities', {
      kind: 'task',
      subject: 'تماس دربارهٔ پیشنهاد',
      parties: [],
      targets: [{ type: 'deals', id: one.id }],
    })
    expect(activity.targets).toMatchObject([{ type: 'deals', id: one.id, name: 'فروش با پیگیری' }])
    const about = await leader.get<{ items: ActivityRow[] }>(`/activities?target=deals:${one.id}`)
    expect(about.body.items.map(({ subject }) => subject)).toEqual(['تماس دربارهٔ پیشنهاد'])
    const refused = await colleague.post('/activities', {
      kind: 'task',
      subject: 'دیده نمی‌شود',
      parties: [],
      targets: [{ type: 'deals', id: one.id }],
    })
    expect(refused.status).toBe(400)
    const steps = (await seller.get<PartyFile>(`/parties/${party.id}/file`)).body.nextSteps
    expect(steps).toMatchObject([{ subjectType: 'deals', subjectId: one.id, overdue: true }])
  })
})

describe('products and competitors of a deal', () => {
  test('are priced by the lists or by hand, and the amount is their sum until one is typed', async () => {
    const unitId = (await valuesOf('units'))['piece'] as string
    const product = (name: string) => made<{ id: string }>(leader, '/products', { name, unitId })
    const [printer, cable] = [await product('چاپگر لیزری'), await product('کابل شبکه')]
    const list = (await leader.get<{ items: { id: string }[] }>('/price-lists')).body.items[0]
    const prices = [{ productId: printer.id, unitId, minQuantity: '0', price: '1000005', floor: '900000' }]
    expect((await leader.put(`/price-lists/${list?.id}/prices`, { prices })).status).toBe(200)
    const lines = [
      { productId: printer.id, quantity: '3', discountPercent: '10' },
      { productId: cable.id, quantity: '2.5', priceByHand: '101' },
    ]
    const refused = await seller.post<{ errors: object[] }>('/deals/prices', {
      lines: [lines[0], { ...lines[1], priceByHand: null }],
    })
    expect(refused.body.errors).toMatchObject([{ path: 'lines.1.priceByHand', code: 'pipeline.noPrice' }])
    const one = await deal('فروش با کالا', { lines })
    // 1,000,005 less a tenth, to the half up, is 900,004; 101 × 2.5 is 252.5, to the half up 253.
    expect(one).toMatchObject({ amount: '2700265', amountOfLines: true })
    expect(one.lines.map(({ unitPrice, net, needsApproval }) => [unitPrice, net, needsApproval])).toEqual([
      ['900004', '2700012', false],
      ['101', '253', false],
    ])
    const patch = async (body: object) =>
      (await seller.patch<Deal>(`/deals/${one.id}`, { version: (await again()).version, ...body })).body
    const again = async () => (await seller.get<Deal>(`/deals/${one.id}`)).body
    const lower = await patch({ lines: [{ productId: printer.id, quantity: '1', priceByHand: '899999' }] })
    expect(lower).toMatchObject({ amount: '899999', lines: [{ needsApproval: true }] })
    expect(await patch({ amount: '800000' })).toMatchObject({ amount: '800000', amountOfLines: false })
    const same = await patch({ lines: [{ productId: printer.id, quantity: '2' }] })
    expect(same).toMatchObject({ amount: '800000', lines: [{ net: '2000010' }] })
    expect(await patch({ amountOfLines: true })).toMatchObject({ amount: '2000010', amountOfLines: true })
    expect(await titles(seller, filtered({ field: 'productName', op: 'contains', value: 'چاپگر' }))).toEqual([
      'فروش با کالا',
    ])
  })

  test('are counted as won against and lost to, with reasons, of what the caller sees in a period', async () => {
    const rival = (name: string) =>
      made<{ id: string }>(seller, '/parties', { kind: 'organization', name, groups: [] })
    const [north, south] = [await rival('رقیب شمال'), await rival('رقیب جنوب')]
    const competitors = [{ partyId: north.id, price: '90', note: 'تحویل فوری' }, { partyId: south.id }]
    const [won, lost] = [
      await deal('برد از دو رقیب', { competitors, amount: '100' }),
      await deal('باخت به یکی', { competitors, amount: '40' }),
    ]
    expect(won.competitors).toMatchObject([
      { name: 'رقیب شمال', price: '90', note: 'تحویل فوری' },
      { name: 'رقیب جنوب', price: null },
    ])
    await move(won, 'فروش موفق')
    await move(lost, 'از دست رفته', { lostReasonId: reasons['price'], lostToId: south.id })
    const results = async (by: Caller, value: string) => {
      const { body } = await by.get<{ items: CompetitorResult[] }>(
        `/deals/competitors?${filtered({ field: 'closedAt', op: 'inPeriod', value })}`,
      )
      return body.items.filter(({ competitor }) => [north.id, south.id].includes(competitor.id))
    }
    const [of1, of2] = (await results(seller, 'thisYear')).toSorted((a, b) => a.lost.count - b.lost.count)
    expect(of1).toMatchObject({
      competitor: { name: 'رقیب شمال' },
      won: { count: 1, amount: '100' },
      lost: { count: 0 },
      gone: { count: 1, amount: '40' },
      reasons: [],
    })
    expect(of2).toMatchObject({
      won: { count: 1 },
      lost: { count: 1, amount: '40' },
      gone: { count: 0 },
      reasons: [{ reason: { id: reasons['price'] }, count: 1 }],
    })
    expect(await results(seller, 'lastYear')).toEqual([])
    expect(await results(colleague, 'thisYear')).toEqual([])
    const version = (await seller.get<Deal>(`/deals/${lost.id}`)).body.version
    const without = await seller.patch<Deal>(`/deals/${lost.id}`, { version, competitors: [] })
    expect(without.body).toMatchObject({ competitors: [], lostTo: null, outcome: 'lost' })
  })
})

describe('the board', () => {
  test('sums what the caller sees by stage, weighs it and follows the filters', async () => {
    const before = await sumsOf(seller, filtered({ field: 'priority', op: 'in', value: ['urgent'] }))
    expect(Object.values(before).every(({ count }) => count === 0)).toBe(true)
    await deal('فوری یک', { amount: '1000001', priority: 'urgent' })
    await deal('فوری دو', {
      amount: '2000000',
      priority: 'urgent',
      nextFollowUpAt: '2026-11-20T08:00:00.000Z',
    })
    await deal('فوری دیگری', { amount: '7', priority: 'urgent' }, leader)
    const urgent = filtered({ field: 'priority', op: 'in', value: ['urgent'] })
    expect((await sumsOf(seller, urgent))['شناسایی نیاز']).toEqual({
      count: 2,
      overdue: 1,
      amount: '3000001',
      weighted: '300000',
    })
    expect((await sumsOf(leader, urgent))['شناسایی نیاز']).toMatchObject({ count: 3, amount: '3000008' })
    expect((await stranger.get(`/deals/board?pipelineId=${pipeline.id}`)).status).toBe(404)
    expect(Object.keys(await sumsOf(seller))).not.toContain('فروش موفق')
  })
})

describe('the forecast', () => {
  test('sums running deals by Jalali month of expected close, weighted by their stages', async () => {
    const spans = forecastSpans(localDate(new Date(start + minutes * 60_000)))
    const [late, present, next] = spans
    const at = (title: string, expectedCloseOn: string | null | undefined, amount: string) =>
      deal(title, { expectedCloseOn, amount, priority: 'high' })
    await at('دیرشده', late?.to, '7')
    await at('این ماه', present?.to, '1001')
    await move(await at('این ماه در مذاکره', present?.from, '1001'), 'مذاکره')
    await at('ماه بعد', next?.from, '5')
    await at('سال بعد', spans.at(-1)?.from, '3')
    await at('بی‌تاریخ', null, '2')
    const high = filtered({ field: 'priority', op: 'in', value: ['high'] })
    const asked = (by: Caller) =>
      by.get<{ columns: ForecastColumn[] }>(`/deals/forecast?pipelineId=${pipeline.id}${high}`)
    const { columns } = (await asked(seller)).body
    expect(columns.map(({ kind, count, amount, weighted }) => [kind, count, amount, weighted])).toEqual([
      ['overdue', 1, '7', '0'],
      // A tenth of 1001 and three quarters of it, each rounded down.
      ['month', 2, '2002', '850'],
      ['month', 1, '5', '0'],
      ...Array.from({ length: 4 }, () => ['month', 0, '0', '0']),
      ['later', 1, '3', '0'],
      ['none', 1, '2', '0'],
    ])
    expect(forecastSpans('2026-11-24').slice(0, 3)).toEqual([
      { kind: 'overdue', from: null, to: '2026-11-23' },
      { kind: 'month', from: '2026-11-24', to: '2026-12-21' },
      { kind: 'month', from: '2026-12-22', to: '2027-01-20' },
    ])
    expect((await asked(colleague)).body.columns.every(({ count }) => count === 0)).toBe(true)
    expect((await asked(stranger)).status).toBe(404)
  })
})

describe('many deals at once', () => {
  test('get an owner or a stage where it lets them in, by those who may, and back by undo', async () => {
    const ready = await deal('آمادهٔ بستن', { amount: '5' })
    const foreign = await deal('فرصت دیگری', {}, leader)
    const selection = { ids: [ready.id, foreign.id] }
    const bulk = (by: Caller, action: object) =>
      by.post<{ operationId: string; errors?: object[] }>('/deals/bulk', { selection, action })
    const toLost = { type: 'move', stageId: stage('از دست رفته').id }
    expect((await bulk(seller, toLost)).status).toBe(403)
    expect((await bulk(leader, toLost)).body.errors).toMatchObject([{ path: 'action.lostReasonId' }])
    const started = await bulk(leader, { ...toLost, lostReasonId: reasons['price'] })
    await tested.runJobs()
    const outcomeOf = async ({ id }: Deal) => (await leader.get<Deal>(`/deals/${id}`)).body.outcome
    expect([await outcomeOf(ready), await outcomeOf(foreign)]).toEqual(['lost', 'lost'])
    const again = (await seller.get<Deal>(`/deals/${ready.id}`)).body
    await move(again, 'مذاکره')
    const { body: shown } = await leader.get(`/undo/${started.body.operationId}`)
    expect(shown).toMatchObject({ preview: { takesBack: 1, stays: 1 } })
    expect((await leader.post(`/operations/${started.body.operationId}/undo`)).status).toBe(202)
    await tested.runJobs()
    expect((await leader.get<Deal>(`/deals/${foreign.id}`)).body).toMatchObject({
      stage: { name: 'شناسایی نیاز' },
      lostReason: null,
    })
  })
})

describe('a pipeline', () => {
  test('asks at a stage for fields and ticks, all told at once, and lets the deal in with them', async () => {
    const item = { id: '0197a000-0000-7000-8000-000000000001', label: 'تأیید مدیر' }
    const stages = pipeline.stages.map((one) =>
      one.name === 'مذاکره'
        ? { ...one, requiredFields: ['amount', 'expectedCloseOn'], checklist: [item] }
        : one,
    )
    expect(
      (await seller.patch(`/pipelines/${pipeline.id}`, { version: pipeline.version, stages })).status,
    ).toBe(403)
    const changed = await leader.patch<Pipeline>(`/pipelines/${pipeline.id}`, {
      version: pipeline.version,
      stages,
    })
    expect(changed.status).toBe(200)
    pipeline = changed.body
    const one = await deal('فروش با شرط', { amount: '100' })
    expect((await move(one, 'مذاکره')).body).toMatchObject({
      code: 'pipeline.stageAsks',
      errors: [
        { path: 'expectedCloseOn', code: 'required' },
        { path: `checked.${item.id}`, code: 'pipeline.unchecked' },
      ],
    })
    const moved = await move(one, 'مذاکره', { expectedCloseOn: '2026-12-22', checked: [item.id] })
    expect(moved.body).toMatchObject({ expectedCloseOn: '2026-12-22', checked: [item.id], checklist: [item] })
  })

  test('keeps the stages that have deals, lets go of others and needs an open, a won and a lost one', async () => {
    const without = (name: string) => ({
      version: pipeline.version,
      stages: pipeline.stages.filter((one) => one.name !== name),
    })
    expect((await leader.patch(`/pipelines/${pipeline.id}`, without('مذاکره'))).body).toMatchObject({
      code: 'pipeline.stageInUse',
    })
    expect((await leader.patch(`/pipelines/${pipeline.id}`, without('فروش موفق'))).status).toBe(400)
    const smaller = await leader.patch<Pipeline>(`/pipelines/${pipeline.id}`, without('معلق'))
    expect(smaller.body.stages).toHaveLength(6)
    const archive = { version: smaller.body.version, archived: true }
    expect((await leader.patch(`/pipelines/${pipeline.id}`, archive)).body).toMatchObject({
      code: 'pipeline.lastOne',
    })
  })
})
