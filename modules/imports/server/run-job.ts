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
import { showChanged } from './show-changed.ts'
import { clearRows, stageRows } from './stage-rows.ts'
import { statisticsKeeper } from './statistics-keeper.ts'
import { giveCardPhotos } from './vcard/card-photos.ts'

/** Where a run goes on: after this line of the file, with these counts so far; and who is at it. */
const Checkpoint = z.object({ row: z.number().int(), counts: ImportCounts, runner: z.uuid().optional() })
type Checkpoint = z.infer<typeof Checkpoint>

type Payload = z.output<typeof ImportPayload>

/**
 * Reads the file once more, judges its rows as the check did and writes them, a lot per transaction together with
 * its checkpoint, two lots at a time: cut off anywhere, it goes on after the last whole lot and no row is written twice.
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
  const leansOnBefore = leaning()
  const isWhole = await workThrough(lots, async (lot, before) => {
    if (leansOnBefore(lot) && !(await before)) return false
    const goesOn = await writeLot(job, payload, { pass, lot, before, runner: start.runner })
    await keepStatistics(lot.rows.length)
    return goesOn
  })
  if (!isWhole) return
  if (pass.row.format.kind === 'vcard') await giveCardPhotos(job, payload.importId)
  await job.inFirm((ctx) => finish(ctx, payload, 'done'))
}

/** A lot is judged while the two before it are being written: their records are known from here only. */
function lotsUnderWay(): () => readonly KeyIndex[] {
  let [before, present] = [mapIndex(), mapIndex()]
  return () => {
    const earlier = before
    ;[before, present] = [present, mapIndex()]
    return [earlier, before, present]
  }
}

/** Whether a lot must wait until the one before is written: it links or changes its records, or may name the same new values. */
function leaning(): (lot: JudgedLot) => boolean {
  let made: ReadonlySet<string> = new Set()
  return ({ rows }) => {
    const items = rows.flatMap(({ outcome, items }) =>
      outcome === 'new' || outcome === 'update' ? items : [],
    )
    const leans =
      rows.some(({ newValues }) => Object.keys(newValues).length > 0) ||
      items.some(({ ref, isNew, change }) => change || (!isNew && made.has(ref)))
    made = new Set(items.flatMap(({ ref, isNew }) => (isNew ? [ref] : [])))
    return leans
  }
}

/** The checkpoint that a run starts from; null when its work is over. */
async function begin(ctx: Ctx, { operationId, importId }: Payload): Promise<Checkpoint | null> {
  const { state, checkpoint } = await loadOperation(ctx, operationId)
  if (state !== 'queued' && state !== 'running') return null
  const reached = Checkpoint.safeParse(checkpoint)
  if (!reached.success) await clearRows(ctx, importId)
  const { row, counts } = reached.success ? reached.data : { row: 0, counts: emptyCounts() }
  const start: Checkpoint = { row, counts, runner: newId() }
  await reportProgress(ctx, operationId, { done: counts.rows, failed: counts.invalid, checkpoint: start })
  return start
}

interface Writing {
  pass: ImportPass
  lot: JudgedLot
  before: Promise<boolean>
  runner: string | undefined
}

/** Thrown to take a lot back that is not to be written. */
const notOurs = new Error('the lot is not to be written')

/** Writes a lot of rows; false when the user stopped the run, or somebody else took it over. */
async function writeLot(
  job: JobRun,
  { importId, operationId }: Payload,
  { pass: { target, row }, lot, before, runner }: Writing,
): Promise<boolean> {
  const writable = lot.rows.filter(({ outcome }) => outcome !== 'invalid')
  const rows = writable.map(({ items }) => items)
  if (target.draw) await job.inFirm((ctx) => target.draw?.(ctx, rows) ?? Promise.resolve())
  return job
    .inFirm(async (ctx) => {
      commitInTurn(ctx)
      const written = await target.write(ctx, rows, { importId, settings: row.settings })
      const ofRow = new Map<unknown, WrittenItem[]>(writable.map((one, index) => [one, written[index] ?? []]))
      stageRows(
        ctx,
        importId,
        lot,
        lot.rows.map((one) => ofRow.get(one) ?? null),
      )
      // Only the checkpoint says that a lot is written, and it goes from lot to lot.
      if (!(await before)) throw notOurs
      const reached = await lockCheckpoint(ctx, operationId)
      if (reached.runner !== runner || reached.row >= (lot.rows[0]?.row ?? 0)) throw notOurs
      const { counts } = reached
      for (const one of lot.rows) countRow(counts, one)
      const goesOn = await reportProgress(ctx, operationId, {
        done: counts.rows,
        failed: counts.invalid,
        checkpoint: { row: lot.last, counts, runner } satisfies Checkpoint,
      })
      if (!goesOn) await finish(ctx, { importId, operationId }, 'cancelled')
      return goesOn
    })
    .catch((error: unknown) => {
      if (error === notOurs) return false
      throw error
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
  showChanged(ctx)
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
