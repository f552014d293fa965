import { setTags } from '@peyvand/customization/server'
import {
  type Ctx,
  changesBetween,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  reportProgress,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { activityUpdated, BulkActivities } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'
import { tellOfActivity } from './activity-events.ts'
import { publishToFiles } from './activity-timeline.ts'
import { bulkValuesOf, type FreeActivity, judgeKept, keptChanges } from './bulk-kept.ts'
import { moveToBin, takeFromBin } from './delete-activity.ts'

const rowsPerStep = 100
const Checkpoint = z.object({ after: z.string().nullable().default(null) })

/** Puts back what a bulk change changed, but for what somebody changed again since. */
export const undoBulkActivitiesJob = defineJob({
  name: 'activities.bulk.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => undoStep(ctx, operationId, undoes)));
    }),
})

/** Old values go with the days of grace. */
export const forgetBulkActivitiesJob = defineJob({
  name: 'activities.forgetBulk',
  payload: z.object({}),
  cron: '41 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      await sql`
        delete from activity_bulk_changes b where b.tenant_id = ${ctx.tenantId} and not exists (
          select from operations o
          where o.tenant_id = b.tenant_id and o.id = b.operation_id
            and (o.state in ('queued', 'running') or o.undo_until > ${ctx.now()}))`.execute(ctx.db)
    }),
})

async function undoStep(ctx: Ctx, operationId: string, undoes: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { action } = BulkActivities.parse((await loadOperation(ctx, undoes)).input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const kept = await keptChanges(ctx, undoes, { after, limit: rowsPerStep })
  const last = kept.at(-1)
  if (!last) {
    await finishOperation(ctx, operationId, {
      result: { changed: operation.done, failed: operation.failed },
    })
    return false
  }
  const { free, stays } = await judgeKept(ctx, action, { kept, lock: true })
  for (const one of free) await putBack(ctx, one)
  const [done, failed] = [operation.done + free.length, operation.failed + stays.length]
  const goesOn = await reportProgress(ctx, operationId, {
    done,
    failed,
    checkpoint: { after: last.activityId },
  })
  if (!goesOn)
    await finishOperation(ctx, operationId, { state: 'cancelled', result: { changed: done, failed } })
  return goesOn
}

async function putBack(ctx: Ctx, { row, kept: { before }, values }: FreeActivity): Promise<void> {
  if (row.deletedAt !== null) return takeFromBin(ctx, row)
  const old = await bulkValuesOf(ctx, row)
  const { tagIds, ...columns } = values
  const after = await ctx.db
    .updateTable('activities')
    .set({ ...columns, updatedAt: ctx.now().toISOString(), version: row.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (tagIds) await setTags(ctx, 'activities', row.id, tagIds)
  if (before.addedViewer && columns.ownerId) await forgetViewer(ctx, row.id, columns.ownerId)
  if (before.nextId) await forgetOccurrence(ctx, before.nextId)
  ctx.audit({
    action: 'update',
    record: 'activities',
    recordId: row.id,
    label: row.subject,
    changes: changesBetween<Record<string, unknown>>(
      { ...old, tags: old.tagIds },
      { ...columns, ...(tagIds ? { tags: tagIds } : {}) },
    ),
  })
  tellOfActivity(ctx, activityUpdated, after, await publishToFiles(ctx, after, { before: row }))
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
