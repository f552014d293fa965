import { Readable } from 'node:stream'
import { attachFiles, finishUpload, storeContent } from '@peyvand/files/server'
import { type ExportFormat, ExportRequest, type ExportRequestInput } from '@peyvand/imports/contract'
import type { CardVersion } from '@peyvand/parties/server'
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
import { tablePaper } from './writing/table-paper.ts'

const rowsAtOnce = 1000

const cardVersions: Partial<Record<ExportFormat, CardVersion>> = { vcard: '4.0', vcard3: '3.0' }

/** Starts the writing of a list to a file. @throws AppError forbidden, exports.unknownRecord, exports.unknownColumn */
export async function startExport(
  ctx: Ctx,
  request: z.output<typeof ExportRequest>,
): Promise<{ operationId: string }> {
  const source = await exportSource(ctx, request.record)
  requirePermission(ctx, source.permission)
  if (cardVersions[request.format] && !source.cards) throw new AppError('exports.noCards', { status: 400 })
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
            label: source.name ?? ctx.registry.translate(ctx.locale, `exports.name.${request.record}`),
          }
        },
        { readOnly: true },
      )
      if (!isOpen) return
      const version = cardVersions[request.format]
      const name = `${label}.${version ? 'vcf' : request.format}`
      const exported = { operationId, request, columns: columns.map(({ key }) => key) }
      try {
        const content = version
          ? Readable.from(exportedCards(job, exported, version))
          : await tableContent(job, exported, {
              title: label,
              headers: columns.map((column) => column.label),
            })
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

function tableContent(
  job: JobRun,
  exported: Exported,
  { title, headers }: { title: string; headers: string[] },
): Readable | Promise<Readable> {
  const { locale, firm } = job.actor
  const rows = exportedRows(job, exported)
  const { format } = exported.request
  if (format === 'pdf')
    return tablePaper(job.app, {
      title,
      headers,
      rows,
      firm: firm.name,
      language: locale,
      timeZone: firm.timeZone,
    })
  return tableFile({
    kind: format === 'csv' ? 'csv' : 'xlsx',
    headers,
    rightToLeft: locale === 'fa',
    rows,
  })
}

/** The user asked to stop. */
class Stopped extends Error {}

interface Exported {
  operationId: string
  request: z.output<typeof ExportRequest>
  columns: string[]
}

const exportedRows = (job: JobRun, exported: Exported): AsyncGenerator<string[]> =>
  exportedPages(job, exported, (ctx, source, rows) => source.cells(ctx, rows, exported.columns))

const exportedCards = (job: JobRun, exported: Exported, version: CardVersion): AsyncGenerator<string> =>
  exportedPages(job, exported, async (ctx, source, rows) => source.cards?.(ctx, rows, version) ?? [])

/** Goes through the list and yields what `write` makes of its rows. */
async function* exportedPages<T>(
  job: JobRun,
  { operationId, request }: Exported,
  write: (ctx: Ctx, source: ExportSource, rows: readonly unknown[]) => Promise<T[]>,
): AsyncGenerator<T> {
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
      return { cells: await write(ctx, source, rows), next: page.nextCursor }
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
