import { sql } from 'kysely'
import type { z } from 'zod'
import { type Operation, operationFinished, type UndoPreview } from '../contract/index.ts'
import type { Ctx } from './ctx.ts'
import { AppError, notFound } from './errors.ts'
import { newId } from './ids.ts'
import type { JobSpec } from './jobs.ts'
import { json } from './sql.ts'
import type { Tables } from './tables.ts'
import type { JobRun } from './worker.ts'

export const undoDays = 30

/** How a kind of operation is taken back, by a job of its own. */
export interface UndoHandler {
  kind: string
  /** Needs no place among the module's jobs. */
  job: JobSpec<z.ZodType<{ operationId: string; undoes: string }>>
  /** Table of what was before; its rows, each with an `operationId`, go with the days of grace. */
  keeps?: keyof Tables
  /** What was done, in a few words of the caller's language; without it the name of the kind says it. */
  describe?(ctx: Ctx, operation: DoneOperation): Promise<string>
  /** What undoing it now would bring back and what it would leave; reads only. */
  preview?(ctx: Ctx, operation: DoneOperation): Promise<UndoPreview>
}

/** Work that is over, as those who take it back see it. */
export interface DoneOperation {
  id: string
  kind: string
  input: Record<string, unknown>
  result: Record<string, unknown>
  done: number
  finishedAt: string | null
}

/** What stands as the request of audit entries that a job of this operation wrote. */
export const operationRequest = (operationId: string): string => `operation:${operationId}`

/** The operation that such an entry's request names; null for all others. */
export const operationOfRequest = (requestId: string | null): string | null =>
  requestId?.startsWith('operation:') ? requestId.slice('operation:'.length) : null

/** How operations of this kind are undone, if they are at all. */
export const undoHandlerOf = (ctx: Ctx, kind: string): UndoHandler | undefined =>
  ctx.registry.modules.flatMap((module) => module.undo ?? []).find((undo) => undo.kind === kind)

interface StartOperation<P extends z.ZodType> {
  job: JobSpec<P>
  /** Made from the new operation's id. */
  payload(operationId: string): z.input<P>
  kind?: string
  input?: Record<string, unknown>
  total?: number | null
}

/** Registers long work and starts its job; answers the operation's id at once. */
export async function startOperation<P extends z.ZodType>(
  ctx: Ctx,
  start: StartOperation<P>,
): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('operations')
    .values({
      tenantId: ctx.tenantId,
      id,
      kind: start.kind ?? start.job.name,
      state: 'queued',
      input: json(start.input ?? {}),
      total: start.total ?? null,
      result: json({}),
      checkpoint: json({}),
      createdBy: ctx.actor.userId,
    })
    .execute()
  ctx.enqueue(start.job, start.payload(id))
  return id
}

interface DoneWork {
  kind: string
  input: Record<string, unknown>
  result: Record<string, unknown>
}

/** Registers work that this transaction does at once, so that it is undone as long work is; answers its id. */
export async function recordOperation(ctx: Ctx, { kind, input, result }: DoneWork): Promise<string> {
  const id = newId()
  const now = ctx.now().toISOString()
  await ctx.db
    .insertInto('operations')
    .values({
      tenantId: ctx.tenantId,
      id,
      kind,
      state: 'done',
      input: json(input),
      total: 1,
      done: 1,
      result: json(result),
      checkpoint: json({}),
      createdBy: ctx.actor.userId,
      startedAt: now,
      finishedAt: now,
      undoUntil: undoEnd(ctx),
    })
    .execute()
  return id
}

/** An undo was not done, or not to its end: the work stays done and its undo may be tried again. */
async function keepUndoable(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .updateTable('operations')
    .set({ state: 'done' })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'undone')
    .execute()
}

const undoEnd = (ctx: Ctx) => new Date(ctx.now().getTime() + undoDays * 86_400_000).toISOString()

export interface Progress {
  done: number
  failed?: number
  total?: number
  checkpoint?: Record<string, unknown>
  result?: Record<string, unknown>
}

/**
 * Writes progress with the rows of the step (same transaction) and shows it on open screens.
 * Answers false when the user asked to stop: the job then ends after the rows already done.
 */
