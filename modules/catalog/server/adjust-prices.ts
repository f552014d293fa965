import { valueLabel } from '@peyvand/customization/server'
import type { UndoPreview } from '@peyvand/platform/contract'
import {
  AppError,
  anyOf,
  type Ctx,
  defineJob,
  finishOperation,
  loadOperation,
  may,
  orFail,
  recordOperation,
  reportProgress,
  type UndoHandler,
} from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { PriceAdjustment } from '../contract/index.ts'
import { requirePriceList } from './price-lists.ts'
import { tellOfPrices } from './prices.ts'
import { groupTree } from './product-groups.ts'
import { plainDecimal } from './vat-classes.ts'

const adjustKind = 'catalog.adjustPrices'
const mostExamples = 8

/** What an adjustment would change. @throws AppError catalog.priceListNotFound (404); badInput (400) at `percent` */
export async function previewAdjustment(ctx: Ctx, id: string, adjustment: PriceAdjustment) {
  await requirePriceList(ctx, id)
  requireNotBelowNothing(adjustment)
  const { rows } = await sql<Shown>`
    with adjusted as (${await adjustedPrices(ctx, id, adjustment)})
    select a.*, p.name, p.code, ${valueLabel(ctx, sql`a.unit_id`)} as unit_name,
      count(*) over ()::int as changed
    from adjusted a join products p on p.tenant_id = ${ctx.tenantId} and p.id = a.product_id
    order by p.name collate "fa-x-icu", p.id, a.unit_id, a.min_quantity
    limit ${mostExamples}`.execute(ctx.db)
  return {
    changed: rows[0]?.changed ?? 0,
    examples: rows.map((row) => ({
      product: { id: row.productId, name: row.name, code: row.code },
      unit: { id: row.unitId, name: row.unitName ?? '' },
      minQuantity: plainDecimal(row.minQuantity),
      price: row.price,
      floor: row.floor,
      newPrice: row.newPrice,
      newFloor: row.newFloor,
    })),
  }
}

/**
 * Raises or lowers prices of a list, each rounded up to a step; floors never come above their price. Can be taken back.
 * @throws AppError catalog.priceListNotFound (404); badInput (400) at `percent` where prices would be less than nothing
 */
export async function adjustPrices(ctx: Ctx, id: string, adjustment: PriceAdjustment) {
  const list = await requirePriceList(ctx, id)
  requireNotBelowNothing(adjustment)
  const { percent, roundTo, withFloors } = adjustment
  const operationId = await recordOperation(ctx, {
    kind: adjustKind,
    input: { listId: id },
    result: { name: list.name, percent },
  })
  const { numAffectedRows } = await sql`
    insert into price_adjustments
      (tenant_id, operation_id, list_id, product_id, unit_id, min_quantity, price, floor, new_price, new_floor)
    select ${ctx.tenantId}, ${operationId}::uuid, ${id}::uuid, a.product_id, a.unit_id, a.min_quantity, a.price, a.floor,
      a.new_price, a.new_floor
    from (${await adjustedPrices(ctx, id, adjustment)}) a`.execute(ctx.db)
  const changed = Number(numAffectedRows ?? 0n)
  await sql`update prices r set price = a.new_price, floor = a.new_floor from price_adjustments a
    where ${isAdjusted(ctx, operationId)}`.execute(ctx.db)
  await sql`update operations set total = ${changed}, done = ${changed}
    where tenant_id = ${ctx.tenantId} and id = ${operationId}::uuid`.execute(ctx.db)
  ctx.audit({
    action: 'update',
    record: 'priceLists',
    recordId: id,
    label: list.name,
    changes: { adjusted: { to: { percent, roundTo, withFloors, prices: changed } } },
  })
  tellOfPrices(ctx, id)
  return { changed, operationId }
}

