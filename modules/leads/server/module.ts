import { listValueCounted, listValueMerged, valueListsHook } from '@peyvand/customization/server'
import { firmCreated } from '@peyvand/identity/server'
import { type ExportSource, exportSourcesHook } from '@peyvand/imports/server'
import { groupJoined, partyReferences } from '@peyvand/parties/server'
import { defineModule, fill } from '@peyvand/platform/server'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import * as contract from '../contract/index.ts'
import { leadsArrive } from './arrive.ts'
import { assignImportedJob } from './assign-job.ts'
import { leadExport } from './lead-export.ts'
import { leadFormPage } from './lead-form-page.ts'
import { countListValue, moveListValue, unfitReasons } from './list-values.ts'
import { leadTables } from './migrations/20261124T1000-leads.ts'
import { answerListeners } from './note-answer.ts'
import { referencesToParties } from './party-references.ts'
import { leadRoutes } from './routes.ts'
import { seedLeads } from './seed-leads.ts'
import { undoConversion } from './undo-conversion.ts'

export const leadsModule = defineModule({
  name: 'leads',
  texts: { fa, en },
  permissions: contract.leadsPermissions,
  errors: {
    'leads.notFound': 404,
    'leads.notOpen': 409,
    'leads.answerUnknown': 400,
    'leads.answersMissing': 409,
    'leads.criterionNotFound': 404,
    'leads.ruleNotFound': 404,
    'leads.orderIncomplete': 409,
    'leads.costNotFound': 404,
    'leads.formNotFound': 404,
    'leads.changedSince': 409,
    'leads.dealWorkedOn': 409,
  },
  events: [contract.leadReceived, contract.leadsAssigned, contract.leadJudged, contract.leadConverted],
  routes: leadRoutes,
  pages: [leadFormPage],
  migrations: [leadTables],
  listeners: answerListeners,
  jobs: [assignImportedJob],
  undo: [undoConversion],
  extends: [
    fill(firmCreated, seedLeads),
    fill(valueListsHook, async () => [unfitReasons]),
    fill(listValueMerged, moveListValue),
    fill(listValueCounted, countListValue),
    fill(groupJoined, leadsArrive),
    fill(partyReferences, referencesToParties),
    fill(exportSourcesHook, async () => leadExport as ExportSource),
  ],
})
