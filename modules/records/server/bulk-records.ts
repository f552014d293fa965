import { addTags, removeTags, requireTags, setTags, tagsOf } from '@peyvand/customization/server'
import { activeUser } from '@peyvand/identity/server'
import { Selection } from '@peyvand/platform/contract'
import {
  badField,
  type Ctx,
  defineJob,
  finishOperation,
  json,
  loadOperation,
  orFail,
  reportProgress,
  requirePermission,
  selectedRows,
  startOperation,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { BulkRecordAction } from '../contract/index.ts'
import { moveToBin, takeFromBin } from './delete-record.ts'
import { reaches, requireReadableKind, type StoredRecord, visibleRecords } from './record-access.ts'
import { noteChange } from './record-events.ts'
import { ownerFrom, requireState } from './record-input.ts'
import type { KindRow } from './record-kinds.ts'
import { recordSource } from './record-source.ts'
import { writeRecord } from './update-record.ts'

const rowsPerStep = 100
const BulkInput = z.object({ kind: z.string(), selection: Selection, action: BulkRecordAction })
type BulkInput = z.infer<typeof BulkInput>
const Checkpoint = z.object({ after: z.string().nullable().default(null) })

/** Starts a change of many records of a kind; it goes on as an operation that can be undone for 30 days. */
export async function bulkChangeRecords(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  requirePermission(ctx, 'records.massUpdate')
  const { selection, action } = input
  const kind = await requireReadableKind(ctx, input.kind)
  if (action.type === 'reassign' && !(await activeUser(ctx, action.ownerId)))
    throw badField('action.ownerId', 'records.ownerInactive')
  if (action.type === 'setState') requireState(kind, action.state)
  if (action.type === 'addTags') await requireTags(ctx, action.tagIds)
  const operationId = await startOperation(ctx, {
    job: bulkRecordsJob,
    kind: 'records.bulk',
    payload: (id) => ({ operationId: id }),
    input,
    total: 'ids' in selection ? selection.ids.length : null,
  })
  ctx.audit({ action: 'bulk', record: 'records', label: kind.pluralFa, changes: { action: { to: action } } })
  return { operationId }
}

/** Does a bulk change step by step; started again it goes on after the last step that was written. */
export const bulkRecordsJob = defineJob({
  name: 'records.bulk',
  payload: z.object({ operationId: z.uuid() }),
  run: (job, { operationId }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => changeStep(ctx, operationId)));
    }),
})

async function changeStep(ctx: Ctx, operationId: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { kind: key, selection, action } = BulkInput.parse(operation.input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const kind = await requireReadableKind(ctx, key)
  const chosen = visibleRecords(ctx, kind, { deleted: action.type === 'restore' }).selectAll('r')
  const rows = (await selectedRows(ctx, await recordSource(ctx, kind), chosen, selection)
    .$if(after !== null, (qb) => qb.where('r.id', '>', after))
    .orderBy('r.id')
    .limit(rowsPerStep)
    .forUpdate('r')
    .execute()) as StoredRecord[]
  let done = 0
  for (const row of rows) if (await changeOne(ctx, kind, row, { operationId, action })) done += 1
  const goesOn = await reportProgress(ctx, operationId, {
    done: operation.done + done,
    failed: operation.failed + rows.length - done,
    checkpoint: { after: rows.at(-1)?.id ?? after },
  })
  if (goesOn && rows.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, {
    state: goesOn ? 'done' : 'cancelled',
    undoable: operation.done + done > 0,
  })
  return false
}

/** Does the action to one row and remembers what it was; false where it is not allowed. */
async function changeOne(
  ctx: Ctx,
  kind: KindRow,
  row: StoredRecord,
  { operationId, action }: { operationId: string; action: BulkRecordAction },
): Promise<boolean> {
  const isBinned = action.type === 'delete' || action.type === 'restore'
  if (!reaches(ctx, kind, isBinned ? 'delete' : 'update', row)) return false
  const before: Before = {
    state: row.state,
    ownerId: row.ownerId,
    teamId: row.teamId,
    tagIds: await tagIdsOf(ctx, row.id),
    inBin: row.deletedAt !== null,
  }
  await ctx.db
    .insertInto('recordBulkChanges')
    .values({ tenantId: ctx.tenantId, operationId, recordId: row.id, before: json(before) })
    .onConflict((oc) => oc.doNothing())
    .execute()
  await apply(ctx, kind, row, action)
  return true
}

async function apply(ctx: Ctx, kind: KindRow, row: StoredRecord, action: BulkRecordAction): Promise<void> {
  switch (action.type) {
    case 'delete':
      return moveToBin(ctx, kind, row)
    case 'restore':
      return takeFromBin(ctx, kind, row)
    case 'setState':
      return change(ctx, kind, row, { state: action.state })
    case 'reassign':
      return change(ctx, kind, row, await ownerFrom(ctx, action))
    case 'addTags':
      return changeTags(ctx, kind, row, () => addTags(ctx, 'records', [row.id], action.tagIds))
    case 'removeTags':
      return changeTags(ctx, kind, row, () => removeTags(ctx, 'records', [row.id], action.tagIds))
  }
}

type Columns = Partial<Pick<StoredRecord, 'state' | 'ownerId' | 'teamId'>>

async function change(ctx: Ctx, kind: KindRow, row: StoredRecord, columns: Columns): Promise<void> {
  noteChange(ctx, kind, { before: row, after: await writeRecord(ctx, kind, row, columns) })
}

async function changeTags(
  ctx: Ctx,
  kind: KindRow,
  row: StoredRecord,
  act: () => Promise<void>,
): Promise<void> {
  const from = await tagNamesOf(ctx, row.id)
  await act()
  const to = await tagNamesOf(ctx, row.id)
  if (from.join() !== to.join())
    noteChange(ctx, kind, { before: row, after: row, more: { tags: { from, to } } })
}

const Before = z.object({
  state: z.string().nullable(),
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  tagIds: z.array(z.string()),
  inBin: z.boolean(),
})
type Before = z.infer<typeof Before>

/** Puts back what a bulk change changed: state, owner, tags, and into or out of the recycle bin. */
export const undoBulkRecordsJob = defineJob({
  name: 'records.bulk.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => undoStep(ctx, operationId, undoes)));
    }),
})

