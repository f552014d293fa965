import { Readable } from 'node:stream'
import { finishUpload, storeContent } from '@peyvand/files/server'
import { aFirm, aUser } from '@peyvand/identity/testing'
import type { ImportSettings } from '@peyvand/imports/contract'
import { listParties } from '@peyvand/parties/server'
import { toLatinDigits } from '@peyvand/persian'
import { type CustomFieldInput, ListQuery } from '@peyvand/platform/contract'
import { type Actor, createCustomField, loadOperation, withCtx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkRows } from './check-job.ts'
import { errorFile } from './error-file.ts'
import { startExport } from './exports.ts'
import { listImportRows } from './import-rows.ts'
import { getImport } from './import-view.ts'
import { createImport, prepareImport, startCheck, startRun, undoImport, updateImport } from './imports.ts'
import { partyExport } from './parties/party-export.ts'
import { runImport } from './run-job.ts'
import { saveTemplate } from './templates.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor

beforeEach(async () => {
  admin = await aFirm(tested.app)
})

const as = <T>(run: Parameters<typeof tested.committed<T>>[1], actor = admin) => tested.committed(actor, run)

async function anImport(
  content: string | Buffer,
  settings: Partial<ImportSettings> = {},
  { name = 'مشتریان.csv', actor = admin } = {},
) {
  const fileId = await storeContent(tested.app, actor, {
    name,
    content: Readable.from([Buffer.from(content)]),
  })
  await as((ctx) => finishUpload(ctx, fileId), actor)
  const input = { fileId, record: 'parties' }
  const found = await prepareImport(tested.app, actor, input)
  const created = await as((ctx) => createImport(ctx, input, found), actor)
  return as((ctx) => updateImport(ctx, created.id, { change: { version: 1, settings }, found: null }), actor)
}

async function check(id: string) {
  await as((ctx) => startCheck(ctx, id))
  await tested.runJobs()
  return as((ctx) => getImport(ctx, id))
}

async function run(id: string, actor = admin) {
  await as((ctx) => startRun(ctx, id), actor)
  await tested.runJobs()
  return as((ctx) => getImport(ctx, id), actor)
}

const parties = (actor = admin) =>
  as(async (ctx) => (await listParties(ctx, ListQuery.parse({ limit: 200, sort: 'createdAt' }))).items, actor)

const messy = [
  'فهرست مشتریان',
  'نام شرکت;نام و نام خانوادگی;موبایل;تلفن;کد ملی;تاریخ تولد;استان;شهر;نحوه آشنایی;گروه',
  'شرکت پيوند گستر (سهامی خاص);جناب آقای علی محمدی;۰۹۱۲۳۴۵۶۷۸۹;88776655;;۱۳۶۰/۵/۱;تهران;تهران;نمایشگاه;مشتریان',
  'پیوند گستر;مریم کریمی;09121111111;;;;تهران;;نمايشگاه;',
  'شرکت کاوه;;;021-33445566 - 09125556677;;;;;رادیو پیام;',
  ';رضا احمدی;912;;;;;;;',
  'شرکت ماه;حسن سعیدی;09127778899;;1234567890;1404/12/30;ناکجا;;;',
  'پیوند‌گستر;علی محمدی;+989123456789;;;;;;;',
  '',
].join('\r\n')

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

const three =
  'نام,موبایل,ایمیل,شهر\nشرکت الف,09121000001,a@x.ir,قم\nشرکت ب,09121000002,,\nشرکت پ,09121000003,,\n'

