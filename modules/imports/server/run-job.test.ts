import { aFirm } from '@peyvand/identity/testing'
import { type Actor, loadOperation, withCtx } from '@peyvand/platform/server'
import { testApp } from '@peyvand/platform/testing'
import { beforeEach, expect, test } from 'vitest'
import { getImport } from './import-view.ts'
import { startRun, undoImport } from './imports.ts'
import { runImport } from './run-job.ts'
import { importTests } from './testing.ts'

const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
let admin: Actor
beforeEach(async () => {
  admin = await aFirm(tested.app)
})
const { as, anImport, check, run, parties } = importTests(tested, () => admin)

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
  const killed = {
    ...job,
    inFirm: <T>(use: Parameters<typeof job.inFirm<T>>[0], { readOnly = false } = {}) =>
      withCtx(tested.app, {
        actor: admin,
        readOnly,
        run: async (ctx) => {
          const answer = await use(ctx)
          // The first lot comes through.
          if (!readOnly && (await loadOperation(ctx, operationId)).done > 500) throw new Error('killed')
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
