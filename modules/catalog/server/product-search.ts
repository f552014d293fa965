import { searchTerms } from '@peyvand/persian'
import type { SearchHit } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { visibleProducts } from './product-access.ts'
import { foundByText } from './product-source.ts'

const shortestTerm = 3

/** Hits of the global search among the products that the caller may see, by name. */
export async function searchProducts(
  ctx: Ctx,
  { q, limit, types }: { q: string; limit: number; types: readonly string[] | null },
): Promise<SearchHit[]> {
  if (types && !types.includes('products')) return []
  if (!searchTerms(q).some((term) => term.length >= shortestTerm)) return []
  const rows = await visibleProducts(ctx)
    .select(['p.id', 'p.name', 'p.code', 'p.kind'])
    .where(foundByText(q))
    .orderBy('p.active', 'desc')
    .orderBy('p.name')
    .limit(limit)
    .execute()
  return rows.map(({ id, name, code, kind }) => ({ type: 'products', id, kind, title: name, subtitle: code }))
}
