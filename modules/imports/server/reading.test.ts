import { aFirm } from '@peyvand/identity/testing'
import { toLatinDigits } from '@peyvand/persian'
import { type Actor } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import { errorFile } from './error-file.ts'
import { listImportRows } from './import-rows.ts'
import { createImport, prepareImport, updateImport } from './imports.ts'
import { saveTemplate } from './templates.ts'
import { importTests, messy, three } from './testing.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
beforeEach(async () => {
  admin = await aFirm(tested.app)
})
const { as, anImport, check, run, parties } = importTests(tested, () => admin)

describe('a messy Persian file', () => {
  test.each(['utf8', 'utf16le', 'win1256'])(
    'is understood in %s: columns, delimiter, header line and calendars',
    async (encoding) => {
      // The old code page has neither ی nor Persian digits: such files carry ي and Latin ones.
      const typed = encoding === 'win1256' ? toLatinDigits(messy).replaceAll('ی', 'ي') : messy
      const created = await anImport(iconv.encode(typed, encoding))
      expect(created.format).toMatchObject({
        kind: 'csv',
        delimiter: ';',
        headerRow: 2,
        encoding: encoding === 'win1256' ? 'windows1256' : encoding,
      })
      expect(created.mapping.map(({ field }) => field)).toEqual([
        'organizationName',
        'fullName',
        'mobile',
        'phone',
        'nationalId',
        'birthDate',
        'province',
        'city',
        'leadSource',
        'groups',
      ])
      expect(created.columns[0]?.samples).toContain('شرکت کاوه')
    },
  )

  test('is tried as a whole without writing anything, and run with the same result', async () => {
    const { id } = await anImport(messy, { groups: ['customers'] })
    const checked = await check(id)
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { rows: 6, new: 3, updated: 0, duplicates: 1, invalid: 2 },
      newValues: { sources: ['رادیو پیام'] },
    })
    expect(checked.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [6, 'موبایل', 'parties.mobile'],
      [7, 'کد ملی', 'parties.nationalId'],
      [7, 'تاریخ تولد', 'date'],
      [7, 'استان', 'option'],
    ])
    expect(await parties()).toEqual([])

    const done = await run(id)
    expect(done).toMatchObject({ state: 'done', counts: checked.counts, can: { undo: true, run: false } })
    const rows = await parties()
    expect(rows.map(({ name, kind }) => [kind, name])).toEqual([
      ['organization', 'شرکت پیوند گستر (سهامی خاص)'],
      ['person', 'علی محمدی'],
      ['person', 'مریم کریمی'],
      ['organization', 'شرکت کاوه'],
    ])
    expect(rows[1]).toMatchObject({
      honorific: 'جناب آقای',
      phone: '+989123456789',
      worksFor: { name: 'شرکت پیوند گستر (سهامی خاص)' },
    })
    expect(rows[2]?.worksFor?.name).toBe('شرکت پیوند گستر (سهامی خاص)')
    expect(rows[0]).toMatchObject({
      phone: '+982188776655',
      birthDate: '1981-07-23',
      leadSource: { name: 'نمایشگاه' },
      sourceKind: 'import',
    })
    expect(rows[0]?.groups.map((group) => group.key)).toEqual(['customers'])
    expect(rows[3]?.leadSource?.name).toBe('رادیو پیام')
  })

  test('tells each row: what it became and which earlier row it repeats', async () => {
    const { id } = await anImport(messy)
    await check(id)
    const { items } = await as((ctx) =>
      listImportRows(ctx, id, { outcome: 'duplicate', after: 0, limit: 10 }),
    )
    expect(items).toMatchObject([{ row: 8, sameAsRow: 3, recordId: null }])
  })

  test('gives its faulty rows as a file that is mended and imported again', async () => {
    const { id } = await anImport(messy)
    await run(id)
    const { stream, name } = await errorFile(tested.app, admin, id)
    const text = Buffer.concat(await stream.toArray()).toString()
    expect(name).toBe('مشتریان - خطاها.csv')
    expect(text).toMatch(/^\uFEFFنام شرکت;/)
    expect(text).toContain('کد ملی واردشده صحیح نیست')
    const mended = text
      .replace(';912;', ';09129990000;')
      .replace('1234567890', '0012345679')
      .replace('1404/12/30', '1404/12/29')
      .replace('ناکجا', 'قم')
    const again = await run((await anImport(mended)).id)
    expect(again.counts).toEqual({ rows: 2, new: 2, updated: 0, duplicates: 0, invalid: 0 })
  })
})

test('a saved mapping serves the next file of the same make', async () => {
  const odd = 'ستون الف,ستون ب\nشرکت یک,2026-01-02\n'
  const first = await anImport(odd)
  const mapping = [
    { column: 0, field: 'name', calendar: 'jalali', unit: 'rial' },
    { column: 1, field: 'nextContactOn', calendar: 'gregorian', unit: 'rial' },
  ] as const
  await as((ctx) =>
    updateImport(ctx, first.id, { change: { version: first.version, mapping: [...mapping] }, found: null }),
  )
  const template = await as((ctx) => saveTemplate(ctx, { importId: first.id, name: 'برنامهٔ قدیمی' }))
  const input = { fileId: first.fileId, record: 'parties', templateId: template.id }
  const found = await prepareImport(tested.app, admin, input)
  expect((await as((ctx) => createImport(ctx, input, found))).mapping).toEqual(mapping)
})

test('a mapping to a field that is not there, or twice to one, is refused', async () => {
  const { id } = await anImport(three)
  const update = (field: string) =>
    as((ctx) =>
      updateImport(ctx, id, {
        change: {
          version: 2,
          mapping: [0, 1].map((column) => ({ column, field, calendar: 'jalali', unit: 'rial' })),
        },
        found: null,
      }),
    )
  await expect(update('colour')).rejects.toMatchObject({
    options: { fields: [{ code: 'imports.unknownField' }] },
  })
  await expect(update('name')).rejects.toMatchObject({
    options: { fields: [{ code: 'imports.fieldTwice' }] },
  })
})
