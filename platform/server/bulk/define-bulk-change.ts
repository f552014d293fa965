import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { type AnyJob, defineJob } from '../jobs.ts'
import { selectedRows } from '../list/run-list.ts'
import { orFail, startOperation, type UndoHandler } from '../operations.ts'
import type { BulkFacts, BulkInput, RecordTable } from './bulk-facts.ts'
import { changeStep } from './change-step.ts'
import { previewUndo } from './preview-undo.ts'
import { undoStep } from './undo-step.ts'

interface BulkChange<I> {
  /** Starts a change whose input was checked; answers the operation to watch. @throws AppError as its `open` does */
  start(ctx: Ctx, input: I): Promise<{ operationId: string }>
  /** For the module's `jobs`. */
  job: AnyJob
  /** For the module's `undo`. */
  undo: UndoHandler
}

/** Changes of many records as operations that can be watched, stopped, resumed and, for 30 days, undone. */
export function defineBulkChange<
  I extends z.ZodType<BulkInput>,
  W,
  T extends RecordTable,
  K extends z.ZodType<object>,
>(facts: BulkFacts<I, W, T, K>): BulkChange<z.output<I>> {
  const job = defineJob({
    name: facts.kind,
    payload: z.object({ operationId: z.uuid() }),
    run: (run, { operationId }) =>
      orFail(
        run,
        operationId,
        () => untilDone(() => run.inFirm((ctx) => changeStep(ctx, facts, operationId))),
        { undoable: true },
      ),
  })
  const undoJob = defineJob({
    name: `${facts.kind}.undo`,
    payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
    run: (run, { operationId, undoes }) =>
      orFail(run, operationId, () =>
        untilDone(() => run.inFirm((ctx) => undoStep(ctx, facts, { operationId, undoes }))),
      ),
  })
  return {
    start: async (ctx, input) => {
      const total = await countChosen(ctx, facts, input)
      const operationId = await startOperation(ctx, {
        job,
        payload: (operationId) => ({ operationId }),
        input: { ...input },
        total,
      })
      ctx.audit({
        action: 'bulk',
        record: facts.record,
        label: await facts.describe(ctx, input),
        changes: { action: { to: input.action }, total: { to: total } },
      })
      return { operationId }
    },
    job,
    undo: {
      kind: facts.kind,
      job: undoJob,
      keeps: facts.keeps.table,
      describe: (ctx, operation) => facts.describe(ctx, facts.input.parse(operation.input)),
      preview: (ctx, operation) => previewUndo(ctx, facts, operation),
    },
  }
}

async function countChosen<
  I extends z.ZodType<BulkInput>,
  W,
  T extends RecordTable,
  K extends z.ZodType<object>,
>(ctx: Ctx, facts: BulkFacts<I, W, T, K>, input: z.output<I>): Promise<number> {
  const { source, rows } = await facts.among(ctx, await facts.open(ctx, input))
  const { total } = await ctx.db
    .selectFrom(selectedRows(ctx, source, rows, input.selection).as('chosen'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

async function untilDone(step: () => Promise<boolean>): Promise<void> {
  while (await unlessTaken(step));
}

/** Once more where somebody else was quicker with a unique value: now it is seen whose it is. */
async function unlessTaken(step: () => Promise<boolean>): Promise<boolean> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof AppError && error.code === 'customFields.valueTaken') return step()
    throw error
  }
}
