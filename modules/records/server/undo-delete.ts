import type { UndoPreview } from '@peyvand/platform/contract'
import {
  type Ctx,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  type UndoHandler,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { deleteKind, restoreRecord } from './delete-record.ts'
import { type StoredRecord, visibleRecords } from './record-access.ts'
import { kindOfKey } from './record-kinds.ts'

const Deletion = z.object({ kind: z.string(), id: z.uuid() })
type Deletion = z.infer<typeof Deletion>

/** Brings a deleted record back; what somebody restored before is back already. */
export const undoDeleteRecordJob = defineJob({
  name: 'records.undoDelete',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        const deletion = Deletion.parse((await loadOperation(ctx, undoes)).input)
        const isThere = (await binned(ctx, deletion)) !== undefined
        if (isThere) await restoreRecord(ctx, deletion)
        await finishOperation(ctx, operationId, { result: { changed: isThere ? 1 : 0, failed: 0 } })
      }),
    ),
})

/** How a deletion by hand is told of and taken back. */
export const undoDeletion: UndoHandler = {
  kind: deleteKind,
  job: undoDeleteRecordJob,
  describe: async (ctx, { result }) => ctx.registry.translate(ctx.locale, 'records.did.deleteOne', result),
  preview: async (ctx, { input }): Promise<UndoPreview> => {
    const isThere = (await binned(ctx, Deletion.parse(input))) !== undefined
    return {
      blocked: isThere ? null : 'records.restoredMeanwhile',
      takesBack: isThere ? 1 : 0,
      stays: 0,
      examples: [],
      exact: true,
    }
  },
}

/** The record where it lies in the recycle bin and the caller may take it out. */
async function binned(ctx: Ctx, { kind: key, id }: Deletion): Promise<StoredRecord | undefined> {
  const kind = await kindOfKey(ctx, key)
  if (!kind || kind.archivedAt !== null) return undefined
  return visibleRecords(ctx, kind, { deleted: true }).selectAll('r').where('r.id', '=', id).executeTakeFirst()
}
