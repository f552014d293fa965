import {
  type Ctx,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  reportProgress,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { BulkAction } from '../contract/index.ts'
import { takeBack } from './bulk-take-back.ts'
import { judgeBulk, type KeptParty } from './bulk-verdict.ts'

const rowsAtOnce = 200

/** Takes a change of many parties back: what somebody changed again since then stays as it is now. */
export const bulkUndoJob = defineJob({
  name: 'parties.bulkUndo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      let goesOn = true
      while (goesOn) goesOn = await job.inFirm((ctx) => undoSome(ctx, { operationId, undoes }))
    }),
})

/** Old values go with the days of grace. */
export const forgetBulkJob = defineJob({
  name: 'parties.forgetBulk',
  payload: z.object({}),
  cron: '40 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      await sql`
        delete from party_bulk_changes b where b.tenant_id = ${ctx.tenantId} and not exists (
          select from operations o
          where o.tenant_id = b.tenant_id and o.id = b.operation_id
            and (o.state in ('queued', 'running') or o.undo_until > ${ctx.now()}))`.execute(ctx.db)
    }),
})

const Checkpoint = z.object({ after: z.uuid().optional() })

async function undoSome(
  ctx: Ctx,
  { operationId, undoes }: { operationId: string; undoes: string },
): Promise<boolean> {
  const undo = await loadOperation(ctx, operationId)
  if (undo.state !== 'queued' && undo.state !== 'running') return false
  const { action } = z.object({ action: BulkAction }).parse((await loadOperation(ctx, undoes)).input)
  const { after } = Checkpoint.parse(undo.checkpoint)
  const kept = await keptParties(ctx, undoes, { after, limit: rowsAtOnce })
  const last = kept.at(-1)
  if (!last) {
    await finishOperation(ctx, operationId, { result: { changed: undo.done, failed: undo.failed } })
    return false
  }
  const { free, stays } = await judgeBulk(ctx, action, { kept, lock: true })
  await takeBack(ctx, {
    action,
    rows: free,
    before: new Map(kept.map((one) => [one.partyId, one.before])),
  })
  const [done, failed] = [undo.done + free.length, undo.failed + stays.length]
  const goesOn = await reportProgress(ctx, operationId, { done, failed, checkpoint: { after: last.partyId } })
  if (!goesOn)
    await finishOperation(ctx, operationId, { state: 'cancelled', result: { changed: done, failed } })
  return goesOn
}

/** What a bulk change has kept, in the order of the records' ids. */
export function keptParties(
  ctx: Ctx,
  operationId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<KeptParty[]> {
  return ctx.db
    .selectFrom('partyBulkChanges')
    .select(['partyId', 'before'])
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', operationId)
    .$if(after !== undefined, (qb) => qb.where('partyId', '>', after as string))
    .orderBy('partyId')
    .limit(limit)
    .execute()
}
