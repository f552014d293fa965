import { allows, type Ctx, may } from '@peyvand/platform/server'
import { mergedAway } from './merged-records.ts'
import type { PartyTableRow } from './party-row.ts'

type MergeVerdict =
  | { blocked: null; survivor: PartyTableRow; merged: PartyTableRow }
  | {
      /** Code of why the merge cannot be taken back. */
      blocked: 'forbidden' | 'parties.mergeGone' | 'parties.mergedOn'
      survivor?: PartyTableRow
      merged?: PartyTableRow
    }

/** Whether the caller may take a merge back now, with both records. */
export async function judgeMerge(
  ctx: Ctx,
  merge: { survivorId: string; mergedId: string },
  { lock }: { lock: boolean },
): Promise<MergeVerdict> {
  const rows = await ctx.db
    .selectFrom('parties')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [merge.survivorId, merge.mergedId])
    .orderBy('id')
    .$if(lock, (qb) => qb.forUpdate())
    .execute()
  const survivor = rows.find(({ id }) => id === merge.survivorId)
  const merged = rows.find(({ id }) => id === merge.mergedId)
  if (!survivor || !merged) return { blocked: 'parties.mergeGone' }
  const isAllowed =
    may(ctx.actor, 'parties.merge') &&
    allows(ctx.actor, 'parties.update', survivor) &&
    allows(ctx.actor, 'parties.delete', merged)
  if (!isAllowed) return { blocked: 'forbidden' }
  if ((await mergedAway(ctx, [survivor.id])).size > 0) return { blocked: 'parties.mergedOn' }
  return { blocked: null, survivor, merged }
}
