import type { Filter } from '@peyvand/platform/contract'
import { PageProblem, useRoutePages, useT } from '@peyvand/platform/web'
import { Button, Skeleton } from '@peyvand/ui'
import { BoardColumn } from '@peyvand/ui/board'
import type { ReactNode } from 'react'
import { type DealRow, listDealsRoute } from '../../contract/index.ts'
import { type CardMoves, DealCard } from './deal-card.tsx'

const cardsAtOnce = 30

type Props = {
  /** Which of the board's columns it is. */
  id: string
  label: string
  /** What stands above the cards. */
  head: ReactNode
  /** Said where no card is. */
  empty: string
  filter: Filter
  q: string
  /** The field that cards are in the order of. */
  sort: string
  /** A card that is on its way into this column or out of it. */
  moving: { deal: DealRow; columnId: string } | null
  /** Where a card may go besides, as a menu; the touch way and the keyboard's. */
  movesOf: (deal: DealRow) => CardMoves
  /** Tells the board of the cards that are here, so that a drop elsewhere finds them. */
  known: Map<string, DealRow>
  isCompact: boolean
  /** A card was dropped here; without it none may be. */
  onDrop?: (id: string) => void
}

/** A column of cards that are read page by page. */
export const CardColumn = ({ id, label, head, empty, filter, q, sort, moving, known, ...props }: Props) => {
  const { movesOf, isCompact, onDrop } = props
  const t = useT()
  const answer = useRoutePages(listDealsRoute, {
    query: { limit: cardsAtOnce, count: 'none', sort, filter: JSON.stringify(filter), ...(q && { q }) },
  })
  const loaded = ((answer.data?.pages ?? []) as { items: DealRow[] }[]).flatMap(({ items }) => items)
  for (const deal of loaded) known.set(deal.id, deal)
  const stays = loaded.filter((deal) => deal.id !== moving?.deal.id)
  const deals = moving?.columnId === id ? [moving.deal, ...stays] : stays
  return (
    <section
      aria-label={label}
      className="flex w-full min-w-0 flex-col rounded-panel bg-surface-2 lg:w-72 lg:shrink-0"
    >
      {head}
      {answer.isError ? (
        <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <div className="flex min-h-24 flex-1 flex-col overflow-y-auto">
          <BoardColumn
            label={label}
            className="flex-1"
            items={deals.map((deal) => ({ id: deal.id, label: deal.title, canMove: deal.can.update, deal }))}
            render={({ deal }) => <DealCard deal={deal} moves={movesOf(deal)} isCompact={isCompact} />}
            {...(onDrop && { onDrop })}
            // The keyboard goes through columns in the order in which they appear: none waits for its cards.
            empty={
              answer.isLoading ? (
                <Skeleton className="h-24" />
              ) : (
                <p className="p-3 text-center text-meta text-muted">{empty}</p>
              )
            }
          />
          {answer.hasNextPage && (
            <Button
              kind="quiet"
              size="small"
              className="m-1.5"
              isPending={answer.isFetchingNextPage}
              onPress={() => void answer.fetchNextPage()}
            >
              {t('pipeline.more')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
