import { sql } from 'kysely'
import type { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { insertRows } from '../insert-rows.ts'
import { anyOf } from '../sql.ts'
import type { BulkFacts, BulkInput, KeptRow, RecordTable, RowOf } from './bulk-facts.ts'

type Keeps<K extends z.ZodType<object>> = Pick<
  BulkFacts<z.ZodType<BulkInput>, unknown, RecordTable, K>,
  'keeps'
>

/** Keeps what an operation changed, for its undo. */
export function keepRows<K extends z.ZodType<object>>(
  ctx: Ctx,
  { keeps }: Keeps<K>,
  { operationId, kept }: { operationId: string; kept: readonly (z.output<K> & { id: string })[] },
): Promise<void> {
  const rows = kept.map(({ id, ...values }) => ({
    tenantId: ctx.tenantId,
    operationId,
    [keeps.id]: id,
    ...values,
  }))
  return insertRows(ctx, keeps.table, rows, sql`on conflict do nothing`)
}

interface Lot {
  operationId: string
  /** The last record of the lot before. */
  after: string | null
  limit: number
  lock: boolean
}

/**
 * The next records that an operation changed, in the order of their ids, with what it kept of them. Those that are gone
 * for good are among `ids` alone.
 */
export async function keptRows<T extends RecordTable, K extends z.ZodType<object>>(
  ctx: Ctx,
  { record, keeps }: Pick<BulkFacts<z.ZodType<BulkInput>, unknown, T, K>, 'record' | 'keeps'>,
  { operationId, after, limit, lock }: Lot,
): Promise<{ ids: string[]; rows: KeptRow<RowOf<T>, z.output<K>>[] }> {
  const id = sql.ref<string>(keeps.id)
  const { rows: kept } = await sql<Record<string, unknown>>`
    select * from ${sql.table(keeps.table)}
    where tenant_id = ${ctx.tenantId} and operation_id = ${operationId}::uuid
      and (${after}::uuid is null or ${id} > ${after}::uuid)
    order by ${id} limit ${limit}`.execute(ctx.db)
  const known = new Map(kept.map((one) => [String(one[keeps.id]), one]))
  const ids = [...known.keys()]
  if (ids.length === 0) return { ids, rows: [] }
  const { rows } = await sql<RowOf<T>>`
    select * from ${sql.table(record)} where tenant_id = ${ctx.tenantId} and ${anyOf(sql`id`, ids)}
    order by id ${lock ? sql`for update` : sql``}`.execute(ctx.db)
  return { ids, rows: rows.map((row) => ({ row, kept: keeps.as.parse(known.get(row.id)) })) }
}
