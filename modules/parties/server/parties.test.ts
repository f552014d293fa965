import type { RecordChange } from '@peyvand/history/contract'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Party, PartyFile, PartyGroup, PartyLink, PartyRow } from '../contract/index.ts'
import { type Caller, callerOf, listUrl, made } from './testing-calls.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
let api: Caller

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
})

interface Rows {
  items: PartyRow[]
  nextCursor: string | null
  total: { value: number; exact: boolean }
}
interface Fault {
  code: string
  errors: { path: string; code: string; message: string }[]
  params: Record<string, unknown>
}

describe('creating', () => {
  test('an organisation by the shortest request gets a number, an owner and its group', async () => {
    const { status, body } = await api.post<Party>('/parties', {
      kind: 'organization',
      name: 'شركت پيوند گستر',
      groups: ['customers'],
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'organization',
      name: 'شرکت پیوند گستر',
      number: expect.stringMatching(/^\d{5}$/),
      owner: { id: admin.userId, name: admin.name },
      sourceKind: 'api',
      version: 1,
      can: { update: true, delete: true, restore: false, purge: false },
    })
    expect(body.groups).toMatchObject([
      { key: 'customers', state: 'active', since: '2026-11-22', until: null },
    ])
  })

  test('a person with everything is answered as stored, digits and spellings made one', async () => {
    const company = await made(api, { kind: 'organization', name: 'فولاد آریا' })
    const party = await made(api, {
      kind: 'person',
      honorific: 'جناب آقای',
      firstName: 'علی',
      lastName: 'كريمي',
      gender: 'male',
      birthDate: '1980-05-01',
      nationalId: '۰۰۱۶۳۶۹۶۶۱',
      introducerId: company.id,
      contactPoints: [
        { type: 'mobile', value: '۰۹۱۲ ۳۴۵ ۶۷۸۹', primary: true },
        { type: 'email', value: 'Ali@Example.com' },
        { type: 'phone', value: '021-88776655 داخلی ۱۲' },
      ],
      addresses: [
        {
          province: '23',
          county: 'شمیرانات',
          city: 'تهران',
          postalCode: '۱۶۱۹۷۳۵۷۴۴',
          text: 'خیابان ولیعصر',
        },
      ],
      groups: ['persons', 'leads'],
    })
    expect(party).toMatchObject({
      name: 'علی کریمی',
      nationalId: '0016369661',
      introducer: { id: company.id, name: 'فولاد آریا' },
      contactPoints: [
        { type: 'mobile', value: '+989123456789', primary: true },
        { type: 'email', value: 'ali@example.com' },
        { type: 'phone', value: '+982188776655', extension: '12' },
      ],
      addresses: [{ province: '23', county: 'شمیرانات', city: 'تهران', postalCode: '1619735744' }],
    })
    expect(party.groups.map((group) => group.key)).toEqual(['leads', 'persons'])
    expect((await api.get<Party>(`/parties/${party.id}`)).body).toEqual(party)
  })

  test.each([
    [{ kind: 'organization' }, 'name', 'required'],
    [{ kind: 'person', groups: [] }, 'lastName', 'required'],
    [{ kind: 'person', name: 'الف', nationalId: '1111111111' }, 'nationalId', 'parties.nationalId'],
    [
      { kind: 'organization', name: 'الف', legalNationalId: '10100947241' },
      'legalNationalId',
      'parties.legalNationalId',
    ],
    [
      { kind: 'person', name: 'الف', contactPoints: [{ type: 'mobile', value: '0912345678' }] },
      'contactPoints.0.value',
      'parties.phone',
    ],
    [
      { kind: 'person', name: 'الف', contactPoints: [{ type: 'phone', value: '88776655' }] },
      'contactPoints.0.value',
      'parties.areaCode',
    ],
    [
      { kind: 'person', name: 'الف', contactPoints: [{ type: 'email', value: 'a@b' }] },
      'contactPoints.0.value',
      'email',
    ],
    [{ kind: 'person', name: 'الف', groups: ['nowhere'] }, 'groups', 'parties.groupNotFound'],
    [
      { kind: 'person', name: 'الف', ownerId: '019a0000-0000-7000-8000-000000000000' },
      'ownerId',
      'parties.ownerUnknown',
    ],
    [{ kind: 'person', name: 'الف', levelId: '019a0000-0000-7000-8000-000000000000' }, 'levelId', 'option'],
    [{ kind: 'person', name: 'الف', custom: { nothing: 1 } }, 'custom.nothing', 'customFields.unknown'],
  ])('refuses %j at %s', async (input, path, code) => {
    const { status, body } = await api.post<Fault>('/parties', input)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(body.errors).toEqual([
      expect.objectContaining({ path, code, message: expect.stringMatching(/\S/) }),
    ])
    expect(body.errors[0]?.message).not.toBe(code)
  })

  test('an identifier belongs to one record of the firm, and to one in each firm', async () => {
    const input = { kind: 'organization', name: 'یکتا', legalNationalId: '10100947240' } as const
    await made(api, input)
    const again = await api.post<Fault>('/parties', { ...input, acceptDuplicates: true })
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'parties.identifierTaken', errors: [{ path: 'legalNationalId' }] },
    })
    const other = await callerOf(tested, await aFirm(tested.app))
    expect((await other.post('/parties', input)).status).toBe(201)
  })
})

