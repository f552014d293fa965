import type { z } from 'zod'
import type { UndoStay } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { finishOperation, loadOperation, reportProgress } from '../operations.ts'
import type { BulkFacts, BulkInput, KeptRow, RecordTable, RowOf, Verdict } from './bulk-facts.ts'
import { Checkpoint, rowsPerStep } from './change-step.ts'
import { keptRows } from './kept-rows.ts'

/** Gives the next records back what a change took; false when there is nothing left to do. */
export async function undoStep<
  I extends z.ZodType<BulkInput>,
  W,
  T extends RecordTable,
  K extends z.ZodType<object>,
>(
  ctx: Ctx,
  facts: BulkFacts<I, W, T, K>,
  { operationId, undoes }: { operationId: string; undoes: string },
): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const work = await facts.open(ctx, facts.input.parse((await loadOperation(ctx, undoes)).input))
  const { after } = Checkpoint.parse(operation.checkpoint)
  const lot = await keptRows(ctx, facts, { operationId: undoes, after, limit: rowsPerStep, lock: true })
  const { free, stays } = await judgeRows(ctx, facts, { work, rows: lot.rows })
  if (free.length > 0) await facts.putBack(ctx, work, free)
  const result = { changed: operation.done + free.length, failed: operation.failed + stays.length }
  const goesOn = await reportProgress(ctx, operationId, {
    done: result.changed,
    failed: result.failed,
    checkpoint: { after: lot.ids.at(-1) ?? after },
  })
  if (goesOn && lot.ids.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, { state: goesOn ? 'done' : 'cancelled', result })
  return false
}

/** Which records go back now, and which stay; one that goes back in part is among both. */
export async function judgeRows<
  I extends z.ZodType<BulkInput>,
  W,
  T extends RecordTable,
  K extends z.ZodType<object>,
>(
  ctx: Ctx,
  facts: BulkFacts<I, W, T, K>,
  { work, rows }: { work: W; rows: readonly KeptRow<RowOf<T>, z.output<K>>[] },
): Promise<{ free: KeptRow<RowOf<T>, z.output<K>>[]; stays: UndoStay[] }> {
  if (rows.length === 0) return { free: [], stays: [] }
  const judge = await facts.judge(ctx, work, rows)
  const verdicts = rows.map((one) => ({ one, verdict: judge(one) }))
  return {
    free: verdicts.flatMap(({ one, verdict }) => (doesGoBack(verdict) ? [one] : [])),
    stays: verdicts.flatMap(({ one: { row }, verdict }) => {
      const stay = stayOf(verdict)
      return stay ? [{ record: facts.record, id: row.id, name: facts.nameOf(row), ...stay }] : []
    }),
  }
}

const doesGoBack = (verdict: Verdict): boolean =>
  typeof verdict === 'object' ? verdict.goesBack : verdict === 'goesBack'

function stayOf(verdict: Verdict): Pick<UndoStay, 'reason' | 'fields'> | null {
  if (typeof verdict === 'object') return { reason: 'changed', fields: verdict.changed }
  return verdict === 'goesBack' || verdict === 'nothingLeft' ? null : { reason: verdict, fields: [] }
}
