import { ensureTag } from '@peyvand/customization/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Operation } from '@peyvand/platform/contract'
import type { Actor, Ctx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { BinRow, CreatePartyInput, MergePartiesInput, Party, PartyFile } from '../contract/index.ts'
import { type Caller, callerOf, made } from './testing-calls.ts'

const tested = testApp()
let admin: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

let round = 0
const person = (given: Partial<CreatePartyInput> = {}) =>
  made(api, { kind: 'person', lastName: `رضایی ${(round += 1)}`, acceptDuplicates: true, ...given })
const mobile = (value: string) => ({ type: 'mobile' as const, value })

type Merged = { operationId: string; party: Party; code?: string }
const merge = (survivor: Party, merged: Party, fields: MergePartiesInput['fields'] = {}, caller = api) =>
  caller.post<Merged>('/parties/merge', {
    survivorId: survivor.id,
    mergedId: merged.id,
    versions: { survivor: survivor.version, merged: merged.version },
    fields,
  })

async function undo(operationId: string): Promise<Operation> {
  const { body } = await api.post<{ operationId: string }>(`/operations/${operationId}/undo`)
  await tested.runJobs()
  return (await api.get<Operation>(`/operations/${body.operationId}`)).body
}

const read = async (id: string) => (await api.get<Party>(`/parties/${id}`)).body

describe('a merge of two records', () => {
  test('takes chosen values from either, fills gaps and puts notes together', async () => {
    const a = await person({ jobTitle: 'مدیر', notes: 'یادداشت اول', brandName: null })
    const b = await person({
      jobTitle: 'مدیرعامل',
      notes: 'یادداشت دوم',
      fatherName: 'حسن',
      doNotContact: true,
    })
    const { status, body } = await merge(a, b, { jobTitle: 'merged' })
    expect(status).toBe(200)
    expect(body.party).toMatchObject({
      id: a.id,
      name: a.name,
      jobTitle: 'مدیرعامل',
      fatherName: 'حسن',
      notes: 'یادداشت اول\n\nیادداشت دوم',
      doNotContact: true,
    })
  })

  test('lets the survivor take the number and the identifiers over', async () => {
    const a = await person({ number: 'A-1' })
    const b = await person({ number: 'B-1', nationalId: '0499370899' })
    const { body } = await merge(a, b, { number: 'merged' })
    expect(body.party).toMatchObject({ number: 'B-1', nationalId: '0499370899' })
    expect(await undo(body.operationId)).toMatchObject({ state: 'done' })
    expect(await read(a.id)).toMatchObject({ number: 'A-1', nationalId: null })
    expect(await read(b.id)).toMatchObject({ number: 'B-1', nationalId: '0499370899' })
  })

  test('moves ways of contact, groups, relations, tags and history without doubles', async () => {
    const tag = await tested.committed(admin, (ctx) => ensureTag(ctx, { name: 'مهم' }))
    const firm = await made(api, { kind: 'organization', name: `شرکت ${(round += 1)}` })
    const a = await person({ contactPoints: [mobile('09121110001')], groups: ['leads'] })
    const b = await person({
      contactPoints: [mobile('09121110001'), mobile('09121110002')],
      groups: ['leads', 'customers'],
      tagIds: [tag.id],
    })
    for (const { id } of [a, b])
      await api.post(`/parties/${id}/links`, { otherId: firm.id, label: 'worksFor' })
    await api.post(`/parties/${a.id}/links`, { otherId: b.id, label: 'spouseOf' })
    const before = (await api.get<PartyFile>(`/parties/${b.id}/file`)).body.timeline.items.length
    const { body } = await merge(await read(a.id), await read(b.id))
    expect(body.party.contactPoints.map(({ value }) => value)).toEqual(['+989121110001', '+989121110002'])
    expect(body.party.groups.map(({ key }) => key).toSorted()).toEqual(['customers', 'leads'])
    expect(body.party.tags.map(({ id }) => id)).toEqual([tag.id])
    expect(body.party.links).toBe(1)
    const file = (await api.get<PartyFile>(`/parties/${a.id}/file`)).body
    expect(file.timeline.items.length).toBeGreaterThan(before)
    expect(file.timeline.items[0]).toMatchObject({ type: 'merged', summary: { other: b.name } })
  })

  test('takes the state of the merged record where that is chosen, and the earlier beginning', async () => {
    const [a, b] = [await person(), await person()]
    await api.put(`/parties/${a.id}/groups/leads`, { since: '2026-03-01', state: 'new' })
    await api.put(`/parties/${b.id}/groups/leads`, { since: '2025-03-01', state: 'qualified' })
    const states = (party: Party) => party.groups.map(({ state, since }) => [state, since])
    const kept = await merge(await read(a.id), await read(b.id))
    expect(states(kept.body.party)).toEqual([['new', '2025-03-01']])
    await undo(kept.body.operationId)
    expect(states(await read(a.id))).toEqual([['new', '2026-03-01']])
    const chosen = await merge(await read(a.id), await read(b.id), { 'groups.leads': 'merged' })
    expect(states(chosen.body.party)).toEqual([['qualified', '2025-03-01']])
  })

  test('leads from the old id to the survivor, over several merges', async () => {
    const [a, b, c] = [await person(), await person(), await person()]
    await merge(b, c)
    await merge(a, await read(b.id))
    expect(await read(c.id)).toMatchObject({ id: a.id, mergedInto: a.id })
    expect((await api.get<PartyFile>(`/parties/${c.id}/file`)).body.party).toMatchObject({
      id: a.id,
      mergedInto: a.id,
    })
    expect((await read(a.id)).mergedInto).toBeNull()
    const restore = await api.post<{ code: string }>(`/parties/${c.id}/restore`)
    expect([restore.status, restore.body.code]).toEqual([409, 'parties.mergedAway'])
    const bin = await api.get<{ items: BinRow[] }>('/parties/bin?limit=200')
    const row = bin.body.items.find(({ id }) => id === c.id)
    expect([row?.isMerged, row?.can.restore]).toEqual([true, false])
  })

  test('is refused with oneself, of another kind, of an old version and without the right', async () => {
    const [a, b] = [await person(), await person()]
    expect((await merge(a, a)).status).toBe(400)
    const firm = await made(api, { kind: 'organization', name: 'شرکت جدا' })
    expect((await merge(a, firm)).body.code).toBe('parties.kindsDiffer')
    expect((await merge({ ...a, version: 9 }, b)).body.code).toBe('versionConflict')
    expect((await merge(a, b, { jobTitle: 'both' })).status).toBe(400)
    expect((await merge(a, b, { nonsense: 'merged' })).status).toBe(400)
    const sara = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'salesperson' }))
    expect((await merge(a, b, {}, sara)).status).toBe(403)
    const stranger = await callerOf(tested, await aFirm(tested.app))
    expect((await merge(a, b, {}, stranger)).status).toBe(404)
  })
})

