import type { RecordRef } from '@peyvand/files/contract'
import { type Ctx, may } from '@peyvand/platform/server'

/** Pictures of designs are seen by who makes designs: nobody else fetches a signature or stamp apart from a paper. */
export const seesDesignPicture = async (ctx: Ctx, { record }: RecordRef): Promise<boolean | null> =>
  record === 'documentDesigns' ? may(ctx.actor, 'documents.manage') : null

/** They change with their design only. */
export const changesDesignPicture = async (_: Ctx, { record }: RecordRef): Promise<boolean | null> =>
  record === 'documentDesigns' ? false : null
