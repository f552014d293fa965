import { addTags, tagsOf } from '@peyvand/customization/server'
import { attachFiles, filesOf, setFiles } from '@peyvand/files/server'
import {
  AppError,
  allows,
  badField,
  type Ctx,
  changesBetween,
  customSearchWords,
  forbidden,
  json,
  mergeCustomValues,
  readCustomValues,
  recordOperation,
  releaseCustomUniques,
  requireVersion,
  writeCustomSides,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type MergeParties, type Party, partyMerged } from '../contract/index.ts'
import type { KeptChanges } from './bulk-actions.ts'
import { contactPointsOf } from './contact-rows.ts'
import { photoRecord } from './create-party.ts'
import { groupsByKey } from './group-queries.ts'
import { listsChanged, loggedLists } from './logged-fields.ts'
import { mergedValues } from './merge-fields.ts'
import { moveReferences } from './merge-references.ts'
import { identifierColumns, partyFieldRules } from './party-field-rules.ts'
import { getParty, getWrittenParty, lockParty } from './party-queries.ts'
import { derivedColumns, type PartyTableRow } from './party-row.ts'
import { ownEntry } from './party-timeline.ts'
import { takenAs } from './taken.ts'
import { writeTimeline } from './timeline-writer.ts'

export const mergeKind = 'parties.merge'

/**
 * Makes one record of two: everything that is the merged one's goes to the survivor, and the merged one to the recycle
 * bin, from where its id leads to the survivor.
 * @throws AppError notFound, forbidden, versionConflict (409), parties.kindsDiffer (409); badInput at a field
 */
