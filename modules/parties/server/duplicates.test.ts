import { aFirm, aUser } from '@peyvand/identity/testing'
import type { Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DuplicateHit, DuplicateQuestion, Party } from '../contract/index.ts'
import { duplicateScore } from './duplicate-score.ts'
import { type Caller, callerOf, made } from './testing-calls.ts'

const tested = testApp()
let admin: Actor
let api: Caller
let known: Party

beforeAll(async () => {
  admin = await aFirm(tested.app)
  api = await callerOf(tested, admin)
  known = await made(api, {
    kind: 'organization',
    name: 'شرکت مهندسی پیوند گستر (سهامی خاص)',
    legalNationalId: '10100947240',
    contactPoints: [
      { type: 'phone', value: '02188776655' },
      { type: 'mobile', value: '09123456789' },
      { type: 'email', value: 'info@peyvand.example' },
      { type: 'telegram', value: '@peyvandgostar' },
    ],
  })
  await made(api, { kind: 'person', honorific: 'جناب آقای', firstName: 'محمدرضا', lastName: 'علیزاده' })
  await made(api, { kind: 'organization', name: 'بازرگانی نمونه' })
})

const hitsOf = async (caller: Caller, question: Partial<DuplicateQuestion>): Promise<DuplicateHit[]> =>
  (await caller.post<{ items: DuplicateHit[] }>('/parties/duplicates', { kind: 'organization', ...question }))
    .body.items

const phone = (value: string, type: 'phone' | 'mobile' = 'phone') => ({ contactPoints: [{ type, value }] })

describe('what is typed is recognised in any spelling', () => {
  test.each([
    ['the name without company words', { name: 'پیوند گستر' }, ['sameName'], false],
    ['the name without spaces', { name: 'پيوندگستر' }, ['sameName'], false],
    ['the name with a half-space and Arabic letters', { name: 'مؤسسه پيوند‌گستر' }, ['sameName'], false],
    ['a name that is almost the same', { name: 'پیوند گسترش' }, ['similarName'], false],
    [
      'the legal national id in Persian digits',
      { legalNationalId: '10100947240' },
      ['legalNationalId'],
      true,
    ],
    ['the phone as stored', phone('021-88776655'), ['phone'], false],
    ['the phone in Persian digits with a country code', phone('۰۰۹۸ ۲۱ ۸۸۷۷ ۶۶۵۵'), ['phone'], false],
    ['the phone without area code', phone('88776655'), ['phoneTail'], false],
    ['the phone with another area code', phone('02688776655'), ['phoneTail'], false],
    ['the mobile without zero', phone('9123456789', 'mobile'), ['mobile'], true],
    ['the mobile with a country code', phone('+98 912 345 6789', 'mobile'), ['mobile'], true],
    [
      'the e-mail in capitals',
      { contactPoints: [{ type: 'email', value: 'INFO@Peyvand.example' }] },
      ['email'],
      true,
    ],
  ] as [string, Partial<DuplicateQuestion>, string[], boolean][])(
    '%s',
    async (_name, question, reasons, certain) => {
      const hits = await hitsOf(api, question)
      expect(hits[0]).toMatchObject({ party: { id: known.id }, reasons, certain })
    },
  )

  test.each([
    ['another name', { name: 'فولاد آریا' }],
    ['a name of company words only', { name: 'شرکت' }],
    ['half a phone', phone('8877')],
    ['nothing', {}],
  ] as [string, Partial<DuplicateQuestion>][])('%s finds nothing', async (_name, question) => {
    expect(await hitsOf(api, question)).toEqual([])
  })

  test('a person by first and last name, honorific and spacing ignored', async () => {
    const hits = await hitsOf(api, { kind: 'person', firstName: 'دکتر محمد رضا', lastName: 'علی زاده' })
    expect(hits).toMatchObject([{ party: { name: 'محمدرضا علیزاده' }, reasons: ['sameName'] }])
  })

  test('a record is not its own duplicate', async () => {
    expect(await hitsOf(api, { name: 'پیوند گستر', exceptId: known.id })).toEqual([])
  })
})

describe('saving', () => {
  test('is refused for the same mobile until duplicates are accepted', async () => {
    const input = { kind: 'person', lastName: 'کریمی', ...phone('09123456789', 'mobile') }
    const refused = await api.post<{ code: string; params: { hits: DuplicateHit[] } }>('/parties', input)
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'parties.duplicate', params: { hits: [{ party: { id: known.id } }] } },
    })
    expect((await api.post('/parties', { ...input, acceptDuplicates: true })).status).toBe(201)
  })

  test('is not refused for a shared landline or a like name', async () => {
    const answer = await api.post('/parties', {
      kind: 'person',
      lastName: 'پیوند گستر',
      ...phone('02188776655'),
    })
    expect(answer.status).toBe(201)
  })

  test('of a record that keeps its own addresses is never refused', async () => {
    const changed = await api.patch(`/parties/${known.id}`, {
      version: 1,
      brandName: 'پیوند',
      contactPoints: known.contactPoints.map(({ id, type, value }) => ({ id, type, value })),
    })
    expect(changed.status).toBe(200)
  })
})

describe('a record out of sight', () => {
  test('is not shown; only who owns it, and only where it is surely the same', async () => {
    const sara = await callerOf(tested, await aUser(tested.app, admin.firm, { name: 'سارا' }))
    const [hit, ...others] = await hitsOf(sara, { name: 'پیوند گستر', ...phone('09123456789', 'mobile') })
    expect(hit).toMatchObject({ party: null, owner: { name: admin.name }, certain: true })
    expect(JSON.stringify([hit, ...others])).not.toContain('گستر')
    expect(await hitsOf(sara, { name: 'بازرگانی نمونه' })).toEqual([])
  })

  test('of another firm is not even that', async () => {
    const other = await callerOf(tested, await aFirm(tested.app))
    expect(await hitsOf(other, { name: 'پیوند گستر', ...phone('09123456789', 'mobile') })).toEqual([])
  })
})

describe('the score', () => {
  test.each([
    [['mobile'], 0, true, 0.95],
    [['sameName'], 1, true, 0.6],
    [['sameName'], 1, false, 0.3],
    [['similarName'], 0.5, true, 0.25],
    [['phone', 'sameName'], 1, true, 0.88],
    [['nationalId', 'similarName'], 0.5, true, 1],
  ] as const)('of %j with likeness %d is the more the surer', (reasons, nameSimilarity, sameKind, score) => {
    expect(duplicateScore({ reasons, nameSimilarity, sameKind })).toBe(score)
  })
})
