import { requireValue } from '@peyvand/customization/server'
import { activeUser } from '@peyvand/identity/server'
import { Selection } from '@peyvand/platform/contract'
import {
  badField,
  type Ctx,
  defineJob,
  finishOperation,
  insertRows,
  loadOperation,
  orFail,
  reportProgress,
  requirePermission,
  selectedRows,
  startOperation,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { BulkDealAction } from '../contract/index.ts'
import { actOn, beforeBulk } from './bulk-acts.ts'
import { reaches, type StoredDeal, visibleDeals } from './deal-access.ts'
import { dealSource } from './deal-source.ts'
import { requireStage } from './stages.ts'

const rowsPerStep = 100

/** What an operation of `pipeline.bulk` was started with. */
export const BulkInput = z.object({ selection: Selection, action: BulkDealAction })
type BulkInput = z.infer<typeof BulkInput>
const Checkpoint = z.object({ after: z.string().nullable().default(null) })

/**
 * Starts a change of many deals; it goes on as an operation that can be undone for 30 days.
 * @throws AppError pipeline.stageNotFound (404); badInput (400) at `action.ownerId`, `action.lostReasonId`
 */
export async function bulkChangeDeals(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  requirePermission(ctx, 'deals.massUpdate')
  const { selection, action } = input
  if (action.type === 'reassign' && !(await activeUser(ctx, action.ownerId)))
    throw badField('action.ownerId', 'pipeline.ownerInactive')
  if (action.type === 'move') {
    const { outcome } = await requireStage(ctx, action.stageId)
    if (outcome === 'lost' && action.lostReasonId === null) throw badField('action.lostReasonId', 'required')
    await requireValue(ctx, 'lostReasons', {
      path: 'action.lostReasonId',
      id: action.lostReasonId,
      present: null,
    })
  }
  const operationId = await startOperation(ctx, {
    job: bulkDealsJob,
    kind: 'pipeline.bulk',
    payload: (id) => ({ operationId: id }),
    input,
    total: 'ids' in selection ? selection.ids.length : null,
  })
  ctx.audit({ action: 'bulk', record: 'deals', changes: { action: { to: action } } })
  return { operationId }
}

/** Does a bulk change step by step; started again it goes on after the last step that was written. */
export const bulkDealsJob = defineJob({
  name: 'pipeline.bulk',
  payload: z.object({ operationId: z.uuid() }),
  run: (job, { operationId }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => changeStep(ctx, operationId)));
    }),
})

async function changeStep(ctx: Ctx, operationId: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { selection, action } = BulkInput.parse(operation.input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const rows = (await selectedRows(ctx, await dealSource(ctx), visibleDeals(ctx).selectAll('d'), selection)
    .$if(after !== null, (qb) => qb.where('d.id', '>', after))
    .orderBy('d.id')
    .limit(rowsPerStep)
    .forUpdate('d')
    .execute()) as StoredDeal[]
  const done = await changeSome(ctx, rows, { operationId, action })
  const goesOn = await reportProgress(ctx, operationId, {
    done: operation.done + done,
    failed: operation.failed + rows.length - done,
    checkpoint: { after: rows.at(-1)?.id ?? after },
  })
  if (goesOn && rows.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, {
    state: goesOn ? 'done' : 'cancelled',
    undoable: operation.done + done > 0,
  })
  return false
}

/** Does the action to those that may be changed and remembers what they were; answers how many they are. */
async function changeSome(
  ctx: Ctx,
  rows: readonly StoredDeal[],
  { operationId, action }: { operationId: string; action: BulkDealAction },
): Promise<number> {
  const changed: StoredDeal[] = []
  for (const row of rows)
    if (reaches(ctx, 'update', row) && (await actOn(ctx, row, action))) changed.push(row)
  await insertRows(
    ctx,
    'dealBulkChanges',
    changed.map((row) => ({ tenantId: ctx.tenantId, operationId, dealId: row.id, before: beforeBulk(row) })),
    sql`on conflict do nothing`,
  )
  return changed.length
}

/** Old values go with the days of grace. */
export const forgetBulkDealsJob = defineJob({
  name: 'pipeline.forgetBulk',
  payload: z.object({}),
  cron: '55 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      await sql`
        delete from deal_bulk_changes b where b.tenant_id = ${ctx.tenantId} and not exists (
          select from operations o
          where o.tenant_id = b.tenant_id and o.id = b.operation_id
            and (o.state in ('queued', 'running') or o.undo_until > ${ctx.now()}))`.execute(ctx.db)
    }),
})
