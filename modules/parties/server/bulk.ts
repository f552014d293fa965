import { activeUser, teamsOfUser } from '@peyvand/identity/server'
import { Selection } from '@peyvand/platform/contract'
import {
  AppError,
  badField,
  type Ctx,
  checkCustomValues,
  defineJob,
  finishOperation,
  type ListSource,
  loadOperation,
  orFail,
  reportProgress,
  selectedRows,
  startOperation,
} from '@peyvand/platform/server'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { BulkAction } from '../contract/index.ts'
import { applyToParties } from './bulk-actions.ts'
import { refusedRows } from './bulk-refused.ts'
import { checkReferences } from './check-references.ts'
import { groupByKey } from './group-queries.ts'
import { permittedBinSource, permittedSource } from './list-parties.ts'
import { requireState } from './membership.ts'
import { binnedParties, reachedBy, visibleParties } from './party-access.ts'
import { givenColumns } from './party-row.ts'

const rowsAtOnce = 200

const BulkInput = z.object({ selection: Selection, action: BulkAction })
type BulkInput = z.infer<typeof BulkInput>

/**
 * Starts a change of many parties; answers the operation to watch. Records that the caller sees but may not
 * change count as failed.
 * @throws AppError parties.groupNotFound, parties.stateUnknown; badInput at a field
 */
export async function startBulk(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  const action = await checkedAction(ctx, input.action)
  const seen = action.type === 'restore' ? binnedParties(ctx) : visibleParties(ctx)
  const chosen = selectedRows(ctx, await sourceOf(ctx, action), seen.select('p.id'), input.selection)
  const { total } = await ctx.db
    .selectFrom(chosen.as('chosen'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const operationId = await startOperation(ctx, {
    job: bulkJob,
    kind: 'parties.bulk',
    payload: (id) => ({ operationId: id }),
    input: { ...input, action },
    total,
  })
  ctx.audit({
    action: 'bulk',
    record: 'parties',
    label: action.type,
    changes: { action: { to: action }, total: { to: total } },
  })
  return { operationId }
}

/** The list that the selection was made in. */
const sourceOf = (ctx: Ctx, { type }: BulkAction): Promise<ListSource> =>
  type === 'restore' ? permittedBinSource(ctx) : permittedSource(ctx)

async function checkedAction(ctx: Ctx, action: BulkAction): Promise<BulkAction> {
  switch (action.type) {
    case 'update': {
      await checkReferences(ctx, givenColumns(action.values))
      if (!action.values.custom) return action
      const custom = await checkCustomValues(ctx, {
        record: 'parties',
        values: action.values.custom,
        partial: true,
      })
      return { ...action, values: { ...action.values, custom } }
    }
    case 'assign': {
      const { ownerId, teamId } = action
      if (ownerId && !(await activeUser(ctx, ownerId)))
        throw badField('action.ownerId', 'parties.ownerUnknown')
      if (teamId !== undefined) await checkReferences(ctx, { teamId })
      return {
        ...action,
        teamId: teamId === undefined && ownerId ? ((await teamsOfUser(ctx, ownerId))[0] ?? null) : teamId,
      }
    }
    case 'join':
      requireState(await groupByKey(ctx, action.group), action.state)
      return action
    case 'leave':
      await groupByKey(ctx, action.group)
      return action
    default:
      return action
  }
}

/** Goes through the chosen records in the order of their ids, a few per transaction; a restart goes on from there. */
export const bulkJob = defineJob({
  name: 'parties.bulk',
  payload: z.object({ operationId: z.uuid() }),
  run: (job, { operationId }) =>
    orFail(job, operationId, async () => {
      let goesOn = true
      while (goesOn) goesOn = await unlessTaken(() => job.inFirm((ctx) => doSome(ctx, operationId)))
    }),
})

/** Once more where somebody else was quicker with a unique value: now it is seen whose it is. */
async function unlessTaken<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError && error.code === 'customFields.valueTaken') return run()
    throw error
  }
}

const Checkpoint = z.object({ after: z.uuid().optional() })

const mostFailures = 100
const Result = z.object({
  failures: z.array(z.object({ id: z.uuid(), name: z.string(), code: z.string() })).default([]),
})

async function doSome(ctx: Ctx, operationId: string): Promise<boolean> {
  const operation = await loadOperation(ctx, operationId)
  if (operation.state !== 'queued' && operation.state !== 'running') return false
  const { selection, action } = BulkInput.parse(operation.input)
  const { after } = Checkpoint.parse(operation.checkpoint)
  const result = Result.parse(operation.result)
  const changeable =
    action.type === 'restore'
      ? binnedParties(ctx)
      : visibleParties(ctx).where(
          reachedBy(ctx, action.type === 'delete' ? 'parties.delete' : 'parties.update'),
        )
  const rows = await selectedRows(ctx, await sourceOf(ctx, action), changeable.selectAll('p'), selection)
    .$if(after !== undefined, (qb) => qb.where(sql<SqlBool>`p.id > ${after}::uuid`))
    .orderBy('p.id')
    .limit(rowsAtOnce)
    .forUpdate()
    .execute()
  const total = operation.total ?? 0
  const last = rows.at(-1)
  if (!last) {
    const failed = Math.max(0, total - operation.done)
    await reportProgress(ctx, operationId, { done: operation.done, failed })
    await finishOperation(ctx, operationId, {
      result: { changed: operation.done, failed, ...result },
      undoable: operation.done > 0,
    })
    return false
  }
  const refused = await refusedRows(ctx, action, rows)
  const changed = rows.filter(({ id }) => !refused.has(id))
  await applyToParties(ctx, { operationId, action, rows: changed })
  const done = operation.done + changed.length
  const failures = [...result.failures, ...failuresOf(rows, refused)].slice(0, mostFailures)
  const goesOn = await reportProgress(ctx, operationId, {
    done,
    checkpoint: { after: last.id },
    result: { failures },
  })
  if (!goesOn)
    await finishOperation(ctx, operationId, {
      state: 'cancelled',
      result: { changed: done, failed: failures.length, failures },
    })
  return goesOn
}

/** Each with its reason; the others go on all the same. */
const failuresOf = (
  rows: readonly { id: string; displayName: string }[],
  refused: ReadonlyMap<string, string>,
) =>
  rows.flatMap(({ id, displayName }) => {
    const code = refused.get(id)
    return code ? [{ id, name: displayName, code }] : []
  })
