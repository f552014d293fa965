import { Selection } from '@peyvand/platform/contract'
import {
  type Ctx,
  defineJob,
  finishOperation,
  insertRows,
  loadOperation,
  orFail,
  reportProgress,
  selectedRows,
  startOperation,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { BulkProductAction } from '../../contract/index.ts'
import { changeProducts, type ProductValues } from '../change-products.ts'
import { type StoredProduct, visibleProducts } from '../product-access.ts'
import { requireProductGroup } from '../product-input.ts'
import { productSource } from '../product-source.ts'
import { requireVatClassInUse } from '../vat-classes.ts'

const rowsPerStep = 200

/** What an operation of `catalog.bulk` was started with. */
export const BulkInput = z.object({ selection: Selection, action: BulkProductAction })
type BulkInput = z.infer<typeof BulkInput>
const Checkpoint = z.object({ after: z.string().nullable().default(null) })

/** Starts a change of many products. @throws AppError badInput (400) at `groupId`, `vatClassId` */
export async function bulkChangeProducts(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  const { selection, action } = input
  if (action.type === 'setGroup') await requireProductGroup(ctx, action.groupId)
  if (action.type === 'setVatClass') await requireVatClassInUse(ctx, action.vatClassId)
  const operationId = await startOperation(ctx, {
    job: bulkProductsJob,
    kind: 'catalog.bulk',
    payload: (id) => ({ operationId: id }),
    input,
    total: 'ids' in selection ? selection.ids.length : null,
  })
  ctx.audit({ action: 'bulk', record: 'products', changes: { action: { to: action } } })
  return { operationId }
}

/** Does a bulk change step by step; started again it goes on after the last step that was written. */
export const bulkProductsJob = defineJob({
  name: 'catalog.bulk',
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
  const rows = (await selectedRows(
    ctx,
    await productSource(ctx),
    visibleProducts(ctx).selectAll('p'),
    selection,
  )
    .$if(after !== null, (qb) => qb.where('p.id', '>', after))
    .orderBy('p.id')
    .limit(rowsPerStep)
    .forUpdate('p')
    .execute()) as StoredProduct[]
  const values = valuesOf(action)
  // What is so already is left alone, so that the undo has nothing to take back there.
  const changed = rows.filter((row) => !holds(row, values))
  await insertRows(
    ctx,
    'productBulkChanges',
    changed.map((row) => ({
      tenantId: ctx.tenantId,
      operationId,
      productId: row.id,
      before: { groupId: row.groupId, vatClassId: row.vatClassId, active: row.active },
    })),
    sql`on conflict do nothing`,
  )
  await changeProducts(
    ctx,
    changed.map((before) => ({ before, values })),
  )
  const goesOn = await reportProgress(ctx, operationId, {
    done: operation.done + rows.length,
    failed: operation.failed,
    checkpoint: { after: rows.at(-1)?.id ?? after },
  })
  if (goesOn && rows.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, { state: goesOn ? 'done' : 'cancelled', undoable: true })
  return false
}

/** The columns that an action gives. */
export function valuesOf(
  action: BulkProductAction,
): Pick<ProductValues, 'groupId' | 'vatClassId' | 'active'> {
  const { type: _, ...values } = action
  return values
}

/** Whether a product has these values. */
export const holds = (row: StoredProduct, values: ReturnType<typeof valuesOf>): boolean =>
  Object.entries(values).every(([key, value]) => row[key as keyof typeof values] === value)

/** Old values go with the days of grace. */
export const forgetBulkProductsJob = defineJob({
  name: 'catalog.forgetBulk',
  payload: z.object({}),
  cron: '55 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      for (const table of ['product_bulk_changes', 'price_adjustments'])
        await sql`
          delete from ${sql.table(table)} b where b.tenant_id = ${ctx.tenantId} and not exists (
            select from operations o
            where o.tenant_id = b.tenant_id and o.id = b.operation_id
              and (o.state in ('queued', 'running') or o.undo_until > ${ctx.now()}))`.execute(ctx.db)
    }),
})
