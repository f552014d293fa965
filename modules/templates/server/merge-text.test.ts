import { recorded } from '@peyvand/activities/testing'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Party } from '@peyvand/parties/contract'
import { type Caller, callerOf, made } from '@peyvand/parties/testing'
import { type Actor, createCustomField } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MergedText, MergeField, Template } from '../contract/index.ts'
import { mergeText } from './merge-text.ts'
import { renderTemplate } from './render-template.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })
let sara: Actor
let boss: Caller
let saraApi: Caller
let omidApi: Caller
let party: Party

beforeAll(async () => {
  const admin = await aFirm(tested.app, { name: 'پیشگامان فولاد' })
  sara = await aUser(tested.app, admin.firm, { name: 'سارا رضایی' })
  const omid = await aUser(tested.app, admin.firm, { name: 'امید نوری' })
  ;[boss, saraApi, omidApi] = (await Promise.all(
    [admin, sara, omid].map((actor) => callerOf(tested, actor)),
  )) as [Caller, Caller, Caller]
  await tested.committed(admin, async (ctx) => {
    const field = { record: 'parties', required: false, appliesTo: [], position: 0 }
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

const preview = async (caller: Caller, body: string, more: object = {}) =>
  (await caller.post<MergedText>('/templates/preview', { body, partyId: party.id, ...more })).body

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

  test('of the next meeting with the party, not of those that are over or out of sight', async () => {
    const client = await made(saraApi, { kind: 'person', lastName: 'نوری' })
    const meet = (caller: Caller, plannedAt: string, more: object = {}) =>
      recorded(caller, {
        kind: 'meeting',
        subject: 'جلسه',
        plannedAt,
        parties: [{ partyId: client.id }],
        ...more,
      })
    await meet(saraApi, '2026-11-20T08:00:00.000Z', { status: 'planned' })
    await meet(boss, '2026-11-23T08:00:00.000Z', { confidentiality: 'secret' })
    await meet(saraApi, '2026-12-01T08:00:00.000Z')
    await meet(saraApi, '2026-11-28T08:00:00.000Z', { meeting: { place: 'دفتر مرکزی' } })
    const text = '{{party.meetingDate}}، {{party.meetingTime}}، {{party.meetingPlace}}'
    expect((await preview(saraApi, text, { partyId: client.id })).body).toBe(
      'شنبه ۷ آذر ۱۴۰۵، ۱۱:۳۰، دفتر مرکزی',
    )
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
    const { body: own } = await saraApi.post<Template>('/templates', {
      name: 'نشان‌دار',
      kind: 'email',
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
