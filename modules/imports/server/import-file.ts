import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { finishUpload, storeContent } from '@peyvand/files/server'
import type { ExportRequestInput, ImportCounts, MappingByHeader, RowError } from '@peyvand/imports/contract'
import { ExportRequest, type ImportSettings } from '@peyvand/imports/contract'
import type { Operation } from '@peyvand/platform/contract'
import { type Actor, type App, AppError, loadOperation, startWorker, withCtx } from '@peyvand/platform/server'
import { z } from 'zod'
import { emptyCounts } from './check-job.ts'
import { startExport } from './exports.ts'
import { listImportRows } from './import-rows.ts'
import { getImport } from './import-view.ts'
import { createImport, prepareImport, startCheck, startRun, updateImport } from './imports.ts'
import { laidOn } from './templates.ts'

interface ImportFile {
  path: string
  /** The type of the records. */
  record: string
  settings: Partial<ImportSettings>
  mapping?: MappingByHeader | undefined
  /** Tries all rows and writes none. */
  dryRun: boolean
  onProgress(done: number, total: number | null): void
}

type Finished = Pick<Operation, 'state' | 'result'>

const errorsTold = 10_000

/**
 * Imports a file of this machine and waits for the end; the command line's way. Answers the counts and the faults
 * of all rows (the first ten thousand rows that have any). @throws AppError as the routes
 */
export async function importFile(
  app: App,
  actor: Actor,
  given: ImportFile,
): Promise<{ counts: ImportCounts; errors: RowError[] }> {
  const as = <T>(run: Parameters<typeof withCtx<T>>[1]['run']) => withCtx(app, { actor, run })
  const fileId = await storeContent(app, actor, {
    name: basename(given.path),
    content: createReadStream(given.path),
  })
  await as((ctx) => finishUpload(ctx, fileId))
  const input = { fileId, record: given.record }
  const found = await prepareImport(app, actor, input)
  const { id } = await as((ctx) => createImport(ctx, input, found))
  const laid = given.mapping ? laidOn(given.mapping, found.columns) : null
  await as(async (ctx) => {
    const change = {
      version: 1,
      settings: { ...laid?.settings, ...given.settings },
      ...(laid ? { mapping: laid.mapping } : {}),
    }
    await updateImport(ctx, id, { change, found: null })
  })
  const { operationId } = await as((ctx) => (given.dryRun ? startCheck(ctx, id) : startRun(ctx, id)))
  const { state, result } = await finished(app, actor, { operationId, onProgress: given.onProgress })
  if (state === 'failed') throw failure(result)
  return as(async (ctx) => {
    const { counts } = await getImport(ctx, id)
    const { items } = await listImportRows(ctx, id, { outcome: 'invalid', after: 0, limit: errorsTold })
    return { counts: counts ?? emptyCounts(), errors: items.flatMap((row) => row.errors) }
  })
}

/** Writes a list to a file of the storage and waits for the end; answers the file's id. */
export async function exportList(
  app: App,
  actor: Actor,
  { request, onProgress }: { request: ExportRequestInput; onProgress: ImportFile['onProgress'] },
): Promise<string> {
  const { operationId } = await withCtx(app, {
    actor,
    run: (ctx) => startExport(ctx, ExportRequest.parse(request)),
  })
  const { state, result } = await finished(app, actor, { operationId, onProgress })
  if (state !== 'done') throw failure(result)
  return z.uuid().parse(result['fileId'])
}

/** Waits for an operation; works on it itself too, for no other worker may be running. */
async function finished(
  app: App,
  actor: Actor,
  { operationId, onProgress }: { operationId: string; onProgress: ImportFile['onProgress'] },
): Promise<Finished> {
  const worker = await startWorker(app, { concurrency: 1 })
  try {
    for (;;) {
      const { state, result, done, total } = await withCtx(app, {
        actor,
        readOnly: true,
        run: (ctx) => loadOperation(ctx, operationId),
      })
      if (state !== 'queued' && state !== 'running') return { state, result }
      onProgress(done, total)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  } finally {
    await worker.stop()
  }
}

/** An operation that failed names its code. */
const failure = ({ error }: Finished['result']): AppError =>
  new AppError(typeof error === 'string' ? error : 'internal')
