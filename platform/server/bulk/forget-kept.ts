import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob } from '../jobs.ts'

/** What works have kept for their undo goes with the days of grace. */
export const forgetKeptJob = defineJob({
  name: 'platform.forgetKept',
  payload: z.object({}),
  cron: '40 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      const handlers = ctx.registry.modules.flatMap((module) => module.undo ?? [])
      for (const table of new Set(handlers.flatMap(({ keeps }) => keeps ?? [])))
        await sql`
          delete from ${sql.table(table)} k where k.tenant_id = ${ctx.tenantId} and not exists (
            select from operations o
            where o.tenant_id = k.tenant_id and o.id = k.operation_id
              and (o.state in ('queued', 'running') or o.undo_until > ${ctx.now()}))`.execute(ctx.db)
    }),
})
