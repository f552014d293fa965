import { recorded } from '@peyvand/activities/testing'
import { aFirm, aTeam, aUser } from '@peyvand/identity/testing'
import type { Party } from '@peyvand/parties/contract'
import { type Answered, type Caller, callerOf, listUrl, made } from '@peyvand/parties/testing'
import { type Actor, createCustomField } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MergedText, MergeField, Template, TemplateRow } from '../contract/index.ts'
import { mergeText } from './merge-text.ts'
import { renderTemplate } from './render-template.ts'

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
  await tested.committed(admin, async (ctx) => {
    const field = { record: 'parties', help: null, required: false, appliesTo: [], position: 0 }
    const label = (text: string) => ({ labelFa: text, labelEn: text })
    await createCustomField(ctx, {
      ...field,
      key: 'credit',
      type: 'money',
      ...label('سقف اعتبار'),
      options: [],
    })
    await createCustomField(ctx, {
      ...field,
      key: 'interests',
      type: 'manyOf',
      ...label('علاقه‌مندی'),
      options: [
        { value: 'steel', labelFa: 'فولاد', labelEn: 'Steel' },
        { value: 'copper', labelFa: 'مس', labelEn: 'Copper' },
      ],
    })
  })
  party = await made(saraApi, {
    kind: 'person',
    firstName: 'مریم',
    lastName: 'کاظمی',
    gender: 'female',
    birthDate: '1990-05-21',
    nationalId: '0012345679',
    contactPoints: [{ type: 'mobile', value: '09123456789' }],
    custom: { credit: '1200000', interests: ['steel', 'copper'] },
  })
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
const preview = async (caller: Caller, body: string, more: object = {}) =>
  (await caller.post<MergedText>('/templates/preview', { body, partyId: party.id, ...more })).body
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

describe('a template is filled', () => {
  test('in Persian: Jalali dates, Persian digits, amounts in the unit of the firm', async () => {
    const text =
      '{{party.salutation}} {{party.name}}، {{party.mobile}}، {{party.birthDate}}، {{party.custom.credit}}، {{party.custom.interests}}، {{date.today}}، {{user.name}}، {{firm.name}}'
    expect(await preview(saraApi, text)).toEqual({
      subject: null,
      body: 'سرکار خانم مریم کاظمی، ۰۹۱۲ ۳۴۵ ۶۷۸۹، ۳۱ اردیبهشت ۱۳۶۹، ۱۲۰٬۰۰۰ تومان، فولاد و مس، ۱ آذر ۱۴۰۵، سارا رضایی، پیشگامان فولاد',
      gaps: [],
    })
  })

  test('in English the same values read in English', async () => {
    const text = '{{party.mobile}}, {{party.birthDate}}, {{party.custom.interests}}, {{date.today}}'
    expect((await preview(saraApi, text, { language: 'en' })).body).toBe(
      '+98 912 345 6789, 21 May 1990, Steel and Copper, 22 Nov 2026',
    )
  })

  test('holes are told with their reason', async () => {
    const text = '{{party.jobTitle}} {{activity.subject}} {{nothing.at.all}} {{party.email|ندارد}}'
    expect((await preview(saraApi, text)).gaps).toEqual([
      { field: 'party.jobTitle', reason: 'empty' },
      { field: 'activity.subject', reason: 'noRecord' },
      { field: 'nothing.at.all', reason: 'unknown' },
    ])
  })

  test('of an activity, with what is typed in its open form before what was saved', async () => {
    const meeting = await recorded(saraApi, {
      kind: 'meeting',
      subject: 'قرار نخست',
      plannedAt: '2026-11-25T06:30:00.000Z',
      parties: [{ partyId: party.id }],
      meeting: { place: 'دفتر مرکزی' },
    })
    const text =
      '{{party.lastName}}: {{activity.subject}}، {{activity.date}} {{activity.time}}، {{activity.place}}'
    const saved = await preview(saraApi, text, { partyId: null, activityId: meeting.id })
    expect(saved.body).toBe('کاظمی: قرار نخست، چهارشنبه ۴ آذر ۱۴۰۵ ۱۰:۰۰، دفتر مرکزی')
    const draft = { subject: 'قرار دوم', place: 'کارخانه' }
    const typed = await preview(saraApi, text, { activityId: meeting.id, draft })
    expect(typed.body).toBe('کاظمی: قرار دوم، چهارشنبه ۴ آذر ۱۴۰۵ ۱۰:۰۰، کارخانه')
  })

  test('of a party or activity out of sight nothing is told', async () => {
    const call = await recorded(saraApi, { kind: 'call', subject: 'پنهان', confidentiality: 'secret' })
    expect((await omidApi.post('/templates/preview', { body: 'x', activityId: call.id })).status).toBe(404)
    const unseen = { body: '{{party.name}}', partyId: party.id }
    expect((await omidApi.post('/templates/preview', unseen)).status).toBe(404)
  })

  test('what a role hides or masks is left out, also of the fallback’s reach', async () => {
    const limited: Actor = {
      ...sara,
      fieldRules: { 'parties.phones': 'masked', 'parties.identifiers': 'hidden' },
    }
    const merged = await tested.rolledBack(limited, (ctx) =>
      mergeText(
        ctx,
        { subject: null, body: '[{{party.mobile}}] [{{party.nationalId}}] {{party.name}}' },
        { language: 'fa', context: { partyId: party.id } },
      ),
    )
    expect(merged.body).toBe('[] [] مریم کاظمی')
    expect(merged.gaps).toEqual([
      { field: 'party.mobile', reason: 'withheld' },
      { field: 'party.nationalId', reason: 'withheld' },
    ])
  })

  test('as HTML everything is escaped, whatever template and values hold', async () => {
    const own = await aTemplate(saraApi, {
      subject: '{{activity.subject}}',
      body: '<i>{{activity.subject}}</i>\nخط دوم',
    })
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (subject) => {
        const { body, ...merged } = await tested.rolledBack(sara, (ctx) =>
          renderTemplate(ctx, { templateId: own.id, draft: { subject }, as: 'html' }),
        )
        for (const text of [body.replaceAll('<br>', ''), merged.subject ?? '']) {
          expect(text).not.toMatch(/[<>"']/)
          expect(text.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
        }
      }),
      { numRuns: 30 },
    )
  })

  test('the fields to choose from have a name in both languages', async () => {
    const { body } = await saraApi.get<{ items: MergeField[] }>('/templates/fields')
    for (const { key, labelFa, labelEn } of body.items) {
      expect(labelFa, key).toMatch(/^[^{}|]+$/)
      expect(labelEn, key).not.toContain('templates.field')
    }
    expect(body.items.find(({ key }) => key === 'party.custom.credit')).toMatchObject({ isCustom: true })
    const labels = body.items.filter(({ isCustom }) => !isCustom).map(({ labelFa }) => labelFa)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