describe('changing', () => {
  test('only what is named changes, with names in the log and a row of edits in the timeline', async () => {
    const party = await made(api, {
      kind: 'person',
      firstName: 'مینا',
      lastName: 'رضایی',
      contactPoints: [{ type: 'mobile', value: '09351112233' }],
    })
    const sara = await aUser(tested.app, admin.firm, { name: 'سارا' })
    const changed = await api.patch<Party>(`/parties/${party.id}`, {
      version: 1,
      jobTitle: 'مدیر خرید',
      ownerId: sara.userId,
      contactPoints: [
        { ...party.contactPoints[0], extension: undefined },
        { type: 'email', value: 'mina@example.com' },
      ],
    })
    expect(changed).toMatchObject({
      status: 200,
      body: { version: 2, firstName: 'مینا', jobTitle: 'مدیر خرید', owner: { name: 'سارا' } },
    })
    expect(changed.body.contactPoints[0]?.id).toBe(party.contactPoints[0]?.id)

    await api.patch(`/parties/${party.id}`, { version: 2, notes: 'خط یک\nخط دو' })
    const changes = (await api.get<{ items: RecordChange[] }>(`/parties/${party.id}/changes`)).body.items
    expect(changes.map((entry) => entry.action)).toEqual(['update', 'update', 'create'])
    expect(changes[1]?.changes).toContainEqual(
      expect.objectContaining({ field: 'ownerId', from: admin.name, to: 'سارا', can: { restore: true } }),
    )

    const timeline = (
      await api.get<{ items: { type: string; summary: { fields?: string[] } }[] }>(
        `/parties/${party.id}/timeline`,
      )
    ).body.items
    expect(timeline.map((item) => item.type).toSorted()).toEqual(['created', 'owner', 'updated'])
    expect(timeline.find((item) => item.type === 'updated')?.summary.fields).toEqual([
      'jobTitle',
      'contactPoints',
      'notes',
    ])
  })

  test('an older version is refused and shown the present record', async () => {
    const party = await made(api, { kind: 'organization', name: 'نسخه' })
    await api.patch(`/parties/${party.id}`, { version: 1, brandName: 'الف' })
    const late = await api.patch<{ code: string; current: Party }>(`/parties/${party.id}`, {
      version: 1,
      brandName: 'ب',
    })
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'versionConflict', current: { version: 2, brandName: 'الف' } },
    })
  })

  test.each([
    [{ kind: 'person', lastName: 'نام' } as const, { lastName: '' }, 'lastName'],
    [{ kind: 'organization', name: 'نام' } as const, { name: null }, 'name'],
  ])('a record of %j cannot lose its name', async (input, change, path) => {
    const party = await made(api, input)
    const refused = await api.patch<Fault>(`/parties/${party.id}`, { version: 1, ...change })
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path, code: 'required' }] } })
  })

  test('nothing changes where nothing differs', async () => {
    const party = await made(api, { kind: 'organization', name: 'همان' })
    expect((await api.patch<Party>(`/parties/${party.id}`, { version: 1, name: 'همان' })).body.version).toBe(
      1,
    )
  })
})

