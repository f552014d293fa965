import { defineJob } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import './tables.ts'

const keptDays = 30

/** The log of deliveries keeps a month. */
export const cleanUpDeliveriesJob = defineJob({
  name: 'integrations.cleanUp',
  payload: z.object({}),
  cron: '51 1 * * *',
  run: async (job) => {
    await job.inFirm((ctx) =>
      ctx.db
        .deleteFrom('webhookDeliveries')
        .where('tenantId', '=', ctx.tenantId)
        .where('createdAt', '<', sql<string>`now() - make_interval(days => ${keptDays})`)
        .execute(),
    )
  },
})