async function undoStep(ctx: Ctx, operationId: string, undoes: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { kind: key, action } = BulkInput.parse((await loadOperation(ctx, undoes)).input)
  const kind = await requireReadableKind(ctx, key)
  const changes = await ctx.db
    .deleteFrom('recordBulkChanges')
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', undoes)
    .where('recordId', 'in', (eb) =>
      eb
        .selectFrom('recordBulkChanges')
        .select('recordId')
        .where('tenantId', '=', ctx.tenantId)
        .where('operationId', '=', undoes)
        .orderBy('recordId')
        .limit(rowsPerStep),
    )
    .returning(['recordId', 'before'])
    .execute()
  let done = 0
  for (const { recordId, before } of changes)
    if (await putBack(ctx, kind, recordId, { before: Before.parse(before), action })) done += 1
  await reportProgress(ctx, operationId, {
    done: operation.done + done,
    failed: operation.failed + changes.length - done,
  })
  if (changes.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, {})
  return false
}

/** False for a record that somebody changed again in the same way since, or that the caller may not change. */
async function putBack(
  ctx: Ctx,
  kind: KindRow,
  id: string,
  { before, action }: { before: Before; action: BulkRecordAction },
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('records')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const isBinned = action.type === 'delete' || action.type === 'restore'
  if (!row || !reaches(ctx, kind, isBinned ? 'delete' : 'update', row)) return false
  const { state, ownerId, teamId, tagIds } = before
  switch (action.type) {
    case 'delete':
      if (row.deletedAt !== null) await takeFromBin(ctx, kind, row)
      return row.deletedAt !== null
    case 'restore':
      if (row.deletedAt === null) await moveToBin(ctx, kind, row)
      return row.deletedAt === null
    case 'setState':
      if (row.state !== action.state) return false
      await change(ctx, kind, row, { state })
      return true
    case 'reassign':
      if (row.ownerId !== action.ownerId) return false
      await change(ctx, kind, row, { ownerId, teamId })
      return true
    default:
      await changeTags(ctx, kind, row, () => setTags(ctx, 'records', id, tagIds))
      return true
  }
}

/** Old values go with the days of grace. */
export const forgetBulkRecordsJob = defineJob({
  name: 'records.forgetBulk',
  payload: z.object({}),
  cron: '50 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      await sql`
        delete from record_bulk_changes b where b.tenant_id = ${ctx.tenantId} and not exists (
          select from operations o
          where o.tenant_id = b.tenant_id and o.id = b.operation_id
            and (o.state in ('queued', 'running') or o.undo_until > ${ctx.now()}))`.execute(ctx.db)
    }),
})

const tagsOfOne = async (ctx: Ctx, id: string) => (await tagsOf(ctx, 'records', [id])).get(id) ?? []
const tagIdsOf = async (ctx: Ctx, id: string) => (await tagsOfOne(ctx, id)).map((tag) => tag.id)
const tagNamesOf = async (ctx: Ctx, id: string) => (await tagsOfOne(ctx, id)).map((tag) => tag.name)
