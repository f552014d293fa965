import { undoDeletion } from '@peyvand/platform/server'
import { z } from 'zod'
import { binnedDocument, deleteKind, restoreDocument } from './delete-document.ts'

/** How the deletion of a draft is told of and taken back. */
export const undoDraftDeletion = undoDeletion({
  kind: deleteKind,
  job: 'documents.undoDelete',
  input: z.object({ id: z.uuid() }),
  text: 'documents.did.delete',
  binned: async (ctx, { id }) => ((await binnedDocument(ctx, id)) ? 1 : 0),
  restore: (ctx, { id }) => restoreDocument(ctx, id),
})
