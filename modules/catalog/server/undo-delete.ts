import type { UndoPreview } from '@peyvand/platform/contract'
import {
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  reportProgress,
  type UndoHandler,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { binnedProduct, deleteKind, restoreProduct } from './delete-product.ts'

const Deletion = z.object({ id: z.uuid() })

/** Brings a deleted product back; what somebody restored before is back already. */
export const undoDeleteProductJob = defineJob({
  name: 'catalog.undoDelete',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        const { id } = Deletion.parse((await loadOperation(ctx, undoes)).input)
        const isThere = (await binnedProduct(ctx, id)) !== undefined
        if (isThere) await restoreProduct(ctx, id)
        await reportProgress(ctx, operationId, { done: isThere ? 1 : 0, failed: 0, checkpoint: {} })
        await finishOperation(ctx, operationId, { result: { changed: isThere ? 1 : 0, failed: 0 } })
      }),
    ),
})

/** How a deletion by hand is told of and taken back. */
export const undoProductDeletion: UndoHandler = {
  kind: deleteKind,
  job: undoDeleteProductJob,
  describe: async (ctx, { result }) => ctx.registry.translate(ctx.locale, 'catalog.did.delete', result),
  preview: async (ctx, { input }): Promise<UndoPreview> => {
    const isThere = (await binnedProduct(ctx, Deletion.parse(input).id)) !== undefined
    return {
      blocked: isThere ? null : 'catalog.restoredMeanwhile',
      takesBack: isThere ? 1 : 0,
      stays: 0,
      examples: [],
      exact: true,
    }
  },
}
