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

interface Work<A extends BulkAction = BulkAction> {
  operationId: string
  action: A
  rows: readonly PartyTableRow[]
}
type WorkOf<T extends BulkAction['type']> = Work<Extract<BulkAction, { type: T }>>

/** Does the action on some rows and keeps what was, for the undo. The rows are locked and may be changed. */
export async function applyToParties(ctx: Ctx, work: Work): Promise<void> {
  const { action, rows, operationId } = work
  switch (action.type) {
    case 'update':
      return updateRows(ctx, { ...work, action })
    case 'assign': {
      const values = {
        ownerId: action.ownerId,
        ...(action.teamId === undefined ? {} : { teamId: action.teamId }),
      }
      return updateRows(ctx, { ...work, action: { type: 'update', values } })
    }
    case 'tag':
      return tagRows(ctx, { ...work, action })
    case 'join':
      return joinRows(ctx, { ...work, action })
    case 'leave':
      return leaveRows(ctx, { ...work, action })
    case 'delete':
      await keepBefore(
        ctx,
        operationId,
        rows.map(({ id }) => ({ id, before: {} })),
      )
      return binParties(ctx, rows)
    case 'restore':
      await keepBefore(
        ctx,
        operationId,
        rows.map(({ id }) => ({ id, before: {} })),
      )
      return restoreParties(ctx, rows)
  }
}

/** What a change of many fields did to one record: field → old and new value. */
export type KeptChanges = Record<string, { from?: unknown; to?: unknown }>

interface ColumnWork {
  operationId: string
  rows: readonly PartyTableRow[]
  action: { type: 'update'; values: Partial<PartyTableRow> & { custom?: unknown } }
}

async function updateRows(
  ctx: Ctx,
  { operationId, action, rows }: ColumnWork | WorkOf<'update'>,
): Promise<void> {
  const { custom: given, ...columns } = action.values
  const custom = given === undefined ? null : readCustomValues(given)
  const kept: { id: string; before: KeptChanges }[] = []
  for (const row of rows) {
    const changes = {
      ...changesBetween<Partial<PartyTableRow>>(row, columns as Partial<PartyTableRow>),
      ...changedCustom(row, custom),
    }
    if (Object.keys(changes).length > 0) kept.push({ id: row.id, before: changes })
  }
  await keepBefore(ctx, operationId, kept)
  await writeColumns(
    ctx,
    kept.map(({ id }) => id),
    columns as Partial<PartyTableRow>,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { id, before } of kept) {
    const row = byId.get(id) as PartyTableRow
    if (custom) await writeCustom(ctx, row, custom)
    await noteUpdate(ctx, { row, columns: columns as Partial<PartyTableRow>, changes: before })
  }
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

async function tagRows(ctx: Ctx, { operationId, action, rows }: WorkOf<'tag'>): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const before = await tagsOf(ctx, 'parties', ids)
  const kept = ids.flatMap((id) => {
    const has = new Set((before.get(id) ?? []).map((tag) => tag.id))
    const added = action.add.filter((tag) => !has.has(tag))
    const removed = action.remove.filter((tag) => has.has(tag) && !action.add.includes(tag))
    return added.length + removed.length > 0 ? [{ id, before: { added, removed } }] : []
  })
  await keepBefore(ctx, operationId, kept)
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
}

async function joinRows(ctx: Ctx, { operationId, action, rows }: WorkOf<'join'>): Promise<void> {
  const group = await groupByKey(ctx, action.group)
  const members = await membersOf(ctx, group, rows)
  const joining = rows.filter(({ id }) => !isMember(members.get(id)))
  const state = action.state ?? firstState(group)
  await keepBefore(
    ctx,
    operationId,
    joining.map(({ id }) => ({ id, before: { was: members.get(id) ?? null, joinedAs: state } })),
  )
  const since = localDate(ctx.now(), ctx.timeZone)
  await insertMemberships(
    ctx,
    joining.map(({ id }) => ({ partyId: id, group, since, state })),
  )
  await noteMoves(ctx, { rows: joining, group, change: 'joined', state })
}

async function leaveRows(ctx: Ctx, { operationId, action, rows }: WorkOf<'leave'>): Promise<void> {
  const group = await groupByKey(ctx, action.group)
  const members = await membersOf(ctx, group, rows)
  const leaving = rows.filter(({ id }) => isMember(members.get(id)))
  await keepBefore(
    ctx,
    operationId,
    leaving.map(({ id }) => ({ id, before: { state: members.get(id)?.state ?? null } })),
  )
  await endMemberships(
    ctx,
    group,
    leaving.map(({ id }) => id),
  )
  await noteMoves(ctx, { rows: leaving, group, change: 'left', state: null, before: members })
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

interface Kept {
  id: string
  before: Record<string, unknown>
}

async function keepBefore(ctx: Ctx, operationId: string, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return
  await ctx.db
    .insertInto('partyBulkChanges')
    .values(
      kept.map(({ id, before }) => ({
        tenantId: ctx.tenantId,
        operationId,
        partyId: id,
        before: json(before),
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
}
