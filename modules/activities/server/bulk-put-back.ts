import { putTags } from '@peyvand/customization/server'
import { type Ctx, changesBetween, type KeptRow, updateRows } from '@peyvand/platform/server'
import { activityUpdated } from '../contract/index.ts'
import { type ActivityRecord, storedActivities } from './activity-access.ts'
import { tellOfActivity } from './activity-events.ts'
import { publishToFiles } from './activity-timeline.ts'
import { type BulkValues, bulkValuesOf, type KeptActivity, untouchedValues } from './bulk-kept.ts'
import { moveToBin, takeFromBin } from './delete-activity.ts'

type Kept = KeptRow<ActivityRecord, KeptActivity>

const columns = [
  'status',
  'doneAt',
  'occurredAt',
  'resultId',
  'ownerId',
  'teamId',
  'updatedAt',
  'version',
] as const

/** Gives locked activities back what a bulk change took, but for what somebody changed again since. */
export async function putBack(ctx: Ctx, rows: readonly Kept[]): Promise<void> {
  for (const { row } of rows) if (row.deletedAt !== null) await takeFromBin(ctx, row)
  const present = rows.filter(({ row }) => row.deletedAt === null)
  const now = await bulkValuesOf(
    ctx,
    present.map(({ row }) => row),
  )
  const returns = present.map(({ row, kept }) => {
    const old = now.get(row.id) as BulkValues
    return { row, kept, old, values: untouchedValues(kept, old) }
  })
  await writeBack(ctx, returns)
  for (const { row, kept, values } of returns) {
    if (kept.before.addedViewer && values.ownerId) await forgetViewer(ctx, row.id, values.ownerId)
    if (kept.before.nextId) await forgetOccurrence(ctx, kept.before.nextId)
  }
  await tell(ctx, returns)
}

interface Return {
  row: ActivityRecord
  old: BulkValues
  /** What it goes back to. */
  values: Partial<BulkValues>
}

async function writeBack(ctx: Ctx, returns: readonly Return[]): Promise<void> {
  await updateRows(ctx, 'activities', {
    columns,
    rows: returns.map(({ row, values }) => ({
      ...row,
      ...values,
      updatedAt: ctx.now().toISOString(),
      version: row.version + 1,
    })),
  })
  await putTags(
    ctx,
    'activities',
    returns.flatMap(({ row, values: { tagIds } }) => (tagIds ? [{ recordId: row.id, tagIds }] : [])),
  )
}

async function tell(ctx: Ctx, returns: readonly Return[]): Promise<void> {
  const after = await storedActivities(
    ctx,
    returns.map(({ row }) => row.id),
  )
  for (const { row, old, values } of returns) {
    const stored = after.get(row.id) as ActivityRecord
    const { tagIds, ...changed } = values
    ctx.audit({
      action: 'update',
      record: 'activities',
      recordId: row.id,
      label: row.subject,
      changes: changesBetween<Record<string, unknown>>(
        { ...old, tags: old.tagIds },
        { ...changed, ...(tagIds ? { tags: tagIds } : {}) },
      ),
    })
    tellOfActivity(ctx, activityUpdated, stored, await publishToFiles(ctx, stored, { before: row }))
  }
}

async function forgetViewer(ctx: Ctx, activityId: string, viewerId: string): Promise<void> {
  await ctx.db
    .deleteFrom('activityViewers')
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .where('viewerId', '=', viewerId)
    .where('reason', '=', 'creator')
    .execute()
}

/** The next occurrence goes with the finish that made it, unless somebody has worked on it. */
async function forgetOccurrence(ctx: Ctx, id: string): Promise<void> {
  const untouched: ActivityRecord | undefined = await ctx.db
    .updateTable('activities')
    .set({ seriesId: null, occurrence: null })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', 1)
    .where('deletedAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (untouched) await moveToBin(ctx, untouched)
}
