import { removeTimeline, writeTimeline } from '@peyvand/parties/server'
import type { Ctx } from '@peyvand/platform/server'
import type { StoredDeal } from './deal-access.ts'

type Published = Pick<
  StoredDeal,
  'id' | 'title' | 'number' | 'partyId' | 'outcome' | 'createdAt' | 'closedAt' | 'deletedAt'
>

/** A deal in its party's file: when it was opened and, where it is closed, when it was won or lost. */
export async function publishDeal(ctx: Ctx, deal: Published): Promise<void> {
  if (deal.deletedAt !== null) return
  const row = (type: string, occurredAt: string) => ({
    partyId: deal.partyId,
    occurredAt,
    subjectType: 'deals',
    subjectId: deal.id,
    type,
    // Amounts stay with those who see the deal.
    summary: { title: deal.title, number: deal.number },
  })
  await writeTimeline(ctx, [
    row('dealOpened', deal.createdAt),
    ...(deal.closedAt ? [row(deal.outcome === 'won' ? 'dealWon' : 'dealLost', deal.closedAt)] : []),
  ])
}

/** Writes it anew after a change of what the file shows. */
export async function republishDeal(ctx: Ctx, deal: Published): Promise<void> {
  await removeTimeline(ctx, { subjectType: 'deals', subjectId: deal.id })
  await publishDeal(ctx, deal)
}
