import { readFileSync } from 'node:fs'
import { aFirm, callerOf } from '@peyvand/identity/testing'
import type { FieldSource } from '@peyvand/parties/contract'
import { getParty } from '@peyvand/parties/server'
import { type Actor, createCustomField, loadOperation } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeEach, expect, test } from 'vitest'
import { startExport } from './exports.ts'
import { importTests } from './testing.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
beforeEach(async () => {
  admin = await aFirm(tested.app)
})
const { as, anImport, run, parties } = importTests(tested, () => admin)

const fixture = (name: string) => readFileSync(new URL(`vcard/fixtures/${name}`, import.meta.url))
const cards = (content: string | Buffer) => anImport(content, {}, { name: 'contacts.vcf' })
const named = async (name: string) => {
  const row = (await parties()).find((party) => party.name === name)
  return as((ctx) => getParty(ctx, row?.id ?? ''))
}

async function exportedCards(format: 'vcard' | 'vcard3'): Promise<Buffer> {
  const { operationId } = await as((ctx) =>
    startExport(ctx, { record: 'parties', selection: { all: true }, format }),
  )
  await tested.runJobs()
  const { result } = await as((ctx) => loadOperation(ctx, operationId))
  expect(result['fileName']).toBe('مخاطبان.vcf')
  const { rows } = await tested.app.ownerPool.query<{ storage_key: string }>(
    'select storage_key from files where id = $1',
    [result['fileId']],
  )
  return Buffer.concat(await (await tested.app.storage.get(rows[0]?.storage_key ?? '')).toArray())
}

test('cards of real programs become persons with their organisations, and a field of the firm’s own takes an X property', async () => {
  await as((ctx) =>
    createCustomField(ctx, {
      record: 'parties',
      key: 'crmCode',
      type: 'text',
      labelFa: 'کد قدیم',
      labelEn: 'CRM code',
      required: false,
      options: [],
      appliesTo: [],
      position: 1,
    }),
  )
  const created = await cards(fixture('python-vobject.vcf'))
  expect(created).toMatchObject({ format: { kind: 'vcard', encoding: 'utf8' }, settings: { main: 'person' } })
  expect(created.columns.map(({ header }) => header)).toContain('تلفن (محل کار)')
  expect((await run(created.id)).counts).toMatchObject({ rows: 2, new: 2, invalid: 0 })
  const ali = await named('علی محمدی‌زاده')
  expect(ali).toMatchObject({
    honorific: 'دکتر',
    birthDate: '1985-04-12',
    worksFor: { name: 'شرکت پولاد گستر' },
    custom: { crmCode: 'A-17' },
    addresses: [{ city: 'تهران', postalCode: '1941933311' }],
  })
  expect(ali.contactPoints.map(({ type, value, label }) => [type, value, label])).toEqual([
    ['mobile', '+989123456789', null],
    ['phone', '+982188776655', 'محل کار'],
    ['fax', '+982188776656', 'محل کار'],
    ['email', 'ali.mohammadi@example.ir', null],
    ['website', 'https://pulad.example.ir/?a=1,2', null],
  ])
  expect((await named('شرکت پولاد گستر')).contactPoints).toEqual([])
  expect(ali.photoFileId).not.toBeNull()
  const caller = await callerOf(tested, admin)
  const { body } = await caller.get<{ items: FieldSource[] }>(`/parties/${ali.id}/sources`)
  expect(body.items.find(({ field }) => field === 'photoFileId')).toMatchObject({
    way: { kind: 'import' },
    file: { name: 'contacts.vcf', row: 1 },
  })

  for (const name of ['evolution-30.vcf', 'vcards-js-30.vcf', 'khard-4.0.vcf', 'abook.vcf'])
    expect((await run((await cards(fixture(name))).id)).counts, name).toMatchObject({
      invalid: 0,
      duplicates: 0,
    })
  const again = await run((await cards(fixture('vcards-js-40.vcf'))).id)
  expect(again.counts).toMatchObject({ rows: 1, new: 0, duplicates: 1 })
  expect((await named('شرکت آبان')).kind).toBe('organization')
})

test.each(['vcard', 'vcard3'] as const)(
  'a list written as %s is known again here and the same in an empty firm',
  async (format) => {
    await run((await cards(fixture('python-vobject.vcf'))).id)
    await run((await cards(fixture('evolution-30.vcf'))).id)
    const facts = async () =>
      Promise.all(
        (await parties())
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(async ({ id }) => {
            const party = await as((ctx) => getParty(ctx, id))
            const { kind, name, honorific, birthDate, jobTitle, notes } = party
            return {
              kind,
              name,
              honorific,
              birthDate,
              jobTitle,
              notes,
              worksFor: party.worksFor?.name,
              contacts: party.contactPoints.map(({ type, value, label }) => `${type} ${value} ${label}`),
              address: party.addresses.map(({ city, province, text }) => [city, province, text]),
              tags: party.tags.map((tag) => tag.name).toSorted(),
            }
          }),
      )
    const before = await facts()
    const file = await exportedCards(format)
    expect((await run((await cards(file)).id)).counts).toMatchObject({
      new: 0,
      invalid: 0,
      duplicates: before.length,
    })
    admin = await aFirm(tested.app)
    expect((await run((await cards(file)).id)).counts).toMatchObject({ invalid: 0 })
    expect(await facts()).toEqual(before)
  },
)

test.each([
  ['google-contacts-by-libreoffice.csv', 'مریم کریمی', ['+989121112222', '+982188776655']],
  ['outlook-by-libreoffice-1256.csv', 'حسن سعیدی', ['+989127778899', '+982188770000', '+982122113344']],
])('the columns of %s are understood as an address book', async (name, person, phones) => {
  const created = await anImport(fixture(name), {}, { name })
  expect(created.settings).toMatchObject({ main: 'person', contactsOf: 'main' })
  expect((await run(created.id)).counts).toMatchObject({ invalid: 0 })
  const party = await named(person)
  expect(
    party.contactPoints.filter(({ type }) => type === 'mobile' || type === 'phone').map(({ value }) => value),
  ).toEqual(phones)
  expect(party.worksFor?.name).toBe(name.startsWith('google') ? 'پولاد گستر' : 'بازرگانی ماه')
})