export async function mergeParties(
  ctx: Ctx,
  input: MergeParties,
): Promise<{ operationId: string; party: Party }> {
  const { survivor, merged } = await lockBoth(ctx, input)
  refuseRuled(ctx, input.fields)
  const mergeId = await recordOperation(ctx, {
    kind: mergeKind,
    input: { survivorId: survivor.id, mergedId: merged.id },
    result: { survivor: survivor.displayName, merged: merged.displayName },
  })
  const { columns, custom } = mergedValues({
    survivor: { ...survivor, custom: readCustomValues(survivor.custom) },
    merged: { ...merged, custom: readCustomValues(merged.custom) },
    choices: input.fields,
  })
  const changes: KeptChanges = {
    ...changesBetween<Partial<PartyTableRow>>(survivor, columns),
    ...customChanges(survivor, custom),
  }
  const lists = { survivor: await loggedLists(ctx, survivor.id), merged: await loggedLists(ctx, merged.id) }
  const shared = await shareTagsAndFiles(ctx, survivor.id, merged.id)
  await ctx.db
    .insertInto('partyMerges')
    .values({
      tenantId: ctx.tenantId,
      id: mergeId,
      survivorId: survivor.id,
      mergedId: merged.id,
      changes: json(changes),
      ...shared,
      mergedAt: ctx.now().toISOString(),
      mergedBy: ctx.actor.userId,
    })
    .execute()
  // The bin first: the survivor may take its number and identifiers over.
  await ctx.db
    .updateTable('parties')
    .set({ deletedAt: ctx.now().toISOString(), deletedBy: ctx.actor.userId, version: merged.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', merged.id)
    .execute()
  releaseCustomUniques(ctx, [merged.id])
  await moveReferences(ctx, {
    mergeId,
    survivorId: survivor.id,
    mergedId: merged.id,
    mergedStates: await chosenGroups(ctx, input.fields),
  })
  await writeSurvivor(ctx, survivor, columns, custom)
  await tellOfMerge(ctx, { mergeId, survivor, merged, changes, lists })
  return { operationId: mergeId, party: await getWrittenParty(ctx, survivor.id) }
}

async function lockBoth(ctx: Ctx, { survivorId, mergedId, versions }: MergeParties) {
  if (survivorId === mergedId) throw badField('mergedId', 'parties.mergeWithSelf')
  // In the order of ids, so that two merges of the same records wait for each other.
  const rows = new Map<string, PartyTableRow>()
  for (const id of [survivorId, mergedId].toSorted()) rows.set(id, await lockParty(ctx, id))
  const [survivor, merged] = [survivorId, mergedId].map((id) => rows.get(id)) as [
    PartyTableRow,
    PartyTableRow,
  ]
  if (!allows(ctx.actor, 'parties.update', survivor) || !allows(ctx.actor, 'parties.delete', merged))
    throw forbidden()
  if (survivor.version !== versions.survivor)
    requireVersion(survivor, versions.survivor, await getParty(ctx, survivorId))
  if (merged.version !== versions.merged)
    requireVersion(merged, versions.merged, await getParty(ctx, mergedId))
  if (survivor.kind !== merged.kind) throw new AppError('parties.kindsDiffer', { status: 409 })
  return { survivor, merged }
}

/** What the caller's role does not see in full or may not change is not theirs to choose. */
function refuseRuled(ctx: Ctx, fields: MergeParties['fields']): void {
  const rules = partyFieldRules(ctx)
  const ruled = [
    ...(rules.identifiers ? identifierColumns : []),
    ...(rules.notes ? (['notes'] as const) : []),
  ]
  for (const field of ruled) if (fields[field]) throw badField(`fields.${field}`, 'parties.readOnlyField')
  const both = Object.entries(fields).find(([field, choice]) => choice === 'both' && field !== 'notes')
  if (both) throw badField(`fields.${both[0]}`, 'option')
}

async function chosenGroups(ctx: Ctx, fields: MergeParties['fields']): Promise<string[]> {
  const keys = Object.entries(fields).flatMap(([field, choice]) =>
    field.startsWith('groups.') && choice === 'merged' ? [field.slice('groups.'.length)] : [],
  )
  return [...(await groupsByKey(ctx, keys)).values()].map(({ id }) => id)
}

/** The survivor gets the other's tags and files as well; answers which ones it did not have. */
async function shareTagsAndFiles(ctx: Ctx, survivorId: string, mergedId: string) {
  const tags = await tagsOf(ctx, 'parties', [survivorId, mergedId])
  const ownTags = new Set(tags.get(survivorId)?.map(({ id }) => id))
  const tagIds = (tags.get(mergedId) ?? []).map(({ id }) => id).filter((id) => !ownTags.has(id))
  if (tagIds.length > 0) await addTags(ctx, 'parties', [survivorId], tagIds)
  const ownFiles = new Set((await filesOf(ctx, 'parties', survivorId)).map(({ id }) => id))
  const others = await filesOf(ctx, 'parties', mergedId)
  const fileIds = others.map(({ id }) => id).filter((id) => !ownFiles.has(id))
  await attachFiles(ctx, 'parties', survivorId, fileIds)
  return { tagIds, fileIds }
}

/** Writes what a merge, or its undo, makes of the survivor, and what it is found by from then on. */
export async function writeSurvivor(
  ctx: Ctx,
  row: PartyTableRow,
  columns: Partial<PartyTableRow>,
  custom: Record<string, unknown>,
): Promise<void> {
  if (columns.photoFileId !== undefined)
    await setFiles(ctx, photoRecord, row.id, columns.photoFileId ? [columns.photoFileId] : [])
  const points = await contactPointsOf(ctx, row.id)
  const own = mergeCustomValues(readCustomValues(row.custom), custom)
  const wordsOf = await customSearchWords(ctx, 'parties')
  await takenAs(
    ctx.db
      .updateTable('parties')
      .set({
        ...columns,
        ...derivedColumns({ ...row, ...columns }, points, wordsOf(own)),
        custom: json(own),
        version: sql`version + 1`,
        updatedAt: ctx.now().toISOString(),
        updatedBy: ctx.actor.userId,
      })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', row.id)
      .execute(),
  )
  await writeCustomSides(ctx, 'parties', row.id, custom)
}

function customChanges(row: PartyTableRow, custom: Record<string, unknown>): KeptChanges {
  const before = readCustomValues(row.custom)
  return Object.fromEntries(
    Object.entries(custom).map(([key, to]) => [`custom.${key}`, { from: before[key] ?? null, to }]),
  )
}

interface Told {
  mergeId: string
  survivor: PartyTableRow
  merged: PartyTableRow
  changes: KeptChanges
  /** Their lists before the merge. */
  lists: { survivor: Record<string, unknown>; merged: Record<string, unknown> }
}

async function tellOfMerge(ctx: Ctx, { mergeId, survivor, merged, changes, lists }: Told): Promise<void> {
  const other = { id: merged.id, name: merged.displayName }
  await writeTimeline(ctx, [
    { ...ownEntry(ctx, survivor.id, 'merged', { other: other.name }), subjectId: mergeId },
  ])
  ctx.audit({
    action: 'merge',
    record: 'parties',
    recordId: survivor.id,
    label: survivor.displayName,
    changes: {
      mergedWith: { to: other.name },
      ...changes,
      ...listsChanged(lists.survivor, await loggedLists(ctx, survivor.id)),
    },
  })
  ctx.audit({
    action: 'merge',
    record: 'parties',
    recordId: merged.id,
    label: merged.displayName,
    changes: {
      mergedInto: { to: survivor.displayName },
      ...listsChanged(lists.merged, await loggedLists(ctx, merged.id)),
    },
  })
  ctx.emit(partyMerged, { survivorId: survivor.id, mergedId: merged.id, mergeId })
  for (const { id } of [survivor, merged]) ctx.live({ topic: 'parties', id })
}
