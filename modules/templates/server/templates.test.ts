import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import type { Party } from '@peyvand/parties/contract'
import { type Answered, type Caller, callerOf, listUrl, made } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MergedText, Template, TemplateRow } from '../contract/index.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let admin: Actor
let sara: Actor
let omid: Actor
let team: string
let below: string
let boss: Caller
let manager: Caller
let saraApi: Caller
let omidApi: Caller
let party: Party

beforeAll(async () => {
  admin = await aFirm(tested.app, { name: 'پیشگامان فولاد' })
  team = await aTeam(tested.app, admin.firm, { name: 'فروش' })
  below = await aTeam(tested.app, admin.firm, { name: 'فروش تهران', parentId: team })
  sara = await aUser(tested.app, admin.firm, { name: 'سارا رضایی', teamIds: [below] })
  omid = await aUser(tested.app, admin.firm, { name: 'امید نوری' })
  const head = await aUser(tested.app, admin.firm, { name: 'مدیر فروش', role: 'manager' })
  ;[boss, manager, saraApi, omidApi] = (await Promise.all(
    [admin, head, sara, omid].map((actor) => callerOf(tested, actor)),
  )) as [Caller, Caller, Caller, Caller]
  party = await made(saraApi, { kind: 'person', lastName: 'کاظمی' })
})

const aTemplate = async (caller: Caller, more: object = {}): Promise<Template> => {
  const { status, body } = await caller.post<Template>('/templates', {
    name: 'قالب آزمایشی',
    kind: 'sms',
    body: 'سلام {{party.name}}',
    ...more,
  })
  if (status !== 201) throw new Error(`not made: ${JSON.stringify(body)}`)
  return body
}
const namesOf = async (caller: Caller, query: Record<string, string | object | undefined> = {}) =>
  (
    await caller.get<{ items: TemplateRow[] }>(listUrl('/templates', { limit: '200', ...query }))
  ).body.items.map(({ name }) => name)
const faultOf = ({ status, body }: Answered<{ errors?: { path: string; code: string }[] }>) => [
  status,
  body.errors?.map(({ path, code }) => `${path} ${code}`).join(),
]

describe('who sees and changes a template', () => {
  test('an own one is its owner’s alone', async () => {
    const own = await aTemplate(saraApi, { name: 'فقط سارا' })
    expect(own).toMatchObject({ visibility: 'private', owner: { id: sara.userId }, can: { update: true } })
    expect(await namesOf(saraApi)).toContain('فقط سارا')
    for (const other of [omidApi, boss]) {
      expect(await namesOf(other)).not.toContain('فقط سارا')
      expect((await other.get(`/templates/${own.id}`)).status).toBe(404)
      expect((await other.post(`/templates/${own.id}/use`, {})).status).toBe(404)
    }
  })

  test('one of a team is seen in its branch, changed by who manages templates', async () => {
    const shared = await aTemplate(manager, { name: 'برای فروش', visibility: 'teams', teamIds: [team] })
    expect(shared.teams).toEqual([{ id: team, name: 'فروش' }])
    expect(await namesOf(saraApi)).toContain('برای فروش')
    expect(await namesOf(omidApi)).not.toContain('برای فروش')
    const seen = await saraApi.get<Template>(`/templates/${shared.id}`)
    expect(seen.body.can.update).toBe(false)
    const change = { version: shared.version, name: 'نام دیگر' }
    expect((await saraApi.patch(`/templates/${shared.id}`, change)).status).toBe(403)
    expect((await boss.patch<Template>(`/templates/${shared.id}`, change)).body.name).toBe('نام دیگر')
  })

  test('sharing needs the right, also by a change', async () => {
    const refused = await saraApi.post('/templates', {
      name: 'همگانی',
      kind: 'sms',
      body: 'متن',
      visibility: 'firm',
    })
    expect(refused.status).toBe(403)
    const own = await aTemplate(saraApi)
    const change = { version: own.version, visibility: 'firm' }
    expect((await saraApi.patch(`/templates/${own.id}`, change)).status).toBe(403)
  })

  test('another firm sees nothing of it', async () => {
    const shared = await aTemplate(boss, { name: 'برای همه', visibility: 'firm' })
    const stranger = await callerOf(tested, await aFirm(tested.app))
    expect(await namesOf(stranger)).not.toContain('برای همه')
    expect((await stranger.get(`/templates/${shared.id}`)).status).toBe(404)
  })

  test('a team that is gone leaves its templates to the team above', async () => {
    const parent = await aTeam(tested.app, admin.firm)
    const child = await aTeam(tested.app, admin.firm, { parentId: parent })
    const alone = await aTeam(tested.app, admin.firm)
    const [of1, of2] = [
      await aTemplate(boss, { visibility: 'teams', teamIds: [child] }),
      await aTemplate(boss, { visibility: 'teams', teamIds: [alone] }),
    ]
    for (const id of [child, alone]) expect((await boss.delete(`/teams/${id}`)).status).toBe(204)
    await tested.runJobs()
    const after = await boss.get<Template>(`/templates/${of1.id}`)
    expect(after.body.teams.map(({ id }) => id)).toEqual([parent])
    expect((await boss.get<Template>(`/templates/${of2.id}`)).body).toMatchObject({ visibility: 'private' })
  })
})

