import { aFirm } from '@peyvand/identity/testing'
import { cleanText } from '@peyvand/persian'
import { type CustomField, type CustomFieldInput, ListQuery } from '@peyvand/platform/contract'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type CreatePartyInput, type Party, type PartyGroup, UpdateParty } from '../contract/index.ts'
import { describeFields, listParties } from './list-parties.ts'
import { getParty } from './party-queries.ts'
import { searchText } from './party-row.ts'
import { heldPhrase } from './party-search.ts'
import { type Caller, callerOf } from './testing-calls.ts'
import { updateParty } from './update-party.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
let api: Caller
let round = 0

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

type Given = Partial<z.input<typeof CustomFieldInput>> & Pick<CustomFieldInput, 'key'>
async function aField({ key, ...more }: Given): Promise<CustomField> {
  const { status, body } = await api.post<CustomField>('/custom-fields', {
    record: 'parties',
    key,
    type: 'text',
    labelFa: key,
    labelEn: key,
    ...more,
  })
  expect(status).toBe(201)
  return body
}
const archive = ({ id, version }: CustomField) =>
  api.patch(`/custom-fields/${id}`, { version, archived: true })

type Answer = Party & { code?: string; errors?: { path: string; code: string }[] }
const create = (custom: Record<string, unknown>, more: Partial<CreatePartyInput> = {}) =>
  api.post<Answer>('/parties', {
    kind: 'person',
    lastName: `کریمی ${(round += 1)}`,
    groups: ['customers'],
    acceptDuplicates: true,
    custom,
    ...more,
  })
const change = ({ id, version }: Party, custom: Record<string, unknown>) =>
  api.patch<Answer>(`/parties/${id}`, { version, custom })
const faults = ({ body }: { body: Answer }) => body.errors?.map(({ path, code }) => `${path} ${code}`)

describe('a required field', () => {
  test('is missed only in its groups, and only while its condition shows it', async () => {
    const options = ['retail', 'wholesale'].map((value) => ({ value, labelFa: value, labelEn: value }))
    const channel = await aField({
      key: 'channel',
      type: 'oneOf',
      options,
      appliesTo: ['customers', 'leads'],
    })
    const permit = await aField({
      key: 'permit',
      required: true,
      requiredFor: ['customers'],
      showWhen: { match: 'all', rules: [{ field: 'channel', op: 'in', values: ['wholesale'] }] },
    })
    expect((await create({})).status).toBe(201)
    expect((await create({ channel: 'wholesale' }, { groups: ['leads'] })).status).toBe(201)
    expect(faults(await create({ channel: 'wholesale' }))).toEqual(['custom.permit required'])
    const { body: shop } = await create({ channel: 'retail' })
    // What brings it to sight asks for it; other changes do not.
    expect(faults(await change(shop, { channel: 'wholesale' }))).toEqual(['custom.permit required'])
    expect((await change(shop, { channel: 'wholesale', permit: 'A-1' })).status).toBe(200)
    await archive(permit)
    await archive(channel)
  })

  test('is asked for by a condition over what every party has, such as its level', async () => {
    const { body: lists } = await api.get<{ items: { key: string; values: { id: string }[] }[] }>(
      '/value-lists',
    )
    const [, level] = lists.items.find(({ key }) => key === 'customerLevels')?.values ?? []
    const rule = (field: string, value = '') => ({
      match: 'all' as const,
      rules: [{ field, op: 'in' as const, values: [value] }],
    })
    const refused = (showWhen: object) =>
      api.post<Answer>('/custom-fields', {
        record: 'parties',
        key: 'limit',
        type: 'number',
        labelFa: 'سقف',
        labelEn: 'Limit',
        showWhen,
      })
    expect(faults(await refused(rule('record.salary', 'x')))).toEqual(['showWhen.rules.0.field option'])
    expect(faults(await refused(rule('record.levelId', 'x')))).toEqual(['showWhen.rules.0.values invalid'])
    const limit = await aField({
      key: 'limit',
      type: 'number',
      required: true,
      showWhen: rule('record.levelId', level?.id),
    })
    expect(faults(await create({}, { levelId: level?.id ?? null }))).toEqual(['custom.limit required'])
    const plain = (await create({})).body
    const raise = (custom: object) =>
      api.patch<Answer>(`/parties/${plain.id}`, { version: plain.version, levelId: level?.id, ...custom })
    expect(faults(await raise({}))).toEqual(['custom.limit required'])
    expect((await raise({ custom: { limit: 5 } })).status).toBe(200)
    await archive(limit)
  })
})

