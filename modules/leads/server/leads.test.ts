import type { Party } from '@peyvand/parties/contract'
import { insertParties } from '@peyvand/parties/server'
import type { Deal } from '@peyvand/pipeline/contract'
import { ListQuery } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { describe, expect, test } from 'vitest'
import type { Criterion, Lead, SourceYield } from '../contract/index.ts'
import { listLeads } from './lead-list.ts'
import { leadOfParty } from './leads.ts'
import { done, filterOf, leadsFirm } from './testing/leads-firm.ts'
import { publicFormTests } from './testing/public-form-tests.ts'

const firm = leadsFirm()
const { tested, people, pass, leadOf, leads, aLead } = firm

describe('a public form', () => {
  publicFormTests(firm)
})

describe('assignment', () => {
  test('asks rules in order, takes turns, and passes over who is away', async () => {
    const source = people.sources[1]?.id as string
    await done(
      people.api.post('/leads/rules', {
        name: 'منبع دوم',
        sourceIds: [source],
        to: 'roundRobin',
        teamId: people.team,
      }),
    )
    await done(people.api.post('/leads/rules', { name: 'باقی', to: 'user', userId: people.two.userId }))
    expect((await people.api.post('/leads/rules', { name: 'بد', to: 'leastLoad' })).status).toBe(400)
    const given = async (leadSourceId: string | null) => {
      const { id } = await aLead('واگذار', { leadSourceId })
      await done(people.api.post('/leads/assign', { ids: [id] }))
      return (await leadOf(id)).owner?.id
    }
    const turns = [await given(source), await given(source), await given(source)]
    expect(turns[0]).not.toBe(turns[1])
    expect(turns[2]).toBe(turns[0])
    expect(await given(null)).toBe(people.two.userId)
    await tested.committed(await systemOf(people.one), (ctx) =>
      ctx.db
        .updateTable('users')
        .set({ absentFrom: '2026-11-01', absentUntil: '2026-12-30' })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', people.two.userId)
        .execute(),
    )
    expect([await given(source), await given(source)]).toEqual([people.one.userId, people.one.userId])
    expect(await given(null)).not.toBe(people.two.userId)
  })
})

const systemOf = async (actor: Actor): Promise<Actor> => ({ ...actor, everything: true })

