import { userName } from '@peyvand/identity/server'
import { Import, type ImportSummary } from '@peyvand/imports/contract'
import type { ListQuery, Ref } from '@peyvand/platform/contract'
import { type Ctx, type ListPage, type ListSource, notFound, runList } from '@peyvand/platform/server'
import { sql } from 'kysely'

const source: ListSource = {
  id: sql`i.id`,
  defaultSort: '-createdAt',
  columns: {
    fileName: { type: 'text', label: 'imports.fileName', sql: sql`i.file_name`, sortable: true },
    state: { type: 'enum', label: 'imports.state', sql: sql`i.state` },
    record: { type: 'enum', label: 'imports.record', sql: sql`i.record` },
    createdBy: { type: 'user', label: 'imports.createdBy', sql: sql`i.created_by`, nullable: true },
    createdAt: { type: 'instant', label: 'imports.createdAt', sql: sql`i.created_at`, sortable: true },
  },
}

/** Own imports; administrators see all of the firm. */
export function visibleImports(ctx: Ctx) {
  return ctx.db
    .selectFrom('imports as i')
    .leftJoin('operations as o', (join) =>
      join.onRef('o.tenantId', '=', 'i.tenantId').onRef('o.id', '=', 'i.operationId'),
    )
    .selectAll('i')
    .select(['o.undoUntil', 'o.state as operationState'])
    .select(
      sql<Ref | null>`case when i.created_by is not null
      then jsonb_build_object('id', i.created_by, 'name', coalesce(${userName(sql`i.created_by`)}, '')) end`.as(
        'author',
      ),
    )
    .where('i.tenantId', '=', ctx.tenantId)
    .$if(!ctx.actor.everything, (qb) => qb.where('i.createdBy', '=', ctx.actor.userId))
}

export type ImportRecord = Awaited<ReturnType<ReturnType<typeof visibleImports>['executeTakeFirstOrThrow']>>

export async function listImports(ctx: Ctx, query: ListQuery): Promise<ListPage<ImportSummary>> {
  const page = await runList(ctx, { source, rows: visibleImports(ctx), query })
  return { ...page, items: page.items.map((row) => importView(ctx, row)) }
}

export async function getImport(ctx: Ctx, id: string): Promise<Import> {
  return importView(ctx, await loadImport(ctx, id))
}

/** @throws AppError notFound (404) */
export async function loadImport(ctx: Ctx, id: string): Promise<ImportRecord> {
  const row = await visibleImports(ctx).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** An import whose work ended by an error, or that was stopped before it wrote anything, may be tried again. */
export const isOpen = ({ state, operationState }: Pick<ImportRecord, 'state' | 'operationState'>): boolean =>
  state === 'draft' ||
  state === 'checked' ||
  (state === 'checking' && operationState !== 'queued' && operationState !== 'running')

export function importView(ctx: Ctx, row: ImportRecord): Import {
  const open = isOpen(row)
  const undoUntil = row.state === 'done' || row.state === 'failed' ? row.undoUntil : null
  return Import.parse({
    ...row,
    undoUntil,
    createdBy: row.author,
    can: { change: open, run: open, undo: undoUntil !== null && undoUntil > ctx.now().toISOString() },
  })
}
