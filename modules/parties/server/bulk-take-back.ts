import { addTags, removeTags, tagsOf } from '@peyvand/customization/server'
import { type Ctx, changesBetween } from '@peyvand/platform/server'
import { z } from 'zod'
import type { BulkAction } from '../contract/index.ts'
import { binParties, restoreParties } from './bin.ts'
import {
  endMemberships,
  type KeptChanges,
  noteMoves,
  noteUpdate,
  writeColumns,
  writeCustom,
} from './bulk-actions.ts'
import { TagChange, untouchedFields } from './bulk-verdict.ts'
import { groupByKey } from './group-queries.ts'
import { membersOf, putPlaceBack } from './membership-rows.ts'
import type { PartyTableRow } from './party-row.ts'

interface TakeBack {
  action: BulkAction
  /** Locked, and judged to be free to go back. */
  rows: readonly PartyTableRow[]
  before: ReadonlyMap<string, Record<string, unknown>>
}

/** Brings records back to what they were before a bulk change. */
export async function takeBack(ctx: Ctx, { action, rows, before }: TakeBack): Promise<void> {
  switch (action.type) {
    case 'update':
    case 'assign':
      for (const row of rows) await restoreValues(ctx, row, before.get(row.id) as KeptChanges)
      return
    case 'tag':
      for (const row of rows) await restoreTags(ctx, row, before.get(row.id) ?? {})
      return
    case 'join':
      return takeOutOfGroup(ctx, { key: action.group, rows, before })
    case 'leave':
      return returnToGroup(ctx, { key: action.group, rows })
    case 'delete':
      return restoreParties(ctx, rows)
    case 'restore':
      return binParties(ctx, rows)
  }
}

async function restoreValues(ctx: Ctx, row: PartyTableRow, kept: KeptChanges): Promise<void> {
  const columns: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  const changes: KeptChanges = {}
  for (const field of untouchedFields(row, kept)) {
    const { from = null, to = null } = kept[field] ?? {}
    if (field.startsWith('custom.')) custom[field.slice('custom.'.length)] = from
    else columns[field] = from
    changes[field] = { from: to, to: from }
  }
  await writeColumns(ctx, [row.id], columns as Partial<PartyTableRow>)
  if (Object.keys(custom).length > 0) await writeCustom(ctx, row, custom)
  await noteUpdate(ctx, { row, columns: columns as Partial<PartyTableRow>, changes })
}

async function restoreTags(ctx: Ctx, row: PartyTableRow, kept: Record<string, unknown>): Promise<void> {
  const { added, removed } = TagChange.parse(kept)
  const names = async () =>
    ((await tagsOf(ctx, 'parties', [row.id])).get(row.id) ?? []).map(({ name }) => name)
  const tags = await names()
  if (added.length > 0) await removeTags(ctx, 'parties', [row.id], added)
  if (removed.length > 0) await addTags(ctx, 'parties', [row.id], removed)
  await noteUpdate(ctx, { row, columns: {}, changes: changesBetween({ tags }, { tags: await names() }) })
}

const Joined = z.object({
  was: z
    .object({
      state: z.string().nullable(),
      since: z.string(),
      until: z.string().nullable(),
      number: z.string().nullable(),
      ownerId: z.string().nullable(),
    })
    .nullable(),
})

async function takeOutOfGroup(
  ctx: Ctx,
  { key, rows, before }: { key: string } & Pick<TakeBack, 'rows' | 'before'>,
): Promise<void> {
  const group = await groupByKey(ctx, key)
  const places = await membersOf(ctx, group, rows)
  const unkept: string[] = []
  for (const { id } of rows) {
    const joined = Joined.safeParse(before.get(id))
    // Changes from before places were kept.
    if (!joined.success) unkept.push(id)
    else await putPlaceBack(ctx, group, { partyId: id, was: joined.data.was })
  }
  await endMemberships(ctx, group, unkept)
  await noteMoves(ctx, { rows, group, change: 'left', state: null, before: places })
}

async function returnToGroup(
  ctx: Ctx,
  { key, rows }: { key: string; rows: readonly PartyTableRow[] },
): Promise<void> {
  const group = await groupByKey(ctx, key)
  const places = await membersOf(ctx, group, rows)
  for (const place of places.values())
    await putPlaceBack(ctx, group, { partyId: place.partyId, was: { ...place, until: null } })
  for (const state of new Set([...places.values()].map((place) => place.state)))
    await noteMoves(ctx, {
      rows: rows.filter(({ id }) => places.has(id) && places.get(id)?.state === state),
      group,
      change: 'joined',
      state,
    })
}
