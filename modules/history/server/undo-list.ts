import { usersByIds } from '@peyvand/identity/server'
import type { ListQuery, UndoPreview } from '@peyvand/platform/contract'
import {
  AppError,
  anyOf,
  type Ctx,
  type ListSource,
  ownOperation,
  runList,
  type Tables,
  undoHandlerOf,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { UndoEntry } from '../contract/index.ts'
import { whatOf } from './change-ways.ts'

type Operation = Selectable<Tables['operations']>

const undoSource: ListSource = {
  id: sql`o.id`,
  defaultSort: '-createdAt',
  columns: {
    kind: { type: 'enum', label: 'history.undo.kind', sql: sql`o.kind` },
    state: { type: 'enum', label: 'history.undo.state', sql: sql`o.state` },
    createdBy: { type: 'user', label: 'history.undo.by', sql: sql`o.created_by`, nullable: true },
    createdAt: { type: 'instant', label: 'history.undo.at', sql: sql`o.created_at`, sortable: true },
    undoUntil: { type: 'instant', label: 'history.undo.until', sql: sql`o.undo_until` },
  },
}

/** What can be taken back and what was: one's own work, for administrators everybody's. */
export async function listUndo(ctx: Ctx, query: ListQuery) {
  const rows = ctx.db
    .selectFrom('operations as o')
    .selectAll('o')
    .where('o.tenantId', '=', ctx.tenantId)
    .where('o.undoUntil', 'is not', null)
    .$if(!ctx.actor.everything, (qb) => qb.where('o.createdBy', '=', ctx.actor.userId))
  const page = await runList(ctx, { source: undoSource, rows, query })
  return { ...page, items: await entriesOf(ctx, page.items) }
}

/** What taking a work back now would do. @throws AppError notFound (404) */
export async function previewUndo(ctx: Ctx, id: string): Promise<{ entry: UndoEntry; preview: UndoPreview }> {
  const operation = await ownOperation(ctx, id)
  const [entry] = await entriesOf(ctx, [operation])
  if (!entry) throw new AppError('operations.cannotUndo', { status: 409 })
  const handler = undoHandlerOf(ctx, operation.kind)
  if (entry.state !== 'open' || !handler)
    return { entry, preview: nothing(blockedBy[entry.state] ?? 'operations.cannotUndo') }
  if (!handler.preview)
    return { entry, preview: { ...nothing(null), takesBack: operation.done, exact: false } }
  return { entry, preview: await handler.preview(ctx, operation) }
}

const blockedBy: Record<string, string> = {
  undoing: 'history.undoRuns',
  undone: 'history.undoneAlready',
  expired: 'history.undoExpired',
}

const nothing = (blocked: string | null): UndoPreview => ({
  blocked,
  takesBack: 0,
  stays: 0,
  examples: [],
  exact: true,
})

async function entriesOf(ctx: Ctx, rows: readonly Operation[]): Promise<UndoEntry[]> {
  const undoes = await undoesOf(ctx, rows)
  const users = await usersByIds(
    ctx,
    [...rows, ...undoes.values()].flatMap(({ createdBy }) => createdBy ?? []),
  )
  const by = ({ createdBy }: Operation) =>
    createdBy ? { id: createdBy, name: users.get(createdBy)?.name ?? '' } : null
  const entries: UndoEntry[] = []
  for (const row of rows) {
    const undo = undoes.get(String(row.result['undoneBy']))
    if (row.undoUntil === null) continue
    entries.push({
      id: row.id,
      kind: row.kind,
      what: await whatOf(ctx, row),
      at: row.finishedAt ?? row.createdAt,
      by: by(row),
      count: row.done,
      state: stateOf(ctx, row, undo),
      undoUntil: row.undoUntil,
      undo: undo
        ? {
            operationId: undo.id,
            state: undo.state === 'undone' ? 'done' : undo.state,
            at: undo.finishedAt ?? undo.createdAt,
            by: by(undo),
            takenBack: undo.done,
            stayed: undo.failed,
            error: typeof undo.result['error'] === 'string' ? undo.result['error'] : null,
          }
        : null,
    })
  }
  return entries
}

function stateOf(ctx: Ctx, row: Operation, undo: Operation | undefined): UndoEntry['state'] {
  if (undo && (undo.state === 'queued' || undo.state === 'running')) return 'undoing'
  if (row.state === 'undone') return 'undone'
  return (row.undoUntil ?? '') > ctx.now().toISOString() ? 'open' : 'expired'
}

/** The last try to take each of the works back. */
async function undoesOf(ctx: Ctx, rows: readonly Operation[]): Promise<Map<string, Operation>> {
  const ids = rows.flatMap(({ result }) =>
    typeof result['undoneBy'] === 'string' ? [result['undoneBy']] : [],
  )
  if (ids.length === 0) return new Map()
  const found = await ctx.db
    .selectFrom('operations')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(found.map((row) => [row.id, row]))
}
