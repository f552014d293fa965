import { detachFiles } from '@peyvand/files/server'
import { defineJob, undoDays } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'

const daysOfExports = 7

/** Rows of imports are needed for the undo only, files of exports for a week. */
export const cleanUpImportsJob = defineJob({
  name: 'imports.cleanUp',
  payload: z.object({}),
  cron: '23 2 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      const before = (days: number) =>
        sql<string>`${ctx.now().toISOString()}::timestamptz - make_interval(days => ${days})`
      await ctx.db
        .deleteFrom('importRows')
        .where('tenantId', '=', ctx.tenantId)
        .where('importId', 'in', (qb) =>
          qb
            .selectFrom('imports')
            .select('id')
            .where('tenantId', '=', ctx.tenantId)
            .where(sql<boolean>`coalesce(finished_at, created_at) < ${before(undoDays)}`),
        )
        .execute()
      const old = await ctx.db
        .selectFrom('attachments')
        .select(['recordId', 'fileId'])
        .where('tenantId', '=', ctx.tenantId)
        .where('record', '=', 'exports')
        .where('createdAt', '<', before(daysOfExports))
        .execute()
      for (const { recordId, fileId } of old) await detachFiles(ctx, 'exports', recordId, [fileId])
    }),
})
