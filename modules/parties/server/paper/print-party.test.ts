import { aFirm, aKey, aUser, callerOf } from '@peyvand/identity/testing'
import { type Actor, createCustomField, withCtx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import { type Party, paperSections } from '../../contract/index.ts'
import { getParty } from '../party-queries.ts'
import { made } from '../testing-calls.ts'
import { writeTimeline } from '../timeline-writer.ts'
import { partyPaper } from './party-paper.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
let party: Party

beforeAll(async () => {
  admin = await aFirm(tested.app)
  await tested.committed(admin, (ctx) =>
    createCustomField(ctx, {
      record: 'parties',
      key: 'credit',
      type: 'money',
      labelFa: 'سقف اعتبار',
      labelEn: 'Credit limit',
    }),
  )
  const caller = await callerOf(tested, admin)
  const employer = await made(caller, { kind: 'organization', name: 'شرکت پولاد گستر سپهر' })
  party = await made(caller, {
    kind: 'person',
    honorific: 'جناب آقای دکتر',
    firstName: 'سید محمدرضا',
    lastName: 'حسینی‌نژاد اصفهانی طباطبایی',
    jobTitle: 'مدیر بازرگانی و توسعهٔ بازار',
    nationalId: '0012345679',
    birthDate: '1985-04-12',
    groups: ['customers'],
    contactPoints: [
      { type: 'mobile', value: '09123456789', primary: true },
      { type: 'phone', value: '021-88776655', label: 'محل کار' },
      { type: 'email', value: 'hosseini.tabatabaei@pulad-gostar-sepehr.example.ir' },
    ],
    addresses: [{ province: '23', city: 'تهران', postalCode: '1941933311', text: 'خیابان شریعتی، پلاک ۱۲' }],
    notes: 'در نمایشگاه آشنا شدیم.\nپیگیری <b>شود</b> #set page(fill: red)',
    custom: { credit: '2500000000' },
  })
  await caller.post(`/parties/${party.id}/links`, { label: 'worksFor', otherId: employer.id })
  await tested.committed(admin, (ctx) =>
    writeTimeline(
      ctx,
      Array.from({ length: 70 }, (_, n) => ({
        partyId: party.id,
        occurredAt: new Date(Date.UTC(2026, 9, 1) + n * 3_600_000 * 7).toISOString(),
        subjectType: 'activities',
        subjectId: `01939f00-0000-7000-8000-${String(n).padStart(12, '0')}`,
        type: 'call',
        summary: { subject: `پیگیری پیش‌فاکتور ${n + 1}`, excerpt: 'قرار شد تا پایان هفته پاسخ بدهند.' },
      })),
    ),
  )
}, 60_000)

const paperFor = (actor: Actor) =>
  withCtx(tested.app, {
    actor,
    readOnly: true,
    run: async (ctx) =>
      partyPaper(ctx, await getParty(ctx, party.id), {
        sections: paperSections,
        activities: 60,
        to: '2026-10-15',
      }),
  })

test('the printed file holds what the caller sees, in their language, days and digits', async () => {
  const paper = await paperFor(admin)
  expect(paper.title).toBe('جناب آقای دکتر سید محمدرضا حسینی‌نژاد اصفهانی طباطبایی')
  expect(paper.facts).toContainEqual({ label: 'کد ملی', values: ['\u2066۰۰۱۲۳۴۵۶۷۹\u2069'] })
  expect(paper.facts).toContainEqual({
    label: 'تاریخ تولد / تأسیس',
    values: ['۲۳ فروردین ۱۳۶۴'],
  })
  const titles = paper.sections.map(({ title }) => title)
  expect(titles).toEqual([
    'راه‌های ارتباطی',
    'نشانی‌ها',
    'اطلاعات تکمیلی',
    'گروه‌ها',
    'روابط',
    'یادداشت‌ها',
    'فعالیت‌ها',
  ])
  expect(paper.sections[2]).toMatchObject({
    facts: [{ label: 'سقف اعتبار', values: ['۲۵۰٬۰۰۰٬۰۰۰ تومان'] }],
  })
  expect(paper.sections[6]).toMatchObject({ kind: 'table', note: '' })
  const rows = paper.sections.flatMap((section) => (section.kind === 'table' ? section.rows : []))
  expect(rows).toHaveLength(51)
  expect(rows[0]?.[1]).toBe('تماس تلفنی')
})

test('what a role masks or hides is masked or missing on paper too', async () => {
  const manager = await aUser(tested.app, admin.firm, { role: 'manager' })
  const masked = {
    ...manager,
    fieldRules: { 'parties.phones': 'masked', 'parties.notes': 'hidden', 'parties.identifiers': 'hidden' },
  } as const
  const text = JSON.stringify(await paperFor(masked))
  expect(text).not.toMatch(/ ۳۴۵ |۰۰۱۲۳۴۵۶۷۹|نمایشگاه/)
  expect(text).toContain('**')
})

test('the file comes as PDF of several pages, to those alone who see the party', async () => {
  const inject = async (actor: Actor, query = '') =>
    tested.server.inject({
      url: `/api/v1/parties/${party.id}/paper${query}`,
      headers: await aKey(tested.app, actor),
    })
  const answer = await inject(admin, '?activities=60')
  expect(answer.headers['content-type']).toBe('application/pdf')
  expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await inject(admin, '?sections=contacts,weather')).statusCode).toBe(400)
  const stranger = await aUser(tested.app, admin.firm, { role: 'salesperson' })
  expect((await inject(stranger)).statusCode).toBe(404)
})
