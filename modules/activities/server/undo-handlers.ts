import { usersByIds } from '@peyvand/identity/server'
import type { UndoPreview } from '@peyvand/platform/contract'
import type { Ctx, DoneOperation, UndoHandler } from '@peyvand/platform/server'
import { BulkActivities } from '../contract/index.ts'
import { judgeKept, keptChanges } from './bulk-kept.ts'
import { undoBulkActivitiesJob } from './bulk-undo.ts'
import { undoActivityDeletion } from './undo-delete.ts'

/** How changes of many activities and deletions are told of and taken back. */
export const activitiesUndo: readonly UndoHandler[] = [
  { kind: 'activities.bulk', job: undoBulkActivitiesJob, describe: describeBulk, preview: previewBulk },
  undoActivityDeletion,
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
