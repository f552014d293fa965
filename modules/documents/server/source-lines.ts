import { anyOf, type Ctx, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { DocumentLineInput } from '../contract/index.ts'
import { type StoredDocument, visibleDocuments } from './document-access.ts'

export type SourceLine = Selectable<Tables['documentLines']> &
  Pick<StoredDocument, 'kind' | 'status' | 'partyId' | 'currency'>

/** The lines that some are carried on from, of documents that the caller sees, by id. */
export async function sourceLines(
  ctx: Ctx,
  lines: readonly Pick<DocumentLineInput, 'fromLineId'>[],
): Promise<ReadonlyMap<string, SourceLine>> {
  const ids = lines.flatMap(({ fromLineId }) => fromLineId ?? [])
  if (ids.length === 0) return new Map()
  const rows = await visibleDocuments(ctx)
    .innerJoin('documentLines as l', (join) =>
      join.onRef('l.tenantId', '=', 'd.tenantId').onRef('l.documentId', '=', 'd.id'),
    )
    .selectAll('l')
    .select(['d.kind', 'd.status', 'd.partyId', 'd.currency'])
    .where(anyOf(sql`l.id`, ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