describe('a template is kept in order', () => {
  test('unknown fields are refused where they stand', async () => {
    const faulty = await saraApi.post<{ errors: { path: string; code: string }[] }>('/templates', {
      name: 'نادرست',
      kind: 'email',
      subject: '{{party.nam}}',
      body: '{{party.custom.nothing}}',
    })
    expect(faultOf(faulty)).toEqual([400, 'subject templates.unknownField,body templates.unknownField'])
  })

  test('a team is asked for where it is shared with teams', async () => {
    const body = { name: 'بی‌تیم', kind: 'sms', body: 'متن', visibility: 'teams' }
    expect(faultOf(await boss.post('/templates', body))).toEqual([400, 'teamIds required'])
    const unknown = { ...body, teamIds: [admin.userId] }
    expect(faultOf(await boss.post('/templates', unknown))).toEqual([400, 'teamIds.0 option'])
  })

  test('an archived one is told apart, a change on an old version is refused', async () => {
    const own = await aTemplate(saraApi, { name: 'کهنه' })
    const archived = await saraApi.patch<Template>(`/templates/${own.id}`, { version: 1, archived: true })
    expect(archived.body.archivedAt).toBe(now)
    expect((await saraApi.patch(`/templates/${own.id}`, { version: 1, name: 'x' })).status).toBe(409)
    const living = { field: 'archived', op: 'eq', value: false }
    expect(await namesOf(saraApi, { filter: living })).not.toContain('کهنه')
    const back = await saraApi.patch<Template>(`/templates/${own.id}`, { version: 2, archived: false })
    expect(back.body.archivedAt).toBeNull()
  })

  test('is found by a word of its text and by its kind', async () => {
    await aTemplate(saraApi, { name: 'یافتنی', kind: 'telegram', body: 'کلمهٔ شگفت‌انگیز' })
    expect(await namesOf(saraApi, { q: 'شگفت انگیز' })).toEqual(['یافتنی'])
    const kind = { field: 'kind', op: 'eq', value: 'telegram' }
    expect(await namesOf(saraApi, { filter: kind })).toContain('یافتنی')
  })

  test('each use is counted', async () => {
    const own = await aTemplate(saraApi)
    await saraApi.post(`/templates/${own.id}/use`, { partyId: party.id })
    await saraApi.post(`/templates/${own.id}/use`, { partyId: party.id })
    const { body } = await saraApi.get<Template>(`/templates/${own.id}`)
    expect(body).toMatchObject({ uses: 2, lastUsedAt: now })
  })

  test('a new firm starts with templates of the usual kinds', async () => {
    const fresh = await callerOf(tested, await aFirm(tested.app))
    const { body } = await fresh.get<{ items: TemplateRow[] }>('/templates')
    expect(new Set(body.items.map(({ kind }) => kind))).toEqual(
      new Set(['letter', 'email', 'sms', 'telegram', 'call']),
    )
    for (const { id } of body.items) {
      const filled = await fresh.post<MergedText>(`/templates/${id}/use`, {})
      expect(filled.body.gaps.filter(({ reason }) => reason === 'unknown')).toEqual([])
    }
  })
})
