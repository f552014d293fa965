import { searchTerms } from '@peyvand/persian'
import type { SearchHit } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { visibleDeals } from './deal-access.ts'
import { selectNamed } from './deal-rows.ts'
import { foundByText } from './deal-source.ts'

const shortestTerm = 3

/** Hits of the global search among the deals that the caller may see; newest first. */
export async function searchDeals(
  ctx: Ctx,
  { q, limit, types }: { q: string; limit: number; types: readonly string[] | null },
): Promise<SearchHit[]> {
  if (types && !types.includes('deals')) return []
  if (!searchTerms(q).some((term) => term.length >= shortestTerm)) return []
  const rows = await selectNamed(ctx, visibleDeals(ctx))
    .where(foundByText(q))
    .orderBy('d.updatedAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, title, number, outcome, partyName, stageName }) => ({
    type: 'deals',
    id,
    kind: outcome,
    title,
    subtitle: [number, partyName, stageName].join(' · '),
  }))
}
