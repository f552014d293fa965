import { addTags, removeTags, tagsOf } from '@peyvand/customization/server'
import {
  type Ctx,
  customFieldsOf,
  readCustomValues,
  uniqueValues,
  updateRows,
  wantedCustomUniques,
} from '@peyvand/platform/server'
import { type BulkRecordAction, recordTypeOf } from '../contract/index.ts'
import { moveToBin, takeFromBin } from './delete-record.ts'
import type { StoredRecord } from './record-access.ts'
import { noteChange } from './record-events.ts'
import { ownerFrom } from './record-input.ts'
import type { KindRow } from './record-kinds.ts'

/** Does a bulk action to locked records that the caller may change. */
export async function actOn(
  ctx: Ctx,
  kind: KindRow,
  rows: readonly StoredRecord[],
  action: BulkRecordAction,
): Promise<void> {
  switch (action.type) {
    case 'delete':
      return moveToBin(ctx, kind, rows)
    case 'restore':
      return takeFromBin(ctx, kind, rows)
    case 'setState':
    case 'reassign': {
      const columns = action.type === 'setState' ? { state: action.state } : await ownerFrom(ctx, action)
      return changeColumns(
        ctx,
        kind,
        rows.map((row) => ({ row, columns })),
      )
    }
    case 'addTags':
      return changeTags(ctx, kind, rows, (ids) => addTags(ctx, 'records', ids, action.tagIds))
    case 'removeTags':
      return changeTags(ctx, kind, rows, (ids) => removeTags(ctx, 'records', ids, action.tagIds))
  }
}

interface ColumnChange {
  row: StoredRecord
  columns: Partial<Pick<StoredRecord, 'state' | 'ownerId' | 'teamId'>>
}

/** Gives records other columns, each its own, none of which titles and searches are made of. */
export async function changeColumns(
  ctx: Ctx,
  kind: KindRow,
  changes: readonly ColumnChange[],
): Promise<void> {
  const changed = changes.map(({ row, columns }) => ({
    before: row,
    after: {
      ...row,
      ...columns,
      updatedAt: ctx.now().toISOString(),
      updatedBy: ctx.actor.userId,
      version: row.version + 1,
    },
  }))
  await updateRows(ctx, 'records', {
    columns: ['state', 'ownerId', 'teamId', 'updatedAt', 'updatedBy', 'version'],
    rows: changed.map(({ after }) => after),
  })
  for (const change of changed) noteChange(ctx, kind, change)
}

export async function changeTags(
  ctx: Ctx,
  kind: KindRow,
  rows: readonly StoredRecord[],
  act: (ids: string[]) => Promise<void>,
): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const before = await tagsOf(ctx, 'records', ids)
  await act(ids)
  const after = await tagsOf(ctx, 'records', ids)
  for (const row of rows) {
    const [from, to] = [before, after].map((tags) => (tags.get(row.id) ?? []).map(({ name }) => name))
    if (from?.join() !== to?.join())
      noteChange(ctx, kind, { before: row, after: row, more: { tags: { from, to } } })
  }
}

/** Records of the bin that cannot come back: a present one has a unique value of theirs by now, or one before it here. */
export async function takenMeanwhile(
  ctx: Ctx,
  kind: KindRow,
  rows: readonly StoredRecord[],
): Promise<ReadonlySet<string>> {
  const fields = (await customFieldsOf(ctx, recordTypeOf(kind.key))).filter(({ unique }) => unique)
  const claims = rows.flatMap(({ id, custom }) =>
    uniqueValues(fields, readCustomValues(custom)).map((value) => ({ ...value, id })),
  )
  const known = await wantedCustomUniques(ctx, claims)
  const holders = new Map<string, string>()
  const taken = new Set<string>()
  for (const [index, { id }] of claims.entries()) {
    const wanted = known[index]
    if (!wanted) continue
    const { fieldId, key, takenBy } = wanted
    const holder = takenBy ?? holders.get(`${fieldId} ${key}`) ?? id
    if (holder === id) holders.set(`${fieldId} ${key}`, id)
    else taken.add(id)
  }
  return taken
}
