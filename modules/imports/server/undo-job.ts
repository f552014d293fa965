import type { UndoPreview } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  type DoneOperation,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  reportProgress,
} from '@peyvand/platform/server'

import { sql } from 'kysely'
import { z } from 'zod'
import { importTarget } from './import-target.ts'
import { showChanged } from './show-changed.ts'

const rowsAtOnce = 500

/**
 * Takes back a finished import, last rows first; each lot in one transaction, so it may be cut off and go on. Records
 * that were worked on since the import stay.
 */
export const undoImportJob = defineJob({
  name: 'imports.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => undoLot(ctx, { operationId, undoes })));
    }),
})

async function undoLot(
  ctx: Ctx,
  { operationId, undoes }: { operationId: string; undoes: string },
): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.state !== 'queued' && operation.state !== 'running') return false
  const { id: importId, record } = await importOf(ctx, undoes)
  const rows = await writtenRows(ctx, importId, {})
  if (rows.length === 0) {
    await ctx.db
      .updateTable('imports')
      .set({ state: 'undone' })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', importId)
      .execute()
    await finishOperation(ctx, operationId, { result: { changed: operation.done, failed: operation.failed } })
    showChanged(ctx)
    return false
  }
  const target = await importTarget(ctx, record)
  const items = rows.toReversed().flatMap(({ written }) => written ?? [])
  const { finishedAt } = await loadOperation(ctx, undoes)
  const stays = (await target.stays?.(ctx, items, finishedAt ?? ctx.now().toISOString())) ?? []
  const staying = new Set(stays.map((stay) => stay.id))
  await target.undo(
    ctx,
    items.filter(({ id, isNew }) => !(isNew && staying.has(id))),
  )
  await ctx.db
    .updateTable('importRows')
    .set({ written: sql`null` })
    .where('tenantId', '=', ctx.tenantId)
    .where('importId', '=', importId)
    .where(
      anyOf(
        sql`row`,
        rows.map(({ row }) => String(row)),
        'int',
      ),
    )
    .execute()
  await reportProgress(ctx, operationId, {
    done: operation.done + Math.max(0, rows.length - stays.length),
    failed: operation.failed + stays.length,
  })
  return true
}

const mostExamined = 5000
const mostExamples = 50

/** What was imported, in the caller's language. */
export async function describeImport(ctx: Ctx, { id }: DoneOperation): Promise<string> {
  const { fileName } = await importOf(ctx, id)
  return ctx.registry.translate(ctx.locale, 'imports.did', { file: fileName })
}

/** What taking an import back now would bring back, and what it would leave. */
export async function previewUndoImport(ctx: Ctx, { id, finishedAt }: DoneOperation): Promise<UndoPreview> {
  const { id: importId, record } = await importOf(ctx, id)
  const target = await importTarget(ctx, record)
  const preview: UndoPreview = { blocked: null, takesBack: 0, stays: 0, examples: [], exact: true }
  let before: number | undefined
  for (let examined = 0; ; examined += rowsAtOnce) {
    const rows = await writtenRows(ctx, importId, { before })
    if (rows.length === 0) return preview
    if (examined >= mostExamined) return { ...preview, exact: false }
    before = rows.at(-1)?.row
    const items = rows.flatMap(({ written }) => written ?? [])
    const stays = (await target.stays?.(ctx, items, finishedAt ?? ctx.now().toISOString())) ?? []
    const staying = new Set(stays.map((stay) => stay.id))
    preview.takesBack += items.filter(({ id, isNew, trace }) =>
      isNew ? !staying.has(id) : trace !== null,
    ).length
    preview.stays += stays.length
    preview.examples.push(...stays.slice(0, mostExamples - preview.examples.length))
  }
}

const importOf = (ctx: Ctx, operationId: string) =>
  ctx.db
    .selectFrom('imports')
    .select(['id', 'record', 'fileName'])
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', operationId)
    .executeTakeFirstOrThrow()

/** Rows of the file that wrote something not taken back yet, last ones first. */
const writtenRows = (ctx: Ctx, importId: string, { before }: { before?: number | undefined }) =>
  ctx.db
    .selectFrom('importRows')
    .select(['row', 'written'])
    .where('tenantId', '=', ctx.tenantId)
    .where('importId', '=', importId)
    .where('written', 'is not', null)
    .$if(before !== undefined, (qb) => qb.where('row', '<', before as number))
    .orderBy('row', 'desc')
    .limit(rowsAtOnce)
    .execute()
