import type { UndoPreview } from '@peyvand/platform/contract'
import { defineJob, finishOperation, loadOperation, orFail, type UndoHandler } from '@peyvand/platform/server'
import { z } from 'zod'
import { binnedDocument, deleteKind, restoreDocument } from './delete-document.ts'

const Deletion = z.object({ id: z.uuid() })

/** Brings a deleted draft back; what somebody restored before is back already. */
export const undoDeleteDraftJob = defineJob({
  name: 'documents.undoDelete',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        const { id } = Deletion.parse((await loadOperation(ctx, undoes)).input)
        const isThere = (await binnedDocument(ctx, id)) !== undefined
        if (isThere) await restoreDocument(ctx, id)
        await finishOperation(ctx, operationId, { result: { changed: isThere ? 1 : 0, failed: 0 } })
      }),
    ),
})

/** How a deletion by hand is told of and taken back. */
export const undoDraftDeletion: UndoHandler = {
  kind: deleteKind,
  job: undoDeleteDraftJob,
  describe: async (ctx, { result }) => ctx.registry.translate(ctx.locale, 'documents.did.delete', result),
  preview: async (ctx, { input }): Promise<UndoPreview> => {
    const isThere = (await binnedDocument(ctx, Deletion.parse(input).id)) !== undefined
    return {
      blocked: isThere ? null : 'documents.restoredMeanwhile',
      takesBack: isThere ? 1 : 0,
      stays: 0,
      examples: [],
      exact: true,
    }
  },
}
