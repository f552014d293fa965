import { changesOfRecord } from '@peyvand/identity/server'
import { ListQuery } from '@peyvand/platform/contract'
import { AppError, type Ctx } from '@peyvand/platform/server'
import type { RecordChanges } from '../contract/index.ts'
import { waysOf } from './change-ways.ts'
import { fieldNames } from './field-names.ts'
import { type Changes, type HistorySource, isKeptFrom } from './history-source.ts'

/** The saves of a record, newest first, with names in place of ids. @throws AppError notFound (404) */
export async function listChanges(
  ctx: Ctx,
  source: HistorySource,
  {
    id,
    limit,
    cursor,
    field,
  }: { id: string; limit: number; cursor?: string | undefined; field?: string | undefined },
): Promise<RecordChanges> {
  const { mayChange } = await source.require(ctx, id)
  const query = ListQuery.parse({ limit, count: 'none', ...(cursor ? { cursor } : {}) })
  const page = await changesOfRecord(ctx, { type: source.record, id }, query)
  const names = await fieldNames(ctx, source)
  const ways = await waysOf(ctx, page.items)
  const rows = page.items.flatMap((entry) =>
    Object.entries(readChanges(source, entry.changes as Changes)).flatMap(
      ([name, { from = null, to = null }]) => {
        if (field !== undefined && name !== field) return []
        const withheld = isKeptFrom(ctx, source, name)
        return {
          entryId: entry.id,
          field: name,
          label: names.labelOf(name),
          from: withheld ? null : from,
          to: withheld ? null : to,
          withheld,
          can: {
            restore:
              mayChange && !withheld && entry.action !== 'create' && source.isRestorable(ctx, name, from),
          },
        }
      },
    ),
  )
  const named = await names.named(rows, ['from', 'to'])
  return {
    items: page.items.flatMap(({ id: changeId, at, action, actorId, actorName }) => {
      const changes = named.flatMap(({ entryId, ...change }) => (entryId === changeId ? [change] : []))
      if (field !== undefined && changes.length === 0) return []
      return {
        id: changeId,
        at,
        action,
        actor: { id: actorId, name: actorName },
        way: ways.get(changeId) ?? { kind: 'typed' as const, what: null },
        changes,
      }
    }),
    nextCursor: page.nextCursor,
  }
}

/**
 * The value that a field had before a change, as the log has it; the caller gives it to a save.
 * @throws AppError notFound, history.noSuchChange (404), history.notRestorable (409)
 */
export async function valueBefore(
  ctx: Ctx,
  source: HistorySource,
  { id, changeId, field }: { id: string; changeId: string; field: string },
): Promise<unknown> {
  await source.require(ctx, id)
  const entry = await ctx.db
    .selectFrom('auditLog')
    .select(['action', 'changes'])
    .where('tenantId', '=', ctx.tenantId)
    .where('record', '=', source.record)
    .where('recordId', '=', id)
    .where('id', '=', changeId)
    .executeTakeFirst()
  const change = entry && readChanges(source, entry.changes as Changes)[field]
  if (!change) throw new AppError('history.noSuchChange', { status: 404 })
  const value = change.from ?? null
  const isOpen = !isKeptFrom(ctx, source, field) && entry.action !== 'create'
  if (!isOpen || !source.isRestorable(ctx, field, value))
    throw new AppError('history.notRestorable', { status: 409 })
  return value
}

/** Entries that tell of something else than old and new values have none. */
export const readChanges = (source: HistorySource, logged: Changes): Changes => {
  const changes = Object.fromEntries(
    Object.entries(logged).filter(
      ([, change]) => change !== null && typeof change === 'object' && ('from' in change || 'to' in change),
    ),
  )
  return source.read ? source.read(changes) : changes
}
