import type { UndoPreview } from '@peyvand/platform/contract'
import {
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
import { z } from 'zod'
import type { BulkProductAction } from '../../contract/index.ts'
import { changeProducts, storedProducts } from '../change-products.ts'
import type { StoredProduct } from '../product-access.ts'
import { groupTree } from '../product-groups.ts'
import { listVatClasses } from '../vat-classes.ts'
import { BulkInput, holds, valuesOf } from './bulk-products.ts'

const rowsPerStep = 200
const Checkpoint = z.object({ after: z.string().nullable().default(null) })
const Before = z.object({
  groupId: z.string().nullable(),
  vatClassId: z.string(),
  active: z.boolean(),
})
type Before = z.infer<typeof Before>

/** Puts back what a bulk change changed; what was changed since stays. */
export const undoBulkProductsJob = defineJob({
  name: 'catalog.bulk.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => undoStep(ctx, operationId, undoes)));
    }),
})

/** How changes of many products are told of and taken back. */
export const undoBulkChange: UndoHandler = {
  kind: 'catalog.bulk',
  job: undoBulkProductsJob,
  describe,
  preview,
}

async function undoStep(ctx: Ctx, operationId: string, undoes: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { action } = BulkInput.parse((await loadOperation(ctx, undoes)).input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const kept = await keptOf(ctx, undoes, { after, limit: rowsPerStep })
  const { free, stays } = await judge(ctx, kept, { action, lock: true })
  const groups = new Set((await groupTree(ctx)).all.map(({ id }) => id))
  await changeProducts(
    ctx,
    free.map(({ row, before }) => ({ before: row, values: valuesBack(action, before, groups) })),
  )
  await reportProgress(ctx, operationId, {
    done: operation.done + free.length,
    failed: operation.failed + stays.length,
    checkpoint: { after: kept.at(-1)?.productId ?? after },
  })
  if (kept.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, {
    result: { changed: operation.done + free.length, failed: operation.failed + stays.length },
  })
  return false
}

/** A group that was deleted since cannot come back; the product is in none then. */
function valuesBack({ type }: BulkProductAction, before: Before, groups: ReadonlySet<string>) {
  switch (type) {
    case 'setGroup':
      return { groupId: before.groupId && groups.has(before.groupId) ? before.groupId : null }
    case 'setVatClass':
      return { vatClassId: before.vatClassId }
    case 'setActive':
      return { active: before.active }
  }
}

interface KeptRow {
  row: StoredProduct
  before: Before
}

/** Which products may go back now, and why the others stay. */
async function judge(
  ctx: Ctx,
  kept: Awaited<ReturnType<typeof keptOf>>,
  { action, lock }: { action: BulkProductAction; lock: boolean },
): Promise<{ free: KeptRow[]; stays: UndoPreview['examples'] }> {
  const rows = await storedProducts(
    ctx,
    kept.map(({ productId }) => productId),
    { lock },
  )
  const before = new Map(kept.map((one) => [one.productId, Before.parse(one.before)]))
  const free: KeptRow[] = []
  const stays: UndoPreview['examples'] = []
  for (const row of rows) {
    const reason = row.deletedAt ? 'deleted' : holds(row, valuesOf(action)) ? null : 'changed'
    if (reason) stays.push({ record: 'products', id: row.id, name: row.name, reason, fields: [] })
    else free.push({ row, before: before.get(row.id) as Before })
  }
  return { free, stays }
}

const keptOf = (ctx: Ctx, operationId: string, { after, limit }: { after: string | null; limit: number }) =>
  ctx.db
    .selectFrom('productBulkChanges')
    .select(['productId', 'before'])
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', operationId)
    .$if(after !== null, (qb) => qb.where('productId', '>', after as string))
    .orderBy('productId')
    .limit(limit)
    .execute()

async function describe(ctx: Ctx, { input }: DoneOperation): Promise<string> {
  const { action } = BulkInput.parse(input)
  const text = (key: string, params = {}) => ctx.registry.translate(ctx.locale, `catalog.did.${key}`, params)
  switch (action.type) {
    case 'setActive':
      return text(action.active ? 'offer' : 'withdraw')
    case 'setGroup': {
      const name = action.groupId && (await groupTree(ctx)).pathName(action.groupId)
      return text('setGroup', { name: name || '—' })
    }
    case 'setVatClass': {
      const found = (await listVatClasses(ctx)).find(({ id }) => id === action.vatClassId)
      return text('setVatClass', { name: found?.name ?? '—' })
    }
  }
}

const mostExamined = 5000
const mostExamples = 50

async function preview(ctx: Ctx, { id, input }: DoneOperation): Promise<UndoPreview> {
  const { action } = BulkInput.parse(input)
  const shown: UndoPreview = { blocked: null, takesBack: 0, stays: 0, examples: [], exact: true }
  if (!may(ctx.actor, 'catalog.manage')) return { ...shown, blocked: 'forbidden' }
  let after: string | null = null
  for (let examined = 0; ; examined += 500) {
    const kept = await keptOf(ctx, id, { after, limit: 500 })
    if (kept.length === 0) return shown
    if (examined >= mostExamined) return { ...shown, exact: false }
    after = kept.at(-1)?.productId ?? null
    const { free, stays } = await judge(ctx, kept, { action, lock: false })
    shown.takesBack += free.length
    shown.stays += stays.length
    shown.examples.push(...stays.slice(0, mostExamples - shown.examples.length))
  }
}
