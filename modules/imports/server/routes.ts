import {
  checkImportRoute,
  createImportRoute,
  deleteImportTemplateRoute,
  downloadErrorFileRoute,
  getImportRoute,
  listErrorKindsRoute,
  listExportColumnsRoute,
  listImportFieldsRoute,
  listImportRowsRoute,
  listImportsRoute,
  listImportTemplatesRoute,
  previewImportRoute,
  runImportRoute,
  saveImportTemplateRoute,
  startExportRoute,
  undoImportRoute,
  updateImportRoute,
} from '@peyvand/imports/contract'
import { handle, handleBare, handlePrepared, unauthenticated } from '@peyvand/platform/server'
import { errorFile } from './error-file.ts'
import { listErrorKinds } from './error-kinds.ts'
import { listExportColumns, startExport } from './exports.ts'
import { listImportRows } from './import-rows.ts'
import { fieldView, importTarget } from './import-target.ts'
import { getImport, listImports } from './import-view.ts'
import {
  createImport,
  prepareImport,
  prepareUpdate,
  startCheck,
  startRun,
  undoImport,
  updateImport,
} from './imports.ts'
import { readPreview } from './preview.ts'
import { deleteTemplate, listTemplates, saveTemplate } from './templates.ts'

export const importsRoutes = [
  handle(listImportsRoute, (ctx, { query }) => listImports(ctx, query)),
  handlePrepared(
    createImportRoute,
    (app, actor, _, { body }) => prepareImport(app, actor, body),
    (ctx, { body }, found) => createImport(ctx, body, found),
  ),
  handle(getImportRoute, (ctx, { params }) => getImport(ctx, params.id)),
  handlePrepared(
    updateImportRoute,
    (app, actor, _, { params, body }) => prepareUpdate(app, actor, { id: params.id, change: body }),
    (ctx, { params, body }, found) => updateImport(ctx, params.id, { change: body, found }),
  ),
  handlePrepared(
    previewImportRoute,
    (app, actor, _, { params }) => readPreview(app, actor, params.id),
    async (_ctx, _input, items) => ({ items }),
  ),
  handle(listImportFieldsRoute, async (ctx, { query }) => {
    const target = await importTarget(ctx, query.record)
    return { items: (await target.fields(ctx)).map((field) => fieldView(ctx, field)) }
  }),
  handle(checkImportRoute, (ctx, { params }) => startCheck(ctx, params.id)),
  handle(runImportRoute, (ctx, { params }) => startRun(ctx, params.id)),
  handle(undoImportRoute, (ctx, { params }) => undoImport(ctx, params.id)),
  handle(listImportRowsRoute, (ctx, { params, query }) => listImportRows(ctx, params.id, query)),
  handle(listErrorKindsRoute, async (ctx, { params }) => ({ items: await listErrorKinds(ctx, params.id) })),
  handleBare(downloadErrorFileRoute, (app, { params }, _, actor) => {
    if (!actor) throw unauthenticated()
    return errorFile(app, actor, params.id)
  }),

  handle(listImportTemplatesRoute, async (ctx, { query }) => ({
    items: await listTemplates(ctx, query.record),
  })),
  handle(saveImportTemplateRoute, (ctx, { body }) => saveTemplate(ctx, body)),
  handle(deleteImportTemplateRoute, (ctx, { params }) =>
    deleteTemplate(ctx, params.id).then(() => undefined),
  ),

  handle(listExportColumnsRoute, async (ctx, { query }) => ({
    items: await listExportColumns(ctx, query.record),
  })),
  handle(startExportRoute, (ctx, { body }) => startExport(ctx, body)),
]