describe('the undo of a merge', () => {
  test('leaves what was changed since then', async () => {
    const [a, b] = [await person({ jobTitle: 'یک' }), await person({ fatherName: 'حسن', gender: 'male' })]
    const { body } = await merge(a, b)
    await api.patch(`/parties/${a.id}`, { version: body.party.version, fatherName: 'حسین' })
    expect(await undo(body.operationId)).toMatchObject({ state: 'done' })
    expect(await read(a.id)).toMatchObject({ fatherName: 'حسین', gender: null, jobTitle: 'یک' })
    expect(await read(b.id)).toMatchObject({ id: b.id, fatherName: 'حسن', mergedInto: null })
  })

  test('says why where it is not possible, and may be tried again', async () => {
    const [a, b, c] = [await person(), await person(), await person()]
    const first = (await merge(b, c)).body
    const second = (await merge(a, await read(b.id))).body
    expect(await undo(first.operationId)).toMatchObject({
      state: 'failed',
      result: { error: 'parties.mergedOn' },
    })
    expect(await undo(second.operationId)).toMatchObject({ state: 'done' })
    expect(await undo(first.operationId)).toMatchObject({ state: 'done' })
    expect((await read(c.id)).id).toBe(c.id)
  })

  test('ends in the starting state, whatever the two records had', async () => {
    const point = fc.constantFrom('09121230001', '09121230002', '09121230003', '09121230004')
    const draft = fc.record({
      jobTitle: fc.constantFrom(null, 'مدیر', 'کارشناس'),
      notes: fc.constantFrom(null, 'یادداشت', 'یادداشت دیگر'),
      doNotContact: fc.boolean(),
      gender: fc.constantFrom(null, 'male' as const, 'female' as const),
      contactPoints: fc.uniqueArray(point, { maxLength: 3 }).map((values) => values.map(mobile)),
      addresses: fc.constantFrom<NonNullable<CreatePartyInput['addresses']>[]>(
        [],
        [{ city: 'تهران', text: 'خیابان آزادی' }],
        [{ city: 'شیراز', text: 'خیابان زند' }],
      ),
      groups: fc.uniqueArray(fc.constantFrom('leads', 'customers', 'persons'), { maxLength: 3 }),
      links: fc.uniqueArray(fc.constantFrom('worksFor' as const, 'managerOf' as const, 'spouseOf' as const)),
      starred: fc.boolean(),
    })
    const choice = fc.constantFrom('survivor' as const, 'merged' as const)
    const fields = fc.dictionary(
      fc.constantFrom('jobTitle', 'gender', 'lastName', 'groups.leads', 'doNotContact'),
      choice,
    )
    const firm = await made(api, { kind: 'organization', name: 'شرکت بازگشت' })
    await fc.assert(
      fc.asyncProperty(draft, draft, fields, async (one, other, choices) => {
        const [a, b] = [await fullPerson(one, firm.id), await fullPerson(other, firm.id)]
        await api.post(`/parties/${a.id}/links`, { otherId: b.id, label: 'siblingOf' })
        const before = await tested.committed(admin, (ctx) => stateOf(ctx, [a.id, b.id]))
        const { status, body } = await merge(a, b, choices)
        expect(status).toBe(200)
        expect(await tested.committed(admin, (ctx) => stateOf(ctx, [b.id]))).toMatchObject({
          contact_points: [],
          addresses: [],
          party_group_members: [],
        })
        expect(await undo(body.operationId)).toMatchObject({ state: 'done' })
        expect(await tested.committed(admin, (ctx) => stateOf(ctx, [a.id, b.id]))).toEqual(before)
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})

interface Full extends Partial<CreatePartyInput> {
  links: readonly string[]
  starred: boolean
}

async function fullPerson({ links, starred, ...given }: Full, firmId: string): Promise<Party> {
  const { id } = await person(given)
  for (const label of links) await api.post(`/parties/${id}/links`, { otherId: firmId, label })
  await api.put(`/parties/${id}/star`, { starred })
  return read(id)
}

const tables: Record<string, string> = {
  contact_points: 'party_id',
  addresses: 'party_id',
  party_group_members: 'party_id',
  party_links: 'from_party_id',
  party_visits: 'party_id',
  record_tags: 'record_id',
  attachments: 'record_id',
  custom_texts: 'record_id',
}

/** All rows of the records but for versions, moments of change and the notes of the merge itself. */
async function stateOf(ctx: Ctx, ids: string[]): Promise<Record<string, unknown>> {
  const among = (column: string) => sql`${sql.ref(column)} = any(${sql.val(ids)}::uuid[])`
  const state: Record<string, unknown> = {}
  const { rows } = await sql`
    select to_jsonb(p) - array['version', 'updated_at', 'updated_by'] as row from parties p where ${among('id')} order by id`.execute(
    ctx.db,
  )
  state['parties'] = rows
  const timeline = await sql`
    select to_jsonb(t) as row from timeline t where ${among('party_id')} and type not in ('merged', 'unmerged') order by id`.execute(
    ctx.db,
  )
  state['timeline'] = timeline.rows
  for (const [table, column] of Object.entries(tables)) {
    const found =
      await sql`select to_jsonb(t) as row from ${sql.table(table)} t where ${among(column)} order by to_jsonb(t)::text`.execute(
        ctx.db,
      )
    state[table] = found.rows
  }
  return state
}
