import { addTags, removeTags, tagsOf } from '@peyvand/customization/server'
import { localDate } from '@peyvand/persian'
import {
  type Ctx,
  changesBetween,
  customSearchWords,
  json,
  mergeCustomValues,
  readCustomValues,
  writeCustomSides,
} from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { type BulkAction, partyUpdated } from '../contract/index.ts'
import { binParties, restoreParties } from './bin.ts'
import { contactPointsOf } from './contact-rows.ts'
import { type GroupRow, groupByKey } from './group-queries.ts'
import { firstState, noteGroupChange } from './membership.ts'
import { insertMemberships, isMember, membersOf, type Place } from './membership-rows.ts'
import { derivedColumns, type PartyTableRow } from './party-row.ts'
import { ownEntry, recordUpdate } from './party-timeline.ts'
import { writeTimeline } from './timeline-writer.ts'

type ActionOf<T extends BulkAction['type']> = Extract<BulkAction, { type: T }>

/** What was, of a record that an action changed. */
interface Kept {
  id: string
  before: Record<string, unknown>
}

/** Does the action to some rows and answers what was, for the undo. The rows are locked and may be changed. */
export async function applyToParties(
  ctx: Ctx,
  action: BulkAction,
  rows: readonly PartyTableRow[],
): Promise<Kept[]> {
  switch (action.type) {
    case 'update':
      return updateRows(ctx, action.values, rows)
    case 'assign': {
      const { ownerId, teamId } = action
      return updateRows(ctx, teamId === undefined ? { ownerId } : { ownerId, teamId }, rows)
    }
    case 'tag':
      return tagRows(ctx, action, rows)
    case 'join':
      return joinRows(ctx, action, rows)
    case 'leave':
      return leaveRows(ctx, action, rows)
    case 'delete':
      await binParties(ctx, rows)
      return rows.map(({ id }) => ({ id, before: {} }))
    case 'restore':
      await restoreParties(ctx, rows)
      return rows.map(({ id }) => ({ id, before: {} }))
  }
}

/** What a change of many fields did to one record: field → old and new value. */
export type KeptChanges = Record<string, { from?: unknown; to?: unknown }>

async function updateRows(
  ctx: Ctx,
  { custom: given, ...values }: { [field: string]: unknown; custom?: unknown },
  rows: readonly PartyTableRow[],
): Promise<Kept[]> {
  const columns = values as Partial<PartyTableRow>
  const custom = given === undefined ? null : readCustomValues(given)
  const changed = rows.flatMap((row) => {
    const changes: KeptChanges = {
      ...changesBetween<Partial<PartyTableRow>>(row, columns),
      ...changedCustom(row, custom),
    }
    return Object.keys(changes).length > 0 ? [{ row, changes }] : []
  })
  await writeColumns(
    ctx,
    changed.map(({ row }) => row.id),
    columns,
  )
  for (const { row, changes } of changed) {
    if (custom) await writeCustom(ctx, row, custom)
    await noteUpdate(ctx, { row, columns, changes })
  }
  return changed.map(({ row, changes }) => ({ id: row.id, before: changes }))
}

function changedCustom(row: PartyTableRow, custom: Record<string, unknown> | null): KeptChanges {
  if (!custom) return {}
  const changes = changesBetween(readCustomValues(row.custom), custom)
  return Object.fromEntries(Object.entries(changes).map(([key, change]) => [`custom.${key}`, change]))
}

