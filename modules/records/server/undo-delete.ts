import { type Ctx, undoDeletion } from '@peyvand/platform/server'
import { z } from 'zod'
import { deleteKind, restoreRecord } from './delete-record.ts'
import { visibleRecords } from './record-access.ts'
import { kindOfKey } from './record-kinds.ts'

const Deleted = z.object({ kind: z.string(), id: z.uuid() })

/** How a deletion by hand is told of and taken back. */
export const undoRecordDeletion = undoDeletion({
  kind: deleteKind,
  job: 'records.undoDelete',
  input: Deleted,
  text: 'records.did.deleteOne',
  binned: countBinned,
  restore: restoreRecord,
})

async function countBinned(ctx: Ctx, { kind: key, id }: z.infer<typeof Deleted>): Promise<number> {
  const kind = await kindOfKey(ctx, key)
  if (!kind || kind.archivedAt !== null) return 0
  const binned = visibleRecords(ctx, kind, { deleted: true }).select('r.id').where('r.id', '=', id)
  return (await binned.executeTakeFirst()) ? 1 : 0
}
