import { usersByIds } from '@peyvand/identity/server'
import type { UndoPreview } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  type DoneOperation,
  defineJob,
  finishOperation,
  loadOperation,
  may,
  orFail,
  reportProgress,
  type UndoHandler,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import type { BulkDealAction } from '../contract/index.ts'
import { BeforeBulk, putBack } from './bulk-acts.ts'
import { BulkInput } from './bulk-deals.ts'
import { reaches, type StoredDeal } from './deal-access.ts'
import { stageRows } from './stages.ts'

const rowsPerStep = 100

/** Puts back what a bulk change changed: owners, follow-ups, stages. */
const undoBulkDealsJob = defineJob({
  name: 'pipeline.bulk.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => undoStep(ctx, operationId, undoes)));
    }),
})

/** How changes of many deals are told of and taken back. */
export const undoBulkDeals: UndoHandler = {
  kind: 'pipeline.bulk',
  job: undoBulkDealsJob,
  describe,
  preview,
}

const Checkpoint = z.object({ after: z.string().nullable().default(null) })

async function undoStep(ctx: Ctx, operationId: string, undoes: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { action } = BulkInput.parse((await loadOperation(ctx, undoes)).input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const kept = await keptOf(ctx, undoes, { after, limit: rowsPerStep })
  const { free, stays } = await judge(ctx, action, await rowsOf(ctx, kept, { lock: true }))
  for (const { row, before } of free) await putBack(ctx, row, { action, before })
  await reportProgress(ctx, operationId, {
    done: operation.done + free.length,
    failed: operation.failed + stays.length,
    checkpoint: { after: kept.at(-1)?.dealId ?? after },
  })
  if (kept.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, {
    result: { changed: operation.done + free.length, failed: operation.failed + stays.length },
  })
  return false
}

interface KeptRow {
  row: StoredDeal
  before: BeforeBulk
}

type Reason = UndoPreview['examples'][number]['reason']

/** Which deals may go back now, and why the others stay. */
async function judge(ctx: Ctx, action: BulkDealAction, rows: readonly KeptRow[]) {
  const stages = new Set((await stageRows(ctx)).map(({ id }) => id))
  const stays: UndoPreview['examples'] = []
  const free = rows.filter(({ row, before }) => {
    const reason = stages.has(before.stageId) ? staysBecause(ctx, action, row) : 'changed'
    if (reason) stays.push({ record: 'deals', id: row.id, name: row.title, reason, fields: [] })
    return reason === null
  })
  return { free, stays }
}

function staysBecause(ctx: Ctx, action: BulkDealAction, row: StoredDeal): Reason | null {
  if (!reaches(ctx, 'update', row)) return 'forbidden'
  if (row.deletedAt !== null) return 'deleted'
  const isAsChanged = {
    reassign: () => action.type === 'reassign' && row.ownerId === action.ownerId,
    followUp: () => action.type === 'followUp' && sameMoment(row.nextFollowUpAt, action.at),
    move: () => action.type === 'move' && row.stageId === action.stageId,
  }[action.type]
  return isAsChanged() ? null : 'changed'
}

const sameMoment = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b))

const keptOf = (ctx: Ctx, operationId: string, { after, limit }: { after: string | null; limit: number }) =>
  ctx.db
    .selectFrom('dealBulkChanges')
    .select(['dealId', 'before'])
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', operationId)
    .$if(after !== null, (qb) => qb.where('dealId', '>', after as string))
    .orderBy('dealId')
    .limit(limit)
    .execute()

async function rowsOf(
  ctx: Ctx,
  kept: Awaited<ReturnType<typeof keptOf>>,
  { lock }: { lock: boolean },
): Promise<KeptRow[]> {
  const ids = kept.map(({ dealId }) => dealId)
  const rows = await ctx.db
    .selectFrom('deals')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .orderBy('id')
    .$if(lock, (qb) => qb.forUpdate())
    .execute()
  const before = new Map(kept.map((one) => [one.dealId, one.before]))
  return rows.map((row) => ({ row, before: BeforeBulk.parse(before.get(row.id)) }))
}

async function describe(ctx: Ctx, { input }: DoneOperation): Promise<string> {
  const { action } = BulkInput.parse(input)
  const owner = action.type === 'reassign' && (await usersByIds(ctx, [action.ownerId])).get(action.ownerId)
  const stage = action.type === 'move' && (await stageRows(ctx)).find(({ id }) => id === action.stageId)
  return ctx.registry.translate(ctx.locale, `pipeline.did.${action.type}`, {
    owner: owner ? owner.name : '—',
    stage: stage ? stage.name : '—',
  })
}

const [mostExamined, mostExamples, pageOfPreview] = [5000, 50, 500]

async function preview(ctx: Ctx, { id, input }: DoneOperation): Promise<UndoPreview> {
  const { action } = BulkInput.parse(input)
  const shown: UndoPreview = { blocked: null, takesBack: 0, stays: 0, examples: [], exact: true }
  if (!may(ctx.actor, 'deals.read')) return { ...shown, blocked: 'forbidden' }
  let after: string | null = null
  for (let examined = 0; ; examined += pageOfPreview) {
    const kept = await keptOf(ctx, id, { after, limit: pageOfPreview })
    if (kept.length === 0) return shown
    if (examined >= mostExamined) return { ...shown, exact: false }
    after = kept.at(-1)?.dealId ?? null
    const { free, stays } = await judge(ctx, action, await rowsOf(ctx, kept, { lock: false }))
    shown.takesBack += free.length
    shown.stays += stays.length
    shown.examples.push(...stays.slice(0, mostExamples - shown.examples.length))
  }
}
