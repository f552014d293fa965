import type { Filter } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { IconButton, useFormat } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import type { DealRow, Pipeline, Stage, StageSums } from '../../contract/index.ts'
import { openDealForm } from '../form/deal-form-store.ts'
import { CardColumn } from './card-column.tsx'
import { ColumnHead } from './column-head.tsx'
import { FollowUpBar } from './follow-up-bar.tsx'
import type { Movable } from './use-move.tsx'

type Props = {
  pipeline: Pipeline
  stage: Stage
  sums: StageSums | undefined
  filter: Filter | null
  q: string
  moving: { deal: DealRow; columnId: string } | null
  mayCreate: boolean
  known: Map<string, DealRow>
  isCompact: boolean
  onDropId: (id: string, stage: Stage) => void
  onMove: (deal: Movable, stage: Stage) => void
}

/** A stage with its sums and its cards, those to follow up first on top. */
export const StageColumn = ({
  pipeline,
  stage,
  sums,
  filter,
  mayCreate,
  onDropId,
  onMove,
  ...rest
}: Props) => {
  const t = useT()
  const format = useFormat()
  const ofStage: Filter = { field: 'stage', op: 'in', value: [stage.id] }
  const overdue = sums?.overdue ?? 0
  return (
    <CardColumn
      {...rest}
      id={stage.id}
      label={stage.name}
      empty={t('pipeline.noCards')}
      filter={filter ? { and: [ofStage, filter] } : ofStage}
      sort="nextFollowUpAt"
      movesOf={(deal) =>
        pipeline.stages
          .filter(({ id }) => id !== deal.stage.id)
          .map((to) => ({ id: to.id, label: to.name, move: () => onMove(deal, to) }))
      }
      onDrop={(id) => onDropId(id, stage)}
      head={
        <ColumnHead
          title={stage.name}
          sums={sums}
          action={
            mayCreate && (
              <IconButton
                label={t('pipeline.newIn', { stage: stage.name })}
                icon={<Plus />}
                onPress={() => openDealForm({ stageId: stage.id })}
              />
            )
          }
        >
          {overdue > 0 && (
            <span className="text-bad">{t('pipeline.overdue', { count: format.number(overdue) })}</span>
          )}
          {sums && <FollowUpBar sums={sums} />}
        </ColumnHead>
      }
    />
  )
}