describe('a lead', () => {
  test('is answered by the first outgoing contact, counted in working minutes', async () => {
    const { id } = await aLead('پرسشگر', { ownerId: people.one.userId })
    expect((await leadOf(id)).clock).toMatchObject({ state: 'due', minutes: null })
    pass(90)
    await done(
      people.seller.post('/activities', {
        kind: 'call',
        subject: 'زنگ زد',
        direction: 'incoming',
        parties: [{ partyId: id }],
      }),
    )
    await tested.runJobs()
    expect((await leadOf(id)).clock.state).toBe('due')
    await done(
      people.seller.post('/activities', { kind: 'call', subject: 'زنگ زدیم', parties: [{ partyId: id }] }),
    )
    await tested.runJobs()
    expect(await leadOf(id)).toMatchObject({ state: 'contacted', clock: { state: 'answered', minutes: 90 } })
    const late = await aLead('بی‌پاسخ')
    pass(130)
    const overdue = await leads(people.api, `&filter=${filterOf('clock', ['late'])}`)
    expect(overdue.map(({ name }) => name)).toContain('بی‌پاسخ')
    expect(overdue.map(({ name }) => name)).not.toContain('پرسشگر')
    await done(people.api.delete(`/parties/${late.id}/groups/leads`))
    expect((await leadOf(late.id)).isOpen).toBe(false)
  })

  test('is judged by the firm’s questions, turned down with a reason, and becomes a customer with a deal', async () => {
    const criterion = await done(
      people.api.post<Criterion>('/leads/criteria', {
        question: 'بودجه دارد؟',
        required: true,
        options: [
          { id: '00000000-0000-4000-8000-000000000001', label: 'بله', points: 30 },
          { id: '00000000-0000-4000-8000-000000000002', label: 'خیر', points: -10 },
        ],
      }),
    )
    const source = people.sources[2]?.id as string
    // Of two fields with one key and type the deal's takes what the file has; another type takes nothing.
    for (const [record, key, type] of [
      ['parties', 'need', 'text'],
      ['deals', 'need', 'text'],
      ['parties', 'size', 'number'],
      ['deals', 'size', 'text'],
    ] as const)
      await done(people.api.post('/custom-fields', { record, key, type, labelFa: key, labelEn: key }))
    const { id } = await aLead('خواهان', {
      ownerId: people.one.userId,
      leadSourceId: source,
      custom: { need: 'چاپگر', size: 3 },
    })
    let lead = await leadOf(id, people.seller)
    const verdict = (rest: object) =>
      people.seller.post<Lead & { code?: string }>(`/leads/${id}/verdict`, { version: lead.version, ...rest })
    expect((await verdict({ verdict: 'fit' })).body.code).toBe('leads.answersMissing')
    const answers = { [criterion.id]: criterion.options[0]?.id }
    lead = await done(people.seller.put<Lead>(`/leads/${id}/answers`, { version: lead.version, answers }))
    expect(lead.score).toBe(30)
    lead = await done(verdict({ verdict: 'unfit', reasonId: people.reasons[0]?.id, note: 'فعلاً نه' }))
    expect(lead).toMatchObject({
      state: 'disqualified',
      unfitReason: { id: people.reasons[0]?.id },
      unfitNote: 'فعلاً نه',
      clock: { state: 'none' },
    })
    expect((await verdict({ version: lead.version - 1, verdict: 'fit' })).status).toBe(409)
    lead = await done(verdict({ verdict: 'fit' }))
    expect(lead).toMatchObject({ state: 'qualified', unfitReason: null })

    lead = await done(
      people.seller.post<Lead>(`/leads/${id}/convert`, { deal: { title: 'فروش چاپگر', amount: '70000000' } }),
    )
    expect(lead).toMatchObject({
      isOpen: false,
      deal: { name: 'فروش چاپگر' },
      convertedAt: expect.any(String),
    })
    const party = await done(people.seller.get<Party>(`/parties/${id}`))
    const places = party.groups.map(({ key, until }) => [key, until === null])
    expect(Object.fromEntries(places)).toEqual({ customers: true, leads: false })
    expect((await people.seller.post(`/leads/${id}/convert`, {})).status).toBe(409)
    const deal = await done(people.seller.get<Deal>(`/deals/${lead.deal?.id}`))
    expect(deal.custom).toEqual({ need: 'چاپگر' })
    await wonBy(deal.id)

    await done(
      people.api.post('/leads/costs', { sourceId: source, spentOn: '2026-11-22', amount: '5000001' }),
    )
    const report = await done(
      people.api.get<{ items: SourceYield[] }>('/leads/yield?from=2026-11-22&to=2026-11-22'),
    )
    expect(report.items.find((row) => row.source?.id === source)).toMatchObject({
      leads: 1,
      qualified: 1,
      converted: 1,
      won: 1,
      wonAmount: '70000000',
      cost: '5000001',
      // Whole ones of the firm's Toman.
      costPerLead: '5000000',
      costPerCustomer: '5000000',
    })
    expect((await people.seller.get('/leads/yield?from=2026-11-22&to=2026-11-22')).status).toBe(403)
  })

  test('is nobody’s business whose roles are limited to other groups, and its place theirs who see no addresses', async () => {
    const { id } = await aLead('دوگروه', {
      groups: ['leads', 'customers'],
      addresses: [{ province: '23', city: 'تهران' }],
    })
    const limited = { ...people.admin, everything: false, grants: { 'parties.read': 'all' as const } }
    const seenBy = (actor: Partial<Actor>) =>
      tested.rolledBack({ ...limited, ...actor }, (ctx) => leadOfParty(ctx, id))
    expect(await seenBy({})).toMatchObject({ province: '23' })
    expect(await seenBy({ fieldRules: { 'parties.addresses': 'hidden' } })).toMatchObject({ province: null })
    expect(await seenBy({ limits: { parties: ['customers'] } })).toBeNull()
    const list = tested.rolledBack({ ...limited, limits: { parties: ['customers'] } }, (ctx) =>
      listLeads(ctx, ListQuery.parse({})),
    )
    await expect(list).rejects.toMatchObject({ code: 'parties.groupNotFound' })
  })

  test('goes on with the survivor of a merge, and both go on where it is undone', async () => {
    const [kept, gone] = [await aLead('مانده'), await aLead('رفته')]
    const { operationId } = await done(
      people.api.post<{ operationId: string }>('/parties/merge', {
        survivorId: kept.id,
        mergedId: gone.id,
        versions: { survivor: kept.version, merged: gone.version },
      }),
    )
    expect(await leadOf(kept.id)).toMatchObject({ name: 'مانده', isOpen: true })
    await done(people.api.post(`/operations/${operationId}/undo`, {}))
    await tested.runJobs()
    for (const { id } of [kept, gone]) expect((await leadOf(id)).isOpen).toBe(true)
  })

  test('of an import has no clock, and goes to whom the rules name', async () => {
    const [id] = await tested.committed(await systemOf(people.one), (ctx) =>
      insertParties(
        ctx,
        [
          {
            kind: 'person',
            lastName: 'وارداتی',
            groups: ['leads'],
            leadSourceId: people.sources[1]?.id ?? null,
          },
        ],
        { sourceKind: 'import', sourceId: null },
      ),
    )
    expect((await leadOf(id as string)).clock.state).toBe('none')
    await tested.runJobs()
    expect((await leadOf(id as string)).owner?.id).toBe(people.one.userId)
  })

  test('becomes one again where the conversion is taken back, and its deal goes to the bin', async () => {
    const { id } = await aLead('برگشتی', { ownerId: people.one.userId })
    const lead = await done(people.seller.post<Lead>(`/leads/${id}/convert`, { deal: { title: 'اشتباه' } }))
    const ran = await done(people.seller.get<{ items: { id: string; kind: string }[] }>('/operations'))
    const operation = ran.items.find(({ kind }) => kind === 'leads.convert')
    await done(people.seller.post(`/operations/${operation?.id}/undo`, {}))
    await tested.runJobs()
    expect(await leadOf(id, people.seller)).toMatchObject({
      isOpen: true,
      state: 'new',
      convertedAt: null,
      deal: null,
    })
    expect((await people.seller.get<Party>(`/parties/${id}`)).body.groups.map(({ key }) => key)).toEqual([
      'leads',
    ])
    expect((await people.seller.get(`/deals?filter=${filterOf('party', [id])}`)).body).toMatchObject({
      items: [],
    })
    expect(lead.deal).not.toBeNull()
  })
})

async function wonBy(dealId: string): Promise<void> {
  const deal = await done(people.seller.get<Deal>(`/deals/${dealId}`))
  const { body } = await people.seller.get<{ items: { stages: { id: string; outcome: string }[] }[] }>(
    '/pipelines',
  )
  const stageId = body.items[0]?.stages.find(({ outcome }) => outcome === 'won')?.id
  await done(people.seller.post(`/deals/${dealId}/move`, { version: deal.version, stageId }))
}
