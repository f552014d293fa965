import { z } from 'zod'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { defineJob } from '../jobs.ts'
import { finishOperation, loadOperation, orFail, reportProgress, type UndoHandler } from '../operations.ts'

interface Deletion<I extends z.ZodType> {
  /** `parties.delete`: the kind of the operation, whose `result` has the values of the text. */
  kind: string
  /** `parties.undoDelete`. */
  job: string
  /** What the operation's input names. */
  input: I
  /** Text of what was done. */
  text: string
  /** How many of what was deleted lie in the recycle bin, where the caller may take them out. */
  binned(ctx: Ctx, input: z.output<I>): Promise<number>
  /** Takes them out. */
  restore(ctx: Ctx, input: z.output<I>): Promise<unknown>
  /** Code of why there are none; without, somebody has brought them back. */
  obstacle?(ctx: Ctx, input: z.output<I>): Promise<string>
}

/** How a deletion by hand is told of and taken back. Where somebody did so before, nothing is left to do. */
export function undoDeletion<I extends z.ZodType>(deletion: Deletion<I>): UndoHandler {
  const { kind, input, text } = deletion
  const restored = `${kind.split('.')[0]}.restoredMeanwhile`
  const obstacleTo = async (ctx: Ctx, deleted: z.output<I>) =>
    (await deletion.obstacle?.(ctx, deleted)) ?? restored
  return {
    kind,
    job: defineJob({
      name: deletion.job,
      payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
      run: (job, { operationId, undoes }) =>
        orFail(job, operationId, () =>
          job.inFirm(async (ctx) => {
            const deleted = input.parse((await loadOperation(ctx, undoes)).input)
            const done = await deletion.binned(ctx, deleted)
            const obstacle = done > 0 ? restored : await obstacleTo(ctx, deleted)
            if (obstacle !== restored) throw new AppError(obstacle, { status: 409 })
            if (done > 0) await deletion.restore(ctx, deleted)
            await reportProgress(ctx, operationId, { done })
            await finishOperation(ctx, operationId, { result: { changed: done, failed: 0 } })
          }),
        ),
    }),
    describe: async (ctx, { result }) => ctx.registry.translate(ctx.locale, text, result),
    preview: async (ctx, operation) => {
      const deleted = input.parse(operation.input)
      const takesBack = await deletion.binned(ctx, deleted)
      const blocked = takesBack > 0 ? null : await obstacleTo(ctx, deleted)
      return { blocked, takesBack, stays: 0, examples: [], exact: true }
    },
  }
}
