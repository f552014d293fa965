import { removeTimeline, writeTimeline } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import type { StoredDeal } from './deal-access.ts'

type Published = Pick<
  StoredDeal,
  'id' | 'title' | 'number' | 'partyId' | 'outcome' | 'createdAt' | 'closedAt' | 'deletedAt'
>

/** Deals in their parties' files: when they were opened and, where they are closed, when they were won or lost. */
export const publishDeals = (ctx: Ctx, deals: readonly Published[]): Promise<void> =>
  writeTimeline(
    ctx,
    deals.flatMap((deal) => (deal.deletedAt === null ? entriesOf(deal) : [])),
  )

/** Writes them anew after a change of what the files show. */
export async function republishDeals(ctx: Ctx, deals: readonly Published[]): Promise<void> {
  if (deals.length === 0) return
  await removeTimeline(ctx, { subjectType: 'deals', subjectId: deals.map(({ id }) => id) })
  await publishDeals(ctx, deals)
}

function entriesOf({ id, partyId, title, number, outcome, createdAt, closedAt }: Published) {
  const entry = (type: string, occurredAt: string) => ({
    partyId,
    occurredAt,
    subjectType: 'deals',
    subjectId: id,
    type,
    // Amounts stay with those who see the deal.
    summary: { title, number },
  })
  const opened = entry('dealOpened', createdAt)
  return closedAt ? [opened, entry(outcome === 'won' ? 'dealWon' : 'dealLost', closedAt)] : [opened]
}
