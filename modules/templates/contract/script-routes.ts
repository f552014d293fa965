import { defineRoute, Id, IdParams, ListQuery, Locale, listAnswer } from '@peyvand/platform/contract'
import { z } from 'zod'
import { ReportPeriod, RunState, ScriptReport, ScriptRun, ScriptRunRow, StartRun } from './script-runs.ts'
import { Script, ScriptChange, ScriptDefinition, ScriptInput, ScriptRow } from './scripts.ts'
import { MergeContext } from './templates.ts'
import { ScriptAnswer } from './walk-script.ts'

const use = 'templates.use'
const manage = 'templates.manage'

export const listScriptsRoute = defineRoute({
  method: 'GET',
  path: '/scripts',
  summary: 'Call scripts that I may run; who manages templates gets all of them',
  permission: use,
  query: ListQuery,
  answer: listAnswer(ScriptRow),
})

export const createScriptRoute = defineRoute({
  method: 'POST',
  path: '/scripts',
  summary: 'Make a call script',
  permission: manage,
  body: ScriptInput,
  answer: Script,
  status: 201,
  errors: ['templates.scriptFaulty'],
})

export const getScriptRoute = defineRoute({
  method: 'GET',
  path: '/scripts/:id',
  summary: 'One call script with its steps',
  permission: use,
  params: IdParams,
  answer: Script,
  errors: ['templates.scriptNotFound'],
})

export const updateScriptRoute = defineRoute({
  method: 'PATCH',
  path: '/scripts/:id',
  summary: 'Change a call script; one that calls were made by gets a new edition',
  permission: manage,
  params: IdParams,
  body: ScriptChange,
  answer: Script,
  errors: ['templates.scriptNotFound', 'templates.scriptFaulty'],
})

export const previewScriptRoute = defineRoute({
  method: 'POST',
  path: '/scripts/preview',
  summary: 'What is said at each step of a script that is being written, for a party',
  permission: use,
  body: z.object({ definition: ScriptDefinition, language: Locale.default('fa'), ...MergeContext.shape }),
  answer: z.object({ texts: z.record(z.string(), z.string()) }),
  errors: ['activities.notFound'],
})

export const scriptReportRoute = defineRoute({
  method: 'GET',
  path: '/scripts/:id/report',
  summary: 'Outcomes and answers of a script counted, over the calls that I may see',
  permission: use,
  params: IdParams,
  query: ReportPeriod,
  answer: ScriptReport,
  errors: ['templates.scriptNotFound'],
})

export const exportRunsRoute = defineRoute({
  method: 'GET',
  path: '/scripts/:id/export',
  summary: 'The calls by a script that I may see as a table, a column per question',
  permission: 'activities.export',
  params: IdParams,
  query: ReportPeriod.extend({ kind: z.enum(['csv', 'xlsx']).default('xlsx') }),
  answer: 'file',
  errors: ['templates.scriptNotFound'],
})

export const listRunsRoute = defineRoute({
  method: 'GET',
  path: '/script-runs',
  summary: 'Calls made by scripts that I may see, with their answers',
  permission: use,
  query: ListQuery.extend({
    scriptId: Id.optional(),
    activityId: Id.optional(),
    partyId: Id.optional(),
    state: RunState.optional(),
    /** Only those that belong to no recorded call yet. */
    unattached: z.enum(['true', 'false']).default('false'),
  }),
  answer: listAnswer(ScriptRunRow),
})

export const startRunRoute = defineRoute({
  method: 'POST',
  path: '/script-runs',
  summary: 'Begin a call by a script; an open one of mine for the same call is answered again',
  permission: use,
  body: StartRun,
  answer: ScriptRun,
  status: 201,
  errors: ['templates.scriptNotFound', 'templates.scriptNotActive', 'activities.notFound'],
})

export const getRunRoute = defineRoute({
  method: 'GET',
  path: '/script-runs/:id',
  summary: 'A call by a script as far as it has gone',
  permission: use,
  params: IdParams,
  answer: ScriptRun,
  errors: ['templates.runNotFound'],
})

export const answerStepRoute = defineRoute({
  method: 'PUT',
  path: '/script-runs/:id/answers/:stepId',
  summary: 'Answer a step, or change an answer given before; what follows is led by it',
  permission: use,
  params: IdParams.extend({ stepId: z.string().max(8) }),
  body: z.object({ answer: ScriptAnswer }),
  answer: ScriptRun,
  errors: ['templates.runNotFound', 'templates.notOnWay'],
})

export const attachRunRoute = defineRoute({
  method: 'PUT',
  path: '/script-runs/:id/activity',
  summary: 'Keep the answers with the call that was recorded',
  permission: use,
  params: IdParams,
  body: z.object({ activityId: Id }),
  answer: ScriptRun,
  errors: ['templates.runNotFound', 'activities.notFound'],
})

export const dropRunRoute = defineRoute({
  method: 'DELETE',
  path: '/script-runs/:id',
  summary: 'Throw away a run of mine that belongs to no call yet',
  permission: use,
  params: IdParams,
  answer: 'none',
  errors: ['templates.runNotFound', 'templates.runAttached'],
})
