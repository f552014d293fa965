import { anyOf, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import type { DocumentLink } from '../contract/index.ts'
import { type StoredDocument, visibleDocuments } from './document-access.ts'

/** Documents that have these lines, which another carried on. */
export const sourcesOf = (ctx: Ctx, lineIds: readonly string[]): Promise<DocumentLink[]> =>
  ofLines(ctx, sql`l.id = any(${sql.val(lineIds)}::uuid[])`, lineIds)

/** Documents that carry these lines on. */
export const followersOf = (ctx: Ctx, lineIds: readonly string[]): Promise<DocumentLink[]> =>
  ofLines(ctx, sql`l.from_line_id is not null and l.from_line_id = any(${sql.val(lineIds)}::uuid[])`, lineIds)

/** The lines are looked up first, by their index, whatever the planner knows of the tables. */
async function ofLines(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  lineIds: readonly string[],
): Promise<DocumentLink[]> {
  if (lineIds.length === 0) return []
  const { rows } = await sql<{ documentId: string }>`select distinct l.document_id from document_lines l
    where l.tenant_id = ${ctx.tenantId} and ${which}`.execute(ctx.db)
  return linked(
    ctx,
    rows.map(({ documentId }) => documentId),
  )
}

/** Everything that bears the same number, with revisions that are being written; empty where there is one only. */
export async function revisionsOf(
  ctx: Ctx,
  { id, revisedFrom }: Pick<StoredDocument, 'id' | 'revisedFrom'>,
): Promise<DocumentLink[]> {
  let known = [id, ...(revisedFrom === null ? [] : [revisedFrom])]
  // A document is seldom revised more than once or twice; each turn goes one further in both directions.
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      select id from documents where tenant_id = ${ctx.tenantId} and revised_from = any(${sql.val(known)}::uuid[])
      union select revised_from from documents
        where tenant_id = ${ctx.tenantId} and id = any(${sql.val(known)}::uuid[]) and revised_from is not null`.execute(
      ctx.db,
    )
    const all = [...new Set([...known, ...rows.map((row) => row.id)])]
    if (all.length === known.length) break
    known = all
  }
  return known.length > 1 ? linked(ctx, known) : []
}

async function linked(ctx: Ctx, ids: readonly string[]): Promise<DocumentLink[]> {
  if (ids.length === 0) return []
  return visibleDocuments(ctx)
    .select(['d.id', 'd.kind', 'd.number', 'd.revision', 'd.status', 'd.issuedOn', 'd.currency', 'd.total'])
    .where(anyOf(sql`d.id`, ids))
    .orderBy('d.revision')
    .orderBy('d.issuedOn')
    .orderBy('d.id')
    .execute()
}
