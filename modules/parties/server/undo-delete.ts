import { defineJob, finishOperation, loadOperation, notFound, orFail } from '@peyvand/platform/server'
import { z } from 'zod'
import { restoreParty } from './bin.ts'

export const Deletion = z.object({ partyId: z.uuid() })

/** Brings a deleted party back. Where somebody did so before, nothing is left to do. */
export const undoDeleteJob = defineJob({
  name: 'parties.undoDelete',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        const { partyId } = Deletion.parse((await loadOperation(ctx, undoes)).input)
        const row = await ctx.db
          .selectFrom('parties')
          .select('deletedAt')
          .where('tenantId', '=', ctx.tenantId)
          .where('id', '=', partyId)
          .executeTakeFirst()
        if (!row) throw notFound()
        if (row.deletedAt !== null) await restoreParty(ctx, partyId)
        await finishOperation(ctx, operationId, { result: { changed: 1, failed: 0 } })
      }),
    ),
})
