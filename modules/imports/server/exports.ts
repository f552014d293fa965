import { attachFiles, finishUpload, storeContent } from '@peyvand/files/server'
import { ExportRequest, type ExportRequestInput } from '@peyvand/imports/contract'
import { ListQuery } from '@peyvand/platform/contract'
import {
  AppError,
  type Ctx,
  defineJob,
  finishOperation,
  type JobRun,
  loadOperation,
  orFail,
  reportProgress,
  requirePermission,
  startOperation,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { type ExportColumn, type ExportSource, exportSource } from './export-source.ts'
import { tableFile } from './writing/table-file.ts'

const rowsAtOnce = 1000

/** Starts the writing of a list to a file. @throws AppError forbidden, exports.unknownRecord, exports.unknownColumn */
export async function startExport(
  ctx: Ctx,
  request: z.output<typeof ExportRequest>,
): Promise<{ operationId: string }> {
  const source = await exportSource(ctx, request.record)
  requirePermission(ctx, source.permission)
  await chosenColumns(ctx, source, request.columns)
  const operationId = await startOperation(ctx, {
    job: exportJob,
    payload: (operationId) => ({ operationId, request: request as ExportRequestInput }),
    input: { record: request.record, format: request.format },
  })
  ctx.audit({
    action: 'export',
    record: request.record,
    changes: { selection: { to: request.selection }, columns: { to: request.columns ?? [] } },
  })
  return { operationId }
}

/** What a list can be written with. @throws AppError forbidden, exports.unknownRecord */
export async function listExportColumns(ctx: Ctx, record: string): Promise<ExportColumn[]> {
  const source = await exportSource(ctx, record)
  requirePermission(ctx, source.permission)
  return source.columns(ctx)
}

/** Writes the file page by page; cut off, it begins again and the half file is removed by the clean-up. */
export const exportJob = defineJob({
  name: 'exports.run',
  payload: z.object({ operationId: z.uuid(), request: ExportRequest }),
  run: (job, { operationId, request }) =>
    orFail(job, operationId, async () => {
      const { isOpen, columns, label } = await job.inFirm(
        async (ctx) => {
          const source = await exportSource(ctx, request.record)
          requirePermission(ctx, source.permission)
          const { state } = await loadOperation(ctx, operationId)
          return {
            isOpen: state === 'queued' || state === 'running',
            columns: await chosenColumns(ctx, source, request.columns),
            label: ctx.registry.translate(ctx.locale, `exports.name.${request.record}`),
          }
        },
        { readOnly: true },
      )
      if (!isOpen) return
      const content = tableFile({
        kind: request.format,
        headers: columns.map((column) => column.label),
        rightToLeft: job.actor.locale === 'fa',
        rows: exportedRows(job, { operationId, request, columns: columns.map(({ key }) => key) }),
      })
      const name = `${label}.${request.format}`
      try {
        const fileId = await storeContent(job.app, job.actor, { name, content })
        await job.inFirm(async (ctx) => {
          await finishUpload(ctx, fileId)
          await attachFiles(ctx, 'exports', operationId, [fileId])
          await finishOperation(ctx, operationId, {
            result: { fileId, fileName: name, fileUrl: `/api/v1/files/${fileId}/content` },
          })
        })
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
        await job.inFirm((ctx) => finishOperation(ctx, operationId, { state: 'cancelled' }))
      }
    }),
})

/** The user asked to stop. */
class Stopped extends Error {}

interface Exported {
  operationId: string
  request: z.output<typeof ExportRequest>
  columns: string[]
}

async function* exportedRows(
  job: JobRun,
  { operationId, request, columns }: Exported,
): AsyncGenerator<string[]> {
  const { selection, sort, record } = request
  let cursor: string | undefined
  let done = 0
  do {
    const { cells, next } = await job.inFirm(async (ctx) => {
      const source = await exportSource(ctx, record)
      const query = {
        ...ListQuery.parse({ count: 'none', sort: sort ?? source.defaultSort }),
        limit: rowsAtOnce,
        ...(cursor ? { cursor } : {}),
        ...('all' in selection ? { filter: selection.filter, q: selection.q } : {}),
      }
      const page = await source.page(ctx, query, 'ids' in selection ? selection.ids : undefined)
      const except = new Set('all' in selection ? selection.except : [])
      const rows = page.items.filter((row) => !except.has((row as { id: string }).id))
      done += rows.length
      if (!(await reportProgress(ctx, operationId, { done }))) throw new Stopped()
      return { cells: await source.cells(ctx, rows, columns), next: page.nextCursor }
    })
    yield* cells
    cursor = next ?? undefined
  } while (cursor)
}

async function chosenColumns(ctx: Ctx, source: ExportSource, keys: readonly string[] | undefined) {
  const columns = new Map((await source.columns(ctx)).map((column) => [column.key, column]))
  if (!keys) return source.defaultColumns.flatMap((key) => columns.get(key) ?? [])
  return keys.map((key) => {
    const column = columns.get(key)
    if (!column) throw new AppError('exports.unknownColumn', { status: 400, params: { column: key } })
    return column
  })
}
