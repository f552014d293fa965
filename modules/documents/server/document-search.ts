import { searchTerms } from '@peyvand/persian'
import type { SearchHit } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { visibleDocuments } from './document-access.ts'
import { selectNamed } from './document-rows.ts'
import { foundByText } from './document-source.ts'
import { documentName } from './document-targets.ts'

const shortestTerm = 3

/** Hits of the global search among the documents that the caller may see; newest first. */
export async function searchDocuments(
  ctx: Ctx,
  { q, limit, types }: { q: string; limit: number; types: readonly string[] | null },
): Promise<SearchHit[]> {
  if (types && !types.includes('documents')) return []
  if (!searchTerms(q).some((term) => term.length >= shortestTerm)) return []
  const rows = await selectNamed(ctx, visibleDocuments(ctx))
    .where(foundByText(q))
    .orderBy('d.updatedAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, kind, number, title, status, partyName }) => ({
    type: 'documents',
    id,
    kind,
    title: documentName(ctx, { kind, number, title }),
    subtitle: [
      partyName,
      number ? title : null,
      ctx.registry.translate(ctx.locale, `documents.status.${status}`),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
}
