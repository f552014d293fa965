import { anyOf, type Ctx, undoDeletion } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { reaches, visibleActivities } from './activity-access.ts'
import { deleteKind, restoreActivity } from './delete-activity.ts'

const Deleted = z.object({ activityIds: z.array(z.uuid()) })
type Deleted = z.infer<typeof Deleted>

/** How deletions by hand are told of and taken back. */
export const undoActivityDeletion = undoDeletion({
  kind: deleteKind,
  job: 'activities.undoDelete',
  input: Deleted,
  text: 'activities.did.deleteOne',
  binned: async (ctx, deleted) => (await binnedAmong(ctx, deleted)).length,
  restore: async (ctx, deleted) => {
    for (const { id } of await binnedAmong(ctx, deleted)) await restoreActivity(ctx, id)
  },
  obstacle: async (ctx, { activityIds }) => {
    const present = (await visibleActivities(ctx)).select('a.id').where(anyOf(sql`a.id`, activityIds))
    return (await present.executeTakeFirst()) ? 'activities.restoredMeanwhile' : 'forbidden'
  },
})

/** Those in the recycle bin that the caller may take out of it. */
async function binnedAmong(ctx: Ctx, { activityIds }: Deleted) {
  const rows = await (await visibleActivities(ctx, { deleted: true }))
    .selectAll('a')
    .where(anyOf(sql`a.id`, activityIds))
    .execute()
  return rows.filter((row) => reaches(ctx, 'activities.delete', row))
}
