import type { ImportCounts, RowError } from '@peyvand/imports/contract'
import {
  defineJob,
  finishOperation,
  type JobRun,
  json,
  loadOperation,
  orFail,
  reportProgress,
  sparingMemory,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { fileIndex } from './file-index.ts'
import { judgedLots, openImport, workThrough } from './import-pass.ts'
import type { JudgedRow } from './judge-rows.ts'
import { rowErrors } from './row-errors.ts'
import { clearRows, stageRows } from './stage-rows.ts'

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
      const found = await sparingMemory(() => checkRows(job, payload))
      await job.inFirm(async (ctx) => {
        await ctx.db
          .updateTable('imports')
          .set(
            found
              ? {
                  state: 'checked',
                  counts: json(found.counts),
                  errors: json(found.errors.slice(0, errorsShown)),
                  newValues: json(found.newValues),
                }
              : { state: 'draft' },
          )
          .where('tenantId', '=', ctx.tenantId)
          .where('id', '=', payload.importId)
          .execute()
        await finishOperation(
          ctx,
          payload.operationId,
          found ? { result: { counts: found.counts } } : { state: 'cancelled' },
        )
      })
    }),
})

interface Found {
  counts: ImportCounts
  errors: RowError[]
  newValues: Record<string, string[]>
}

/** Reads, judges and keeps every row; null when the user stopped it. */
export async function checkRows(
  job: JobRun,
  { operationId, importId }: z.output<typeof ImportPayload>,
): Promise<Found | null> {
  const pass = await openImport(job, importId)
  await job.inFirm((ctx) => clearRows(ctx, importId))
  const found: Found = { counts: emptyCounts(), errors: [], newValues: {} }
  const known = [fileIndex()]
  const lots = judgedLots(job, pass, {
    after: 0,
    newRef: (row, place) => `row:${row}:${place}`,
    known: () => known,
  })
  const isWhole = await workThrough(lots, async (lot, before) => {
    if (!(await before)) return false
    return job.inFirm(async (ctx) => {
      stageRows(ctx, importId, lot)
      for (const row of lot.rows) {
        countRow(found.counts, row)
        if (row.problems.length === 0) collect(found.newValues, row.newValues)
        else if (found.errors.length < errorsShown)
          found.errors.push(...rowErrors(ctx, pass.row.columns, row))
      }
      return reportProgress(ctx, operationId, { done: found.counts.rows, failed: found.counts.invalid })
    })
  })
  return isWhole ? found : null
}

export const emptyCounts = (): ImportCounts => ({ rows: 0, new: 0, updated: 0, duplicates: 0, invalid: 0 })

export function countRow(counts: ImportCounts, { outcome }: Pick<JudgedRow, 'outcome'>): void {
  counts.rows += 1
  if (outcome === 'new') counts.new += 1
  else if (outcome === 'update') counts.updated += 1
  else if (outcome === 'duplicate') counts.duplicates += 1
  else counts.invalid += 1
}

function collect(all: Record<string, string[]>, more: Record<string, string[]>): void {
  for (const [list, labels] of Object.entries(more)) {
    const known = (all[list] ??= [])
    for (const label of labels) if (known.length < valuesShown && !known.includes(label)) known.push(label)
  }
}