describe('rows of records that exist', () => {
  beforeEach(async () => {
    await run((await anImport(three)).id)
  })
  const changed =
    'نام,موبایل,ایمیل,شهر,سطح مشتری\nشرکت الف نو,09121000001,a2@x.ir,یزد,طلایی\nشرکت ت,09121000004,,,\n'

  test('are left alone by skip', async () => {
    const { counts } = await run((await anImport(changed)).id)
    expect(counts).toEqual({ rows: 2, new: 1, updated: 0, duplicates: 1, invalid: 0 })
    expect((await parties()).find((party) => party.email === 'a@x.ir')).toMatchObject({
      name: 'شرکت الف',
      city: 'قم',
      level: null,
    })
  })

  test('get their empty fields filled by fill, and the undo empties them again', async () => {
    const before = await parties()
    const { id, counts } = await run((await anImport(changed, { duplicates: 'fill' })).id)
    expect(counts).toMatchObject({ new: 1, updated: 1, duplicates: 0 })
    expect((await parties())[0]).toMatchObject({
      name: 'شرکت الف',
      city: 'قم',
      level: { name: 'طلایی' },
      email: 'a@x.ir',
    })
    await as((ctx) => undoImport(ctx, id))
    await tested.runJobs()
    expect((await as((ctx) => getImport(ctx, id))).state).toBe('undone')
    const plain = (rows: typeof before) => rows.map((row) => ({ ...row, version: 0, updatedAt: '' }))
    expect(plain(await parties())).toEqual(plain(before))
  })

  test('are overwritten by overwrite, and the undo restores what nobody changed since', async () => {
    const { id } = await run((await anImport(changed, { duplicates: 'overwrite' })).id)
    expect((await parties())[0]).toMatchObject({ name: 'شرکت الف نو', city: 'یزد' })
    await as((ctx) => undoImport(ctx, id))
    await tested.runJobs()
    expect((await parties())[0]).toMatchObject({ name: 'شرکت الف', city: 'قم', level: null })
    expect(await parties()).toHaveLength(3)
    await expect(as((ctx) => undoImport(ctx, id))).rejects.toMatchObject({ code: 'operations.cannotUndo' })
  })

  test('get groups, tags, phones, another owner and own fields, with audit and history, and the undo takes all back', async () => {
    const sara = await aUser(tested.app, admin.firm, { name: 'سارا راد' })
    await as((ctx) =>
      createCustomField(ctx, {
        record: 'parties',
        key: 'floor',
        type: 'number',
        labelFa: 'طبقه',
        labelEn: 'Floor',
        help: null,
        required: false,
        options: [],
        appliesTo: [],
        position: 1,
      }),
    )
    const before = await parties()
    const rich =
      'نام,موبایل,تلفن,گروه,برچسب,طبقه,مسئول\nشرکت الف,09121000001,02188776655,مشتریان,ویژه,4,سارا راد\n'
    const { id } = await run((await anImport(rich, { duplicates: 'overwrite', groups: ['customers'] })).id)
    const [changed] = await parties()
    expect(changed).toMatchObject({ owner: { id: sara.userId }, custom: { floor: 4 }, version: 2 })
    expect(changed?.tags.map(({ name }) => name)).toEqual(['ویژه'])
    expect(changed?.groups.map(({ key }) => key)).toContain('customers')
    const file = changed?.id ?? ''
    const audit = await tested.app.ownerPool.query<{ field: string }>(
      `select jsonb_object_keys(changes) as field from audit_log where tenant_id = $1 and record_id = $2 and action = 'update'`,
      [admin.firm.tenantId, file],
    )
    expect(audit.rows.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['ownerId', 'contactPoints', 'tags', 'custom.floor', 'groups']),
    )
    const history = await tested.app.ownerPool.query<{ type: string }>(
      'select type from timeline where tenant_id = $1 and party_id = $2',
      [admin.firm.tenantId, file],
    )
    expect(history.rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['created', 'owner', 'updated', 'joined']),
    )
    await as((ctx) => undoImport(ctx, id))
    await tested.runJobs()
    const plain = (rows: typeof before) => rows.map((row) => ({ ...row, version: 0, updatedAt: '' }))
    expect(plain(await parties())).toEqual(plain(before))
    const sides = await tested.app.ownerPool.query('select from custom_numbers where record_id = $1', [file])
    expect(sides.rowCount).toBe(0)
  })

  test('are made a second time by new', async () => {
    const { counts } = await run((await anImport(changed, { duplicates: 'new' })).id)
    expect(counts).toMatchObject({ new: 2, duplicates: 0 })
    expect(await parties()).toHaveLength(5)
  })

  test('of another user are neither doubled nor changed', async () => {
    const sara = await aUser(tested.app, admin.firm, { role: 'salesperson' })
    const importer = { ...sara, grants: { ...sara.grants, 'imports.run': 'all' as const } }
    const { id } = await anImport(changed, { duplicates: 'overwrite' }, { actor: importer })
    const job = {
      app: tested.app,
      actor: importer,
      inFirm: <T>(use: Parameters<typeof withCtx<T>>[1]['run']) =>
        withCtx(tested.app, { actor: importer, run: use }),
    }
    const { operationId } = await as((ctx) => startRun(ctx, id), importer)
    expect(await checkRows(job, { operationId, importId: id })).toMatchObject({
      counts: { rows: 2, new: 1, updated: 0, duplicates: 1, invalid: 0 },
    })
  })
})