describe('groups', () => {
  test('a new firm has the nine groups in the order of the menu', async () => {
    const { items } = (await api.get<{ items: PartyGroup[] }>('/party-groups?counts=true')).body
    expect(items.filter((group) => group.ready).map((group) => group.key)).toEqual([
      'leads',
      'customers',
      'persons',
      'marketers',
      'partners',
      'competitors',
      'employees',
      'applicants',
      'miscellaneous',
    ])
  })

  test('a lead becomes a customer and keeps everything', async () => {
    const lead = await made(api, { kind: 'person', lastName: 'سرنخ', groups: ['leads'], notes: 'یادداشت' })
    const customer = (
      await api.post<Party>(`/parties/${lead.id}/convert`, { from: 'leads', to: 'customers' })
    ).body
    expect(customer).toMatchObject({ id: lead.id, number: lead.number, notes: 'یادداشت' })
    expect(customer.groups).toMatchObject([
      { key: 'customers', until: null },
      { key: 'leads', until: '2026-11-22', state: 'new' },
    ])
    expect(
      (await api.post(`/parties/${lead.id}/convert`, { from: 'leads', to: 'customers' })).body,
    ).toMatchObject({ code: 'parties.notMember' })
    const leads = await api.get<Rows>(
      listUrl('/parties', { filter: { field: 'groups', op: 'in', value: ['leads'] } }),
    )
    expect(leads.body.items.map((row) => row.id)).not.toContain(lead.id)
  })

  test('a group of the firm numbers its members by its own series and keeps its states', async () => {
    const group = (
      await api.post<PartyGroup>('/party-groups', {
        nameFa: 'نمایندگان',
        nameEn: 'Sales agents',
        numberPattern: 'A-{n:3}',
        states: [{ key: 'active', labelFa: 'فعال', labelEn: 'Active', color: 'green' }],
      })
    ).body
    expect(group.key).toBe('salesAgents')
    expect((await api.post('/party-groups', { nameFa: 'نمایندگان' })).body).toMatchObject({
      code: 'parties.groupNameTaken',
    })
    const first = await made(api, { kind: 'person', lastName: 'یکم', groups: ['salesAgents'] })
    const second = await made(api, { kind: 'person', lastName: 'دوم' })
    const joined = (await api.put<Party>(`/parties/${second.id}/groups/salesAgents`, {})).body
    expect([first.groups[0]?.number, joined.groups[0]?.number]).toEqual(['A-001', 'A-002'])
    expect(
      (await api.put(`/parties/${second.id}/groups/salesAgents`, { state: 'other' })).body,
    ).toMatchObject({ code: 'parties.stateUnknown' })
    const noStates = await api.patch(`/party-groups/${group.id}`, { version: 1, states: [] })
    expect(noStates).toMatchObject({ status: 409, body: { code: 'parties.stateInUse' } })

    await api.delete(`/parties/${second.id}/groups/salesAgents`)
    const back = (await api.put<Party>(`/parties/${second.id}/groups/salesAgents`, {})).body
    expect(back.groups[0]).toMatchObject({ number: 'A-002', until: null })
  })
})

describe('relations', () => {
  test('show on both sides and bring the people into the file of their organisation', async () => {
    const company = await made(api, { kind: 'organization', name: 'کارخانه' })
    const person = await made(api, { kind: 'person', lastName: 'کارمند' })
    const link = await api.post<PartyLink>(`/parties/${person.id}/links`, {
      label: 'worksFor',
      otherId: company.id,
      role: 'مدیر خرید',
      primary: true,
    })
    expect(link).toMatchObject({
      status: 201,
      body: { label: 'worksFor', inverse: false, other: { name: 'کارخانه' } },
    })
    expect(
      (await api.post(`/parties/${person.id}/links`, { label: 'worksFor', otherId: company.id })).body,
    ).toMatchObject({ code: 'parties.linkTwice' })
    expect(
      (await api.post(`/parties/${person.id}/links`, { label: 'worksFor', otherId: person.id })).body,
    ).toMatchObject({ errors: [{ code: 'parties.linkToSelf' }] })

    const other = (await api.get<{ items: PartyLink[] }>(`/parties/${company.id}/links`)).body.items
    expect(other).toMatchObject([
      { label: 'worksFor', inverse: true, role: 'مدیر خرید', other: { id: person.id } },
    ])
    expect((await api.get<Party>(`/parties/${person.id}`)).body.worksFor).toEqual({
      id: company.id,
      name: 'کارخانه',
    })

    const file = (await api.get<PartyFile>(`/parties/${company.id}/file`)).body
    expect(file.timeline.items.filter((item) => item.rolledUp).map((item) => item.party.name)).toContain(
      'کارمند',
    )
    const alone = (await api.get<PartyFile['timeline']>(`/parties/${company.id}/timeline?rollUp=false`)).body
    expect(alone.items.every((item) => item.party.id === company.id)).toBe(true)

    expect(
      (
        await api.patch(`/parties/${person.id}/links/${link.body.id}`, {
          since: '2026-02-01',
          until: '2026-01-01',
        })
      ).body,
    ).toMatchObject({
      errors: [{ path: 'until', code: 'parties.periodBackwards' }],
    })
    expect((await api.delete(`/parties/${company.id}/links/${link.body.id}`)).status).toBe(204)
    expect((await api.get<{ items: PartyLink[] }>(`/parties/${person.id}/links`)).body.items).toEqual([])
  })
})

describe('files opened last', () => {
  test('are each user’s own', async () => {
    const party = await made(api, { kind: 'person', lastName: 'دیده‌شده' })
    expect((await api.put(`/parties/${party.id}/visit`)).status).toBe(204)
    await api.put(`/parties/${party.id}/star`, { starred: true })
    const mine = await api.get('/parties/recent')
    expect(mine.body).toMatchObject({
      starred: [{ id: party.id }],
      recent: [{ id: party.id, starred: true }],
    })
    const colleague = await callerOf(tested, await aUser(tested.app, admin.firm, { role: 'manager' }))
    expect((await colleague.get('/parties/recent')).body).toEqual({ starred: [], recent: [] })
  })
})
