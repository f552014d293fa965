import type { Filter } from '@peyvand/platform/contract'
import { PageProblem, useRoutePages, useT } from '@peyvand/platform/web'
import { Button, IconButton, Skeleton, useFormat } from '@peyvand/ui'
import { BoardColumn } from '@peyvand/ui/board'
import { Plus } from 'lucide-react'
import {
  type DealRow,
  listDealsRoute,
  type Pipeline,
  type Stage,
  type StageSums,
} from '../../contract/index.ts'
import { openDealForm } from '../form/deal-form-store.ts'
import { DealCard } from './deal-card.tsx'
import type { Movable } from './use-move.tsx'

const cardsAtOnce = 30

type Props = {
  pipeline: Pipeline
  stage: Stage
  sums: StageSums | undefined
  filter: Filter | null
  q: string
  /** A card that is on its way into this column or out of it. */
  moving: { deal: DealRow; stageId: string } | null
  mayCreate: boolean
  /** Tells the board of the cards that are here, so that a drop elsewhere finds them. */
  known: Map<string, DealRow>
  onDropId: (id: string, stage: Stage) => void
  onMove: (deal: Movable, stage: Stage) => void
}

/** A stage with its sums and its cards, those to follow up first on top. */
export const StageColumn = (props: Props) => {
  const { pipeline, stage, sums, filter, q, moving, mayCreate, known, onDropId, onMove } = props
  const t = useT()
  const ofStage: Filter = { field: 'stage', op: 'in', value: [stage.id] }
  const answer = useRoutePages(listDealsRoute, {
    query: {
      limit: cardsAtOnce,
      count: 'none',
      sort: 'nextFollowUpAt',
      filter: JSON.stringify(filter ? { and: [ofStage, filter] } : ofStage),
      ...(q && { q }),
    },
  })
  const loaded = ((answer.data?.pages ?? []) as { items: DealRow[] }[]).flatMap(({ items }) => items)
  for (const deal of loaded) known.set(deal.id, deal)
  const stays = loaded.filter(({ id }) => id !== moving?.deal.id)
  const deals = moving?.stageId === stage.id ? [moving.deal, ...stays] : stays
  return (
    <section
      aria-label={stage.name}
      className="flex w-full min-w-0 flex-col rounded-panel bg-surface-2 lg:w-72 lg:shrink-0"
    >
      <StageHead stage={stage} sums={sums} mayCreate={mayCreate} />
      {answer.isError ? (
        <PageProblem error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.isLoading ? (
        <Skeleton className="m-2 h-24" />
      ) : (
        <div className="flex min-h-24 flex-1 flex-col overflow-y-auto">
          <BoardColumn
            label={stage.name}
            className="flex-1"
            items={deals.map((deal) => ({ id: deal.id, label: deal.title, canMove: deal.can.update, deal }))}
            render={({ deal }) => (
              <DealCard deal={deal} pipeline={pipeline} onMove={(to) => onMove(deal, to)} />
            )}
            onDrop={(id) => onDropId(id, stage)}
            empty={<p className="p-3 text-center text-meta text-muted">{t('pipeline.noCards')}</p>}
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

const StageHead = ({ stage, sums, mayCreate }: Pick<Props, 'stage' | 'sums' | 'mayCreate'>) => {
  const t = useT()
  const format = useFormat()
  return (
    <header className="flex items-start gap-2 p-2.5 pb-1">
      <div className="min-w-0 flex-1">
        <h2 className="flex items-baseline gap-2 font-semibold">
          <span className="truncate">{stage.name}</span>
          {sums && <span className="text-meta font-normal text-muted">{format.number(sums.count)}</span>}
        </h2>
        {sums && (
          <p className="flex flex-wrap gap-x-2 text-meta text-muted">
            <span>{format.money(sums.amount)}</span>
            <span>{t('pipeline.weighted', { amount: format.money(sums.weighted) })}</span>
            {sums.overdue > 0 && (
              <span className="text-bad">
                {t('pipeline.overdue', { count: format.number(sums.overdue) })}
              </span>
            )}
          </p>
        )}
      </div>
      {mayCreate && (
        <IconButton
          label={t('pipeline.newIn', { stage: stage.name })}
          icon={<Plus />}
          onPress={() => openDealForm({ stageId: stage.id })}
        />
      )}
    </header>
  )
}
