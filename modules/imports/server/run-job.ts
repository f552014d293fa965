import { ImportCounts } from '@peyvand/imports/contract'
import {
  type Ctx,
  defineJob,
  finishOperation,
  type JobRun,
  json,
  loadOperation,
  newId,
  orFail,
  reportProgress,
  sparingMemory,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { countRow, emptyCounts, ImportPayload } from './check-job.ts'
import { type ImportPass, type JudgedLot, judgedLots, openImport, workThrough } from './import-pass.ts'
import type { WrittenItem } from './import-target.ts'
import { type KeyIndex, mapIndex } from './same-record.ts'
import { clearRows, stageRows } from './stage-rows.ts'
import { statisticsKeeper } from './statistics-keeper.ts'

/** Where a run goes on: after this line of the file, with these counts so far. */
const Checkpoint = z.object({ row: z.number().int(), counts: ImportCounts })
type Checkpoint = z.infer<typeof Checkpoint>

type Payload = z.output<typeof ImportPayload>

/**
 * Reads the file once more, judges its rows as the check did and writes them, a lot per transaction together with
 * its checkpoint: cut off anywhere, it goes on after the last whole lot and no row is written twice.
 */
export const runImportJob = defineJob({
  name: 'imports.run',
  payload: ImportPayload,
  run: (job, payload) =>
    orFail(job, payload.operationId, () => sparingMemory(() => runImport(job, payload))).then(() =>
      markFailed(job, payload),
    ),
})

/** Writes what is not written yet. */
export async function runImport(job: JobRun, payload: Payload): Promise<void> {
  const start = await job.inFirm((ctx) => begin(ctx, payload))
  if (!start) return
  const pass = await openImport(job, payload.importId)
  const lots = judgedLots(job, pass, {
    after: start.row,
    newRef: () => newId(),
    known: lotsUnderWay(),
  })
  const keepStatistics = statisticsKeeper(job, pass.target.tables)
  const isWhole = await workThrough(lots, async (lot) => {
    const goesOn = await writeLot(job, payload, { pass, lot })
    await keepStatistics(lot.rows.length)
    return goesOn
  })
  if (isWhole) await job.inFirm((ctx) => finish(ctx, payload, 'done'))
}

/** A lot is judged while the one before it is being written: its records are known from here only. */
function lotsUnderWay(): () => readonly KeyIndex[] {
  let present = mapIndex()
  return () => {
    const before = present
    present = mapIndex()
    return [before, present]
  }
}

/** The checkpoint that a run starts from; null when its work is over. */
async function begin(ctx: Ctx, { operationId, importId }: Payload): Promise<Checkpoint | null> {
  const { state, checkpoint } = await loadOperation(ctx, operationId)
  if (state !== 'queued' && state !== 'running') return null
  const reached = Checkpoint.safeParse(checkpoint)
  if (reached.success) return reached.data
  const start: Checkpoint = { row: 0, counts: emptyCounts() }
  await clearRows(ctx, importId)
  await reportProgress(ctx, operationId, { done: 0, failed: 0, checkpoint: start })
  return start
}

interface Writing {
  pass: ImportPass
  lot: JudgedLot
}

/** Writes a lot of rows; false when the user stopped the run or the lot was written before. */
function writeLot(
  job: JobRun,
  { importId, operationId }: Payload,
  { pass: { target, row }, lot }: Writing,
): Promise<boolean> {
  return job.inFirm(async (ctx) => {
    commitInTurn(ctx)
    const { row: reached, counts } = await lockCheckpoint(ctx, operationId)
    const [first] = lot.rows
    // Somebody else works at this run too: what they wrote stays as it is.
    if (!first || first.row <= reached) return false
    const writable = lot.rows.filter(({ outcome }) => outcome !== 'invalid')
    const written = await target.write(
      ctx,
      writable.map(({ items }) => items),
      { importId, settings: row.settings },
    )
    const ofRow = new Map<unknown, WrittenItem[]>(writable.map((one, index) => [one, written[index] ?? []]))
    stageRows(
      ctx,
      importId,
      lot,
      lot.rows.map((one) => ofRow.get(one) ?? null),
    )
    for (const one of lot.rows) countRow(counts, one)
    const goesOn = await reportProgress(ctx, operationId, {
      done: counts.rows,
      failed: counts.invalid,
      checkpoint: { row: lot.last, counts } satisfies Checkpoint,
    })
    if (!goesOn) await finish(ctx, { importId, operationId }, 'cancelled')
    return goesOn
  })
}

/**
 * A lot that a crash takes back takes its checkpoint with it and is written again, so its commit need not wait for
 * the disk. That of the end does, and with it the disk has all lots before.
 */
function commitInTurn(ctx: Ctx): void {
  ctx.write(sql`set local synchronous_commit = off`)
}

/** The checkpoint, locked until the transaction ends: two workers of one run would write its rows twice. */
async function lockCheckpoint(ctx: Ctx, operationId: string): Promise<Checkpoint> {
  const { checkpoint } = await ctx.db
    .selectFrom('operations')
    .select('checkpoint')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', operationId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return Checkpoint.parse(checkpoint)
}

/** A stopped import that wrote rows is done as far as it came, and can be undone as well. */
async function finish(
  ctx: Ctx,
  { importId, operationId }: Payload,
  state: 'done' | 'cancelled',
): Promise<void> {
  const { counts } = Checkpoint.parse((await loadOperation(ctx, operationId)).checkpoint)
  const hasWritten = counts.rows > 0
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
    result: { importId, counts },
    undoable: hasWritten,
  })
  ctx.live({ topic: 'parties' })
}

/** The import shows what its operation came to; what a failed run has written can be undone. */
async function markFailed(job: JobRun, { importId, operationId }: Payload): Promise<void> {
  await job.inFirm(async (ctx) => {
    const { state, checkpoint } = await loadOperation(ctx, operationId)
    if (state !== 'failed') return
    const reached = Checkpoint.safeParse(checkpoint)
    const counts = reached.success ? reached.data.counts : emptyCounts()
    if (counts.rows > 0) await finishOperation(ctx, operationId, { state, undoable: true })
    await ctx.db
      .updateTable('imports')
      .set({ state: 'failed', counts: json(counts), finishedAt: ctx.now().toISOString() })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', importId)
      .execute()
  })
}
