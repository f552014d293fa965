import {
  anyOf,
  type Ctx,
  type DoneOperation,
  operationOfRequest,
  undoHandlerOf,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { ChangeWay } from '../contract/index.ts'

interface Entry {
  id: string
  action: string
  via: string
}

/** By which way each change of the log came. */
export async function waysOf(ctx: Ctx, entries: readonly Entry[]): Promise<Map<string, ChangeWay>> {
  const works = await worksOf(
    ctx,
    entries.map(({ id }) => id),
  )
  return new Map(entries.map((entry) => [entry.id, works.get(entry.id) ?? plainWay(entry)]))
}

function plainWay({ action, via }: Entry): ChangeWay {
  if (action === 'merge') return { kind: 'merge', what: null }
  return { kind: via === 'apiKey' ? 'apiKey' : via === 'system' ? 'system' : 'typed', what: null }
}

/** The work that a change was part of, by the change's id. */
async function worksOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ChangeWay>> {
  const entries = await ctx.db
    .selectFrom('auditLog')
    .select(['id', 'requestId'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  const workOf = new Map(
    entries.flatMap(({ id, requestId }) => {
      const work = operationOfRequest(requestId)
      return work ? [[id, work] as const] : []
    }),
  )
  const works = await operationsById(ctx, [...new Set(workOf.values())])
  const undone = await operationsById(
    ctx,
    [...works.values()].flatMap(({ input }) => undoneBy(input) ?? []),
  )
  const ways = new Map<string, ChangeWay>()
  for (const work of works.values()) {
    const original = undone.get(undoneBy(work.input) ?? '')
    ways.set(work.id, {
      kind: original ? 'undo' : kindOf(work.kind),
      what: await whatOf(ctx, original ?? work),
    })
  }
  return new Map(
    [...workOf].flatMap(([id, work]) => {
      const way = ways.get(work)
      return way ? [[id, way] as const] : []
    }),
  )
}

const undoneBy = (input: Record<string, unknown>) =>
  typeof input['undoes'] === 'string' ? input['undoes'] : undefined

async function operationsById(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await ctx.db
    .selectFrom('operations')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const kindOf = (operation: string): ChangeWay['kind'] => {
  if (operation.startsWith('imports.')) return 'import'
  if (operation.endsWith('.bulk')) return 'bulk'
  return operation.endsWith('.merge') ? 'merge' : 'work'
}

/** What a work did, in the caller's language. */
export async function whatOf(ctx: Ctx, operation: DoneOperation): Promise<string> {
  const described = await undoHandlerOf(ctx, operation.kind)?.describe?.(ctx, operation)
  return described ?? ctx.registry.translate(ctx.locale, operation.kind)
}
