import { addTags, removeTags, tagNames } from '@peyvand/customization/server'
import { alike, type Ctx, type KeptRow } from '@peyvand/platform/server'
import { z } from 'zod'
import type { BulkRecordAction } from '../contract/index.ts'
import { changeColumns, changeTags } from './bulk-acts.ts'
import { moveToBin, takeFromBin } from './delete-record.ts'
import type { StoredRecord } from './record-access.ts'
import type { KindRow } from './record-kinds.ts'

/** What bulk changes touch of a record, as it was before. */
const BeforeBulk = z.object({
  state: z.string().nullable(),
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  tagIds: z.array(z.string()),
})
export type BeforeBulk = z.infer<typeof BeforeBulk>

/** What a bulk change keeps of a record. */
export const KeptRecord = z.object({ before: BeforeBulk })
export type KeptRecord = z.infer<typeof KeptRecord>
type Kept = KeptRow<StoredRecord, KeptRecord>

/** Gives locked records back what an action took. */
export async function putBack(
  ctx: Ctx,
  kind: KindRow,
  { rows, action }: { rows: readonly Kept[]; action: BulkRecordAction },
): Promise<void> {
  const stored = rows.map(({ row }) => row)
  const columnsBack = (of: (before: BeforeBulk) => Partial<Omit<BeforeBulk, 'tagIds'>>) =>
    changeColumns(
      ctx,
      kind,
      rows.map(({ row, kept: { before } }) => ({ row, columns: of(before) })),
    )
  switch (action.type) {
    case 'delete':
      return takeFromBin(ctx, kind, stored)
    case 'restore':
      return moveToBin(ctx, kind, stored)
    case 'setState':
      return columnsBack(({ state }) => ({ state }))
    case 'reassign':
      return columnsBack(({ ownerId, teamId }) => ({ ownerId, teamId }))
    case 'addTags':
      return tagsBack(ctx, kind, rows, {
        of: ({ tagIds }) => action.tagIds.filter((id) => !tagIds.includes(id)),
        act: (ids, tagIds) => removeTags(ctx, 'records', ids, tagIds),
      })
    case 'removeTags':
      return tagsBack(ctx, kind, rows, {
        of: ({ tagIds }) => action.tagIds.filter((id) => tagIds.includes(id)),
        act: (ids, tagIds) => addTags(ctx, 'records', ids, tagIds),
      })
  }
}

interface TagsBack {
  of: (before: BeforeBulk) => string[]
  act: (ids: string[], tagIds: string[]) => Promise<void>
}

/** Records from which the action took, or to which it gave, the same tags go back by one statement. */
async function tagsBack(
  ctx: Ctx,
  kind: KindRow,
  kept: readonly Kept[],
  { of, act }: TagsBack,
): Promise<void> {
  for (const { value: tagIds, items } of alike(kept, (one) => of(one.kept.before))) {
    const rows = items.map(({ row }) => row)
    // Tags that were deleted since cannot come back.
    const present = [...(await tagNames(ctx, tagIds)).keys()]
    if (present.length > 0) await changeTags(ctx, kind, rows, (ids) => act(ids, present))
  }
}
