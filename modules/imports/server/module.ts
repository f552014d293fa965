import { customFieldUses } from '@peyvand/customization/server'
import { canSeeRecord } from '@peyvand/files/server'
import { importsPermissions } from '@peyvand/imports/contract'
import { en } from '@peyvand/imports/contract/en'
import { fa } from '@peyvand/imports/contract/fa'
import { importedRows } from '@peyvand/parties/server'
import { type Ctx, defineModule, fill } from '@peyvand/platform/server'
import { activityExport } from './activities/activity-export.ts'
import { auditExport } from './audit/audit-export.ts'
import { checkImportJob } from './check-job.ts'
import { cleanUpImportsJob } from './clean-up.ts'
import { type ExportSource, exportSourcesHook } from './export-source.ts'
import { exportJob } from './exports.ts'
import { type ImportTarget, importTargetsHook } from './import-target.ts'
import { visibleImports } from './import-view.ts'
import { importedRowsOf } from './imported-rows.ts'
import { importsTables } from './migrations/20261122T1100-imports.ts'
import { fileReadOnceMore } from './migrations/20261122T2010-file-read-once-more.ts'
import { mappingsWithField } from './own-field-uses.ts'
import { partyExport } from './parties/party-export.ts'
import { partyTarget } from './parties/party-target.ts'
import { importsRoutes } from './routes.ts'
import { runImportJob } from './run-job.ts'
import { describeImport, previewUndoImport, undoImportJob } from './undo-job.ts'

export const importsModule = defineModule({
  name: 'imports',
  texts: { fa, en },
  permissions: importsPermissions,
  errors: {
    'imports.unknownRecord': 404,
    'imports.unreadable': 400,
    'imports.noRows': 400,
    'imports.tooManyRows': 400,
    'imports.alreadyRun': 409,
    'imports.unknownField': 400,
    'imports.fieldTwice': 400,
    'imports.unknownGroup': 400,
    'imports.nothingMapped': 400,
    'exports.unknownRecord': 404,
    'exports.unknownColumn': 400,
    'exports.noCards': 400,
    'exports.tooLong': 422,
    'exports.notDrawn': 422,
  },
  migrations: [importsTables, fileReadOnceMore],
  routes: importsRoutes,
  jobs: [checkImportJob, runImportJob, exportJob, cleanUpImportsJob],
  undo: [
    {
      kind: runImportJob.name,
      job: undoImportJob,
      describe: describeImport,
      preview: previewUndoImport,
    },
  ],
  extends: [
    // Parties stand below this module: their target and list are described here, those of others by themselves.
    fill(importTargetsHook, async () => partyTarget as ImportTarget),
    fill(exportSourcesHook, async () => partyExport as ExportSource),
    fill(exportSourcesHook, async () => activityExport as ExportSource),
    fill(exportSourcesHook, async () => auditExport as ExportSource),
    fill(importedRows, importedRowsOf),
    fill(customFieldUses, mappingsWithField),
    fill(canSeeRecord, (ctx, { record, recordId }) => mayDownload(ctx, record, recordId)),
  ],
})

/** The imported file is its importer's, the exported one of who asked for it. */
async function mayDownload(ctx: Ctx, record: string, id: string): Promise<boolean | null> {
  if (record === 'imports')
    return (await visibleImports(ctx).where('i.id', '=', id).executeTakeFirst()) !== undefined
  if (record !== 'exports') return null
  const operation = await ctx.db
    .selectFrom('operations')
    .select('createdBy')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return operation !== undefined && operation.createdBy === ctx.actor.userId
}
