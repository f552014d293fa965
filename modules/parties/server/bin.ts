import { setTags } from '@peyvand/customization/server'
import { detachAll } from '@peyvand/files/server'
import {
  AppError,
  allows,
  askHook,
  type Ctx,
  claimCustomUniques,
  forbidden,
  readCustomValues,
  recordOperation,
  releaseCustomUniques,
  writeCustomSides,
} from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { type Party, partyDeleted, partyPurged, partyRestored } from '../contract/index.ts'
import { photoRecord } from './create-party.ts'
import { refuseMergedAway } from './merged-records.ts'
import { visibleParties } from './party-access.ts'
import { partiesInUse } from './party-hooks.ts'
import { getParty, lockBinnedParty, lockParty } from './party-queries.ts'
import { ownEntry } from './party-timeline.ts'
import { takenAs } from './taken.ts'
import { writeTimeline } from './timeline-writer.ts'

/** Puts a party into the recycle bin. @throws AppError notFound, forbidden */
export async function deleteParty(ctx: Ctx, id: string): Promise<void> {
  const row = await lockParty(ctx, id)
  if (!allows(ctx.actor, 'parties.delete', row)) throw forbidden()
  await binParties(ctx, [row])
  await recordOperation(ctx, { kind: deleteKind, input: { partyId: id }, result: { name: row.displayName } })
}

/** Deletions of one party, among what can be taken back. */
export const deleteKind = 'parties.delete'

interface Named {
  id: string
  displayName: string
}

/** Puts parties into the recycle bin whose deletion was allowed. */
export async function binParties(ctx: Ctx, rows: readonly Named[]): Promise<void> {
  if (rows.length === 0) return
  await ctx.db
    .updateTable('parties')
    .set({ deletedAt: ctx.now().toISOString(), deletedBy: ctx.actor.userId, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where(amongIds(rows))
    .execute()
  releaseCustomUniques(ctx, idsOf(rows))
  await writeTimeline(
    ctx,
    rows.map(({ id }) => ownEntry(ctx, id, 'deleted')),
  )
  for (const { id, displayName } of rows) {
    ctx.audit({ action: 'delete', record: 'parties', recordId: id, label: displayName })
    ctx.emit(partyDeleted, { partyId: id })
    ctx.live({ topic: 'parties', id })
  }
}

/** @throws AppError notFound; parties.mergedAway, parties.identifierTaken, parties.numberTaken, customFields.valueTaken (409) */
export async function restoreParty(ctx: Ctx, id: string): Promise<Party> {
  const row = await lockBinnedParty(ctx, id)
  await refuseMergedAway(ctx, id)
  await restoreParties(ctx, [row])
  return getParty(ctx, id)
}

/** Takes parties out of the recycle bin whose restoring was allowed. */
export async function restoreParties(ctx: Ctx, rows: readonly Named[]): Promise<void> {
  if (rows.length === 0) return
  await takenAs(
    ctx.db
      .updateTable('parties')
      .set({ deletedAt: null, deletedBy: null, version: sql`version + 1` })
      .where('tenantId', '=', ctx.tenantId)
      .where(amongIds(rows))
      .execute(),
  )
  await claimCustomUniques(ctx, { record: 'parties', ids: idsOf(rows) })
  await writeTimeline(
    ctx,
    rows.map(({ id }) => ownEntry(ctx, id, 'restored')),
  )
  for (const { id, displayName } of rows) {
    ctx.audit({ action: 'restore', record: 'parties', recordId: id, label: displayName })
    ctx.emit(partyRestored, { partyId: id })
    ctx.live({ topic: 'parties', id })
  }
}

/** Deletes a party of the bin for ever. @throws AppError notFound; parties.notInBin, parties.inUse (409) */
export async function purgeParty(ctx: Ctx, id: string): Promise<void> {
  const outside = await visibleParties(ctx).select('p.id').where('p.id', '=', id).executeTakeFirst()
  if (outside) throw new AppError('parties.notInBin', { status: 409 })
  const row = await lockBinnedParty(ctx, id)
  await purgeParties(ctx, [row.id])
}

/**
 * Deletes parties with everything that is theirs, for ever; also for the undo of an import.
 * @throws AppError parties.inUse (409) when records that stay point to one of them
 */
export async function purgeParties(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  if ((await askHook(ctx, partiesInUse, { partyIds: ids })).includes(true))
    throw new AppError('parties.inUse', { status: 409 })
  const rows = await ctx.db
    .selectFrom('parties')
    .select(['id', 'displayName', 'custom'])
    .where('tenantId', '=', ctx.tenantId)
    .where(amongIds(ids.map((id) => ({ id }))))
    .execute()
  for (const { id, custom } of rows) {
    await setTags(ctx, 'parties', id, [])
    const cleared = Object.fromEntries(Object.keys(readCustomValues(custom)).map((key) => [key, null]))
    await writeCustomSides(ctx, 'parties', id, cleared)
  }
  await detachAll(ctx, 'parties', ids)
  await detachAll(ctx, photoRecord, ids)
  const all = sql.val([...ids])
  await sql`update parties set introducer_id = null where tenant_id = ${ctx.tenantId} and introducer_id = any(${all}::uuid[])`.execute(
    ctx.db,
  )
  await sql`update parties set marketer_id = null where tenant_id = ${ctx.tenantId} and marketer_id = any(${all}::uuid[])`.execute(
    ctx.db,
  )
  await sql`delete from timeline where tenant_id = ${ctx.tenantId} and party_id = any(${all}::uuid[])`.execute(
    ctx.db,
  )
  await sql`delete from party_bulk_changes where tenant_id = ${ctx.tenantId} and party_id = any(${all}::uuid[])`.execute(
    ctx.db,
  )
  await sql`delete from parties where tenant_id = ${ctx.tenantId} and id = any(${all}::uuid[])`.execute(
    ctx.db,
  )
  for (const { id, displayName } of rows) {
    ctx.audit({ action: 'purge', record: 'parties', recordId: id, label: displayName })
    ctx.emit(partyPurged, { partyId: id })
  }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const amongIds = (rows: readonly { id: string }[]) => sql<SqlBool>`id = any(${sql.val(idsOf(rows))}::uuid[])`
