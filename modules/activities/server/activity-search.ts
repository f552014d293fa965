import { formatDate, localDate, searchTerms } from '@peyvand/persian'
import type { SearchHit } from '@peyvand/platform/contract'
import { type Ctx, may } from '@peyvand/platform/server'
import { visibleActivities } from './activity-access.ts'
import { partiesOfMany } from './activity-rows.ts'
import { foundByText } from './activity-source.ts'
import { shownNumber } from './withheld-numbers.ts'

const shortestTerm = 3

/** Hits of the global search: by subject, text, and the numbers of letters, calls and faxes; newest first. */
export async function searchActivities(
  ctx: Ctx,
  { q, limit, types }: { q: string; limit: number; types: readonly string[] | null },
): Promise<SearchHit[]> {
  if (types && !types.includes('activities')) return []
  if (!may(ctx.actor, 'activities.read')) return []
  if (!searchTerms(q).some((term) => term.length >= shortestTerm)) return []
  const rows = await (await visibleActivities(ctx))
    .select(['a.id', 'a.kind', 'a.subject', 'a.number', 'a.at'])
    .where(foundByText(ctx, q))
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
  const parties = await partiesOfMany(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, kind, subject, number, at }) => ({
    type: 'activities',
    id,
    kind,
    title: subject,
    subtitle: [
      shownNumber(ctx, kind, number),
      parties.get(id)?.[0]?.name,
      formatDate(localDate(at, ctx.timeZone), { locale: ctx.locale }),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
}
