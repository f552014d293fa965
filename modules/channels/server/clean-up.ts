import { defineJob } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import './tables.ts'

const keptDays = 180

/** The log of messages keeps half a year; texts of those given up go after a month. */
export const cleanUpMessagesJob = defineJob({
  name: 'channels.cleanUp',
  payload: z.object({}),
  cron: '41 1 * * *',
  run: async (job) => {
    await job.inFirm(async (ctx) => {
      await ctx.db
        .deleteFrom('outgoingMessages')
        .where('tenantId', '=', ctx.tenantId)
        .where('createdAt', '<', sql<string>`now() - make_interval(days => ${keptDays})`)
        .execute()
      await ctx.db
        .updateTable('outgoingMessages')
        .set({ bodyText: null, bodyHtml: null })
        .where('tenantId', '=', ctx.tenantId)
        .where('state', '=', 'uncertain')
        .where('bodyText', 'is not', null)
        .where('createdAt', '<', sql<string>`now() - interval '30 days'`)
        .execute()
    })
  },
})
