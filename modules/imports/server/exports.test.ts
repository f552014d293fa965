import { aFirm, aUser } from '@peyvand/identity/testing'
import { type Actor, loadOperation } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { startExport } from './exports.ts'
import { importTests, messy } from './testing.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
beforeEach(async () => {
  admin = await aFirm(tested.app)
})
const { as, anImport, run, parties } = importTests(tested, () => admin)

describe('an export', () => {
  const exported = async (
    format: 'csv' | 'xlsx' | 'pdf',
    actor = admin,
    record = 'parties',
  ): Promise<Buffer> => {
    const { operationId } = await as(
      (ctx) => startExport(ctx, { record, selection: { all: true }, format }),
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

  test('as PDF is a paper to read', async () => {
    await run((await anImport(messy, { groups: ['customers'] })).id)
    const file = await exported('pdf')
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    expect(file.length).toBeGreaterThan(10_000)
  })

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

  test('of the audit log is for those who may read it, in words and Jalali dates', async () => {
    await run((await anImport('نام شرکت\nالف\n')).id)
    const log = (await exported('csv', admin, 'audit')).toString()
    expect(log).toContain('ایجاد')
    expect(log).toContain('۱ آذر ۱۴۰۵')
    const sara = await aUser(tested.app, admin.firm)
    await expect(exported('csv', sara, 'audit')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('is refused without the right', async () => {
    const sara = await aUser(tested.app, admin.firm)
    await expect(
      as((ctx) => startExport(ctx, { record: 'parties', selection: { all: true }, format: 'csv' }), sara),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})
