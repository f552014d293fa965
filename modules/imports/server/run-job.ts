import { ImportCounts } from '@peyvand/imports/contract'
import {
  type Ctx,
  defineJob,
  finishOperation,
  type JobRun,
  json,
  loadOperation,
  orFail,
  reportProgress,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { checkRows, countRow, emptyCounts, ImportPayload } from './check-job.ts'
import { importTarget, type WrittenItem } from './import-target.ts'
import { type JudgedRow, judgeRows } from './judge-rows.ts'

const rowsAtOnce = 1000

/** Where a run goes on: after this row of the file, with these counts so far. */
const Checkpoint = z.object({ row: z.number().int(), counts: ImportCounts })
type Checkpoint = z.infer<typeof Checkpoint>

/**
 * Writes the rows, a lot per transaction together with its checkpoint: cut off anywhere, it goes on after the last
 * whole lot and no row is written twice.
 */
export const runImportJob = defineJob({
  name: 'imports.run',
  payload: ImportPayload,
  run: (job, payload) =>
    orFail(job, payload.operationId, async () => {
      let goesOn = await begin(job, payload)
      for (let lot = 1; goesOn; lot += 1) {
        goesOn = await writeLot(job, payload)
        if (lotsBeforeAnalyze.has(lot)) await analyseTables(job, payload)
      }
    }).then(() => markFailed(job, payload)),
})

// A statement planned while its table was nearly empty goes on scanning it whole until the statistics are new.
const lotsBeforeAnalyze = new Set([1, 3, 10, 30, 100, 300])

async function analyseTables(job: JobRun, { importId }: z.output<typeof ImportPayload>): Promise<void> {
  const { tables } = await job.inFirm(
    async (ctx) => {
      const { record } = await ctx.db
        .selectFrom('imports')
        .select('record')
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', importId)
        .executeTakeFirstOrThrow()
      return importTarget(ctx, record)
    },
    { readOnly: true },
  )
  await job.app.ownerPool.query(`analyze ${[...tables, 'import_rows'].join(', ')}`)
}

/** Stages the rows where no trial did since the last change; false when the work was over or stopped before. */
async function begin(job: JobRun, payload: z.output<typeof ImportPayload>): Promise<boolean> {
  const { state, checkpoint, isChecked } = await job.inFirm(
    async (ctx) => {
      const operation = await loadOperation(ctx, payload.operationId)
      const row = await ctx.db
        .selectFrom('imports')
        .select(['version', 'checkedVersion'])
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', payload.importId)
        .executeTakeFirstOrThrow()
      return { ...operation, isChecked: row.version === row.checkedVersion }
    },
    { readOnly: true },
  )
  if (state !== 'queued' && state !== 'running') return false
  if (Checkpoint.safeParse(checkpoint).success) return true
  if (!isChecked && !(await checkRows(job, payload))) {
    await job.inFirm((ctx) => finish(ctx, payload, { state: 'cancelled', counts: null }))
    return false
  }
  await job.inFirm(async (ctx) => {
    const row = await ctx.db
      .selectFrom('imports')
      .select(['record', 'newValues', 'counts'])
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', payload.importId)
      .executeTakeFirstOrThrow()
    await (await importTarget(ctx, row.record)).addValues(ctx, row.newValues)
    await addTagsOfRows(ctx, payload.importId, row.record)
    await reportProgress(ctx, payload.operationId, {
      done: 0,
      failed: 0,
      ...(row.counts ? { total: row.counts.rows } : {}),
      checkpoint: { row: 0, counts: emptyCounts() } satisfies Checkpoint,
    })
  })
  return true
}

/** Tags named by rows, made once before the writing. */
async function addTagsOfRows(ctx: Ctx, importId: string, record: string): Promise<void> {
  const { rows } = await sql<{ tag: string }>`
    select distinct t.tag from import_rows r, jsonb_array_elements(r.items) i, jsonb_array_elements_text(i -> 'data' -> 'tags') t (tag)
    where r.tenant_id = ${ctx.tenantId} and r.import_id = ${importId}::uuid and r.outcome <> 'invalid'`.execute(
    ctx.db,
  )
  if (rows.length > 0)
    await (await importTarget(ctx, record)).addValues(ctx, { tags: rows.map(({ tag }) => tag) })
}

/** Writes the next lot of rows; false when there is none left or the user stopped. */
export function writeLot(job: JobRun, payload: z.output<typeof ImportPayload>): Promise<boolean> {
  const { importId, operationId } = payload
  return job.inFirm(async (ctx) => {
    const { row: after, counts } = Checkpoint.parse((await loadOperation(ctx, operationId)).checkpoint)
    const { record, settings } = await ctx.db
      .selectFrom('imports')
      .select(['record', 'settings'])
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', importId)
      .executeTakeFirstOrThrow()
    const staged = await ctx.db
      .selectFrom('importRows')
      .select(['row', 'items', 'problems', 'outcome'])
      .where('tenantId', '=', ctx.tenantId)
      .where('importId', '=', importId)
      .where('row', '>', after)
      .orderBy('row')
      .limit(rowsAtOnce)
      .execute()
    const last = staged.at(-1)
    if (!last) {
      await finish(ctx, payload, { state: 'done', counts })
      return false
    }
    const target = await importTarget(ctx, record)
    // A fault that the trial found between rows may be gone by now; faults of cells stay.
    const rows = staged.map(({ problems, ...row }) => ({
      ...row,
      problems: row.items.length > 0 ? problems.filter(isOfCell) : problems,
      newValues: {},
    }))
    const judged = await judgeRows(ctx, { target, settings, rows, earlier: new Map() })
    const writable = judged.filter(({ outcome }) => outcome !== 'invalid')
    const written = await target.write(
      ctx,
      writable.map(({ items }) => items),
      { importId, settings },
    )
    await noteWritten(ctx, importId, { judged, writable, written })
    for (const one of judged) countRow(counts, one)
    const goesOn = await reportProgress(ctx, operationId, {
      done: counts.rows,
      failed: counts.invalid,
      checkpoint: { row: last.row, counts } satisfies Checkpoint,
    })
    if (!goesOn) await finish(ctx, payload, { state: 'cancelled', counts })
    return goesOn
  })
}

const relational = new Set([
  'imports.ambiguous',
  'imports.numberTaken',
  'imports.identifierTaken',
  'imports.notYourOwner',
])
const isOfCell = ({ code, column }: { code: string; column: number | null }): boolean =>
  column !== null || !relational.has(code)

interface Written {
  judged: readonly JudgedRow[]
  writable: readonly JudgedRow[]
  written: readonly WrittenItem[][]
}

async function noteWritten(
  ctx: Ctx,
  importId: string,
  { judged, writable, written }: Written,
): Promise<void> {
  const byRow = new Map(writable.map(({ row }, index) => [row, written[index] ?? []]))
  const rows = judged.map(({ row, outcome, problems }) => {
    const items = byRow.get(row)
    return { row, outcome, problems, written: items ?? null, match: items?.[0]?.id ?? null }
  })
  await sql`
    update import_rows r set outcome = w.outcome, problems = w.problems, written = w.written, match = w.match
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w (row int, outcome text, problems jsonb, written jsonb, match text)
    where r.tenant_id = ${ctx.tenantId} and r.import_id = ${importId}::uuid and r.row = w.row`.execute(ctx.db)
}

interface Finish {
  state: 'done' | 'cancelled'
  counts: ImportCounts | null
}

/** A stopped import that wrote rows is done as far as it came, and can be undone as well. */
async function finish(
  ctx: Ctx,
  { importId, operationId }: z.output<typeof ImportPayload>,
  { state, counts }: Finish,
): Promise<void> {
  const hasWritten = counts !== null && counts.rows > 0
  await ctx.db
    .updateTable('imports')
    .set({
      state: state === 'cancelled' && !hasWritten ? 'draft' : 'done',
      ...(hasWritten ? { counts: json(counts) } : {}),
      finishedAt: ctx.now().toISOString(),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', importId)
    .execute()
  // The undo of what was written is offered for finished work only, so a stopped run ends as done.
  await finishOperation(ctx, operationId, {
    state: hasWritten ? 'done' : state,
    result: { importId, ...(counts ? { counts } : {}) },
    undoable: hasWritten,
  })
  ctx.live({ topic: 'parties' })
}

/** The import shows what its operation came to. */
async function markFailed(
  job: JobRun,
  { importId, operationId }: z.output<typeof ImportPayload>,
): Promise<void> {
  await job.inFirm(async (ctx) => {
    if ((await loadOperation(ctx, operationId)).state !== 'failed') return
    await ctx.db
      .updateTable('imports')
      .set({ state: 'failed' })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', importId)
      .execute()
  })
}
