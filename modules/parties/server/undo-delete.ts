import { allows, type Ctx, undoDeletion } from '@peyvand/platform/server'
import { z } from 'zod'
import { deleteKind, restoreParty } from './bin.ts'
import { takenMeanwhile } from './taken.ts'

const Deleted = z.object({ partyId: z.uuid() })

/** How a deletion by hand is told of and taken back. */
export const undoPartyDeletion = undoDeletion({
  kind: deleteKind,
  job: 'parties.undoDelete',
  input: Deleted,
  text: 'parties.did.deleteOne',
  binned: async (ctx, deleted) => ((await obstacleTo(ctx, deleted)) === null ? 1 : 0),
  restore: (ctx, { partyId }) => restoreParty(ctx, partyId),
  obstacle: async (ctx, deleted) => (await obstacleTo(ctx, deleted)) ?? 'parties.restoredMeanwhile',
})

/** Why the party does not come back; null where it can. */
async function obstacleTo(ctx: Ctx, { partyId }: z.infer<typeof Deleted>): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('parties')
    .select(['deletedAt', 'ownerId', 'teamId'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', partyId)
    .executeTakeFirst()
  if (!row) return 'parties.purgedMeanwhile'
  if (row.deletedAt === null) return 'parties.restoredMeanwhile'
  if (!allows(ctx.actor, 'parties.delete', row)) return 'forbidden'
  return (await takenMeanwhile(ctx, [partyId])).get(partyId) ?? null
}
