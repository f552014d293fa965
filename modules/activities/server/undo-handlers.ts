import { usersByIds } from '@peyvand/identity/server'
import type { UndoPreview } from '@peyvand/platform/contract'
import {
  type Ctx,
  type DoneOperation,
  defineJob,
  finishOperation,
  loadOperation,
  notFound,
  orFail,
  type UndoHandler,
} from '@peyvand/platform/server'
import { z } from 'zod'
import { BulkActivities } from '../contract/index.ts'
import { reaches, visibleActivities } from './activity-access.ts'
import { judgeKept, keptChanges } from './bulk-kept.ts'
import { undoBulkActivitiesJob } from './bulk-undo.ts'
import { deleteKind, restoreActivity } from './delete-activity.ts'

const Deletion = z.object({ activityIds: z.array(z.uuid()) })

/** Brings deleted activities back; what somebody restored before is back already. */
export const undoDeleteActivityJob = defineJob({
  name: 'activities.undoDelete',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        const { activityIds } = Deletion.parse((await loadOperation(ctx, undoes)).input)
        const binned = await binnedAmong(ctx, activityIds)
        if (binned.length === 0 && (await previewDelete(ctx, activityIds)).blocked === 'forbidden')
          throw notFound('activities.notFound')
        for (const { id } of binned) await restoreActivity(ctx, id)
        await finishOperation(ctx, operationId, { result: { changed: binned.length, failed: 0 } })
      }),
    ),
})

/** How changes of many activities and deletions are told of and taken back. */
export const activitiesUndo: readonly UndoHandler[] = [
  { kind: 'activities.bulk', job: undoBulkActivitiesJob, describe: describeBulk, preview: previewBulk },
  {
    kind: deleteKind,
    job: undoDeleteActivityJob,
    describe: async (ctx, { result }) =>
      ctx.registry.translate(ctx.locale, 'activities.did.deleteOne', result),
    preview: (ctx, { input }) => previewDelete(ctx, Deletion.parse(input).activityIds),
  },
]

async function describeBulk(ctx: Ctx, { input }: DoneOperation): Promise<string> {
  const { action } = BulkActivities.parse(input)
  const { translate } = ctx.registry
  if (action.type !== 'reassign') return translate(ctx.locale, `activities.did.${action.type}`)
  const owner = (await usersByIds(ctx, [action.ownerId])).get(action.ownerId)
  return translate(ctx.locale, 'activities.did.reassign', { owner: owner?.name ?? '—' })
}

const mostExamined = 5000
const mostExamples = 50
const rowsAtOnce = 500

async function previewBulk(ctx: Ctx, { id, input }: DoneOperation): Promise<UndoPreview> {
  const { action } = BulkActivities.parse(input)
  const preview: UndoPreview = { blocked: null, takesBack: 0, stays: 0, examples: [], exact: true }
  let after: string | null = null
  for (let examined = 0; ; examined += rowsAtOnce) {
    const kept = await keptChanges(ctx, id, { after, limit: rowsAtOnce })
    if (kept.length === 0) return preview
    if (examined >= mostExamined) return { ...preview, exact: false }
    after = kept.at(-1)?.activityId ?? null
    const { free, stays } = await judgeKept(ctx, action, { kept, lock: false })
    preview.takesBack += free.length
    preview.stays += stays.length
    preview.examples.push(...stays.slice(0, mostExamples - preview.examples.length))
  }
}

async function previewDelete(ctx: Ctx, activityIds: readonly string[]): Promise<UndoPreview> {
  const takesBack = (await binnedAmong(ctx, activityIds)).length
  const preview: UndoPreview = { blocked: null, takesBack, stays: 0, examples: [], exact: true }
  if (takesBack > 0) return preview
  const present = await (await visibleActivities(ctx))
    .select('a.id')
    .where('a.id', 'in', activityIds)
    .execute()
  return { ...preview, blocked: present.length > 0 ? 'activities.restoredMeanwhile' : 'forbidden' }
}

/** Those in the recycle bin that the caller may take out of it. */
async function binnedAmong(ctx: Ctx, activityIds: readonly string[]) {
  const rows = await (await visibleActivities(ctx, { deleted: true }))
    .selectAll('a')
    .where('a.id', 'in', activityIds)
    .execute()
  return rows.filter((row) => reaches(ctx, 'activities.delete', row))
}