/** Gives prices back what they were; one that was changed since stays. */
const undoAdjustmentJob = defineJob({
  name: 'catalog.adjustPrices.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        const { listId } = Adjusted.parse((await loadOperation(ctx, undoes)).input)
        const { takesBack, stays } = await countAdjusted(ctx, undoes)
        await sql`update prices r set price = a.price, floor = a.floor from price_adjustments a
          where ${isAdjusted(ctx, undoes)} and ${isAsAdjusted}`.execute(ctx.db)
        ctx.audit({
          action: 'update',
          record: 'priceLists',
          recordId: listId,
          changes: { adjusted: { from: { prices: takesBack } } },
        })
        tellOfPrices(ctx, listId)
        await reportProgress(ctx, operationId, { done: takesBack, failed: stays, checkpoint: {} })
        await finishOperation(ctx, operationId, { result: { changed: takesBack, failed: stays } })
      }),
    ),
})

const Adjusted = z.object({ listId: z.uuid() })

/** How an adjustment is told of and taken back. */
export const undoAdjustment: UndoHandler = {
  kind: adjustKind,
  job: undoAdjustmentJob,
  keeps: 'priceAdjustments',
  describe: async (ctx, { result }) => ctx.registry.translate(ctx.locale, 'catalog.did.adjust', result),
  preview: async (ctx, { id }): Promise<UndoPreview> => ({
    blocked: may(ctx.actor, 'catalog.managePrices') ? null : 'forbidden',
    ...(await countAdjusted(ctx, id)),
    examples: [],
    exact: true,
  }),
}

interface Shown {
  productId: string
  unitId: string
  minQuantity: string
  price: string
  floor: string | null
  newPrice: string
  newFloor: string | null
  name: string
  code: string
  unitName: string | null
  changed: number
}

/** The prices of a list that an adjustment makes others. */
async function adjustedPrices(
  ctx: Ctx,
  listId: string,
  { percent, roundTo, withFloors, productGroupIds }: PriceAdjustment,
) {
  const adjusted = (column: 'price' | 'floor') =>
    sql`ceil(r.${sql.ref(column)} * (100 + ${percent}::numeric) / 100 / ${roundTo}::numeric) * ${roundTo}::numeric`
  const { withBelow } = await groupTree(ctx)
  const isMeant =
    productGroupIds.length === 0
      ? sql<SqlBool>`true`
      : sql<SqlBool>`r.product_id in (select p.id from products p where p.tenant_id = ${ctx.tenantId}
          and ${anyOf(sql`p.group_id`, productGroupIds.flatMap(withBelow))})`
  return sql`select * from (
      select r.product_id, r.unit_id, r.min_quantity, r.price, r.floor, ${adjusted('price')}::bigint as new_price,
        case when r.floor is not null
          then least(${withFloors ? adjusted('floor') : sql`r.floor`}, ${adjusted('price')})::bigint end as new_floor
      from prices r
      where r.tenant_id = ${ctx.tenantId} and r.list_id = ${listId}::uuid and ${isMeant}) n
    where (n.price, n.floor) is distinct from (n.new_price, n.new_floor)`
}

/** The row `r` of prices that the row `a` of an adjustment is about. */
const isAdjusted = (ctx: Ctx, operationId: string) =>
  sql<SqlBool>`a.tenant_id = ${ctx.tenantId} and a.operation_id = ${operationId}::uuid
    and r.tenant_id = a.tenant_id and r.list_id = a.list_id and r.product_id = a.product_id and r.unit_id = a.unit_id
    and r.min_quantity = a.min_quantity`

const isAsAdjusted = sql<SqlBool>`r.price = a.new_price and r.floor is not distinct from a.new_floor`

async function countAdjusted(ctx: Ctx, operationId: string): Promise<{ takesBack: number; stays: number }> {
  const { rows } = await sql<{ all: number; same: number }>`
    select count(*)::int as "all", (count(*) filter (where ${isAsAdjusted}))::int as same
    from price_adjustments a
    left join prices r on ${isAdjusted(ctx, operationId)}
    where a.tenant_id = ${ctx.tenantId} and a.operation_id = ${operationId}::uuid`.execute(ctx.db)
  const { all = 0, same = 0 } = rows[0] ?? {}
  return { takesBack: same, stays: all - same }
}

function requireNotBelowNothing({ percent }: PriceAdjustment): void {
  if (Number(percent) >= -100) return
  throw new AppError('badInput', {
    status: 400,
    fields: [{ path: 'percent', code: 'tooSmall', params: { minimum: -100 } }],
  })
}