describe('a default', () => {
  test('goes to new records where nothing is said, words as what they stand for', async () => {
    const fields = [
      await aField({ key: 'since', type: 'date', defaultValue: 'today' }),
      await aField({ key: 'keeper', type: 'user', defaultValue: 'me' }),
      await aField({ key: 'credit', type: 'money', defaultValue: '1000', appliesTo: ['leads'] }),
    ]
    expect((await create({ keeper: null })).body.custom).toEqual({ since: '2026-11-22' })
    expect((await create({}, { groups: ['leads'] })).body.custom).toEqual({
      since: '2026-11-22',
      keeper: admin.userId,
      credit: '1000',
    })
    for (const field of fields) await archive(field)
  })
})

describe('a unique field', () => {
  test('holds among present records, whatever the script of digits and the gaps', async () => {
    const plate = await aField({ key: 'plate', unique: true })
    const first = (await create({ plate: 'ایران ۱۲-۳۴۵ ب' })).body
    const twin = await create({ plate: 'ایران  12-345 ب' })
    expect([twin.status, twin.body.code, faults(twin)]).toEqual([
      409,
      'customFields.valueTaken',
      ['custom.plate customFields.valueTaken'],
    ])
    // The record itself may keep and rewrite it; from the bin it is free for others.
    expect((await change(first, { plate: 'ایران 12-345 ب' })).status).toBe(200)
    await api.delete(`/parties/${first.id}`)
    const second = (await create({ plate: 'ایران ۱۲-۳۴۵ ب' })).body
    expect((await api.post(`/parties/${first.id}/restore`)).body).toMatchObject({
      code: 'customFields.valueTaken',
    })
    expect((await change(second, { plate: null })).status).toBe(200)
    expect((await api.post(`/parties/${first.id}/restore`)).status).toBe(200)
    expect((await create({ plate: 'ایران ۱۲-۳۴۵ ب' })).status).toBe(409)
    await archive(plate)
  })

  test('is given to one of many records that are changed together; the others tell why not', async () => {
    const seal = await aField({ key: 'seal', unique: true })
    const made = [(await create({})).body, (await create({ seal: 's1' })).body, (await create({})).body]
    const bulk = async (value: string) => {
      const { body } = await api.post<{ operationId: string }>('/parties/bulk', {
        selection: { ids: made.map(({ id }) => id) },
        action: { type: 'update', values: { custom: { seal: value } } },
      })
      await tested.runJobs()
      const { body: told } = await api.get<{ state: string; result: object }>(
        `/operations/${body.operationId}`,
      )
      return told
    }
    const seals = () =>
      Promise.all(made.map(async ({ id }) => (await api.get<Party>(`/parties/${id}`)).body.custom['seal']))
    const failed = { code: 'customFields.valueTaken' }
    expect(await bulk('S1')).toMatchObject({ state: 'done', result: { failures: [failed, failed] } })
    expect(await seals()).toEqual([undefined, 'S1', undefined])
    expect(await bulk('s2')).toMatchObject({ state: 'done', result: { failures: [failed, failed] } })
    expect(await seals()).toEqual(['s2', 'S1', undefined])

    // Of two that had one value in the bin at different times, one comes back.
    const [first, second] = made as [Answer, Answer]
    const dropped = async ({ id }: Answer) => {
      const { body } = await api.get<Party>(`/parties/${id}`)
      await change(body, { seal: 'one' })
      return api.delete(`/parties/${id}`)
    }
    await dropped(first)
    await dropped(second)
    const { body } = await api.post<{ operationId: string }>('/parties/bulk', {
      selection: { ids: [first.id, second.id] },
      action: { type: 'restore' },
    })
    await tested.runJobs()
    const { body: told } = await api.get<object>(`/operations/${body.operationId}`)
    expect(told).toMatchObject({ state: 'done', result: { changed: 1, failures: [failed] } })
    await archive(seal)
  })

  test('lets one of many writers through who come at once', async () => {
    const code = await aField({ key: 'code', unique: true, type: 'number' })
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ code: 77 })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array(7).fill(409),
    ])
    await archive(code)
  })

  test('may become so only once no two present records share a value, writers meanwhile included', async () => {
    const badge = await aField({ key: 'badge' })
    const [a, b] = [(await create({ badge: 'x1' })).body, (await create({ badge: 'X1' })).body]
    const hold = () => api.patch<Answer>(`/custom-fields/${badge.id}`, { version: 1, unique: true })
    expect((await hold()).body).toMatchObject({ code: 'customFields.valuesRepeat' })
    await api.delete(`/parties/${b.id}`)
    // Whoever was first, no value stands twice: either the field refuses, or all writers but one are refused.
    const [held, ...written] = await Promise.all([
      hold(),
      ...Array.from({ length: 4 }, () => create({ badge: 'y2' })),
    ])
    const stored = written.filter(({ status }) => status === 201).length
    expect(held.status === 200 ? stored : Math.min(stored, 1)).toBe(1)
    const again = await create({ badge: 'X1' })
    expect(again.status).toBe(held.status === 200 ? 409 : 201)
    expect(a.custom).toEqual({ badge: 'x1' })
  })
})

