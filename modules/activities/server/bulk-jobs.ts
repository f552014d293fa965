import { setTags } from '@peyvand/customization/server'
import {
  type Ctx,
  defineJob,
  finishOperation,
  type JobRun,
  loadOperation,
  orFail,
  reportProgress,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { activityUpdated, BulkActivities } from '../contract/index.ts'
import { visibleActivities } from './activity-access.ts'
import { tellOfActivity } from './activity-events.ts'
import { publishToFiles } from './activity-timeline.ts'
import { changeOne, nextSelected } from './bulk-changes.ts'
import { takeFromBin } from './delete-activity.ts'

const rowsPerStep = 100
const Checkpoint = z.object({ after: z.string().nullable().default(null) })

/** Does a bulk change step by step; started again it goes on after the last step that was written. */
export const bulkActivitiesJob = defineJob({
  name: 'activities.bulk',
  payload: z.object({ operationId: z.uuid() }),
  run: (job, { operationId }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => changeStep(ctx, operationId)));
    }),
})

async function changeStep(ctx: Ctx, operationId: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { selection, action } = BulkActivities.parse(operation.input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const rows = await nextSelected(ctx, { selection, after, limit: rowsPerStep })
  let failed = 0
  for (const row of rows) if (!(await changeOne(ctx, row, { operationId, action }))) failed += 1
  const goesOn = await reportProgress(ctx, operationId, {
    done: operation.done + rows.length - failed,
    failed: operation.failed + failed,
    checkpoint: { after: rows.at(-1)?.id ?? after },
  })
  if (goesOn && rows.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, { state: goesOn ? 'done' : 'cancelled', undoable: true })
  return false
}

const Before = z.object({
  status: z.enum(['planned', 'inProgress', 'done', 'cancelled']),
  doneAt: z.string().nullable(),
  occurredAt: z.string().nullable(),
  resultId: z.string().nullable(),
  ownerId: z.string(),
  teamId: z.string().nullable(),
  tagIds: z.array(z.string()),
})

/** Puts back what a bulk change changed: status, result, owner, tags, and out of the recycle bin. */
export const undoBulkActivitiesJob = defineJob({
  name: 'activities.bulk.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job: JobRun, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => undoStep(ctx, operationId, undoes)));
    }),
})

async function undoStep(ctx: Ctx, operationId: string, undoes: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const changes = await ctx.db
    .deleteFrom('activityBulkChanges')
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', undoes)
    .where('activityId', 'in', (eb) =>
      eb
        .selectFrom('activityBulkChanges')
        .select('activityId')
        .where('tenantId', '=', ctx.tenantId)
        .where('operationId', '=', undoes)
        .orderBy('activityId')
        .limit(rowsPerStep),
    )
    .returning(['activityId', 'before'])
    .execute()
  for (const { activityId, before } of changes) await putBack(ctx, activityId, Before.parse(before))
  await reportProgress(ctx, operationId, { done: operation.done + changes.length })
  if (changes.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, {})
  return false
}

async function putBack(ctx: Ctx, id: string, { tagIds, ...columns }: z.output<typeof Before>): Promise<void> {
  const inBin = await (await visibleActivities(ctx, { deleted: true }))
    .selectAll('a')
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (inBin) await takeFromBin(ctx, inBin)
  const row = await ctx.db
    .updateTable('activities')
    .set((eb) => ({ ...columns, updatedAt: ctx.now().toISOString(), version: eb('version', '+', 1) }))
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) return
  await setTags(ctx, 'activities', id, tagIds)
  tellOfActivity(ctx, activityUpdated, row, await publishToFiles(ctx, row))
}
