import { addTags, removeTags, tagsOf } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'
import { z } from 'zod'
import type { BulkRecordAction } from '../contract/index.ts'
import { moveToBin, takeFromBin } from './delete-record.ts'
import type { StoredRecord } from './record-access.ts'
import { noteChange } from './record-events.ts'
import { ownerFrom } from './record-input.ts'
import type { KindRow } from './record-kinds.ts'
import { writeRecord } from './update-record.ts'

/** What bulk changes touch of a record, as it was before. */
export const BeforeBulk = z.object({
  state: z.string().nullable(),
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  tagIds: z.array(z.string()),
})
export type BeforeBulk = z.infer<typeof BeforeBulk>

/** Does a bulk action to one record. */
export async function actOn(
  ctx: Ctx,
  kind: KindRow,
  row: StoredRecord,
  action: BulkRecordAction,
): Promise<void> {
  switch (action.type) {
    case 'delete':
      return moveToBin(ctx, kind, row)
    case 'restore':
      return takeFromBin(ctx, kind, row)
    case 'setState':
      return changeColumns(ctx, kind, row, { state: action.state })
    case 'reassign':
      return changeColumns(ctx, kind, row, await ownerFrom(ctx, action))
    case 'addTags':
      return changeTags(ctx, kind, row, () => addTags(ctx, 'records', [row.id], action.tagIds))
    case 'removeTags':
      return changeTags(ctx, kind, row, () => removeTags(ctx, 'records', [row.id], action.tagIds))
  }
}

export async function changeColumns(
  ctx: Ctx,
  kind: KindRow,
  row: StoredRecord,
  columns: Partial<Pick<StoredRecord, 'state' | 'ownerId' | 'teamId'>>,
): Promise<void> {
  noteChange(ctx, kind, { before: row, after: await writeRecord(ctx, kind, row, columns) })
}

export async function changeTags(
  ctx: Ctx,
  kind: KindRow,
  row: StoredRecord,
  act: () => Promise<void>,
): Promise<void> {
  const from = await tagsOfOne(ctx, row.id)
  await act()
  const to = await tagsOfOne(ctx, row.id)
  const names = (tags: typeof from) => tags.map(({ name }) => name)
  if (names(from).join() !== names(to).join())
    noteChange(ctx, kind, { before: row, after: row, more: { tags: { from: names(from), to: names(to) } } })
}

export const tagsOfOne = async (ctx: Ctx, id: string) => (await tagsOf(ctx, 'records', [id])).get(id) ?? []