test("a group's layout names fields, and they tell where they stand", async () => {
  const need = await aField({ key: 'need' })
  const { body } = await api.get<{ items: PartyGroup[] }>('/party-groups')
  const group = body.items.find(({ key }) => key === 'leads') as PartyGroup
  const put = (layout: object | null, { version } = group) =>
    api.patch<PartyGroup & Answer>(`/party-groups/${group.id}`, { version, layout })
  expect((await put({ quick: ['owner', 'salary'], card: [] })).status).toBe(400)
  await api.post('/templates', {
    name: 'یادآوری نیاز',
    kind: 'sms',
    language: 'fa',
    body: 'سلام {{party.name}}، {{party.custom.need|-}}',
  })
  await api.post('/roles', {
    nameFa: 'بازدیدکننده',
    nameEn: 'Visitor',
    grants: {},
    rights: [],
    fieldRules: { 'parties.custom.need': 'hidden' },
  })
  const layout = { quick: ['leadSource', 'custom.need'], card: ['owner'] }
  const { body: laidOut } = await put(layout)
  expect(laidOut.layout).toEqual(layout)
  const { body: usage } = await api.get<{ uses: object[] }>(`/custom-fields/${need.id}/usage`)
  expect(usage.uses).toEqual(
    expect.arrayContaining([
      { kind: 'layout', label: group.nameFa },
      { kind: 'template', label: 'یادآوری نیاز' },
      { kind: 'role', label: 'بازدیدکننده' },
    ]),
  )
  expect((await put(null, laidOut)).body.layout).toBeNull()
})

