import { addTags, removeTags, tagsOf } from '@peyvand/customization/server'
import { alike, type Ctx, changesBetween } from '@peyvand/platform/server'
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
import { type BulkRow, TagChange, valuesBack } from './bulk-verdict.ts'
import { groupByKey } from './group-queries.ts'
import { membersOf, putPlaceBack } from './membership-rows.ts'
import type { PartyTableRow } from './party-row.ts'

/** Brings locked records back to what they were before a bulk change. */
export async function takeBack(ctx: Ctx, action: BulkAction, kept: readonly BulkRow[]): Promise<void> {
  const rows = kept.map(({ row }) => row)
  switch (action.type) {
    case 'update':
    case 'assign':
      return restoreValues(ctx, kept)
    case 'tag':
      return restoreTags(ctx, kept)
    case 'join':
      return takeOutOfGroup(ctx, action.group, kept)
    case 'leave':
      return returnToGroup(ctx, { key: action.group, rows })
    case 'delete':
      return restoreParties(ctx, rows)
    case 'restore':
      return binParties(ctx, rows)
  }
}

/** Those to whom the same comes back are written at once. */
async function restoreValues(ctx: Ctx, kept: readonly BulkRow[]): Promise<void> {
  const returns = kept.map(({ row, kept: { before } }) => ({
    row,
    ...valuesBack(row, before as KeptChanges),
  }))
  for (const { value, items } of alike(returns, ({ columns }) => columns))
    await writeColumns(
      ctx,
      items.map(({ row }) => row.id),
      value,
    )
  for (const { row, columns, custom, changes } of returns) {
    if (Object.keys(custom).length > 0) await writeCustom(ctx, row, custom)
    await noteUpdate(ctx, { row, columns, changes })
  }
}

async function restoreTags(ctx: Ctx, kept: readonly BulkRow[]): Promise<void> {
  const ids = kept.map(({ row }) => row.id)
  const before = await tagsOf(ctx, 'parties', ids)
  for (const { value, items } of alike(kept, (one) => TagChange.parse(one.kept.before))) {
    const same = items.map(({ row }) => row.id)
    if (value.added.length > 0) await removeTags(ctx, 'parties', same, value.added)
    if (value.removed.length > 0) await addTags(ctx, 'parties', same, value.removed)
  }
  const after = await tagsOf(ctx, 'parties', ids)
  for (const { row } of kept) {
    const [from, to] = [before, after].map((tags) => ({ tags: (tags.get(row.id) ?? []).map(nameOf) }))
    if (from && to) await noteUpdate(ctx, { row, columns: {}, changes: changesBetween(from, to) })
  }
}

const nameOf = ({ name }: { name: string }): string => name

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

async function takeOutOfGroup(ctx: Ctx, key: string, kept: readonly BulkRow[]): Promise<void> {
  const rows = kept.map(({ row }) => row)
  const group = await groupByKey(ctx, key)
  const places = await membersOf(ctx, group, rows)
  const unkept: string[] = []
  for (const { row, kept: was } of kept) {
    const joined = Joined.safeParse(was.before)
    // Changes from before places were kept.
    if (!joined.success) unkept.push(row.id)
    else await putPlaceBack(ctx, group, { partyId: row.id, was: joined.data.was })
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
