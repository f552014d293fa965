import { aFirm, aUser, callerOf } from '@peyvand/identity/testing'
import type { FieldSource } from '@peyvand/parties/contract'
import { type CustomFieldInput } from '@peyvand/platform/contract'
import { type Actor, createCustomField, withCtx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkRows } from './check-job.ts'
import { listImportRows } from './import-rows.ts'
import { getImport } from './import-view.ts'
import { startRun, undoImport } from './imports.ts'
import { partyExport } from './parties/party-export.ts'
import { importTests, three } from './testing.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
beforeEach(async () => {
  admin = await aFirm(tested.app)
})
const { as, anImport, check, run, parties } = importTests(tested, () => admin)

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
      expect.arrayContaining(['ownerId', 'contactPoints', 'tags', 'custom.floor', 'groups.customers']),
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

describe("the firm's own fields", () => {
  const aField = (field: Partial<CustomFieldInput> & Pick<CustomFieldInput, 'key' | 'type' | 'labelFa'>) =>
    as((ctx) =>
      createCustomField(ctx, {
        record: 'parties',
        labelEn: field.key,
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
        message: '«منطقه» برای رکورد تازه الزامی است و در ردیف نیامده است.',
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

test('states in groups are exported, and overwritten by a later file until its undo', async () => {
  const states = async () =>
    Object.fromEntries(
      (
        await tested.app.ownerPool.query<{ name: string; state: string }>(
          `select p.display_name as name, m.state from party_group_members m join parties p on p.id = m.party_id
           where m.tenant_id = $1`,
          [admin.firm.tenantId],
        )
      ).rows.map(({ name, state }) => [name, state]),
    )
  const file = (state: string) => `نام,موبایل,گروه,وضعیت سرنخ\nشرکت یک,09121000001,سرنخ‌ها,${state}\n`
  await run((await anImport(file('واجد شرایط'))).id)
  const cells = await as(async (ctx) => partyExport.cells(ctx, await parties(), ['groups', 'groupState']))
  expect(cells).toEqual([['سرنخ‌ها', 'واجد شرایط']])
  expect((await run((await anImport(file('جدید'), { duplicates: 'fill' })).id)).counts).toMatchObject({
    updated: 1,
  })
  expect(await states()).toEqual({ 'شرکت یک': 'qualified' })
  const { id } = await run((await anImport(file('جدید'), { duplicates: 'overwrite' })).id)
  expect(await states()).toEqual({ 'شرکت یک': 'new' })
  await as((ctx) => undoImport(ctx, id))
  await tested.runJobs()
  expect(await states()).toEqual({ 'شرکت یک': 'qualified' })
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

test('each field tells the file and row, the person or the merge that it came from', async () => {
  await run((await anImport(three)).id)
  const levels = 'نام,موبایل,سطح مشتری\nشرکت ج,,\nشرکت الف,09121000001,طلایی\n'
  await run((await anImport(levels, { duplicates: 'fill' }, { name: 'سطح‌ها.csv' })).id)
  const [first, second] = await parties()
  const caller = await callerOf(tested, admin)
  const sources = async (id = '') => {
    const { body } = await caller.get<{ items: FieldSource[] }>(`/parties/${id}/sources`)
    return new Map(body.items.map((source) => [source.field, source]))
  }
  await caller.patch(`/parties/${first?.id}`, { version: first?.version, brandName: 'الف' })
  const found = await sources(first?.id)
  expect(found.get('contactPoints')).toMatchObject({
    way: { kind: 'import' },
    first: true,
    file: { name: 'مشتریان.csv', row: 2 },
  })
  expect(found.get('levelId')).toMatchObject({ first: false, file: { name: 'سطح‌ها.csv', row: 3 } })
  expect(found.get('brandName')).toMatchObject({
    way: { kind: 'apiKey' },
    actor: { id: admin.userId },
    file: null,
  })

  const versions = { survivor: second?.version, merged: (first?.version ?? 0) + 1 }
  await caller.post('/parties/merge', { survivorId: second?.id, mergedId: first?.id, versions })
  expect((await sources(second?.id)).get('brandName')).toMatchObject({
    way: { kind: 'merge', what: 'شرکت الف' },
  })
})
