import { removeTags } from '@peyvand/customization/server'
import { detachFiles } from '@peyvand/files/server'
import {
  AppError,
  type Ctx,
  claimCustomUniques,
  defineJob,
  finishOperation,
  forbidden,
  orFail,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { partyUnmerged } from '../contract/index.ts'
import type { KeptChanges } from './bulk-actions.ts'
import { valuesBack } from './bulk-verdict.ts'
import { listsChanged, loggedLists } from './logged-fields.ts'
import { writeSurvivor } from './merge-parties.ts'
import { returnReferences } from './merge-references.ts'
import { judgeMerge } from './merge-verdict.ts'
import type { PartyTableRow } from './party-row.ts'
import { ownEntry } from './party-timeline.ts'
import { takenAs } from './taken.ts'
import { removeTimeline, writeTimeline } from './timeline-writer.ts'

/** Takes a merge back. Where that is not possible any more, the operation says why and may be tried again. */
export const undoMergeJob = defineJob({
  name: 'parties.undoMerge',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        await undoMerge(ctx, undoes)
        await finishOperation(ctx, operationId, { result: { changed: 1, failed: 0 } })
      }),
    ),
})

/** What merges moved is kept for the days of grace. */
export const forgetMergesJob = defineJob({
  name: 'parties.forgetMerges',
  payload: z.object({}),
  cron: '45 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      await sql`
        delete from party_merge_moves m where m.tenant_id = ${ctx.tenantId} and not exists (
          select from operations o where o.tenant_id = m.tenant_id and o.id = m.merge_id and o.undo_until > ${ctx.now()})`.execute(
        ctx.db,
      )
    }),
})

/**
 * Brings both records back to what they were; what was changed since the merge stays with the survivor.
 * @throws AppError forbidden; parties.mergedOn, parties.mergeGone, parties.numberTaken, parties.identifierTaken,
 * customFields.valueTaken (409)
 */
async function undoMerge(ctx: Ctx, mergeId: string): Promise<void> {
  const merge = await ctx.db
    .selectFrom('partyMerges')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (merge.undoneAt) return
  const { survivor, merged } = await lockRows(ctx, merge)
  const references = { mergeId, survivorId: survivor.id, mergedId: merged.id }
  const lists = { survivor: await loggedLists(ctx, survivor.id), merged: await loggedLists(ctx, merged.id) }
  await returnReferences(ctx, references)
  const { columns, custom, changes } = valuesBack(survivor, merge.changes as KeptChanges)
  if (merge.tagIds.length > 0) await removeTags(ctx, 'parties', [survivor.id], merge.tagIds)
  await detachFiles(ctx, 'parties', survivor.id, merge.fileIds)
  await writeSurvivor(ctx, survivor, columns, custom)
  await takenAs(
    ctx.db
      .updateTable('parties')
      .set({ deletedAt: null, deletedBy: null, version: merged.version + 1 })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', merged.id)
      .execute(),
  )
  await claimCustomUniques(ctx, { record: 'parties', ids: [merged.id] })
  await ctx.db
    .updateTable('partyMerges')
    .set({ undoneAt: ctx.now().toISOString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', mergeId)
    .execute()
  await removeTimeline(ctx, { subjectType: 'parties', subjectId: mergeId })
  await tellOfUndo(ctx, { mergeId, survivor, merged, changes, lists })
}

async function lockRows(ctx: Ctx, merge: { survivorId: string; mergedId: string }) {
  const { survivor, merged, blocked } = await judgeMerge(ctx, merge, { lock: true })
  if (blocked === 'forbidden') throw forbidden()
  if (blocked !== null) throw new AppError(blocked, { status: 409 })
  return { survivor, merged }
}

interface Told {
  mergeId: string
  survivor: PartyTableRow
  merged: PartyTableRow
  changes: KeptChanges
  /** Their lists before the undo. */
  lists: { survivor: Record<string, unknown>; merged: Record<string, unknown> }
}

async function tellOfUndo(ctx: Ctx, { mergeId, survivor, merged, changes, lists }: Told): Promise<void> {
  await writeTimeline(ctx, [
    ownEntry(ctx, survivor.id, 'unmerged', { other: merged.displayName }),
    ownEntry(ctx, merged.id, 'unmerged', { other: survivor.displayName }),
  ])
  const told = {
    survivor: {
      row: survivor,
      changes: { ...changes, mergedWith: { from: merged.displayName, to: null } },
    },
    merged: { row: merged, changes: { mergedInto: { from: survivor.displayName, to: null } } },
  }
  for (const side of ['survivor', 'merged'] as const) {
    const { row, changes: values } = told[side]
    ctx.audit({
      action: 'undo',
      record: 'parties',
      recordId: row.id,
      label: row.displayName,
      changes: { ...values, ...listsChanged(lists[side], await loggedLists(ctx, row.id)) },
    })
    ctx.live({ topic: 'parties', id: row.id })
  }
  ctx.emit(partyUnmerged, { survivorId: survivor.id, mergedId: merged.id, mergeId })
}
