import { searchTerms } from '@peyvand/persian'
import type { SearchHit } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { visibleRecordsOfAll } from './record-access.ts'
import { kindName, readableKinds } from './record-kinds.ts'
import { selectNamed } from './record-rows.ts'
import { foundByText } from './record-source.ts'

const shortestTerm = 3

/** Hits of the global search among the records of all kinds that the caller may see; newest first. */
export async function searchRecords(
  ctx: Ctx,
  { q, limit, types }: { q: string; limit: number; types: readonly string[] | null },
): Promise<SearchHit[]> {
  if (types && !types.includes('records')) return []
  if (!searchTerms(q).some((term) => term.length >= shortestTerm)) return []
  const kinds = new Map((await readableKinds(ctx)).map((kind) => [kind.key, kind]))
  if (kinds.size === 0) return []
  const rows = await selectNamed(await visibleRecordsOfAll(ctx))
    .where(foundByText(ctx, [...kinds.values()], q))
    .orderBy('r.updatedAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const kind = kinds.get(row.kind)
    return {
      type: 'records',
      id: row.id,
      kind: row.kind,
      title: row.title,
      subtitle: [kind && kindName(ctx, kind), row.number, row.partyName].filter(Boolean).join(' · '),
    }
  })
}
