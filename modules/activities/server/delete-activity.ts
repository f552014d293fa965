import { type Ctx, claimCustomUniques, forbidden, releaseCustomUniques } from '@peyvand/platform/server'
import { type Activity, activityDeleted, activityRestored } from '../contract/index.ts'
import { type ActivityRecord, reaches, requireActivity } from './activity-access.ts'
import { tellOfActivity } from './activity-events.ts'
import { publishToFiles } from './activity-timeline.ts'
import { getActivity } from './activity-views.ts'

/** Deletions by hand, among what can be taken back. */
export const deleteKind = 'activities.delete'

/** Brings an activity back. @throws AppError activities.notFound (404), forbidden (403) */
export async function restoreActivity(ctx: Ctx, id: string): Promise<Activity> {
  const row = await requireActivity(ctx, id, { deleted: true, lock: true })
  if (!reaches(ctx, 'activities.delete', row)) throw forbidden()
  await takeFromBin(ctx, row)
  return getActivity(ctx, id)
}

export async function moveToBin(ctx: Ctx, row: ActivityRecord): Promise<void> {
  const deleted = await setDeleted(ctx, row, ctx.now().toISOString())
  releaseCustomUniques(ctx, [row.id])
  ctx.audit({ action: 'delete', record: 'activities', recordId: row.id, label: row.subject })
  tellOfActivity(ctx, activityDeleted, deleted, await publishToFiles(ctx, deleted, { before: row }))
}

export async function takeFromBin(ctx: Ctx, row: ActivityRecord): Promise<void> {
  const restored = await setDeleted(ctx, row, null)
  await claimCustomUniques(ctx, { record: 'activities', ids: [row.id] })
  ctx.audit({ action: 'restore', record: 'activities', recordId: row.id, label: row.subject })
  tellOfActivity(ctx, activityRestored, restored, await publishToFiles(ctx, restored))
}

const setDeleted = (ctx: Ctx, row: ActivityRecord, at: string | null): Promise<ActivityRecord> =>
  ctx.db
    .updateTable('activities')
    .set({ deletedAt: at, deletedBy: at && ctx.actor.userId, version: row.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
