import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { selectedRows } from '../list/run-list.ts'
import { finishOperation, loadOperation, reportProgress } from '../operations.ts'
import type { BulkFacts, BulkInput, RecordTable, RowOf } from './bulk-facts.ts'
import { keepRows } from './kept-rows.ts'

/** Records per transaction: few enough that others do not wait long for their rows. */
export const rowsPerStep = 200
const mostFailures = 100

/** Where a resumed job goes on. */
export const Checkpoint = z.object({ after: z.string().nullable().default(null) })

const Result = z.object({
  failures: z.array(z.object({ id: z.string(), name: z.string(), code: z.string() })).default([]),
})

/** Changes the next of the chosen records, in the order of their ids; false when there is nothing left to do. */
export async function changeStep<
  I extends z.ZodType<BulkInput>,
  W,
  T extends RecordTable,
  K extends z.ZodType<object>,
>(ctx: Ctx, facts: BulkFacts<I, W, T, K>, operationId: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const input = facts.input.parse(operation.input)
  const work = await facts.open(ctx, input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const { source, rows: seen } = await facts.among(ctx, work)
  const rows = (await selectedRows(ctx, source, seen, input.selection)
    .$if(after !== null, (qb) => qb.where(sql<SqlBool>`${source.id} > ${after}::uuid`))
    .orderBy(source.id)
    .limit(rowsPerStep)
    .forUpdate()
    .execute()) as RowOf<T>[]
  const changed = await facts.change(ctx, work, rows)
  await keepRows(ctx, facts, { operationId, kept: changed.kept })
  const done = operation.done + changed.done
  const failed = operation.failed + rows.length - changed.done
  const failures = [...Result.parse(operation.result).failures, ...(changed.failures ?? [])]
  const result = { changed: done, failed, failures: failures.slice(0, mostFailures) }
  const checkpoint = { after: rows.at(-1)?.id ?? after }
  const goesOn = await reportProgress(ctx, operationId, { done, failed, checkpoint, result })
  if (goesOn && rows.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, { state: goesOn ? 'done' : 'cancelled', undoable: done > 0 })
  return false
}
