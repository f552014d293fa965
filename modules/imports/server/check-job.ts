import { storedFile } from '@peyvand/files/server'
import type { ImportCounts, RowError } from '@peyvand/imports/contract'
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
import { type ImportTarget, importTarget, type RowReader } from './import-target.ts'
import { type JudgedRow, judgeRows } from './judge-rows.ts'
import { type FileLine, openDataLines } from './reading/open-lines.ts'
import { rowErrors } from './row-errors.ts'
import type { KeyIndex } from './same-record.ts'

const rowsAtOnce = 1000
const errorsShown = 200
const valuesShown = 500

export const ImportPayload = z.object({ operationId: z.uuid(), importId: z.uuid() })

/** Tries all rows without writing a record. Cut off, it begins again: it has written nothing that counts. */
export const checkImportJob = defineJob({
  name: 'imports.check',
  payload: ImportPayload,
  run: (job, payload) =>
    orFail(job, payload.operationId, async () => {
      const operation = await job.inFirm((ctx) => loadOperation(ctx, payload.operationId), { readOnly: true })
      if (operation.state !== 'queued' && operation.state !== 'running') return
      const counts = await checkRows(job, payload)
      await job.inFirm(async (ctx) => {
        await ctx.db
          .updateTable('imports')
          .set({ state: counts ? 'checked' : 'draft' })
          .where('tenantId', '=', ctx.tenantId)
          .where('id', '=', payload.importId)
          .execute()
        await finishOperation(
          ctx,
          payload.operationId,
          counts ? { result: { counts } } : { state: 'cancelled' },
        )
      })
    }),
})

/** Reads, judges and stages every row; null when the user stopped it. */
export async function checkRows(
  job: JobRun,
  { operationId, importId }: z.output<typeof ImportPayload>,
): Promise<ImportCounts | null> {
  const { row, file, target, read } = await job.inFirm(async (ctx) => {
    const row = await ctx.db
      .selectFrom('imports')
      .selectAll()
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', importId)
      .executeTakeFirstOrThrow()
    const target = await importTarget(ctx, row.record)
    await ctx.db
      .deleteFrom('importRows')
      .where('tenantId', '=', ctx.tenantId)
      .where('importId', '=', importId)
      .execute()
    return {
      row,
      target,
      file: await storedFile(ctx, row.fileId),
      read: await target.reader(ctx, row.mapping, row.settings),
    }
  })
  const found: Found = { counts: emptyCounts(), errors: [], newValues: {} }
  const earlier: KeyIndex = new Map()
  for await (const lines of inLots(openDataLines(await job.app.storage.get(file.storageKey), row.format))) {
    const goesOn = await job.inFirm(async (ctx) => {
      const judged = await stageLines(ctx, {
        importId,
        lines,
        target,
        read,
        settings: row.settings,
        earlier,
        found,
      })
      for (const one of judged) {
        if (one.problems.length > 0 && found.errors.length < errorsShown)
          found.errors.push(...rowErrors(ctx, row.columns, one))
      }
      return reportProgress(ctx, operationId, { done: found.counts.rows, failed: found.counts.invalid })
    })
    if (!goesOn) return null
  }
  await job.inFirm((ctx) =>
    ctx.db
      .updateTable('imports')
      .set({
        counts: json(found.counts),
        errors: json(found.errors.slice(0, errorsShown)),
        newValues: json(found.newValues),
        checkedVersion: row.version,
      })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', importId)
      .execute(),
  )
  return found.counts
}

interface Found {
  counts: ImportCounts
  errors: RowError[]
  newValues: Record<string, string[]>
}

export const emptyCounts = (): ImportCounts => ({ rows: 0, new: 0, updated: 0, duplicates: 0, invalid: 0 })

export function countRow(counts: ImportCounts, { outcome }: Pick<JudgedRow, 'outcome'>): void {
  counts.rows += 1
  if (outcome === 'new') counts.new += 1
  else if (outcome === 'update') counts.updated += 1
  else if (outcome === 'duplicate') counts.duplicates += 1
  else counts.invalid += 1
}

interface StageLines {
  importId: string
  lines: readonly FileLine[]
  target: ImportTarget
  read: RowReader
  settings: Parameters<typeof judgeRows>[1]['settings']
  earlier: KeyIndex
  found: Found
}

async function stageLines(
  ctx: Ctx,
  { importId, lines, target, read, settings, earlier, found }: StageLines,
): Promise<JudgedRow[]> {
  const readRows = await read(
    ctx,
    lines.map(({ cells }) => cells),
  )
  const rows = readRows.map((one, index) => ({ ...one, row: lines[index]?.line ?? 0 }))
  const judged = await judgeRows(ctx, { target, settings, rows, earlier })
  for (const one of judged) countRow(found.counts, one)
  for (const { newValues, problems } of rows) if (problems.length === 0) collect(found.newValues, newValues)
  const staged = judged.map(({ row, outcome, problems, match }, index) => ({
    row,
    outcome,
    problems,
    match,
    cells: lines[index]?.cells ?? [],
    items: rows[index]?.items ?? [],
  }))
  await sql`
    insert into import_rows (tenant_id, import_id, row, cells, items, problems, outcome, match)
    select ${ctx.tenantId}, ${importId}::uuid, r.row, r.cells, r.items, r.problems, r.outcome, r.match
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb)
      as r (row int, cells jsonb, items jsonb, problems jsonb, outcome text, match text)`.execute(ctx.db)
  return judged
}

function collect(all: Record<string, string[]>, more: Record<string, string[]>): void {
  for (const [list, labels] of Object.entries(more)) {
    const known = (all[list] ??= [])
    for (const label of labels) if (known.length < valuesShown && !known.includes(label)) known.push(label)
  }
}

async function* inLots(lines: AsyncIterable<FileLine>): AsyncGenerator<FileLine[]> {
  let lot: FileLine[] = []
  for await (const line of lines) {
    lot.push(line)
    if (lot.length < rowsAtOnce) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}
