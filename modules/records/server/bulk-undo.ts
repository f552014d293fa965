import { addTags, removeTags, tagNames } from '@peyvand/customization/server'
import { usersByIds } from '@peyvand/identity/server'
import type { UndoPreview } from '@peyvand/platform/contract'
import {
  anyOf,
  type Ctx,
  type DoneOperation,
  defineJob,
  finishOperation,
  loadOperation,
  may,
  orFail,
  reportProgress,
  type UndoHandler,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { type BulkRecordAction, recordPermission } from '../contract/index.ts'
import { BeforeBulk, changeColumns, changeTags, takenMeanwhile } from './bulk-acts.ts'
import { BulkInput } from './bulk-records.ts'
import { moveToBin, takeFromBin } from './delete-record.ts'
import { reaches, requireReadableKind, type StoredRecord } from './record-access.ts'
import { type KindRow, kindOfKey, kindPlural } from './record-kinds.ts'

const rowsPerStep = 100

/** Puts back what a bulk change changed: state, owner, tags, and into or out of the recycle bin. */
const undoBulkRecordsJob = defineJob({
  name: 'records.bulk.undo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      while (await job.inFirm((ctx) => undoStep(ctx, operationId, undoes)));
    }),
})

/** How changes of many records are told of and taken back. */
export const undoBulkChange: UndoHandler = {
  kind: 'records.bulk',
  job: undoBulkRecordsJob,
  describe,
  preview,
}

const Checkpoint = z.object({ after: z.string().nullable().default(null) })

async function undoStep(ctx: Ctx, operationId: string, undoes: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.finishedAt) return false
  const { kind: key, action } = BulkInput.parse((await loadOperation(ctx, undoes)).input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const kind = await requireReadableKind(ctx, key)
  const kept = await keptOf(ctx, undoes, { after, limit: rowsPerStep })
  const { free, stays } = await judge(ctx, kind, action, await rowsOf(ctx, kept, { lock: true }))
  await putBack(ctx, kind, free, action)
  await reportProgress(ctx, operationId, {
    done: operation.done + free.length,
    failed: operation.failed + stays.length,
    checkpoint: { after: kept.at(-1)?.recordId ?? after },
  })
  if (kept.length === rowsPerStep) return true
  await finishOperation(ctx, operationId, {
    result: { changed: operation.done + free.length, failed: operation.failed + stays.length },
  })
  return false
}

async function putBack(
  ctx: Ctx,
  kind: KindRow,
  kept: readonly KeptRow[],
  action: BulkRecordAction,
): Promise<void> {
  const rows = kept.map(({ row }) => row)
  switch (action.type) {
    case 'delete':
      return takeFromBin(ctx, kind, rows)
    case 'restore':
      return moveToBin(ctx, kind, rows)
    case 'setState':
      return changeColumns(
        ctx,
        kind,
        kept.map(({ row, before: { state } }) => ({ row, columns: { state } })),
      )
    case 'reassign':
      return changeColumns(
        ctx,
        kind,
        kept.map(({ row, before: { ownerId, teamId } }) => ({ row, columns: { ownerId, teamId } })),
      )
    case 'addTags':
      return tagsBack(ctx, kind, kept, {
        of: ({ tagIds }) => action.tagIds.filter((id) => !tagIds.includes(id)),
        act: (ids, tagIds) => removeTags(ctx, 'records', ids, tagIds),
      })
    case 'removeTags':
      return tagsBack(ctx, kind, kept, {
        of: ({ tagIds }) => action.tagIds.filter((id) => tagIds.includes(id)),
        act: (ids, tagIds) => addTags(ctx, 'records', ids, tagIds),
      })
  }
}

/** Records from which the action took, or to which it gave, the same tags go back by one statement. */
async function tagsBack(
  ctx: Ctx,
  kind: KindRow,
  kept: readonly KeptRow[],
  {
    of,
    act,
  }: { of: (before: BeforeBulk) => string[]; act: (ids: string[], tagIds: string[]) => Promise<void> },
): Promise<void> {
  const alike = new Map<string, { tagIds: string[]; rows: StoredRecord[] }>()
  for (const { row, before } of kept) {
    const tagIds = of(before)
    const group = alike.get(tagIds.join()) ?? { tagIds, rows: [] }
    alike.set(tagIds.join(), group)
    group.rows.push(row)
  }
  for (const { tagIds, rows } of alike.values()) {
    // Tags that were deleted since cannot come back.
    const present = [...(await tagNames(ctx, tagIds)).keys()]
    if (present.length > 0) await changeTags(ctx, kind, rows, (ids) => act(ids, present))
  }
}

