import { removeTags } from '@peyvand/customization/server'
import { detachFiles } from '@peyvand/files/server'
import {
  AppError,
  allows,
  type Ctx,
  claimCustomUniques,
  defineJob,
  finishOperation,
  forbidden,
  may,
  orFail,
  readCustomValues,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { partyUnmerged } from '../contract/index.ts'
import { writeSurvivor } from './merge-parties.ts'
import { returnReferences } from './merge-references.ts'
import { mergedAway } from './merged-records.ts'
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
  await returnReferences(ctx, references)
  const { columns, custom } = untouched(survivor, merge.changes)
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
  await tellOfUndo(ctx, { mergeId, survivor, merged })
}

async function lockRows(ctx: Ctx, merge: { survivorId: string; mergedId: string }) {
  const rows = await ctx.db
    .selectFrom('parties')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', 'in', [merge.survivorId, merge.mergedId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const survivor = rows.find(({ id }) => id === merge.survivorId)
  const merged = rows.find(({ id }) => id === merge.mergedId)
  if (!survivor || !merged) throw new AppError('parties.mergeGone', { status: 409 })
  if (
    !may(ctx.actor, 'parties.merge') ||
    !allows(ctx.actor, 'parties.update', survivor) ||
    !allows(ctx.actor, 'parties.delete', merged)
  )
    throw forbidden()
  if ((await mergedAway(ctx, [survivor.id])).size > 0) throw new AppError('parties.mergedOn', { status: 409 })
  return { survivor, merged }
}

const Changes = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }))

/** The old values of what nobody changed since the merge. */
function untouched(survivor: PartyTableRow, changes: unknown) {
  const now = readCustomValues(survivor.custom)
  const columns: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const [field, { from = null, to = null }] of Object.entries(Changes.parse(changes))) {
    const key = field.startsWith('custom.') ? field.slice('custom.'.length) : null
    const present = key === null ? survivor[field as keyof PartyTableRow] : now[key]
    if (JSON.stringify(present ?? null) !== JSON.stringify(to)) continue
    if (key === null) columns[field] = from
    else custom[key] = from
  }
  return { columns: columns as Partial<PartyTableRow>, custom }
}

async function tellOfUndo(
  ctx: Ctx,
  { mergeId, survivor, merged }: { mergeId: string; survivor: PartyTableRow; merged: PartyTableRow },
): Promise<void> {
  await writeTimeline(ctx, [
    ownEntry(ctx, survivor.id, 'unmerged', { other: merged.displayName }),
    ownEntry(ctx, merged.id, 'unmerged', { other: survivor.displayName }),
  ])
  for (const { id, displayName } of [survivor, merged]) {
    ctx.audit({ action: 'undo', record: 'parties', recordId: id, label: displayName })
    ctx.live({ topic: 'parties', id })
  }
  ctx.emit(partyUnmerged, { survivorId: survivor.id, mergedId: merged.id, mergeId })
}