/** Sets the same values on several records. */
export async function writeColumns(
  ctx: Ctx,
  ids: readonly string[],
  columns: Partial<PartyTableRow>,
): Promise<void> {
  if (ids.length === 0) return
  await ctx.db
    .updateTable('parties')
    .set({
      ...(columns as object),
      version: sql`version + 1`,
      updatedAt: ctx.now().toISOString(),
      updatedBy: ctx.actor.userId,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where(sql<SqlBool>`id = any(${sql.val([...ids])}::uuid[])`)
    .execute()
}

export async function writeCustom(
  ctx: Ctx,
  row: PartyTableRow,
  custom: Record<string, unknown>,
): Promise<void> {
  const own = mergeCustomValues(readCustomValues(row.custom), custom)
  const wordsOf = await customSearchWords(ctx, 'parties')
  await ctx.db
    .updateTable('parties')
    .set({ custom: json(own), ...derivedColumns(row, await contactPointsOf(ctx, row.id), wordsOf(own)) })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.id)
    .execute()
  await writeCustomSides(ctx, 'parties', row.id, custom)
}

/** Audit, timeline, event and live message of one record's change. */
export async function noteUpdate(
  ctx: Ctx,
  { row, columns, changes }: { row: PartyTableRow; columns: Partial<PartyTableRow>; changes: KeptChanges },
): Promise<void> {
  const fields = Object.keys(changes)
  ctx.audit({ action: 'update', record: 'parties', recordId: row.id, label: row.displayName, changes })
  await recordUpdate(ctx, { before: row, after: { ...row, ...columns }, fields })
  ctx.emit(partyUpdated, { partyId: row.id, fields })
  ctx.live({ topic: 'parties', id: row.id })
}

async function tagRows(ctx: Ctx, action: ActionOf<'tag'>, rows: readonly PartyTableRow[]): Promise<Kept[]> {
  const ids = rows.map(({ id }) => id)
  const before = await tagsOf(ctx, 'parties', ids)
  const kept = ids.flatMap((id) => {
    const has = new Set((before.get(id) ?? []).map((tag) => tag.id))
    const added = action.add.filter((tag) => !has.has(tag))
    const removed = action.remove.filter((tag) => has.has(tag) && !action.add.includes(tag))
    return added.length + removed.length > 0 ? [{ id, before: { added, removed } }] : []
  })
  if (action.remove.length > 0) await removeTags(ctx, 'parties', ids, action.remove)
  if (action.add.length > 0) await addTags(ctx, 'parties', ids, action.add)
  const after = await tagsOf(ctx, 'parties', ids)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const names = (tags: readonly { name: string }[] | undefined) => (tags ?? []).map((tag) => tag.name)
  for (const { id } of kept) {
    await noteUpdate(ctx, {
      row: byId.get(id) as PartyTableRow,
      columns: {},
      changes: { tags: { from: names(before.get(id)), to: names(after.get(id)) } },
    })
  }
  return kept
}

async function joinRows(ctx: Ctx, action: ActionOf<'join'>, rows: readonly PartyTableRow[]): Promise<Kept[]> {
  const group = await groupByKey(ctx, action.group)
  const members = await membersOf(ctx, group, rows)
  const joining = rows.filter(({ id }) => !isMember(members.get(id)))
  const state = action.state ?? firstState(group)
  const since = localDate(ctx.now(), ctx.timeZone)
  await insertMemberships(
    ctx,
    joining.map(({ id }) => ({ partyId: id, group, since, state })),
  )
  await noteMoves(ctx, { rows: joining, group, change: 'joined', state })
  return joining.map(({ id }) => ({ id, before: { was: members.get(id) ?? null, joinedAs: state } }))
}

async function leaveRows(
  ctx: Ctx,
  action: ActionOf<'leave'>,
  rows: readonly PartyTableRow[],
): Promise<Kept[]> {
  const group = await groupByKey(ctx, action.group)
  const members = await membersOf(ctx, group, rows)
  const leaving = rows.filter(({ id }) => isMember(members.get(id)))
  await endMemberships(
    ctx,
    group,
    leaving.map(({ id }) => id),
  )
  await noteMoves(ctx, { rows: leaving, group, change: 'left', state: null, before: members })
  return leaving.map(({ id }) => ({ id, before: { state: members.get(id)?.state ?? null } }))
}

export async function endMemberships(ctx: Ctx, group: GroupRow, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.db
    .updateTable('partyGroupMembers')
    .set({ until: localDate(ctx.now(), ctx.timeZone) })
    .where('tenantId', '=', ctx.tenantId)
    .where('groupId', '=', group.id)
    .where(sql<SqlBool>`party_id = any(${sql.val([...ids])}::uuid[])`)
    .execute()
}

interface Moves {
  rows: readonly PartyTableRow[]
  group: GroupRow
  change: 'joined' | 'left'
  state: string | null
  /** Their places in the group until now. */
  before?: ReadonlyMap<string, Place>
}

export async function noteMoves(ctx: Ctx, { rows, group, change, state, before }: Moves): Promise<void> {
  const { key, nameFa, nameEn, states } = group
  const summary = { group: { key, nameFa, nameEn }, state: states.find((one) => one.key === state) ?? null }
  await writeTimeline(
    ctx,
    rows.map((row) => ownEntry(ctx, row.id, change, summary)),
  )
  for (const row of rows) {
    noteGroupChange(ctx, { row, group, change, state, from: before?.get(row.id)?.state ?? null })
    ctx.live({ topic: 'parties', id: row.id })
  }
}