interface KeptRow {
  row: StoredRecord
  before: BeforeBulk
}

/** Which records may go back now, and why the others stay. */
async function judge(ctx: Ctx, kind: KindRow, action: BulkRecordAction, rows: readonly KeptRow[]) {
  const taken =
    action.type === 'delete'
      ? await takenMeanwhile(
          ctx,
          kind,
          rows.map(({ row }) => row),
        )
      : null
  const stays: UndoPreview['examples'] = []
  const free = rows.filter(({ row }) => {
    const reason = staysBecause(ctx, kind, action, row) ?? (taken?.has(row.id) ? 'taken' : null)
    if (reason) stays.push({ record: 'records', id: row.id, name: row.title, reason, fields: [] })
    return reason === null
  })
  return { free, stays }
}

type Reason = UndoPreview['examples'][number]['reason']

function staysBecause(ctx: Ctx, kind: KindRow, action: BulkRecordAction, row: StoredRecord): Reason | null {
  const movesBin = action.type === 'delete' || action.type === 'restore'
  if (!reaches(ctx, kind, movesBin ? 'delete' : 'update', row)) return 'forbidden'
  if (action.type === 'delete') return row.deletedAt === null ? 'changed' : null
  if (row.deletedAt !== null) return 'deleted'
  if (action.type === 'setState' && row.state !== action.state) return 'changed'
  return action.type === 'reassign' && row.ownerId !== action.ownerId ? 'changed' : null
}

const keptOf = (ctx: Ctx, operationId: string, { after, limit }: { after: string | null; limit: number }) =>
  ctx.db
    .selectFrom('recordBulkChanges')
    .select(['recordId', 'before'])
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', operationId)
    .$if(after !== null, (qb) => qb.where('recordId', '>', after as string))
    .orderBy('recordId')
    .limit(limit)
    .execute()

async function rowsOf(
  ctx: Ctx,
  kept: Awaited<ReturnType<typeof keptOf>>,
  { lock }: { lock: boolean },
): Promise<KeptRow[]> {
  if (kept.length === 0) return []
  const rows = await ctx.db
    .selectFrom('records')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(
      anyOf(
        sql`id`,
        kept.map(({ recordId }) => recordId),
      ),
    )
    .orderBy('id')
    .$if(lock, (qb) => qb.forUpdate())
    .execute()
  const before = new Map(kept.map((one) => [one.recordId, one.before]))
  return rows.map((row) => ({ row, before: BeforeBulk.parse(before.get(row.id)) }))
}

async function describe(ctx: Ctx, { input }: DoneOperation): Promise<string> {
  const { kind: key, action } = BulkInput.parse(input)
  const kind = await kindOfKey(ctx, key)
  const state = action.type === 'setState' && kind?.states.find((one) => one.key === action.state)
  const owner = action.type === 'reassign' && (await usersByIds(ctx, [action.ownerId])).get(action.ownerId)
  return ctx.registry.translate(ctx.locale, `records.did.${action.type}`, {
    kind: kind ? kindPlural(ctx, kind) : key,
    state: state ? (ctx.locale === 'fa' ? state.labelFa : state.labelEn) : '—',
    owner: owner ? owner.name : '—',
  })
}

const mostExamined = 5000
const mostExamples = 50

async function preview(ctx: Ctx, { id, input }: DoneOperation): Promise<UndoPreview> {
  const { kind: key, action } = BulkInput.parse(input)
  const kind = await kindOfKey(ctx, key)
  const isClosed = kind?.archivedAt !== null || !may(ctx.actor, recordPermission(key, 'read'))
  const shown: UndoPreview = { blocked: null, takesBack: 0, stays: 0, examples: [], exact: true }
  if (isClosed) return { ...shown, blocked: 'forbidden' }
  let after: string | null = null
  for (let examined = 0; ; examined += 500) {
    const kept = await keptOf(ctx, id, { after, limit: 500 })
    if (kept.length === 0) return shown
    if (examined >= mostExamined) return { ...shown, exact: false }
    after = kept.at(-1)?.recordId ?? null
    const { free, stays } = await judge(ctx, kind, action, await rowsOf(ctx, kept, { lock: false }))
    shown.takesBack += free.length
    shown.stays += stays.length
    shown.examples.push(...stays.slice(0, mostExamples - shown.examples.length))
  }
}
