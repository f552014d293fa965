import { sql } from 'kysely'
import { z } from 'zod'
import { idempotencyDays } from '../contract/index.ts'
import { defineJob } from './jobs.ts'

/** Repeats of a request come within days (a phone that was offline sends late), listeners within weeks. */
export const cleanUpJob = defineJob({
  name: 'platform.cleanUp',
  payload: z.object({}),
  cron: '17 1 * * *',
  run: async (job) => {
    await job.inFirm(async (ctx) => {
      const olderThan = (days: number) => sql<boolean>`at < now() - make_interval(days => ${days})`
      await ctx.db
        .deleteFrom('idempotencyKeys')
        .where('tenantId', '=', ctx.tenantId)
        .where(olderThan(idempotencyDays))
        .execute()
      await ctx.db
        .deleteFrom('handledEvents')
        .where('tenantId', '=', ctx.tenantId)
        .where(olderThan(90))
        .execute()
      await ctx.db.deleteFrom('outbox').where('tenantId', '=', ctx.tenantId).where(olderThan(90)).execute()
    })
  },
})
