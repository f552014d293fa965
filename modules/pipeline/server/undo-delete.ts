import { undoDeletion } from '@peyvand/platform/server'
import { z } from 'zod'
import { binnedDeal, deleteKind, restoreDeal } from './delete-deal.ts'

/** How a deletion by hand is told of and taken back. */
export const undoDealDeletion = undoDeletion({
  kind: deleteKind,
  job: 'pipeline.undoDelete',
  input: z.object({ id: z.uuid() }),
  text: 'pipeline.did.delete',
  binned: async (ctx, { id }) => ((await binnedDeal(ctx, id)) ? 1 : 0),
  restore: (ctx, { id }) => restoreDeal(ctx, id),
})