test('a run that is cut off goes on after the last whole lot', async () => {
  const lines = Array.from(
    { length: 2500 },
    (_, index) => `شرکت ${index + 1},0912${String(1_000_000 + index)}`,
  )
  const { id } = await anImport(['نام شرکت,موبایل', ...lines].join('\n'))
  await check(id)
  const { operationId } = await as((ctx) => startRun(ctx, id))
  const job = {
    app: tested.app,
    actor: admin,
    inFirm: <T>(use: Parameters<typeof withCtx<T>>[1]['run']) =>
      withCtx(tested.app, { actor: admin, run: use }),
  }
  let writes = 0
  const killed = {
    ...job,
    inFirm: <T>(use: Parameters<typeof job.inFirm<T>>[0], { readOnly = false } = {}) =>
      withCtx(tested.app, {
        actor: admin,
        readOnly,
        run: async (ctx) => {
          const answer = await use(ctx)
          if (!readOnly) writes += 1
          // The beginning and the first lot come through.
          if (writes > 2) throw new Error('killed')
          return answer
        },
      }),
  }
  await expect(runImport(killed, { operationId, importId: id })).rejects.toThrow('killed')
  expect((await as((ctx) => loadOperation(ctx, operationId))).done).toBe(500)
  await tested.runJobs()
  expect((await as((ctx) => getImport(ctx, id))).counts).toEqual({
    rows: 2500,
    new: 2500,
    updated: 0,
    duplicates: 0,
    invalid: 0,
  })
  const { rows } = await tested.app.ownerPool.query(
    'select count(*)::int as count, count(distinct display_name)::int as names from parties where tenant_id = $1',
    [admin.firm.tenantId],
  )
  expect(rows).toEqual([{ count: 2500, names: 2500 }])
}, 60_000)

