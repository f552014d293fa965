import { requireTags, tagsOf } from '@peyvand/customization/server'
import { activeUser } from '@peyvand/identity/server'
import { Selection } from '@peyvand/platform/contract'
import {
  badField,
  type Ctx,
  defineJob,
  finishOperation,
  insertRows,
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
import { actOn, type BeforeBulk, takenMeanwhile } from './bulk-acts.ts'
import { lackingForState } from './condition-fields.ts'
import { reaches, requireReadableKind, type StoredRecord, visibleRecords } from './record-access.ts'
import { requireState } from './record-input.ts'
import type { KindRow } from './record-kinds.ts'
import { recordSource } from './record-source.ts'

const rowsPerStep = 200
/** What an operation of `records.bulk` was started with. */
export const BulkInput = z.object({ kind: z.string(), selection: Selection, action: BulkRecordAction })
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
  const done = await changeSome(ctx, kind, rows, { operationId, action })
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

/**
 * Does the action to those that may be changed and remembers what they were; answers how many they are. What is as it
 * shall be already stays as it is: there is nothing to do, and nothing to undo.
 */
async function changeSome(
  ctx: Ctx,
  kind: KindRow,
  rows: readonly StoredRecord[],
  { operationId, action }: { operationId: string; action: BulkRecordAction },
): Promise<number> {
  const isBinned = action.type === 'delete' || action.type === 'restore'
  const unfit = await unfitFor(ctx, kind, { rows, action })
  const allowed = rows.filter(
    (row) => !unfit.has(row.id) && reaches(ctx, kind, isBinned ? 'delete' : 'update', row),
  )
  const tags = await tagsOf(
    ctx,
    'records',
    allowed.map(({ id }) => id),
  )
  const tagIdsOf = ({ id }: StoredRecord) => (tags.get(id) ?? []).map((tag) => tag.id)
  const changed = allowed.filter((row) => !isDone(action, { ...row, tagIds: tagIdsOf(row) }))
  await insertRows(
    ctx,
    'recordBulkChanges',
    changed.map((row) => {
      const { id, state, ownerId, teamId } = row
      const before: BeforeBulk = { state, ownerId, teamId, tagIds: tagIdsOf(row) }
      return { tenantId: ctx.tenantId, operationId, recordId: id, before }
    }),
    sql`on conflict do nothing`,
  )
  await actOn(ctx, kind, changed, action)
  return allowed.length
}

function isDone(action: BulkRecordAction, { state, ownerId, tagIds }: BeforeBulk): boolean {
  switch (action.type) {
    case 'setState':
      return state === action.state
    case 'reassign':
      return ownerId === action.ownerId
    case 'addTags':
      return action.tagIds.every((id) => tagIds.includes(id))
    case 'removeTags':
      return !action.tagIds.some((id) => tagIds.includes(id))
    default:
      return false
  }
}

/** Records that cannot have the action done to them, whoever asks. */
async function unfitFor(
  ctx: Ctx,
  kind: KindRow,
  { rows, action }: { rows: readonly StoredRecord[]; action: BulkRecordAction },
): Promise<ReadonlySet<string>> {
  if (action.type === 'restore') return takenMeanwhile(ctx, kind, rows)
  if (action.type === 'setState') return lackingForState(ctx, kind, { rows, state: action.state })
  return new Set()
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
