import { anyOf, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { DocumentLink } from '../contract/index.ts'
import { type StoredDocument, visibleDocuments } from './document-access.ts'

/** Documents that the lines of one were carried on from. */
export const sourcesOf = (ctx: Ctx, id: string): Promise<DocumentLink[]> =>
  linked(
    ctx,
    sql`d.id in (select s.document_id from document_lines l
      join document_lines s on s.tenant_id = l.tenant_id and s.id = l.from_line_id
      where l.tenant_id = ${ctx.tenantId} and l.document_id = ${id}::uuid)`,
  )

/** Documents that carry lines of one on. */
export const followersOf = (ctx: Ctx, id: string): Promise<DocumentLink[]> =>
  linked(
    ctx,
    sql`d.id in (select l.document_id from document_lines s
      join document_lines l on l.tenant_id = s.tenant_id and l.from_line_id = s.id
      where s.tenant_id = ${ctx.tenantId} and s.document_id = ${id}::uuid)`,
  )

/** Everything that bears the same number, with revisions that are being written; empty where there is one only. */
export async function revisionsOf(
  ctx: Ctx,
  { id, revisedFrom }: Pick<StoredDocument, 'id' | 'revisedFrom'>,
): Promise<DocumentLink[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive earlier as (
      select id, revised_from from documents where tenant_id = ${ctx.tenantId} and id = ${id}::uuid
      union select d.id, d.revised_from from documents d join earlier e on d.id = e.revised_from
        where d.tenant_id = ${ctx.tenantId}
    ), line as (
      select id from earlier
      union select d.id from documents d join line n on d.revised_from = n.id where d.tenant_id = ${ctx.tenantId}
    ) select id from line`.execute(ctx.db)
  if (rows.length < 2 && revisedFrom === null) return []
  return linked(
    ctx,
    anyOf(
      sql`d.id`,
      rows.map((row) => row.id),
    ),
  )
}

const linked = (ctx: Ctx, which: RawBuilder<unknown>): Promise<DocumentLink[]> =>
  visibleDocuments(ctx)
    .select(['d.id', 'd.kind', 'd.number', 'd.revision', 'd.status', 'd.issuedOn', 'd.currency', 'd.total'])
    .where(which as RawBuilder<SqlBool>)
    .orderBy('d.revision')
    .orderBy('d.issuedOn')
    .orderBy('d.id')
    .execute()