test('what a run wrote before it failed can be undone', async () => {
  const lines = Array.from({ length: 600 }, (_, index) => `شرکت ${index + 1}`)
  // A record that never ends, after the first lot: the file cannot be read to its end.
  const { id } = await anImport(['نام شرکت', ...lines, `"${'x'.repeat(1_100_000)}`].join('\n'))
  const failed = await run(id)
  expect(failed).toMatchObject({ state: 'failed', counts: { rows: 500 }, can: { undo: true, run: false } })
  expect(await parties()).toHaveLength(200)
  await as((ctx) => undoImport(ctx, id))
  await tested.runJobs()
  expect((await as((ctx) => getImport(ctx, id))).state).toBe('undone')
  expect(await parties()).toEqual([])
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

describe("the firm's own fields", () => {
  const aField = (field: Partial<CustomFieldInput> & Pick<CustomFieldInput, 'key' | 'type' | 'labelFa'>) =>
    as((ctx) =>
      createCustomField(ctx, {
        record: 'parties',
        labelEn: field.key,
        help: null,
        required: false,
        options: [],
        appliesTo: [],
        position: 1,
        ...field,
      }),
    )

  test('that are required are asked of new records, not of changed ones', async () => {
    await run((await anImport(three)).id)
    await aField({ key: 'region', type: 'text', labelFa: 'منطقه', required: true, appliesTo: ['customers'] })
    const file =
      'نام,موبایل,شهر,منطقه\nشرکت الف,09121000001,ری,\nشرکت ت,09121000004,,\nشرکت ث,09121000005,,غرب\n'
    const settings = { duplicates: 'overwrite', groups: ['customers'] } as const
    const checked = await check((await anImport(file, { ...settings, groups: [...settings.groups] })).id)
    expect(checked.counts).toMatchObject({ new: 1, updated: 1, invalid: 1 })
    expect(checked.errors).toMatchObject([
      {
        row: 3,
        code: 'imports.requiredMissing',
        message: '«منطقه» برای پروندهٔ تازه الزامی است و در ردیف نیامده است.',
      },
    ])
  })

  test('name users and records of the firm, in files and in exports', async () => {
    await run((await anImport(three)).id)
    const sara = await aUser(tested.app, admin.firm, { name: 'سارا راد' })
    await aField({ key: 'expert', type: 'user', labelFa: 'کارشناس فنی' })
    await aField({ key: 'supplier', type: 'party', labelFa: 'تأمین‌کننده', position: 2 })
    const [supplier] = await parties()
    const file = `نام,کارشناس فنی,تأمین‌کننده\nشرکت ت,سارا راد,شركت الف\nشرکت ث,,${supplier?.number}\nشرکت ج,کسی دیگر,هیچ‌کس\n`
    const { id, counts } = await run((await anImport(file)).id)
    expect(counts).toMatchObject({ new: 2, invalid: 1 })
    const { items } = await as((ctx) => listImportRows(ctx, id, { outcome: 'invalid', after: 0, limit: 10 }))
    expect(items[0]?.errors.map(({ column, code }) => [column, code])).toEqual([
      ['کارشناس فنی', 'option'],
      ['تأمین‌کننده', 'parties.partyUnknown'],
    ])
    const rows = await parties()
    expect(rows.slice(3).map(({ custom }) => custom)).toEqual([
      { expert: sara.userId, supplier: supplier?.id },
      { supplier: supplier?.id },
    ])
    const cells = await as((ctx) =>
      partyExport.cells(ctx, rows.slice(3), ['custom.expert', 'custom.supplier']),
    )
    expect(cells).toEqual([
      ['سارا راد', 'شرکت الف'],
      ['', 'شرکت الف'],
    ])
  })
})

test('new records enter the group in the state that the row names', async () => {
  const file = 'نام,گروه,وضعیت سرنخ\nشرکت یک,سرنخ‌ها,واجد شرایط\nشرکت دو,سرنخ‌ها,\nشرکت سه,سرنخ‌ها,نمی‌دانم\n'
  const { counts } = await run((await anImport(file)).id)
  expect(counts).toMatchObject({ new: 2, invalid: 1 })
  const states = await tested.app.ownerPool.query(
    `select p.display_name as name, m.state from party_group_members m join parties p on p.id = m.party_id
     where m.tenant_id = $1 order by p.id`,
    [admin.firm.tenantId],
  )
  expect(states.rows).toEqual([
    { name: 'شرکت یک', state: 'qualified' },
    { name: 'شرکت دو', state: 'new' },
  ])
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

describe('an export', () => {
  const exported = async (format: 'csv' | 'xlsx', actor = admin): Promise<Buffer> => {
    const { operationId } = await as(
      (ctx) => startExport(ctx, { record: 'parties', selection: { all: true }, format }),
      actor,
    )
    await tested.runJobs()
    const { result, state } = await as((ctx) => loadOperation(ctx, operationId), actor)
    expect(state).toBe('done')
    const { rows } = await tested.app.ownerPool.query<{ storage_key: string }>(
      'select storage_key from files where id = $1',
      [result['fileId']],
    )
    return Buffer.concat(await (await tested.app.storage.get(rows[0]?.storage_key ?? '')).toArray())
  }

  test.each(['csv', 'xlsx'] as const)(
    'as %s is imported again unchanged, here and in an empty firm',
    async (format) => {
      await run((await anImport(messy, { groups: ['customers'] })).id)
      const before = await parties()
      const file = await exported(format)
      const here = await run(
        (await anImport(file, { duplicates: 'overwrite' }, { name: `export.${format}` })).id,
      )
      expect(here.counts).toEqual({ rows: 4, new: 0, updated: 4, duplicates: 0, invalid: 0 })
      expect(await parties()).toEqual(before)

      admin = await aFirm(tested.app)
      const there = await run((await anImport(file, {}, { name: `export.${format}` })).id)
      expect(there.counts).toMatchObject({ rows: 4, invalid: 0 })
      const facts = (rows: typeof before) =>
        rows.map(({ name, kind, number, phone, city, birthDate, leadSource, worksFor, groups }) => ({
          name,
          kind,
          number,
          phone,
          city,
          birthDate,
          leadSource: leadSource?.name,
          worksFor: worksFor?.name,
          groups: groups.map((group) => group.key),
        }))
      expect(
        facts(await parties()).toSorted((a, b) => (a.number ?? '').localeCompare(b.number ?? '')),
      ).toEqual(facts(before).toSorted((a, b) => (a.number ?? '').localeCompare(b.number ?? '')))
    },
  )

  test('defuses cells that a spreadsheet would run', async () => {
    await run((await anImport('نام شرکت\n"=HYPERLINK(""http://x"")"\n')).id)
    expect((await exported('csv')).toString()).toContain("'=HYPERLINK")
  })

  test('is refused without the right', async () => {
    const sara = await aUser(tested.app, admin.firm)
    await expect(
      as((ctx) => startExport(ctx, { record: 'parties', selection: { all: true }, format: 'csv' }), sara),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})
