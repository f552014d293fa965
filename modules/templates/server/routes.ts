import { forbidden, handle, handleBare, type RouteHandler } from '@peyvand/platform/server'
import {
  answerStepRoute,
  attachRunRoute,
  createScriptRoute,
  createTemplateRoute,
  dropRunRoute,
  exportRunsRoute,
  getRunRoute,
  getScriptRoute,
  getTemplateRoute,
  listMergeFieldsRoute,
  listRunsRoute,
  listScriptsRoute,
  listTemplatesRoute,
  previewScriptRoute,
  previewTemplateRoute,
  scriptReportRoute,
  startRunRoute,
  updateScriptRoute,
  updateTemplateRoute,
  useTemplateRoute,
} from '../contract/index.ts'
import { exportRuns } from './export-runs.ts'
import { listMergeFields } from './merge-fields.ts'
import { mergeText } from './merge-text.ts'
import { stepTexts } from './preview-script.ts'
import { useTemplate } from './render-template.ts'
import { getRun, listRuns } from './run-views.ts'
import { getScript, listScripts } from './script-queries.ts'
import { scriptReport } from './script-report.ts'
import { answerStep, attachRun, dropRun, startRun } from './script-runs.ts'
import { createScript, updateScript } from './scripts.ts'
import { getTemplate, listTemplates } from './template-queries.ts'
import { createTemplate, updateTemplate } from './templates.ts'

export const templateRoutes: readonly RouteHandler[] = [
  handle(listMergeFieldsRoute, async (ctx) => ({ items: await listMergeFields(ctx) })),
  handle(listTemplatesRoute, (ctx, { query }) => listTemplates(ctx, query)),
  handle(createTemplateRoute, (ctx, { body }) => createTemplate(ctx, body)),
  handle(previewTemplateRoute, (ctx, { body: { language, subject, body, ...context } }) =>
    mergeText(ctx, { subject, body }, { language, context }),
  ),
  handle(getTemplateRoute, (ctx, { params }) => getTemplate(ctx, params.id)),
  handle(updateTemplateRoute, (ctx, { params, body }) => updateTemplate(ctx, params.id, body)),
  handle(useTemplateRoute, (ctx, { params, body }) => useTemplate(ctx, params.id, body)),
  handle(listScriptsRoute, (ctx, { query }) => listScripts(ctx, query)),
  handle(createScriptRoute, (ctx, { body }) => createScript(ctx, body)),
  handle(previewScriptRoute, async (ctx, { body: { definition, language, ...context } }) => ({
    texts: await stepTexts(ctx, definition, { language, context }),
  })),
  handle(getScriptRoute, (ctx, { params }) => getScript(ctx, params.id)),
  handle(updateScriptRoute, (ctx, { params, body }) => updateScript(ctx, params.id, body)),
  handle(scriptReportRoute, (ctx, { params, query }) => scriptReport(ctx, params.id, query)),
  handleBare(exportRunsRoute, (app, { params, query }, _http, actor) => {
    if (!actor) throw forbidden()
    return exportRuns(app, actor, { scriptId: params.id, ...query })
  }),
  handle(listRunsRoute, (ctx, { query }) => listRuns(ctx, query)),
  handle(startRunRoute, (ctx, { body }) => startRun(ctx, body)),
  handle(getRunRoute, (ctx, { params }) => getRun(ctx, params.id)),
  handle(answerStepRoute, (ctx, { params, body }) => answerStep(ctx, { ...params, ...body })),
  handle(attachRunRoute, (ctx, { params, body }) => attachRun(ctx, params.id, body.activityId)),
  handle(dropRunRoute, (ctx, { params }) => dropRun(ctx, params.id)),
]
