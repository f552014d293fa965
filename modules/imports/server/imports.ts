import { attachFiles, storedFile } from '@peyvand/files/server'
import type { Import, ImportChange } from '@peyvand/imports/contract'
import { ImportSettings } from '@peyvand/imports/contract'
import {
  type Actor,
  type App,
  AppError,
  badField,
  type Ctx,
  json,
  newId,
  requirePermission,
  requireVersion,
  startOperation,
  undoOperation,
  withCtx,
} from '@peyvand/platform/server'
import { type Analysis, analyseFile } from './analyse.ts'
import { checkImportJob } from './check-job.ts'
import { type ImportField, importTarget } from './import-target.ts'
import { getImport, type ImportRecord, isOpen, loadImport } from './import-view.ts'
import { runImportJob } from './run-job.ts'
import { templateFor } from './templates.ts'

export interface NewImport {
  fileId: string
  record: string
  templateId?: string | undefined
}

/** Reads the file's beginning, before the transaction of `createImport` opens. */
export async function prepareImport(
  app: App,
  actor: Actor,
  { fileId, record }: NewImport,
): Promise<Analysis & { fileName: string }> {
  const { file, fields } = await withCtx(app, {
    actor,
    readOnly: true,
    run: async (ctx) => ({
      file: await storedFile(ctx, fileId),
      fields: await (await importTarget(ctx, record)).fields(ctx),
    }),
  })
  return { fileName: file.name, ...(await analyseFile(app, { file, fields, locale: actor.locale })) }
}

/** Begins an import with what was found out about the file. */
export async function createImport(
  ctx: Ctx,
  { fileId, record, templateId }: NewImport,
  found: Analysis & { fileName: string },
): Promise<Import> {
  const target = await importTarget(ctx, record)
  requirePermission(ctx, target.permission)
  const id = newId()
  const template = templateId ? await templateFor(ctx, { id: templateId, columns: found.columns }) : null
  const settings = ImportSettings.parse({ unknownValues: 'add', ...found.settings, ...template?.settings })
  await ctx.db
    .insertInto('imports')
    .values({
      tenantId: ctx.tenantId,
      id,
      record,
      fileId,
      fileName: found.fileName,
      state: 'draft',
      format: json(found.format),
      sheets: json(found.sheets),
      columns: json(found.columns),
      mapping: json(template?.mapping ?? found.mapping),
      settings: json(settings),
      counts: json(null),
      newValues: json({}),
      errors: json([]),
      operationId: null,
      createdBy: ctx.actor.userId,
      finishedAt: null,
    })
    .execute()
  await attachFiles(ctx, 'imports', id, [fileId])
  ctx.audit({ action: 'create', record: 'imports', recordId: id, label: found.fileName })
  return getImport(ctx, id)
}

/** Reads the columns again where the format changes; before the transaction of `updateImport` opens. */
export async function prepareUpdate(
  app: App,
  actor: Actor,
  { id, change }: { id: string; change: ImportChange },
): Promise<Analysis | null> {
  if (!change.format) return null
  const { row, file, fields } = await withCtx(app, {
    actor,
    readOnly: true,
    run: async (ctx) => {
      const row = await loadImport(ctx, id)
      return {
        row,
        file: await storedFile(ctx, row.fileId),
        fields: await (await importTarget(ctx, row.record)).fields(ctx),
      }
    },
  })
  const given = Object.fromEntries(
    Object.entries(change.format).filter(([, value]) => value !== undefined && value !== null),
  )
  const present =
    'headerRow' in given || 'sheet' in given ? row.format : { ...row.format, headerRow: undefined }
  const kept = Object.fromEntries(
    Object.entries(present).filter(([, value]) => value !== undefined && value !== null),
  )
  if ('sheet' in given && !('headerRow' in given)) delete kept['headerRow']
  return analyseFile(app, { file, fields, locale: actor.locale, given: { ...kept, ...given } })
}

/** @throws AppError imports.alreadyRun (409), imports.unknownField, imports.fieldTwice, imports.unknownGroup (400) */
export async function updateImport(
  ctx: Ctx,
  id: string,
  { change, found }: { change: ImportChange; found: Analysis | null },
): Promise<Import> {
  const row = await loadOpenImport(ctx, id)
  requireVersion(row, change.version, await getImport(ctx, id))
  const target = await importTarget(ctx, row.record)
  const mapping = change.mapping ?? found?.mapping ?? row.mapping
  requireMapping(mapping, await target.fields(ctx))
  const settings = ImportSettings.parse({ ...row.settings, ...change.settings })
  await target.checkSettings(ctx, settings)
  await ctx.db
    .updateTable('imports')
    .set({
      state: 'draft',
      mapping: json(mapping),
      settings: json(settings),
      ...(found
        ? { format: json(found.format), sheets: json(found.sheets), columns: json(found.columns) }
        : {}),
      version: row.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  return getImport(ctx, id)
}

/** Starts the trial of all rows; nothing is written but its result. */
export const startCheck = (ctx: Ctx, id: string): Promise<{ operationId: string }> =>
  start(ctx, id, 'checking')

/** Starts the writing of all rows, after a trial where there was none since the last change. */
export const startRun = (ctx: Ctx, id: string): Promise<{ operationId: string }> => start(ctx, id, 'running')

async function start(ctx: Ctx, id: string, state: 'checking' | 'running'): Promise<{ operationId: string }> {
  const row = await loadOpenImport(ctx, id)
  const target = await importTarget(ctx, row.record)
  requirePermission(ctx, target.permission)
  await target.checkSettings(ctx, row.settings)
  if (row.mapping.every(({ field }) => field === null))
    throw new AppError('imports.nothingMapped', { status: 400 })
  const operationId = await startOperation(ctx, {
    job: state === 'checking' ? checkImportJob : runImportJob,
    payload: (operationId) => ({ operationId, importId: id }),
    input: { importId: id, fileName: row.fileName },
    total: row.counts?.rows ?? null,
  })
  await ctx.db
    .updateTable('imports')
    .set({ state, operationId, finishedAt: null })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  if (state === 'running') ctx.audit({ action: 'run', record: 'imports', recordId: id, label: row.fileName })
  return { operationId }
}

/** @throws AppError notFound (404), imports.alreadyRun (409) */
async function loadOpenImport(ctx: Ctx, id: string): Promise<ImportRecord> {
  await ctx.db
    .selectFrom('imports')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const row = await loadImport(ctx, id)
  if (!isOpen(row)) throw new AppError('imports.alreadyRun', { status: 409 })
  return row
}

function requireMapping(mapping: Import['mapping'], fields: readonly ImportField[]): void {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const taken = new Set<string>()
  for (const [index, { field }] of mapping.entries()) {
    if (field === null) continue
    const known = byKey.get(field)
    if (!known) throw badField(`mapping.${index}.field`, 'imports.unknownField')
    if (taken.has(field) && !known.many) throw badField(`mapping.${index}.field`, 'imports.fieldTwice')
    taken.add(field)
  }
}

/** Takes a finished import back as a job. @throws AppError operations.cannotUndo (409) */
export async function undoImport(ctx: Ctx, id: string): Promise<{ operationId: string }> {
  const { operationId } = await loadImport(ctx, id)
  if (!operationId) throw new AppError('operations.cannotUndo', { status: 409 })
  return undoOperation(ctx, operationId)
}
