import { changedSince } from '@peyvand/history/server'
import type { UndoPreview } from '@peyvand/platform/contract'
import type { Ctx, DoneOperation, UndoHandler } from '@peyvand/platform/server'
import { bulkPartyChange } from './bulk.ts'
import { fieldLabels } from './field-labels.ts'
import { mergeKind } from './merge-parties.ts'
import { judgeMerge } from './merge-verdict.ts'
import { undoPartyDeletion } from './undo-delete.ts'
import { undoMergeJob } from './undo-merge.ts'

/** How changes of many parties, merges and deletions are told of and taken back. */
export const partiesUndo: readonly UndoHandler[] = [
  bulkPartyChange.undo,
  { kind: mergeKind, job: undoMergeJob, describe: describeMerge, preview: previewMerge },
  undoPartyDeletion,
]

async function describeMerge(ctx: Ctx, { result }: DoneOperation): Promise<string> {
  return ctx.registry.translate(ctx.locale, 'parties.did.merge', result)
}

async function previewMerge(ctx: Ctx, { id }: DoneOperation): Promise<UndoPreview> {
  const merge = await ctx.db
    .selectFrom('partyMerges')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const verdict = await judgeMerge(ctx, merge, { lock: false })
  const preview: UndoPreview = { blocked: verdict.blocked, takesBack: 0, stays: 0, examples: [], exact: true }
  if (verdict.blocked !== null) return preview
  const { survivor } = verdict
  const changed = await changedAfterMerge(ctx, merge)
  if (changed.length === 0) return { ...preview, takesBack: 2 }
  const example = {
    record: 'parties',
    id: survivor.id,
    name: survivor.displayName,
    reason: 'changed' as const,
    fields: await fieldLabels(ctx, changed),
  }
  return { ...preview, takesBack: 2, stays: 1, examples: [example] }
}

/** Of what the merge changed of the survivor, the fields that were changed again. */
async function changedAfterMerge(
  ctx: Ctx,
  { survivorId, mergedAt }: { survivorId: string; mergedAt: string },
): Promise<string[]> {
  // The merge's own entries are written with its commit, a little later than it says.
  const entry = await ctx.db
    .selectFrom('auditLog')
    .select(['at', 'changes'])
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', 'parties')
    .where('recordId', '=', survivorId)
    .where('action', '=', 'merge')
    .where('at', '>=', mergedAt)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  if (!entry) return []
  const changed = await changedSince(ctx, { record: 'parties', ids: [survivorId], at: entry.at })
  return (changed.get(survivorId) ?? []).filter((field) => field in entry.changes)
}
