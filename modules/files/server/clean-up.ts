import { unattachedHours } from '@peyvand/files/contract'
import { defineJob, type JobRun } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { forgetLetGo } from './own-field-files.ts'

const batch = 500

/** Removes contents that no record took: uploads given up, cut off, or detached a day ago. */
export const cleanUpFilesJob = defineJob({
  name: 'files.cleanUp',
  payload: z.object({}),
  cron: '41 * * * *',
  run: async (job) => {
    await job.inFirm((ctx) => forgetLetGo(ctx))
    for (;;) {
      const files = await job.inFirm(
        (ctx) =>
          ctx.db
            .selectFrom('files')
            .select(['id', 'storageKey'])
            .where('tenantId', '=', ctx.tenantId)
            .where(
              'unattachedSince',
              '<',
              sql<string>`${ctx.now().toISOString()}::timestamptz - make_interval(hours => ${unattachedHours})`,
            )
            .limit(batch)
            .execute(),
        { readOnly: true },
      )
      if (files.length === 0) return
      for (const file of files) await removeFile(job, file)
    }
  },
})

/** Hidden first, so that nobody attaches it meanwhile; the row goes last, so that a cut-off removal is repeated. */
async function removeFile(
  job: JobRun,
  { id, storageKey }: { id: string; storageKey: string },
): Promise<void> {
  const isHidden = await job.inFirm(async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('files')
      .set({ state: 'uploading' })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .where('unattachedSince', 'is not', null)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  })
  if (!isHidden) return
  await job.app.storage.delete(storageKey)
  await job.inFirm((ctx) =>
    ctx.db.deleteFrom('files').where('tenantId', '=', ctx.tenantId).where('id', '=', id).execute(),
  )
}