export async function reportProgress(ctx: Ctx, operationId: string, progress: Progress): Promise<boolean> {
  const row = await ctx.db
    .updateTable('operations')
    .set({
      state: 'running',
      startedAt: sql`coalesce(started_at, now())`,
      done: progress.done,
      ...(progress.failed === undefined ? {} : { failed: progress.failed }),
      ...(progress.total === undefined ? {} : { total: progress.total }),
      ...(progress.checkpoint ? { checkpoint: json(progress.checkpoint) } : {}),
      ...(progress.result ? { result: json(progress.result) } : {}),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', operationId)
    .returning(['cancelRequested', 'createdBy'])
    .executeTakeFirstOrThrow()
  announce(ctx, operationId, row.createdBy)
  return !row.cancelRequested
}

/** Ends an operation; `undoable` opens its thirty days of grace. */
export async function finishOperation(
  ctx: Ctx,
  operationId: string,
  {
    state = 'done',
    result,
    undoable = false,
  }: { state?: 'done' | 'failed' | 'cancelled'; result?: Record<string, unknown>; undoable?: boolean },
): Promise<void> {
  const { createdBy, kind, input } = await ctx.db
    .updateTable('operations')
    .set({
      state,
      finishedAt: ctx.now().toISOString(),
      ...(result ? { result: json(result) } : {}),
      ...(undoable ? { undoUntil: undoEnd(ctx) } : {}),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', operationId)
    .returning(['createdBy', 'kind', 'input'])
    .executeTakeFirstOrThrow()
  if (state !== 'done' && typeof input['undoes'] === 'string') await keepUndoable(ctx, input['undoes'])
  announce(ctx, operationId, createdBy)
  if (createdBy) ctx.emit(operationFinished, { operationId, kind, state, userId: createdBy })
}

/** The operation as its job sees it: where to go on, and whether it was stopped or done before. */
export async function loadOperation(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('operations')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/**
 * Marks the operation failed when its job ends by an error for good, so that nobody waits for ever. What an `undoable`
 * one has done until then can be undone.
 */
export async function orFail(
  run: JobRun,
  operationId: string,
  work: () => Promise<void>,
  { undoable = false }: { undoable?: boolean } = {},
): Promise<void> {
  try {
    await work()
  } catch (error) {
    run.app.log.error({ err: error, operationId }, 'operation failed')
    const code = error instanceof AppError ? error.code : 'internal'
    await run.inFirm(async (ctx) => {
      const { done } = await loadOperation(ctx, operationId)
      const end = { state: 'failed', result: { error: code }, undoable: undoable && done > 0 } as const
      await finishOperation(ctx, operationId, end)
    })
  }
}

type OperationRow = Awaited<ReturnType<typeof loadOperation>>

/** Own operations only; administrators see all of the firm. */
export function operationView(ctx: Ctx, row: OperationRow): Operation {
  // Work that failed half-way or was stopped may have written something as well.
  const isOver = row.state === 'done' || row.state === 'failed' || row.state === 'cancelled'
  const undoable = isOver && row.undoUntil !== null && row.undoUntil > ctx.now().toISOString()
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    total: row.total,
    done: row.done,
    failed: row.failed,
    result: row.result,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    undoUntil: row.undoUntil,
    can: { cancel: row.state === 'queued' || row.state === 'running', undo: undoable },
  }
}

export async function ownOperation(ctx: Ctx, id: string): Promise<OperationRow> {
  const row = await loadOperation(ctx, id)
  if (!ctx.actor.everything && row.createdBy !== ctx.actor.userId) throw notFound()
  return row
}

export async function cancelOperation(ctx: Ctx, id: string): Promise<Operation> {
  const row = await ownOperation(ctx, id)
  if (row.state !== 'queued' && row.state !== 'running')
    throw new AppError('operations.finished', { status: 409 })
  await ctx.db
    .updateTable('operations')
    .set({ cancelRequested: true })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  return operationView(ctx, row)
}

/** Starts the undo as an operation of its own. @throws AppError operations.cannotUndo */
export async function undoOperation(ctx: Ctx, id: string): Promise<{ operationId: string }> {
  const row = await ownOperation(ctx, id)
  const handler = undoHandlerOf(ctx, row.kind)
  if (!handler || !operationView(ctx, row).can.undo)
    throw new AppError('operations.cannotUndo', { status: 409 })
  const operationId = await startOperation(ctx, {
    job: handler.job,
    kind: `${row.kind}.undo`,
    payload: (operationId) => ({ operationId, undoes: id }),
    input: { undoes: id },
    total: row.done,
  })
  await ctx.db
    .updateTable('operations')
    .set({ state: 'undone', result: json({ ...row.result, undoneBy: operationId }) })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({ action: 'undo', record: 'operations', recordId: id, label: row.kind })
  return { operationId }
}

function announce(ctx: Ctx, id: string, createdBy: string | null): void {
  if (createdBy) ctx.live({ topic: 'operations', id, userIds: [createdBy] })
}