test('roles hide own fields or let them be read only, in the record, its lists and its changes', async () => {
  const [secret, fixed] = [await aField({ key: 'secret' }), await aField({ key: 'fixed' })]
  const { body: party } = await create({ secret: 'x', fixed: 'y' })
  const catalogue = await api.get<{ records: { type: string; fields: { field: string }[] }[] }>(
    '/permissions',
  )
  const ofParties = catalogue.body.records.find(({ type }) => type === 'parties')
  expect(ofParties?.fields.map(({ field }) => field)).toContain('parties.custom.secret')
  const rules = { 'parties.custom.secret': 'hidden', 'parties.custom.fixed': 'readOnly' } as const
  const ruled: Actor = { ...admin, everything: false, grants: { ...everyGrant }, fieldRules: rules }
  await tested.committed(ruled, async (ctx) => {
    const seen = await getParty(ctx, party.id)
    expect(seen.custom).toEqual({ fixed: 'y' })
    expect(Object.keys((await describeFields(ctx)).fields)).not.toContain('custom.secret')
    const filter = { field: 'custom.secret', op: 'eq', value: 'x' }
    await expect(listParties(ctx, ListQuery.parse({ filter: JSON.stringify(filter) }))).rejects.toThrow()
    const kept = await updateParty(
      ctx,
      party.id,
      UpdateParty.parse({ version: seen.version, custom: seen.custom, jobTitle: 'z' }),
    )
    await expect(
      updateParty(ctx, party.id, UpdateParty.parse({ version: kept.version, custom: { fixed: 'n' } })),
    ).rejects.toMatchObject({
      options: { fields: [{ path: 'custom.fixed', code: 'customFields.readOnly' }] },
    })
  })
  expect((await api.get<Party>(`/parties/${party.id}`)).body.custom).toEqual({ secret: 'x', fixed: 'y' })
  for (const field of [secret, fixed]) await archive(field)
})

const everyGrant = { 'parties.read': 'all', 'parties.update': 'all' } as const

test('a long text stands in the list, where nothing filters or orders by it', async () => {
  await aField({ key: 'story', type: 'longText' })
  const { body } = await api.get<{ fields: Record<string, object> }>('/parties/fields')
  expect(body.fields['custom.story']).toMatchObject({ type: 'text', filterable: false, sortable: false })
  const filter = JSON.stringify({ field: 'custom.story', op: 'contains', value: 'x' })
  expect((await api.get(`/parties?filter=${encodeURIComponent(filter)}`)).status).toBe(400)
  expect((await api.get('/parties?sort=custom.story')).status).toBe(400)
})

test('a value of a list tells in how many records it stands', async () => {
  const { body } = await api.get<{ items: { key: string; values: { id: string }[] }[] }>('/value-lists')
  const [level] = body.items.find(({ key }) => key === 'customerLevels')?.values ?? []
  const usesOf = async () => (await api.get<{ uses: object[] }>(`/list-values/${level?.id}/usage`)).body.uses
  expect(await usesOf()).toEqual([])
  for (let i = 0; i < 2; i += 1) await create({}, { levelId: level?.id ?? null })
  expect(await usesOf()).toEqual([{ record: 'parties', count: 2 }])
})

describe('a part of a text', () => {
  const bare = { displayName: '' } as Parameters<typeof searchText>[0]

  test('stands in the search text of every record that holds it', () => {
    const letter = fc.constantFrom(...Array.from('آابیيكک هٔة\u200c٠۱2+98-@.ABcéَء'))
    fc.assert(
      fc.property(
        fc.string({ unit: letter, maxLength: 30 }),
        fc.nat(30),
        fc.nat(30),
        (typed, from, length) => {
          const value = cleanText(typed)
          const search = searchText(bare, [], [value])
          expect(search).toContain(heldPhrase(value.slice(from, from + length)) ?? '')
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('is found also in what was written while the field was archived', async () => {
    const field = await aField({ key: 'contractCode' })
    const { body: early } = await create({ contractCode: 'Alpha-77 سوم' })
    const { body: late } = await create({ contractCode: 'Beta-88 سوم' })
    const found = async (value: string) => {
      const filter = JSON.stringify({ field: 'custom.contractCode', op: 'contains', value })
      const { items } = await tested.committed(admin, (ctx) => listParties(ctx, ListQuery.parse({ filter })))
      return items.map(({ id }) => id)
    }
    expect(await found('ALPHA-77')).toEqual([early.id])
    expect(await found('سوم')).toHaveLength(2)
    await archive(field)
    await api.patch(`/parties/${late.id}`, { version: late.version, lastName: 'رحیمی' })
    await api.patch(`/custom-fields/${field.id}`, { version: field.version + 1, archived: false })
    expect(await found('beta-88')).toEqual([late.id])
  })
})
