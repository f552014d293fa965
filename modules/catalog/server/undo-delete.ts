import { undoDeletion } from '@peyvand/platform/server'
import { z } from 'zod'
import { binnedProduct, deleteKind, restoreProduct } from './delete-product.ts'

/** How a deletion by hand is told of and taken back. */
export const undoProductDeletion = undoDeletion({
  kind: deleteKind,
  job: 'catalog.undoDelete',
  input: z.object({ id: z.uuid() }),
  text: 'catalog.did.delete',
  binned: async (ctx, { id }) => ((await binnedProduct(ctx, id)) ? 1 : 0),
  restore: (ctx, { id }) => restoreProduct(ctx, id),
})
