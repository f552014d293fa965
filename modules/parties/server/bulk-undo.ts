import { addTags, removeTags } from '@peyvand/customization/server'
import {
  allows,
  type Ctx,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  readCustomValues,
  reportProgress,
} from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { type BulkAction as Action, BulkAction } from '../contract/index.ts'
import { binParties, restoreParties } from './bin.ts'
import {
  endMemberships,
  type KeptChanges,
  noteMoves,
  noteUpdate,
  writeColumns,
  writeCustom,
} from './bulk-actions.ts'
import { groupByKey } from './group-queries.ts'
import type { PartyTableRow } from './party-row.ts'
import { takenMeanwhile } from './taken.ts'

const rowsAtOnce = 200

/** Takes a change of many parties back: what somebody changed again since then stays as it is now. */
export const bulkUndoJob = defineJob({
  name: 'parties.bulkUndo',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, async () => {
      let goesOn = true
      while (goesOn) goesOn = await job.inFirm((ctx) => undoSome(ctx, { operationId, undoes }))
    }),
})

/** Old values go with the days of grace. */
export const forgetBulkJob = defineJob({
  name: 'parties.forgetBulk',
  payload: z.object({}),
  cron: '40 1 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      await sql`
        delete from party_bulk_changes b where b.tenant_id = ${ctx.tenantId} and not exists (
          select from operations o
          where o.tenant_id = b.tenant_id and o.id = b.operation_id
            and (o.state in ('queued', 'running') or o.undo_until > ${ctx.now()}))`.execute(ctx.db)
    }),
})

const Checkpoint = z.object({ after: z.uuid().optional() })

async function undoSome(
  ctx: Ctx,
  { operationId, undoes }: { operationId: string; undoes: string },
): Promise<boolean> {
  const undo = await loadOperation(ctx, operationId)
  if (undo.state !== 'queued' && undo.state !== 'running') return false
  const { action } = z.object({ action: BulkAction }).parse((await loadOperation(ctx, undoes)).input)
  const { after } = Checkpoint.parse(undo.checkpoint)
  const kept = await ctx.db
    .selectFrom('partyBulkChanges')
    .select(['partyId', 'before'])
    .where('tenantId', '=', ctx.tenantId)
    .where('operationId', '=', undoes)
    .$if(after !== undefined, (qb) => qb.where('partyId', '>', after as string))
    .orderBy('partyId')
    .limit(rowsAtOnce)
    .execute()
  const last = kept.at(-1)
  if (!last) {
    await finishOperation(ctx, operationId, { result: { changed: undo.done, failed: undo.failed } })
    return false
  }
  const rows = await changeable(
    ctx,
    action,
    kept.map((one) => one.partyId),
  )
  const before = new Map(kept.map((one) => [one.partyId, one.before]))
  await takeBack(ctx, { action, rows, before })
  const [done, failed] = [undo.done + rows.length, undo.failed + kept.length - rows.length]
  const goesOn = await reportProgress(ctx, operationId, { done, failed, checkpoint: { after: last.partyId } })
  if (!goesOn)
    await finishOperation(ctx, operationId, { state: 'cancelled', result: { changed: done, failed } })
  return goesOn
}

/** Those that the caller may still change; deleted ones only where the undo is to bring them back and can. */
async function changeable(ctx: Ctx, action: Action, ids: readonly string[]): Promise<PartyTableRow[]> {
  const rows = await ctx.db
    .selectFrom('parties')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('deletedAt', action.type === 'delete' ? 'is not' : 'is', null)
    .where(sql<SqlBool>`id = any(${sql.val([...ids])}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  const permission =
    action.type === 'delete' || action.type === 'restore' ? 'parties.delete' : 'parties.update'
  const allowed = rows.filter((row) => allows(ctx.actor, permission, row))
  if (action.type !== 'delete') return allowed
  const taken = await takenMeanwhile(
    ctx,
    allowed.map(({ id }) => id),
  )
  return allowed.filter(({ id }) => !taken.has(id))
}

interface TakeBack {
  action: Action
  rows: readonly PartyTableRow[]
  before: ReadonlyMap<string, Record<string, unknown>>
}

async function takeBack(ctx: Ctx, { action, rows, before }: TakeBack): Promise<void> {
  switch (action.type) {
    case 'update':
    case 'assign':
      for (const row of rows) await restoreValues(ctx, row, before.get(row.id) as KeptChanges)
      return
    case 'tag':
      for (const row of rows) await restoreTags(ctx, row, before.get(row.id) ?? {})
      return
    case 'join': {
      const group = await groupByKey(ctx, action.group)
      await endMemberships(
        ctx,
        group,
        rows.map(({ id }) => id),
      )
      return noteMoves(ctx, { rows, group, change: 'left', state: null })
    }
    case 'leave':
      return returnToGroup(ctx, rows, action.group)
    case 'delete':
      return restoreParties(ctx, rows)
    case 'restore':
      return binParties(ctx, rows)
  }
}

async function restoreValues(ctx: Ctx, row: PartyTableRow, kept: KeptChanges): Promise<void> {
  const customNow = readCustomValues(row.custom)
  const isUntouched = (now: unknown, to: unknown) =>
    JSON.stringify(now ?? null) === JSON.stringify(to ?? null)
  const columns: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  const changes: KeptChanges = {}
  for (const [field, { from = null, to = null }] of Object.entries(kept)) {
    const key = field.startsWith('custom.') ? field.slice('custom.'.length) : null
    const now = key === null ? row[field as keyof PartyTableRow] : customNow[key]
    if (!isUntouched(now, to)) continue
    if (key === null) columns[field] = from
    else custom[key] = from
    changes[field] = { from: to, to: from }
  }
  if (Object.keys(changes).length === 0) return
  await writeColumns(ctx, [row.id], columns as Partial<PartyTableRow>)
  if (Object.keys(custom).length > 0) await writeCustom(ctx, row, custom)
  await noteUpdate(ctx, { row, columns: columns as Partial<PartyTableRow>, changes })
}

const TagChange = z.object({ added: z.array(z.uuid()), removed: z.array(z.uuid()) })

async function restoreTags(ctx: Ctx, row: PartyTableRow, kept: Record<string, unknown>): Promise<void> {
  const { added, removed } = TagChange.parse(kept)
  if (added.length > 0) await removeTags(ctx, 'parties', [row.id], added)
  if (removed.length > 0) await addTags(ctx, 'parties', [row.id], removed)
  await noteUpdate(ctx, { row, columns: {}, changes: { tags: {} } })
}

async function returnToGroup(ctx: Ctx, rows: readonly PartyTableRow[], key: string): Promise<void> {
  const group = await groupByKey(ctx, key)
  await ctx.db
    .updateTable('partyGroupMembers')
    .set({ until: null })
    .where('tenantId', '=', ctx.tenantId)
    .where('groupId', '=', group.id)
    .where(sql<SqlBool>`party_id = any(${sql.val(rows.map(({ id }) => id))}::uuid[])`)
    .execute()
  await noteMoves(ctx, { rows, group, change: 'joined', state: null })
}
