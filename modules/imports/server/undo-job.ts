import {
  anyOf,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  reportProgress,
} from '@peyvand/platform/server'

import { sql } from 'kysely'
import { z } from 'zod'
import { importTarget } from './import-target.ts'

const rowsAtOnce = 500

/** Takes back a finished import, last rows first; each lot in one transaction, so it may be cut off and go on. */
export const undoImportJob = defineJob({
  name: 'imports.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      for (let goesOn = true; goesOn; ) {
        goesOn = await job.inFirm(async (ctx) => {
          const operation = await loadOperation(ctx, operationId)
          if (operation.state !== 'queued' && operation.state !== 'running') return false
          const { id, record } = await ctx.db
            .selectFrom('imports')
            .select(['id', 'record'])
            .where('tenantId', '=', ctx.tenantId)
            .where('operationId', '=', undoes)
            .executeTakeFirstOrThrow()
          const rows = await ctx.db
            .selectFrom('importRows')
            .select(['row', 'written'])
            .where('tenantId', '=', ctx.tenantId)
            .where('importId', '=', id)
            .where('written', 'is not', null)
            .orderBy('row', 'desc')
            .limit(rowsAtOnce)
            .execute()
          if (rows.length === 0) {
            await ctx.db
              .updateTable('imports')
              .set({ state: 'undone' })
              .where('tenantId', '=', ctx.tenantId)
              .where('id', '=', id)
              .execute()
            await finishOperation(ctx, operationId, {})
            return false
          }
          const target = await importTarget(ctx, record)
          await target.undo(
            ctx,
            rows.toReversed().flatMap(({ written }) => written ?? []),
          )
          await ctx.db
            .updateTable('importRows')
            .set({ written: sql`null` })
            .where('tenantId', '=', ctx.tenantId)
            .where('importId', '=', id)
            .where(
              anyOf(
                sql`row`,
                rows.map(({ row }) => String(row)),
                'int',
              ),
            )
            .execute()
          await reportProgress(ctx, operationId, { done: operation.done + rows.length })
          return true
        })
      }
    }),
})
